import type { Phone } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { type Group, type GroupMessage, groupsOf, MOST_PARTICIPANTS } from './groups.ts'
import { livePins } from './pin.ts'
import { type GroupLine, isFormer, linesIn, messagesIn, wasIn } from './thread.ts'

/** How a phone stands to a group. `none`: it knows no more of it than the link. */
export type Standing = 'in' | 'asked' | 'out' | 'none'

export const standingOf = (world: World, group: Group, phone: string): Standing =>
  group.participants.includes(phone)
    ? 'in'
    : group.requests?.some((request) => request.phone === phone) === true
      ? 'asked'
      : isFormer(world, group, phone)
        ? 'out'
        : 'none'

/** The groups in a phone's list of chats: `PhoneGroup` of docs/guide/emulator.md. */
export function groupsOn(world: World, phone: Phone) {
  return [...groupsOf(world).all()].flatMap((group) => {
    const standing = standingOf(world, group, phone.id)
    if (standing === 'none') return []
    const { id, number, subject, description, isSuspended, createdAt } = group
    const said = threadOn(world, group, phone)
    const seen = group.seen?.[phone.id] ?? 0
    const unread = said.filter(({ from, kind, at }) => from !== 'customer' && kind !== 'group_line' && at > seen)
    const members = standing === 'asked' ? [] : membersOf(world, group)
    const row = { id, number, subject, description, isSuspended, createdAt, standing, members }
    return [{ ...row, unread: unread.length, last: said.at(-1) ?? null }]
  })
}

const membersOf = (world: World, group: Group) =>
  group.participants.flatMap((id) => {
    const phone = world.phones.get(id)
    return phone === undefined ? [] : [{ id, name: phone.name, waId: phone.hidden ? null : phone.waId }]
  })

/** A group as a phone shows it: `Bubble`s with who wrote them, and what is pinned. */
export const groupOn = (world: World, group: Group, phone: Phone) => ({
  data: threadOn(world, group, phone),
  pins: livePins(world, group).map(({ wamid }) => wamid),
})

/** What the link of a group tells whoever opens it. */
export function invitationTo(world: World, group: Group, phone: string) {
  const { id, number, subject, description, participants, joinApproval, isSuspended } = group
  return {
    ...{ id, number, subject, description, isSuspended, members: membersOf(world, group) },
    standing: standingOf(world, group, phone),
    asks: joinApproval === 'approval_required',
    isFull: participants.length >= MOST_PARTICIPANTS,
  }
}

function threadOn(world: World, group: Group, phone: Phone) {
  const said = messagesIn(world, group.id)
    .filter((message) => isThere(world, group, phone, message))
    .map((message) => bubbleOf(world, group, phone, message))
  const lines = linesIn(world, group.id)
    .filter((line) => line.phone === phone.id || wasIn(world, group, phone.id, line.at))
    .map((line) => lineOf(world, phone, line))
  return [...lines, ...said].toSorted((a, b) => a.at - b.at)
}

/** It was written while they were in the group, and has come to this phone. */
function isThere(world: World, group: Group, { id }: Phone, { from, at, delivered, read }: GroupMessage): boolean {
  return from === id || ((delivered.includes(id) || read.includes(id)) && wasIn(world, group, id, at))
}

function bubbleOf(world: World, group: Group, phone: Phone, said: GroupMessage) {
  const { wamid, from, at, message, replyTo = null, reactions = [], edited = false, revoked = false } = said
  const side = (id: string | null) =>
    id === phone.id ? ('customer' as const) : id === null ? ('business' as const) : ('member' as const)
  return {
    ...{ wamid, from: side(from), writer: from === null ? null : nameOf(world, from), at },
    ...{ kind: String(message['type']), message, replyTo, edited, revoked, error: null },
    reactions: reactions.map((reaction) => ({ from: side(reaction.from), emoji: reaction.emoji })),
    status: from === phone.id ? ticksOf(world, group, said) : ('delivered' as const),
  }
}

/** Two ticks once it is with everybody, blue ones once everybody has read it, the business too. */
function ticksOf(world: World, group: Group, { from, at, delivered, read, isWaiting }: GroupMessage) {
  if (isWaiting === true) return 'waiting' as const
  const others = group.participants.filter((id) => id !== from && wasIn(world, group, id, at))
  if (read.includes(group.number) && others.every((id) => read.includes(id))) return 'read' as const
  return others.every((id) => delivered.includes(id)) ? ('delivered' as const) : ('sent' as const)
}

function lineOf(world: World, phone: Phone, { id, at, what, phone: whom, text }: GroupLine) {
  const who = whom === null ? null : nameOf(world, whom)
  return {
    ...{ wamid: id, from: 'business' as const, writer: null, at, kind: 'group_line', replyTo: null, reactions: [] },
    message: { type: 'group_line', group_line: { what, who, is_you: whom === phone.id, text } },
    ...{ edited: false, revoked: false, status: 'read' as const, error: null },
  }
}

const nameOf = (world: World, id: string): { id: string; name: string } => ({
  id,
  name: world.phones.get(id)?.name ?? '',
})

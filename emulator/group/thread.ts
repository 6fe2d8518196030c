import type { Phone } from '../world/model.ts'
import type { Store } from '../world/store.ts'
import type { World } from '../world/world.ts'
import { type Group, type GroupMessage, messagesOf } from './groups.ts'

/** What happened in a group and stands in its thread as a line of WhatsApp's own. */
export type GroupLine = {
  readonly id: string
  readonly group: string
  readonly at: number
  readonly what: 'joined' | 'let-in' | 'left' | 'removed' | 'renamed' | 'described' | 'suspended' | 'resumed' | 'pinned'
  /** Id of the phone it is about; null: of the group as a whole. */
  readonly phone: string | null
  readonly text: string
}

const linesOf = (world: World) => world.store.table<GroupLine>('group-lines')

/** Keys of rows by group, oldest first: a thread is read far more often than written to. */
const threads = new WeakMap<Store, Map<string, { readonly messages: string[]; readonly lines: string[] }>>()

function threadOf(world: World, group: string) {
  const known = threads.get(world.store) ?? readThreads(world)
  const thread = known.get(group) ?? { messages: [], lines: [] }
  known.set(group, thread)
  return thread
}

function readThreads(world: World) {
  const read: NonNullable<ReturnType<typeof threads.get>> = new Map()
  threads.set(world.store, read)
  for (const { group, wamid } of messagesOf(world).all()) threadOf(world, group).messages.push(wamid)
  for (const { group, id } of linesOf(world).all()) threadOf(world, group).lines.push(id)
  return read
}

/** Oldest first. */
export const messagesIn = (world: World, group: string): GroupMessage[] =>
  threadOf(world, group).messages.flatMap((wamid) => messagesOf(world).get(wamid) ?? [])

/** Oldest first. */
export const linesIn = (world: World, group: string): GroupLine[] =>
  threadOf(world, group).lines.flatMap((id) => linesOf(world).get(id) ?? [])

export function addMessage(world: World, message: GroupMessage): void {
  const { messages } = threadOf(world, message.group)
  messagesOf(world).put(message.wamid, message)
  messages.push(message.wamid)
}

export function addLine(world: World, group: string, what: GroupLine['what'], phone: Phone | null, text = ''): void {
  const { lines } = threadOf(world, group)
  const id = `${group}/${lines.length}`
  linesOf(world).put(id, { id, group, at: world.clock.now(), what, phone: phone?.id ?? null, text })
  lines.push(id)
}

/** Tells the screens of a group; `also`: phones that are not in it, or not any more. */
export const showGroup = (
  world: World,
  { id, participants, requests = [] }: Group,
  also: readonly string[] = [],
): void =>
  world.changes.tell({
    kind: 'group',
    group: id,
    phones: [...new Set([...participants, ...requests.map(({ phone }) => phone), ...also])],
  })

/** Whether a phone was in the group at an instant: nobody sees what was written before they came or after they went. */
export function wasIn(world: World, group: Group, phone: string, at: number): boolean {
  const about = linesIn(world, group.id).filter((line) => line.phone === phone)
  if (about.length === 0) return group.participants.includes(phone)
  const last = about.findLast((line) => line.at <= at)
  return last?.what === 'joined' || last?.what === 'let-in'
}

/** They were in it once. */
export const isFormer = (world: World, group: Group, phone: string): boolean =>
  !group.participants.includes(phone) && linesIn(world, group.id).some((line) => line.phone === phone)

import { randomBytes } from 'node:crypto'
import type { Fields } from '../json.ts'
import { contactOf, senderOf } from '../webhook/contact.ts'
import { tellNumber } from '../webhook/tell.ts'
import { newWamid } from '../world/ids.ts'
import type { Line } from '../pricing/bill.ts'
import type { BusinessNumber, Phone, Pricing } from '../world/model.ts'
import { userIdIn } from '../world/user-id.ts'
import type { World } from '../world/world.ts'

/** Several phones and one number of a business in one chat (Groups API, 2025-11-14). */
export type Group = {
  readonly id: string
  readonly number: string
  readonly subject: string
  readonly description: string
  readonly joinApproval: 'auto_approve' | 'approval_required'
  readonly inviteLink: string
  /** Ids of phones. */
  readonly participants: readonly string[]
  /** Who asks to be let in, where the business decides; oldest first. */
  readonly requests?: readonly JoinRequest[]
  readonly isSuspended: boolean
  readonly createdAt: number
  /** When any of them last wrote: opens the window of the group; null: nobody did. */
  readonly lastUserAt: number | null
}
/** Somebody who followed the link of a group that asks before it lets in. */
export type JoinRequest = { readonly id: string; readonly phone: string; readonly at: number }

export type GroupMessage = {
  readonly wamid: string
  readonly group: string
  /** Id of a phone; null: the business. */
  readonly from: string | null
  readonly at: number
  readonly message: Fields
  readonly callbackData: string | null
  /** What it is to Meta's bill; null: it has no price, or somebody else wrote it. */
  readonly pricing?: Pricing | null
  /** A line for each whom it reached (Groups API, Pricing, 2025-11). */
  readonly lines?: readonly Line[]
  /** Ids of phones that have had and have read it. */
  readonly delivered: readonly string[]
  readonly read: readonly string[]
}

/** Besides the business (Groups API, quick facts, 2025-11-14). */
export const MOST_PARTICIPANTS = 8

export const groupsOf = (world: World) => world.store.table<Group>('groups')
export const messagesOf = (world: World) => world.store.table<GroupMessage>('group-messages')

const seconds = (at: number): string => String(Math.floor(at / 1000))
export const newInviteLink = (): string => `https://chat.whatsapp.com/${randomBytes(11).toString('base64url')}`
export const newRequestId = (): string => randomBytes(12).toString('base64url')

/** Tells the business something of a group. */
export function tellGroup(world: World, group: Group, field: string, news: Fields): void {
  const number = world.numbers.get(group.number)
  if (number === undefined) return
  const told = { timestamp: seconds(world.clock.now()), group_id: group.id, ...news }
  tellNumber(world, number, group.id, { groups: [told] }, field)
}

export function createGroup(
  world: World,
  number: BusinessNumber,
  wanted: Pick<Group, 'subject' | 'description' | 'joinApproval'>,
  requestId: string,
): Group {
  const group: Group = {
    id: randomBytes(24).toString('base64url'),
    number: number.id,
    ...wanted,
    inviteLink: newInviteLink(),
    participants: [],
    isSuspended: false,
    createdAt: world.clock.now(),
    lastUserAt: null,
  }
  groupsOf(world).put(group.id, group)
  tellGroup(world, group, 'group_lifecycle_update', {
    type: 'group_create',
    request_id: requestId,
    subject: group.subject,
    ...(group.description === '' ? {} : { description: group.description }),
    invite_link: group.inviteLink,
    join_approval_mode: group.joinApproval,
  })
  return group
}

/** Somebody follows the link. False: it is full, or they are in it. */
export function join(world: World, group: Group, phone: Phone): boolean {
  const { participants } = group
  if (participants.includes(phone.id) || participants.length >= MOST_PARTICIPANTS) return false
  groupsOf(world).put(group.id, { ...group, participants: [...participants, phone.id] })
  const added_participants = [idsOf(world, group, phone)]
  tellGroup(world, group, 'group_participants_update', {
    ...{ type: 'group_participants_add', reason: 'invite_link', added_participants },
  })
  return true
}

/** Somebody leaves, or the business removes them. False: they are not in it. */
export function leave(world: World, group: Group, phone: Phone, by: 'business' | 'participant'): boolean {
  if (!group.participants.includes(phone.id)) return false
  groupsOf(world).put(group.id, { ...group, participants: group.participants.filter((id) => id !== phone.id) })
  tellGroup(world, group, 'group_participants_update', {
    type: 'group_participants_remove',
    initiated_by: by,
    removed_participants: [idsOf(world, group, phone)],
  })
  return true
}

/** One of them writes. */
export function say(world: World, group: Group, phone: Phone, message: Fields): string {
  const number = world.numbers.get(group.number)
  const at = world.clock.now()
  const wamid = newWamid(phone.hidden ? phone.userId : phone.waId, 'customer')
  messagesOf(world).put(wamid, {
    ...{ wamid, group: group.id, from: phone.id, at, message, callbackData: null, delivered: [], read: [] },
  })
  groupsOf(world).put(group.id, { ...group, lastUserAt: at })
  if (number === undefined) return wamid
  const body = { ...senderOf(world, number, phone), group_id: group.id, id: wamid, timestamp: seconds(at), ...message }
  tellNumber(world, number, group.id, { contacts: [contactOf(world, number, phone)], messages: [body] })
  return wamid
}

export function idsOf(world: World, group: Group, phone: Phone): Fields {
  const number = world.numbers.get(group.number)
  return {
    ...(phone.hidden ? {} : { wa_id: phone.waId }),
    ...(number === undefined ? {} : { user_id: userIdIn(world, number, phone) }),
  }
}

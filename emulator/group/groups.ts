import { randomBytes } from 'node:crypto'
import type { Fields } from '../json.ts'
import type { Line } from '../pricing/bill.ts'
import { tellNumber } from '../webhook/tell.ts'
import type { Phone, Pricing } from '../world/model.ts'
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
  /** Up to when each phone has looked at it. */
  readonly seen?: Readonly<Record<string, number>>
  /** What the business holds at the top of it, oldest first. */
  readonly pins?: readonly Pin[]
}
export type Pin = { readonly wamid: string; readonly until: number }
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
  readonly replyTo?: string | null
  /** One of each; `from` as above. */
  readonly reactions?: readonly { readonly from: string | null; readonly emoji: string }[]
  readonly edited?: boolean
  readonly revoked?: boolean
  /** Written on a phone that had no connection, and still there. */
  readonly isWaiting?: boolean
  /** What it is to Meta's bill; null: it has no price, or somebody else wrote it. */
  readonly pricing?: Pricing | null
  /** A line for each whom it reached (Groups API, Pricing, 2025-11). */
  readonly lines?: readonly Line[]
  /** Ids of phones that have had and have read it; the number's, once the business has read it. */
  readonly delivered: readonly string[]
  readonly read: readonly string[]
}

/** Besides the business (Groups API, quick facts, 2025-11-14). */
export const MOST_PARTICIPANTS = 8

export const groupsOf = (world: World) => world.store.table<Group>('groups')
export const messagesOf = (world: World) => world.store.table<GroupMessage>('group-messages')

export const seconds = (at: number): string => String(Math.floor(at / 1000))
export const newInviteLink = (): string => `https://chat.whatsapp.com/${randomBytes(11).toString('base64url')}`
export const newRequestId = (): string => randomBytes(12).toString('base64url')

/** Tells the business something of a group. */
export function tellGroup(world: World, group: Group, field: string, news: Fields): void {
  const number = world.numbers.get(group.number)
  if (number === undefined) return
  const told = { timestamp: seconds(world.clock.now()), group_id: group.id, ...news }
  tellNumber(world, number, group.id, { groups: [told] }, field)
}

/** How Meta names one of them. */
export function idsOf(world: World, group: Group, phone: Phone): Fields {
  const number = world.numbers.get(group.number)
  return {
    ...(phone.hidden ? {} : { wa_id: phone.waId }),
    ...(number === undefined ? {} : { user_id: userIdIn(world, number, phone) }),
  }
}

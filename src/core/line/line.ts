import type { Instant } from '#base/time.ts'
import type { AccountId, Actor, LineId } from '../account/account.ts'
import type { LineGroup } from './group.ts'
import type { LineMove } from './move.ts'

export type ChannelId = 'whatsapp'

/** How a channel names one of our lines on the wire: for WhatsApp the phone-number id. Unique over the installation. */
export type LineKey = { readonly channel: ChannelId; readonly key: string }

/** One of our addresses on a channel, without its secrets. */
export type Line = {
  readonly accountId: AccountId
  readonly lineId: LineId
  readonly channel: ChannelId
  /** WhatsApp: phone-number id. */
  readonly key: string
  /** WhatsApp: business account (WABA) id; templates and account notices belong to it. */
  readonly groupKey: string
  /** What agents call it: "Ventas". */
  readonly name: string
  /** What customers see: "+52 55 5000 1000". */
  readonly address: string
  /** ISO 3166 alpha-2, for number formats and prices. */
  readonly country: string
  readonly state: LineState
  /** Since when an administrator lets nothing leave: what is queued waits; null: it may leave. */
  readonly pausedAt: Instant | null
  /** Who paused it; null while it is not paused, and of pauses older than this field. */
  readonly pausedBy: Actor | null
  /** Messages per second that Meta grants this number (cloud-api §4.1): 80, 20 in coexistence, up to 1,000. */
  readonly messagesPerSecond: number
  /** What Meta says of its group; absent: not read yet. */
  readonly group?: LineGroup
  /** Phone-number ids of before it moved: what comes late under them is its own. Absent: it never did. */
  readonly formerKeys?: readonly string[]
  /** It is on its way to another group; absent: it stays. */
  readonly move?: LineMove
  /** When it writes first; absent: nobody decided. */
  readonly opening?: OpeningRule
}

/** When a number begins a conversation that nobody named a number for. */
export type OpeningRule = {
  /** For everybody whom no other number is for; one number of a company at most. */
  readonly isDefault: boolean
  /** ISO 3166 alpha-2: for people who live there. */
  readonly countries: readonly string[]
}
export const NO_OPENING: OpeningRule = { isDefault: false, countries: [] }

export type LineState =
  | { readonly kind: 'connected' }
  /** `reason` is a plain sentence: a revoked token, a number taken away by Meta. */
  | { readonly kind: 'disconnected'; readonly reason: string }

/**
 * Why a number that its company gave back is disconnected: nothing connects it again by itself, and nobody is warned of it.
 */
export const GIVEN_BACK = 'The number was given back to Meta; register it again to use it'

/** What Meta grants by `throughput.level`, and a number that stays in the app (cloud-api §4.1). */
export const MESSAGES_PER_SECOND = { STANDARD: 80, HIGH: 1_000, COEXISTENCE: 20 } as const

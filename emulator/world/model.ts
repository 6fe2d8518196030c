import type { Fields } from '../json.ts'
import type { Registration } from './registration.ts'

/** The business's app at Meta: what signs webhooks and owns the token. */
export type App = {
  readonly id: string
  readonly name: string
  readonly secret: string
  readonly accessToken: string
  readonly verifyToken: string
  /** Where webhooks go; `null` until somebody subscribes a callback. */
  callbackUrl: string | null
  /** Where the product's demo server follows the emulator's clock; `null`: nobody follows. */
  readonly clockUrl: string | null
}

export type Waba = {
  readonly id: string
  readonly name: string
  /** The business portfolio that owns the account; it may own several. */
  readonly businessId: string
  /** The portfolio's name; that of the account unless said otherwise. */
  readonly businessName?: string
  readonly country: string
  readonly currency: string
}

/** A callback of its own for one number or account; it wins over the app's. */
export type CallbackOverride = { readonly url: string; readonly verifyToken: string }

/** 80 messages a second, or 1,000 (Cloud API, Throughput, 2025-12). */
export type Throughput = 'STANDARD' | 'HIGH'

export type BusinessNumber = {
  readonly id: string
  readonly wabaId: string
  /** As people write it: "+52 55 5000 1000". */
  readonly displayPhoneNumber: string
  readonly verifiedName: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly override: CallbackOverride | null
  /** The fields of `whatsapp_business_profile`. */
  readonly profile: Fields
  /** Ids of the phones the business has blocked. */
  readonly blockedPhones: readonly string[]
  readonly pin: string | null
  /** What Meta grants the number; a journal of before knows none. */
  readonly throughput?: Throughput
  /** What Meta does to it; nothing: it may send. */
  readonly sanction?: 'FLAGGED' | 'RESTRICTED' | 'RATE_LIMITED' | 'BANNED'
  /** Of late; green when nobody said otherwise. */
  readonly quality?: 'GREEN' | 'YELLOW' | 'RED'
  readonly settings: Fields
  readonly automation: Fields | null
  /** The id it has in the account it moves here from. */
  readonly movesFrom?: string
  /** The id it has in the account it went to. */
  readonly movedTo?: string
  /** How far it has come; nothing: all the way, long ago. */
  readonly registration?: Registration
}

/** One customer's WhatsApp. */
export type Phone = {
  readonly id: string
  /** Digits, as Meta writes them. */
  readonly waId: string
  /** Business-scoped user id within the first portfolio: "MX.1349…"; `userIdIn` has it for the others. */
  readonly userId: string
  readonly name: string
  /** With its @: "@carla.sosa". */
  readonly username: string | null
  readonly country: string
  readonly online: boolean
  readonly receipts: boolean
  readonly hidden: boolean
  /** Ids of the business numbers this phone has blocked. */
  readonly blocked: readonly string[]
  /** Other businesses have sent this person all the marketing Meta allows (131049). */
  readonly capped?: boolean
  /** Meta keeps this person out of marketing, to see what difference it makes (130472). */
  readonly experiment?: boolean
}

export type Status = 'waiting' | 'sent' | 'delivered' | 'read' | 'played' | 'failed'
export type Side = 'customer' | 'business'
export type Pricing = {
  readonly billable: boolean
  readonly pricing_model: 'PMP' | 'CBP'
  readonly type: string
  readonly category: string
}

/** One message of a chat, from either side. */
export type Message = {
  readonly wamid: string
  readonly number: string
  /** `null` when the business wrote to somebody without WhatsApp here. */
  readonly phone: string | null
  readonly from: Side
  readonly at: number
  readonly kind: string
  readonly message: Fields
  readonly replyTo: string | null
  readonly reactions: readonly { readonly from: Side; readonly emoji: string }[]
  readonly edited: boolean
  readonly revoked: boolean
  readonly status: Status
  readonly error: { readonly code: number; readonly title: string } | null
  /** The customer has looked at it, whether or not receipts tell the business. */
  readonly seen: boolean
  /** Not a bubble of its own: a reaction, an edit, a revocation. */
  readonly hidden: boolean
  readonly send: Send | null
  /** What Meta booked when it was delivered; nothing before, and nothing for what has no price. */
  readonly charge?: Charge
}

/** A line of Meta's bill. */
export type Charge = {
  readonly category: string
  readonly type: string
  /** As the rate card calls it: "Mexico". */
  readonly market: string
  readonly country: string
  /** The step of the volume tiers it fell into: "0:100000", "0:MAX". */
  readonly tier: string
  readonly micros: number
  readonly currency: string
  readonly at: number
}

/** What the emulator has to remember about a message of the business until its last status. */
export type Send = {
  /** The wa_id or user id the message was addressed to. */
  readonly recipient: string
  readonly by: 'phone' | 'user'
  readonly callbackData: string | null
  /** Id of the template that was sent. */
  readonly template?: string
  /** It was written to somebody without an open window: it takes a place within the portfolio's limit. */
  readonly opens?: boolean
  /** Meta waits with it until it knows how the template is received. */
  readonly held?: boolean
  readonly pricing: Pricing | null
  /** Seconds since 1970 at which the free entry point window ends; `null` outside of one. */
  readonly freeUntil: number | null
  /** The code this message is going to fail with; `null` when it will be delivered. */
  readonly failure: { readonly code: number; readonly details: string } | null
}

export type Chat = {
  readonly phone: string
  readonly number: string
  /** When the customer last wrote: opens the 24-hour window. */
  readonly lastUserAt: number | null
  /** When the customer last came by an advertisement. */
  readonly adClickAt: number | null
  /** End of the free entry point window, once the business has answered. */
  readonly freeUntil: number | null
  /** The customer has told WhatsApp to stop marketing of this business. */
  readonly stoppedMarketing: boolean
  /** Until when conversations of a category are paid for; only policies before 2025-07 look at it. */
  readonly paidUntil?: Readonly<Record<string, number>>
}

export type Template = {
  readonly id: string
  /** A journal of before names none: the first account's. */
  readonly wabaId?: string
  readonly name: string
  readonly language: string
  readonly status: string
  readonly category: 'MARKETING' | 'UTILITY' | 'AUTHENTICATION'
  readonly parameterFormat: 'POSITIONAL' | 'NAMED'
  readonly components: readonly Fields[]
  readonly quality: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'
  readonly rejectedReason: string
  readonly deletedAt: number | null
  /** Whether it could be sent before it was deleted: then its name rests for 30 days. */
  readonly wasApproved?: boolean
  /** What Meta wrote about a rejection. */
  readonly rejection?: { readonly reason: string; readonly recommendation: string } | null
  readonly createdAt?: number
  /** When it was last sent, to the day; idle templates are archived. */
  readonly usedAt?: number
  /** When it was edited while approved. */
  readonly edits?: readonly number[]
  readonly ttlSeconds?: number | null
  readonly subCategory?: string | null
  readonly libraryName?: string | null
  readonly previousCategory?: Template['category'] | undefined
  /** What Meta takes it for; announced, or about to be. */
  readonly correctCategory?: Template['category'] | undefined
  /** Why it is paused: its quality ends by itself, pacing does not. */
  readonly pause?: 'quality' | 'pacing'
  /** How often its quality has paused it; the third time disables it. */
  readonly pauses?: number
  /** Since when it is back from its last pause. */
  readonly unpausedAt?: number
  /** How many went out before the others were held, while it is paced. */
  readonly sampled?: number
  readonly heldSince?: number | undefined
}

export type Media = {
  readonly id: string
  /** Uploaded by the business over Graph, or sent by a customer. */
  readonly owner: Side
  /** The number it was uploaded to; `null` for a customer's. */
  readonly number: string | null
  readonly mime: string
  /** What the bytes themselves say; `null` when they say nothing. */
  readonly sniffed: string | null
  readonly sizeBytes: number
  readonly sha256: string
  readonly filename: string | null
  readonly createdAt: number
}

import type { Instant } from '#base/time.ts'
import type { ConsentEntryId, LineId } from '../account/account.ts'
import type { ChannelId } from '../line/line.ts'

/**
 * What somebody may be written to for. `service`: answers to what they asked; `notices`: what they must know of something
 * they have with us; `marketing`: what we would like them to buy; `collections`: what they owe.
 */
export const PURPOSES = ['service', 'notices', 'marketing', 'collections'] as const
export type Purpose = (typeof PURPOSES)[number]

/** Where a word holds: everywhere, on all our lines of a channel, or on one line. */
export type Scope =
  | { readonly kind: 'brand' }
  | { readonly kind: 'channel'; readonly channel: ChannelId }
  | { readonly kind: 'line'; readonly lineId: LineId }

export const CONSENT_CHANGES = ['given', 'withdrawn', 'expired'] as const
export type ConsentChange = (typeof CONSENT_CHANGES)[number]

/** How a word reached us: written freely, by a keyword, a form, a link, a call, a file, an ad, through an agent, or told by the platform. */
export const MEANS = ['message', 'keyword', 'form', 'link', 'call', 'import', 'ad', 'agent', 'platform'] as const
export type Means = (typeof MEANS)[number]

/** A person's newest word on one purpose in one scope. Kept with the contact; the whole of it is in the consent ledger. */
export type ConsentStanding = {
  readonly entryId: ConsentEntryId
  readonly purpose: Purpose
  readonly scope: Scope
  readonly change: ConsentChange
  /** When they said so. */
  readonly at: Instant
  /** From this instant on a grant is worth nothing; null: it does not run out. */
  readonly until: Instant | null
  readonly means: Means
  /** They said it in so many words; else it follows from what they did, such as writing to us. */
  readonly isExpress: boolean
  /** `addressKey` of the address they had when they said it: the identity it is bound to. */
  readonly address: string
}

export type Consent =
  | { readonly kind: 'given'; readonly standing: ConsentStanding }
  | { readonly kind: 'withdrawn'; readonly standing: ConsentStanding }
  /** Nothing was ever said, or it ran out, or another identity said it. */
  | { readonly kind: 'none' }

/** What of a fuller entry is kept with the contact. */
export function standingOf(entry: ConsentStanding): ConsentStanding {
  const { entryId, purpose, scope, change, at, until, means, isExpress, address } = entry
  return { entryId, purpose, scope, change, at, until, means, isExpress, address }
}

/** The contact's words after one more: it takes the place of an older one on the same purpose, scope and address. */
export function consentsAfter(
  consents: readonly ConsentStanding[],
  standing: ConsentStanding,
): readonly ConsentStanding[] {
  const place = consents.findIndex((known) => placeOf(known) === placeOf(standing))
  const known = consents[place]
  if (known === undefined) return [...consents, standing]
  return isNewer(standing, known) ? consents.with(place, standing) : consents
}

export const scopeKey = (scope: Scope): string =>
  scope.kind === 'brand' ? 'brand' : scope.kind === 'channel' ? `channel:${scope.channel}` : `line:${scope.lineId}`

const placeOf = ({ purpose, scope, address }: ConsentStanding): string => `${purpose} ${scopeKey(scope)} ${address}`

/** Of two words of one instant a withdrawal is the later one, for it protects; else the one written down later. */
export function isNewer(one: ConsentStanding, other: ConsentStanding): boolean {
  if (one.at !== other.at) return one.at > other.at
  const isWithdrawal = one.change === 'withdrawn'
  if (isWithdrawal !== (other.change === 'withdrawn')) return isWithdrawal
  return one.entryId > other.entryId
}

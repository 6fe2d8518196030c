import type { Instant } from '#base/time.ts'
import { dateIn, type LocalMonth } from '#base/zone.ts'
import type { Author, ConversationId, LineId, MessageId } from '../account/account.ts'
import type { Pricing } from '../message/status.ts'
import { countryOf, marketIn, OTHER, type Recipient } from './market.ts'
import { ALLOWANCE_TYPE, FREE_ENTRY_TYPE, FREE_WINDOW_TYPE, type Policy, type PolicyName, policyOn } from './policy.ts'
import { cardOn, type RateCard, type RateName, tiersOf, volumeDiscount } from './rate-card.ts'

/** One of our messages that reached somebody and of which Meta said what it is to it. */
export type Delivered = {
  readonly messageId: MessageId
  readonly lineId: LineId
  readonly conversationId: ConversationId
  readonly author: Author
  readonly template: { readonly name: string; readonly language: string } | null
  readonly recipient: Recipient
  /** Of a group, whom it reached besides: each costs what a message to them costs (Groups API, Pricing, 2025-11). */
  readonly others?: readonly Recipient[]
  readonly pricing: Pricing
  /** The earliest time by which Meta says it was delivered, read or played. */
  readonly deliveredAt: Instant
}

/** How a company pays for a line: its cards in the order of their import, and what its WhatsApp account is set to. */
export type Tariff = {
  readonly cards: readonly RateCard[]
  readonly timeZone: string
  readonly currency: string
}

/**
 * What came of a delivered message: charged; free by the window, by the month's allowance of the number or by an ad;
 * or `unpriced`, because no card knows its price. `volume` is no message but what the month's count made cheaper.
 */
export const OUTCOMES = ['charged', 'window', 'allowance', 'free-entry', 'unpriced', 'volume'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What costs are counted by. */
export type Dimensions = {
  readonly month: LocalMonth
  readonly currency: string
  /** Null on volume rows, which belong to the whole company. */
  readonly lineId: LineId | null
  readonly market: string
  /** As Meta writes it. */
  readonly category: string
  /** "name|language"; empty for anything that is no template. */
  readonly template: string
  /** "agent:<id>", "api:<id>", "system"; empty on volume rows. */
  readonly author: string
  readonly outcome: Outcome
}

/**
 * A row of the cost ledger; never changed. Revision 0 is the charge of a message. What is heard or imported later takes
 * the row back with an odd revision, which counts what it counted below zero, and puts the right one in its place with the
 * next even one.
 */
export type CostRow = Dimensions & {
  readonly messageId: MessageId | null
  readonly revision: number
  /** As Meta counts towards tiers and allowance: one to a person, in a group one for each it reached. */
  readonly messages: number
  readonly conversationId: ConversationId | null
  readonly policy: PolicyName | null
  readonly cardId: string | null
  readonly micros: number
  readonly deliveredAt: Instant
}

/** How the free service messages of a month are told: by this `pricing.type`, or, where that is null, by counting. */
export type Allowance = {
  readonly shownAs: string | null
  /** Those a line has had in a month. */
  readonly used: (lineId: LineId, month: LocalMonth) => number
}
const TOLD: Allowance = { shownAs: ALLOWANCE_TYPE, used: () => 0 }

/**
 * The rows that this delivery adds to the ledger, in which `latest` is the newest row of the message: one for a message
 * not charged before, none when nothing changed, else a pair. What is charged is the price of the list: what a month's
 * count makes cheaper comes in rows of its own (`volumeRow`), so that no order of hearing changes what a message costs.
 */
export function settle(
  delivered: Delivered,
  tariff: Tariff,
  latest: CostRow | null,
  allowance: Allowance = TOLD,
): readonly CostRow[] {
  const row = charge(delivered, tariff, allowance)
  if (latest === null) return [row]
  if (IDENTITY.every((key) => latest[key] === row[key])) return []
  const { revision } = latest
  return [
    { ...latest, revision: revision + 1, messages: 0 - latest.messages, micros: 0 - latest.micros },
    { ...row, revision: revision + 2 },
  ]
}

/** What makes a row another one. The card alone does not: the same price may stand in two. */
const IDENTITY = ['month', 'currency', 'lineId', 'market', 'category', 'outcome', 'messages', 'micros'] as const

function charge(delivered: Delivered, { cards, timeZone, currency }: Tariff, allowance: Allowance): CostRow {
  const { messageId, lineId, conversationId, pricing, deliveredAt, others = [] } = delivered
  const date = dateIn(timeZone, deliveredAt)
  const month = date.slice(0, 7)
  const policy = policyOn(date)
  const card = cardOn(cards, currency, date)
  const market = card && marketIn(card, countryOf(delivered.recipient))
  const rate = rateNameOf(pricing.category)
  const priceIn = (of: string | null) =>
    card && of !== null && rate !== null ? (tiersOf(card, of, rate)?.[0]?.micros ?? null) : null
  const price = priceIn(market)
  const priceOf = (one: Recipient) => (card && priceIn(marketIn(card, countryOf(one)))) ?? price ?? 0
  const free = freedBy(policy, pricing, allowance, () => allowance.used(lineId, month))
  const isPriced = price !== null && policy.unit === 'message'
  return {
    month,
    currency,
    lineId,
    market: market ?? OTHER,
    category: pricing.category,
    template: delivered.template ? `${delivered.template.name}|${delivered.template.language}` : '',
    author: authorKey(delivered.author),
    outcome: free ?? (isPriced ? 'charged' : 'unpriced'),
    messageId,
    revision: 0,
    messages: 1 + others.length,
    conversationId,
    policy: policy.policy,
    cardId: isPriced ? (card?.cardId ?? null) : null,
    micros: free === null && isPriced ? others.reduce((sum, one) => sum + priceOf(one), price) : 0,
    deliveredAt,
  }
}

/** By type and category, never by `billable`, which Meta is going to remove (cloud-api §2.4). */
function freedBy(
  policy: Policy,
  { type, category }: Pricing,
  { shownAs }: Allowance,
  used: () => number,
): Outcome | null {
  if (type === FREE_ENTRY_TYPE || category === 'referral_conversion') return 'free-entry'
  if (category === 'service' && policy.freeService !== null) {
    const isWithin = shownAs === null ? used() < policy.freeService : type === shownAs
    if (isWithin) return 'allowance'
  }
  return type === FREE_WINDOW_TYPE ? 'window' : null
}

const RATE_OF: Readonly<Record<string, RateName>> = {
  marketing: 'marketing',
  marketing_lite: 'marketing',
  utility: 'utility',
  authentication: 'authentication',
  'authentication-international': 'authentication-international',
  authentication_international: 'authentication-international',
  service: 'service',
}
/** The column of a card that prices what Meta calls so; null: none does (`general_purpose_ai` is paid by the token). */
export const rateNameOf = (category: string): RateName | null =>
  Object.hasOwn(RATE_OF, category) ? (RATE_OF[category] ?? null) : null

export const authorKey = (author: Author): string =>
  author.kind === 'agent' ? `agent:${author.agentId}` : author.kind === 'api' ? `api:${author.apiKeyId}` : 'system'

/** What counts together towards tiers: a month's messages of a market and category in the whole company. */
export type VolumeGroup = Pick<Dimensions, 'month' | 'currency' | 'market' | 'category'>

/**
 * What is missing in the ledger to the discount that a group's count earns: null when nothing is. `count` of its charged
 * messages and `discounted` micros of its volume rows so far, both with all that this transaction adds. A card holds for
 * tiers from the beginning of a month: Meta changes them on the first (cloud-api §4.5).
 */
export function volumeRow(
  group: VolumeGroup,
  { count, discounted }: { readonly count: number; readonly discounted: number },
  cards: readonly RateCard[],
  at: Instant,
): CostRow | null {
  const card = cardOn(cards, group.currency, `${group.month}-31`)
  const rate = rateNameOf(group.category)
  const tiers = card && rate !== null ? tiersOf(card, group.market, rate) : null
  const micros = (tiers ? volumeDiscount(tiers, count) : 0) - discounted
  if (micros === 0) return null
  return {
    ...group,
    lineId: null,
    template: '',
    author: '',
    outcome: 'volume',
    messageId: null,
    revision: 0,
    messages: 0,
    conversationId: null,
    policy: null,
    cardId: card?.cardId ?? null,
    micros,
    deliveredAt: at,
  }
}

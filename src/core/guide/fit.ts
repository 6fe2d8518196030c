import type { Instant } from '#base/time.ts'
import { dateIn } from '#base/zone.ts'
import { type PriceBook, estimate } from '../cost/price.ts'
import type { Money } from '../cost/money.ts'
import { policyOn } from '../cost/policy.ts'
import type { PriceCategory } from '../cost/rate-card.ts'
import { agentsNeeded, type Load } from './staffing.ts'

/** What decides between the app and the platform. */
export type FitAnswers = Load & {
  /** People who answer on this number. */
  readonly agents: number
  /** Messages of ours in a conversation. */
  readonly repliesEach: number
  /** Messages a month that we begin. */
  readonly marketingPerMonth: number
  readonly utilityPerMonth: number
  /** Other systems read or write: a CRM, a shop, a bot. */
  readonly hasSystems: boolean
  readonly wantsBot: boolean
  /** The number lives in the WhatsApp Business app today. */
  readonly isOnApp: boolean
  /** ISO 3166 alpha-2: where most customers are. */
  readonly country: string
}

export const SUITS = ['app', 'platform', 'both'] as const
export type Suits = (typeof SUITS)[number]
/** Why; in the order of their weight. */
export const FIT_REASONS = [
  'many-agents',
  'many-conversations',
  'systems',
  'bot',
  'outreach',
  'keeps-app',
  'small',
] as const
export type FitReason = (typeof FIT_REASONS)[number]

export type Fit = {
  readonly suits: Suits
  readonly reasons: readonly FitReason[]
  /** Agents the busiest hour needs: a first estimate. */
  readonly agents: number
  readonly cost: RunningCost
}

/** "Up to four linked devices" beside the telephone (WhatsApp help centre [K], unverified): more people than this cannot share the app. */
const APP_PEOPLE = 5
/** "Up to 256 contacts" in a broadcast list (WhatsApp help centre [K], unverified). */
const APP_OUTREACH = 256
/** Ours: from here on an inbox without owners loses conversations. */
const APP_CONVERSATIONS = 80

/** What suits a company, and what it would cost; an opinion with its reasons. */
export function fitOf(answers: FitAnswers, book: PriceBook, at: Instant): Fit {
  const reasons: FitReason[] = []
  if (answers.agents > APP_PEOPLE) reasons.push('many-agents')
  if (answers.conversationsPerDay > APP_CONVERSATIONS) reasons.push('many-conversations')
  if (answers.hasSystems) reasons.push('systems')
  if (answers.wantsBot) reasons.push('bot')
  if (answers.marketingPerMonth + answers.utilityPerMonth > APP_OUTREACH) reasons.push('outreach')
  const needsPlatform = reasons.length > 0
  if (answers.isOnApp && needsPlatform) reasons.push('keeps-app')
  if (!needsPlatform) reasons.push('small')
  const suits = needsPlatform ? (answers.isOnApp ? 'both' : 'platform') : 'app'
  return { suits, reasons, agents: agentsNeeded(answers), cost: runningCost(answers, book, at) }
}

/** What Meta charges in a usual month, by category; null parts are not on any rate card. */
export type RunningCost = {
  readonly parts: readonly {
    readonly category: PriceCategory
    readonly messages: number
    readonly cost: Money | null
  }[]
  /** Answers a number has free in a month; null: all are. */
  readonly freeAnswers: number | null
  readonly demonstration: boolean
}

const DAYS_A_MONTH = 30

function runningCost(answers: FitAnswers, book: PriceBook, at: Instant): RunningCost {
  const { freeService } = policyOn(dateIn(book.timeZone, at))
  const answersSent = answers.conversationsPerDay * DAYS_A_MONTH * answers.repliesEach
  const charged = freeService === null ? 0 : Math.max(0, answersSent - freeService)
  const part = (category: PriceCategory, messages: number, paid = messages) => {
    const { total, unpriced } = estimate(book, { category, countries: { [answers.country]: paid }, at })
    return { category, messages, cost: unpriced > 0 ? null : total }
  }
  return {
    parts: [
      part('marketing', answers.marketingPerMonth),
      part('utility', answers.utilityPerMonth),
      part('service', answersSent, charged),
    ],
    freeAnswers: freeService,
    demonstration: book.cards.every((card) => card.demonstration),
  }
}

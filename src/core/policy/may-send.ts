import { type Duration, type Instant, milliseconds, plus } from '#base/time.ts'
import { addressOf, type Contact } from '../contact/contact.ts'
import type { Conversation } from '../conversation/conversation.ts'
import { DEMONSTRATION_BOOK, type Price, type PriceBook, priceOf } from '../cost/price.ts'
import type { PriceCategory } from '../cost/rate-card.ts'
import type { Line } from '../line/line.ts'
import type { OutboundContent } from '../message/content.ts'
import { type Refusal, refusal } from '../refusal/refusal.ts'
import type { Template } from '../template/template.ts'
import { windowOf } from '../window/window.ts'

export type Question = {
  readonly line: Line | null
  /** Null: a person we do not know yet, who can be reached at the address they were named by. */
  readonly contact: Contact | null
  readonly conversation: Pick<Conversation, 'customerWroteAt' | 'freeEntryUntil'> | null
  readonly content: { readonly kind: 'template'; readonly template: Template | null } | { readonly kind: OtherKind }
  readonly now: Instant
  /** Closes the window this much earlier: what our clock may lag behind Meta's when a message really leaves. */
  readonly margin: Duration
  /** What the company pays; absent: the demonstration's prices. */
  readonly prices?: PriceBook | undefined
}
type OtherKind = Exclude<OutboundContent['kind'], 'template'>

export type Verdict =
  /** `price` is an estimate by the rate card; null where it knows no price. */
  | { readonly kind: 'allowed'; readonly category: PriceCategory; readonly price: Price | null }
  /** Every reason at once, never empty. */
  | { readonly kind: 'refused'; readonly reasons: readonly Refusal[] }

/**
 * The window counts as closed this much earlier, for whoever writes and for the worker that sends: our clock may lag 30 s
 * behind Meta's, and from the claim to Meta's door a request may take another 30 s. A sender must not begin a request
 * later than that, and nobody should be told "queued" about a message that will certainly be refused.
 */
export const SEND_MARGIN: Duration = milliseconds(60_000)

/** The right to send, in one question: the composer asks it while an agent types, the server when it sends. */
export function maySend(question: Question): Verdict {
  const reasons = [...lineReasons(question), ...addressReasons(question), ...contentReasons(question)]
  if (reasons.length > 0) return { kind: 'refused', reasons }
  const category = categoryOf(question)
  return { kind: 'allowed', category, price: priceFor(question, category) }
}

function lineReasons({ line }: Question): Refusal[] {
  if (line === null) return [refusal('line-missing')]
  const reasons: Refusal[] = []
  if (line.state.kind === 'disconnected') reasons.push(refusal('line-disconnected', { found: line.state.reason }))
  if (line.pausedAt !== null) reasons.push(refusal('line-paused'))
  return reasons
}

const addressReasons = ({ contact }: Question): Refusal[] =>
  contact !== null && contact.addresses.length === 0 ? [refusal('no-address')] : []

function contentReasons({ content, conversation, now, margin }: Question): Refusal[] {
  if (content.kind !== 'template') {
    const window = windowOf(conversation ?? { customerWroteAt: null }, plus(now, margin))
    return window.kind === 'open' ? [] : [refusal('window-closed')]
  }
  const { template } = content
  if (template === null) return [refusal('template-missing')]
  const reasons: Refusal[] = []
  if (template.status !== 'APPROVED') reasons.push(refusal('template-not-approved', { found: template.status }))
  if (template.unsupported.length > 0) {
    reasons.push(refusal('template-unsupported', { found: template.unsupported.join(', ') }))
  }
  return reasons
}

function categoryOf({ content }: Question): PriceCategory {
  if (content.kind !== 'template' || content.template === null) return 'service'
  return CATEGORIES[content.template.category]
}

const CATEGORIES = { MARKETING: 'marketing', UTILITY: 'utility', AUTHENTICATION: 'authentication' } as const

function priceFor({ contact, conversation, now, prices }: Question, category: PriceCategory): Price | null {
  if (contact === null) return null
  const freeUntil = conversation?.freeEntryUntil ?? null
  return priceOf(prices ?? DEMONSTRATION_BOOK, {
    category,
    recipient: {
      phone: addressOf(contact, 'phone')?.value ?? null,
      userId: addressOf(contact, 'user-id')?.value ?? null,
    },
    at: now,
    isWindowOpen: windowOf(conversation ?? { customerWroteAt: null }, now).kind === 'open',
    isFreeEntry: freeUntil !== null && now < freeUntil,
  })
}

import { type Duration, type Instant, instant, milliseconds, minutes, plus } from '#base/time.ts'
import type { Actor } from '../account/account.ts'
import { consentOf } from '../consent/consent-of.ts'
import { type Consent, type Purpose, PURPOSES } from '../consent/consent.ts'
import { blockOf } from '../contact/block.ts'
import { addressOf, type Contact } from '../contact/contact.ts'
import { isElsewhere } from '../conversation/control.ts'
import { facing, isReached } from '../contact/part.ts'
import type { Conversation } from '../conversation/conversation.ts'
import { groupReasons } from '../group/rights.ts'
import { stopFor } from '../cost/budget.ts'
import { DEMONSTRATION_BOOK, type Price, type PriceBook, priceOf } from '../cost/price.ts'
import type { PriceCategory } from '../cost/rate-card.ts'
import type { Line } from '../line/line.ts'
import type { OutboundContent } from '../message/content.ts'
import type { HouseRule } from '../message/house-rule.ts'
import { isOpen as openAt } from '../opening-hours/period.ts'
import { type Refusal, refusal } from '../refusal/refusal.ts'
import { fieldKey } from '../template/read.ts'
import { slotKey } from '../template/slots.ts'
import { type FilledTemplate, isSendable, type Template } from '../template/template.ts'
import { windowOf } from '../window/window.ts'
import { lineReasons, mostReached } from './line-rights.ts'
import { waitFor } from './permitted.ts'
import { isProactive, rulesFor } from './policy.ts'
import { purposeOf } from './purpose.ts'
import { barredBy, personOf, REACH_WINDOW, type Rights } from './rights.ts'

export type Question = {
  readonly line: Line | null
  /** Null: a person we do not know yet, who can be reached at the address they were named by. */
  readonly contact: Contact | null
  readonly conversation: Pick<
    Conversation,
    'customerWroteAt' | 'freeEntryUntil' | 'assigneeId' | 'control' | 'of'
  > | null
  readonly content: { readonly kind: OtherKind } | AskedTemplate
  /** Who writes; null: it was asked of them before. */
  readonly by: Actor | null
  /** Nobody wrote it: a rule of the house says it. */
  readonly rule?: HouseRule | undefined
  readonly rights: Rights
  readonly now: Instant
  /** Closes the window this much earlier: what our clock may lag behind Meta's when a message really leaves. */
  readonly margin: Duration
  /** What the company pays; absent: the demonstration's prices. */
  readonly prices?: PriceBook | undefined
}
type AskedTemplate = {
  readonly kind: 'template'
  readonly template: Template | null
  /** With its values, where they are known already. */
  readonly filled: FilledTemplate | null
}
type OtherKind = Exclude<OutboundContent['kind'], 'template'>

export type Verdict =
  /** `price` is an estimate by the rate card; null where it knows no price. */
  | { readonly kind: 'allowed'; readonly category: PriceCategory; readonly price: Price | null }
  /** It may leave, but not before `until`: why not now, every reason at once, never empty. To be asked again then. */
  | { readonly kind: 'deferred'; readonly until: Instant; readonly reasons: readonly Refusal[] }
  /** Every reason at once, never empty. */
  | { readonly kind: 'refused'; readonly reasons: readonly Refusal[] }

/**
 * The window counts as closed this much earlier, for whoever writes and for the worker that sends: our clock may lag 30 s
 * behind Meta's, and from the claim to Meta's door a request may take another 30 s. A sender must not begin a request
 * later than that, and nobody should be told "queued" about a message that will certainly be refused.
 */
export const SEND_MARGIN: Duration = milliseconds(60_000)
/** When the people of a day are used up, room comes back one by one; it is asked again this much later. */
const REACH_AGAIN: Duration = minutes(15)

/** The right to send, in one question: the composer asks it while an agent types, the server when it sends. */
export function maySend(question: Question): Verdict {
  const { line, contact, content, rights, now } = question
  const asked = aboutOf(question)
  const standing = line === null ? [] : rights.standing(line.lineId)
  const refusals = [
    ...lineReasons(line, standing, asked.isFirst, now),
    ...addressReasons(question),
    ...blockReasons(question),
    ...groupReasons(contact, content),
    ...contentReasons(question),
    ...budgetReasons(question),
    ...ownerReasons(question),
    ...elsewhereReasons(question),
    ...awayReasons(question),
    ...personReasons(question, asked),
  ]
  const wait = waitOf(question, asked)
  if (refusals.length > 0 || wait.until === null) return { kind: 'refused', reasons: [...refusals, ...wait.reasons] }
  if (wait.reasons.length > 0) return { kind: 'deferred', until: wait.until, reasons: wait.reasons }
  const category = categoryOf(question)
  return { kind: 'allowed', category, price: priceFor(question, category) }
}

/**
 * What a message is for, and whether it begins a conversation: a template while no window is open. Only such a message
 * counts as contacting somebody, and only such a one must keep hours and frequency.
 */
export function aboutOf(question: Omit<Question, 'rights' | 'line' | 'by'>): About {
  const { content, margin } = question
  const purpose = content.kind === 'template' && content.template !== null ? purposeOf(content.template) : 'service'
  return { purpose, isFirst: content.kind === 'template' && !isOpen(question, margin) }
}
type About = { readonly purpose: Purpose; readonly isFirst: boolean }

/** Who wrote has the window: where they are reached no more, it is none with another part of the contact, who gets what is sent. */
function isOpen({ contact, conversation, now }: Pick<Question, 'contact' | 'conversation' | 'now'>, margin: Duration) {
  if (conversation === null || (contact && !isReached(contact, conversation.of))) return false
  return windowOf(conversation, plus(now, margin)).kind === 'open'
}

const addressReasons = ({ contact }: Question): Refusal[] => {
  if (contact === null || contact.addresses.length > 0) return []
  return [refusal(contact.erasedAt === undefined ? 'no-address' : 'contact-erased')]
}

/** Whoever is blocked is written nothing, not even a template: they could not answer. */
function blockReasons({ contact, line }: Question): Refusal[] {
  const block = contact && line && blockOf(contact, line.lineId)
  return block ? [refusal('contact-blocked', { found: block.reason })] : []
}

function contentReasons(question: Question): Refusal[] {
  const { line, content, margin } = question
  if (content.kind !== 'template') return isOpen(question, margin) ? [] : [refusal('window-closed')]
  const { template, filled } = content
  if (template === null) return [refusal('template-missing')]
  const reasons: Refusal[] = []
  if (line !== null && template.groupKey !== line.groupKey) reasons.push(refusal('template-elsewhere'))
  if (!isSendable(template.status)) reasons.push(refusal('template-not-approved', { found: template.status }))
  if (template.unsupported.length > 0) {
    reasons.push(refusal('template-unsupported', { found: template.unsupported.join(', ') }))
  }
  const given = new Set(filled?.values.map(fieldKey))
  for (const field of filled === null ? [] : template.fields) {
    const key = fieldKey(field)
    if (!given.has(key)) reasons.push(refusal('template-field-missing', { field: `content.values.${key}` }))
  }
  const filledSlots = new Set(filled?.slots?.map(slotKey))
  for (const slot of filled === null ? [] : (template.slots ?? [])) {
    const key = slotKey(slot)
    if (slot.isNeeded && !filledSlots.has(key)) {
      reasons.push(refusal('template-field-missing', { field: `content.values.${key}` }))
    }
  }
  return reasons
}

/** Anything but a template takes a conversation from whoever answers it: that is for a person to want, or a program of theirs. */
function elsewhereReasons({ by, conversation, content }: Question): Refusal[] {
  if (by?.kind !== 'system' || content.kind === 'template' || !isElsewhere(conversation?.control)) return []
  return [refusal('conversation-elsewhere', { found: conversation?.control?.owner ?? 'null' })]
}

function ownerReasons({ by, conversation, rights }: Question): Refusal[] {
  const owner = conversation?.assigneeId ?? null
  if (!rights.policy.isOwnerOnly || by?.kind !== 'agent' || owner === null || owner === by.agentId) return []
  return [refusal('conversation-taken', { found: owner })]
}

/**
 * Being told that nobody is there is nothing anybody asked for: not while it is open, nor a moment before it opens, and not
 * for those who said no to anything.
 */
function awayReasons({ rule, line, contact, rights, now, margin }: Question): Refusal[] {
  if (rule !== 'away' || line === null || contact === null) return []
  const kept = rights.hoursOf(line.lineId)
  const isAway = kept?.away != null && !openAt(kept.hours, now) && !openAt(kept.hours, plus(now, margin))
  const refused = PURPOSES.find((purpose) => consentOf(contact, purpose, line, now).kind === 'withdrawn')
  const covers = barredBy(rights, contact, instant(0))
  return [
    ...(isAway ? [] : [refusal('not-away')]),
    ...(refused === undefined ? [] : [refusal('consent-withdrawn', { found: refused })]),
    ...(covers === null ? [] : [refusal('do-not-contact', { found: covers })]),
  ]
}

/**
 * Lists and consent. Who said no is sent nothing of the kind, whatever the window: saying no opens one. Advertising needs a
 * yes and the lists always, the rest only when we begin; an answer needs neither.
 */
function personReasons({ line, contact, conversation, rights, now }: Question, { purpose, isFirst }: About): Refusal[] {
  if (line === null || !isProactive(purpose)) return []
  const consent = contact === null ? NO_CONSENT : consentOf(contact, purpose, line, now)
  const reasons: Refusal[] = []
  if (consent.kind === 'withdrawn') reasons.push(refusal('consent-withdrawn', { found: purpose }))
  if (!isFirst && purpose !== 'marketing') return reasons
  const covers = contact === null ? null : barredBy(rights, contact, saidYesAt(consent))
  if (covers === 'everything' || (covers === 'marketing' && purpose === 'marketing')) {
    reasons.push(refusal('do-not-contact', { found: covers }))
  }
  const { country } = personOf(facedIn(contact, conversation), line.channel, rights.policy)
  const asks = rulesFor(rights.policy, country, purpose, now).filter(({ needsConsent }) => needsConsent)
  if (consent.kind === 'none' && asks[0]) {
    reasons.push(refusal('consent-missing', { field: asks[0].of, found: purpose }))
  }
  if (purpose === 'marketing' && country !== null && NO_MARKETING.has(country)) {
    reasons.push(refusal('marketing-not-delivered', { found: country }))
  }
  return reasons
}

/** Long ago, when they said no yes in so many words. */
const saidYesAt = (consent: Consent): Instant =>
  consent.kind === 'given' && consent.standing.isExpress ? consent.standing.at : instant(0)

const NO_CONSENT = { kind: 'none' } as const
/** Meta delivers no marketing templates there since 2025-04-01 (cloud-api §4.4). */
const NO_MARKETING: ReadonlySet<string> = new Set(['US'])

function waitOf(question: Question, about: About): ReturnType<typeof waitFor> {
  const { line, contact, conversation, rights, now, margin } = question
  const { purpose, isFirst } = about
  if (!isFirst || line === null) return { reasons: [], until: now }
  const person = personOf(facedIn(contact, conversation), line.channel, rights.policy)
  const rules = isProactive(purpose) ? rulesFor(rights.policy, person.country, purpose, now) : []
  const wait = waitFor(rules, person, now, margin)
  const most = mostReached(rights.standing(line.lineId), now)
  const sharing = rights.sharing(line.lineId)
  // Meta counts each account of a person by itself, and what is noted with a merged contact may have been another's.
  const counted = contact?.parts === undefined ? (contact?.outreach ?? []) : []
  const isCounted = counted.some(
    ({ at, lineId }) =>
      plus(at, REACH_WINDOW) > now && (lineId === undefined || sharing === null || sharing.includes(lineId)),
  )
  const used = rights.reached(line.lineId, now)
  if (most === null || isCounted || used < most) return wait
  const again = plus(now, REACH_AGAIN)
  return {
    reasons: [...wait.reasons, refusal('reach-used-up', { found: String(used), expected: String(most) })],
    until: wait.until === null || wait.until > again ? wait.until : again,
  }
}

function budgetReasons(question: Question): Refusal[] {
  const { rights, line } = question
  const stop = stopFor(rights.budgetStops, line?.lineId ?? null, categoryOf(question))
  return stop === null ? [] : [refusal('budget-exhausted', { found: stop.name })]
}

/** Where they are who get it: the part of the contact that the conversation is with. */
const facedIn = (contact: Contact | null, conversation: Question['conversation']): Contact | null =>
  contact && facing(contact, conversation?.of)

function categoryOf({ content }: Question): PriceCategory {
  if (content.kind !== 'template' || content.template === null) return 'service'
  return CATEGORIES[content.template.category]
}

const CATEGORIES = { MARKETING: 'marketing', UTILITY: 'utility', AUTHENTICATION: 'authentication' } as const

function priceFor(question: Question, category: PriceCategory): Price | null {
  const { contact, conversation, now, prices } = question
  if (contact === null) return null
  const freeUntil = conversation?.freeEntryUntil ?? null
  const faced = facing(contact, conversation?.of)
  return priceOf(prices ?? DEMONSTRATION_BOOK, {
    category,
    recipient: {
      phone: addressOf(faced, 'phone')?.value ?? null,
      userId: addressOf(faced, 'user-id')?.value ?? null,
    },
    at: now,
    isWindowOpen: isOpen(question, milliseconds(0)),
    isFreeEntry: freeUntil !== null && now < freeUntil,
  })
}

import { type Duration, hours, type Instant, minutes, plus } from '#base/time.ts'
import type { ContactId, MessageId } from '#core/account/account.ts'
import { addressOf, type Contact } from '#core/contact/contact.ts'
import { facing } from '#core/contact/part.ts'
import type { Fact } from '#core/loop/fact.ts'
import type { Verdict } from '#core/policy/may-send.ts'
import { isBarred, isCollection, isLimited, MOST_REACHED } from './company.ts'
import type { Shadow, Sim } from './parts.ts'
import type { Accepted } from './truth.ts'

/** What was begun with somebody, as it was when it was claimed. */
type Claim = { readonly contactId: ContactId; readonly isColombian: boolean; readonly at: Instant }

/**
 * Whether people are contacted only when and as often as the law of Colombia and the companies' own rules allow, by true
 * time, and written down once more, apart from the core: collections Monday to Friday from 7 to 19, Saturdays from 8 to 15,
 * never on holidays, once a day; and nobody on a list at all.
 */
export function createContactChecks(sim: Sim) {
  const { stage, violate, rare } = sim
  const claims = new Map<MessageId, Claim>()
  const arrivals = new Map<string, MessageId>()
  /** Messages of the limited company that began with somebody, and with whom; and when each person was last written to so. */
  const begun = new Map<MessageId, ContactId>()
  const reached = new Map<ContactId, Instant>()

  /** Looks at the shadow before the fact is folded in. */
  function checkFact(shadow: Shadow, fact: Fact): void {
    if (fact.kind === 'message-postponed' && fact.right?.kind === 'deferred')
      rare.saw('held back until it was permitted')
    if (fact.kind === 'message-postponed' && isForReach(fact.right))
      rare.saw('held back because enough people were begun with')
    if (fact.kind === 'message-queued' && fact.message.direction === 'out' && fact.message.right?.kind === 'deferred') {
      rare.saw('queued for a day on which it is permitted')
    }
    if (fact.kind === 'outreach-released') {
      rare.saw('contact that never happened is not counted')
      claims.delete(fact.messageId)
      begun.delete(fact.messageId)
    }
    if (fact.kind !== 'outreach-counted') return
    const contact = shadow.world.contacts.get(fact.contactId)
    const { messageId } = fact.outreach
    if (!contact) return violate(`${messageId} begins with a contact that is not there`)
    if (isBarred(shadow.accountId, contact)) violate(`${messageId} begins with somebody nobody may contact`)
    if (isLimited(shadow.accountId)) begun.set(messageId, contact.contactId)
    const message = shadow.world.messages.get(messageId)
    if (!message || !isCollection(message.content)) return
    const faced = facing(contact, shadow.world.conversations.get(message.conversationId)?.of)
    claims.set(messageId, { contactId: contact.contactId, isColombian: isColombian(faced), at: stage.now() })
  }

  /** Meta took it: nothing of it may have gone wrong on the way. */
  function checkArrival({ messageId, at }: Accepted): void {
    checkReach(messageId, at)
    const claim = claims.get(messageId)
    if (!claim?.isColombian) return
    const local = inBogota(at)
    if (!isPermitted(local)) violate(`${messageId} collects outside the permitted hours, ${local.toISOString()}`)
    const day = `${claim.contactId} ${local.toISOString().slice(0, 10)}`
    const other = arrivals.get(day)
    if (other !== undefined && other !== messageId) violate(`${messageId} collects on the same day as ${other}`)
    arrivals.set(day, messageId)
    rare.saw('collected within the permitted hours')
  }

  /** From what Meta accepted alone, whichever copy sent it. */
  function checkReach(messageId: MessageId, at: Instant): void {
    const contactId = begun.get(messageId)
    if (contactId === undefined) return
    reached.set(contactId, at)
    const lately = [...reached.values()].filter((last) => last > plus(at, -REACH as Duration))
    if (lately.length > MOST_REACHED) violate(`${messageId} begins with more people than the portfolio may in a day`)
  }

  return { checkFact, checkArrival }
}

/** A day, without what a message may take on its way and clocks may be apart. */
const REACH: Duration = minutes(24 * 60 - 10)

const isForReach = (right: Verdict | undefined): boolean =>
  right?.kind === 'deferred' && right.reasons.some(({ code }) => code === 'reach-used-up')

const isColombian = (contact: Contact): boolean => addressOf(contact, 'phone')?.value.startsWith('57') ?? false

/** Its clock, read as if it stood in Greenwich. Colombia knows no summer time. */
const inBogota = (at: Instant): Date => new Date(plus(at, hours(-5)))

function isPermitted(local: Date): boolean {
  const hour = local.getUTCHours()
  const day = local.getUTCDay()
  if (HOLIDAYS.has(local.toISOString().slice(0, 10)) || day === 0) return false
  return day === 6 ? hour >= 8 && hour < 15 : hour >= 7 && hour < 19
}

/** As published, for as long as any world lasts. */
const HOLIDAYS: ReadonlySet<string> = new Set(
  `2026-11-02 2026-11-16 2026-12-08 2026-12-25 2027-01-01 2027-01-11 2027-03-22 2027-03-25 2027-03-26 2027-05-01
   2027-05-10 2027-05-31 2027-06-07 2027-07-05 2027-07-20 2027-08-07 2027-08-16 2027-10-18 2027-11-01 2027-11-15`.split(
    /\s+/,
  ),
)

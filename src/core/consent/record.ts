import { type Instant, instant } from '#base/time.ts'
import type { ConsentEntryId } from '../account/account.ts'
import { type Address, addressKey, type Contact, presentAddresses, type Sender } from '../contact/contact.ts'
import { identify } from '../contact/identify.ts'
import { facing, ofPart, ownerOf, partOf } from '../contact/part.ts'
import { variantsOf } from '../contact/phone-variants.ts'
import type { ChannelId } from '../line/line.ts'
import { answer, type Outcome, refused, type Step } from '../loop/step.ts'
import { refusal } from '../refusal/refusal.ts'
import { scopeKey } from './consent.ts'
import type { RecordConsent, Saying, Word } from './entry.ts'

/** Somebody writes down what a person said. Saying the very same again changes nothing. */
export function recordConsent(step: Step, { of, saying }: RecordConsent): Outcome {
  const contact = of.kind === 'contact' ? step.world.contacts.get(of.contactId) : personOf(step, of)
  if (!contact) return refused(refusal('contact-missing', { field: 'contactId' }))
  if (contact.erasedAt !== undefined) return refused(refusal('contact-erased', { field: 'contactId' }))
  if (contact.joined) {
    return refused(refusal('contact-merged', { found: contact.contactId, expected: contact.joined.into }))
  }
  // Nothing would be kept of it.
  if (presentAddresses(contact, of.channel).length === 0) return refused(refusal('no-address', { field: 'contactId' }))
  const isNew = record(step, contact, of.channel, of.kind === 'person' ? of.sender : null, saying)
  return answer({ contactId: contact.contactId, repeated: !isNew })
}

/** Of merged contacts the part that was named. */
function personOf(step: Step, of: Extract<RecordConsent['of'], { kind: 'person' }>): Contact {
  const contact = identify(step, of, of.sender, false, null)
  return facing(contact, partOf(contact, of.channel, of.sender))
}

/**
 * Writes down what a contact said, a fact for each purpose. `as`: how they were named when they said it; null: as they are
 * known now. Of merged contacts it is the word of the part whose address it is bound to. False when all of it had been
 * written down before. A time to come counts as now, or it would outlast every word that follows.
 */
export function record(step: Step, contact: Contact, channel: ChannelId, as: Who | null, saying: Saying): boolean {
  const { context } = step
  const { words, ...how } = saying
  const at: Instant = instant(Math.min(how.at, context.now))
  let isNew = false
  for (const word of words) {
    const identity = identityOf(contact, channel, as, word.change)
    const address = identity && addressKey(identity)
    if (identity === null || address === null || isKnown(contact, address, word, at)) continue
    const entryId = context.ids.next(context.now) as ConsentEntryId
    const { contactId } = contact
    const entry = { ...word, ...how, at, entryId, address }
    step.fact({ kind: 'consent-recorded', contactId, entry, ...ofPart(ownerOf(identity, contact), contactId) })
    isNew = true
  }
  return isNew
}

type Who = Pick<Sender, 'userId' | 'phone'>

/**
 * The address a word is bound to. A grant belongs to the one it was given under, a withdrawal to whatever names the person
 * best, so that it protects them however they are reached later.
 */
function identityOf(contact: Contact, channel: ChannelId, as: Who | null, change: Word['change']): Address | null {
  const present = presentAddresses(contact, channel)
  const phones = as === null || as.phone === null ? [] : variantsOf(as.phone)
  const named = present.find(({ kind, value }) => (kind === 'user-id' ? value === as?.userId : phones.includes(value)))
  const best = present.find(({ kind }) => kind === 'user-id') ?? present.at(-1)
  return (change === 'withdrawn' ? best : (named ?? best)) ?? null
}

const isKnown = (contact: Contact, address: string, word: Word, at: Instant): boolean =>
  contact.consents.some(
    (known) =>
      known.address === address &&
      known.at === at &&
      known.change === word.change &&
      known.until === word.until &&
      known.purpose === word.purpose &&
      scopeKey(known.scope) === scopeKey(word.scope),
  )

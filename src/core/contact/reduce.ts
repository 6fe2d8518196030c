import { consentsAfter, standingOf } from '../consent/consent.ts'
import type { FactBody } from '../loop/fact.ts'
import { outreachAfter, outreachWithout } from '../policy/outreach.ts'
import type { Contact } from './contact.ts'

/** The contact after a fact about what they said, where they live or when we began with them; the very same object when nothing changed. */
export function contactAfter(
  contact: Contact,
  fact: Extract<FactBody, { kind: 'consent-recorded' | 'contact-placed' | 'outreach-counted' | 'outreach-released' }>,
): Contact {
  if (fact.kind === 'consent-recorded') {
    const consents = consentsAfter(contact.consents, standingOf(fact.entry))
    return consents === contact.consents ? contact : { ...contact, consents }
  }
  if (fact.kind === 'contact-placed') {
    const { zone, ...unplaced } = contact
    if (fact.zone === (zone ?? null)) return contact
    return fact.zone === null ? unplaced : { ...unplaced, zone: fact.zone }
  }
  const known = contact.outreach ?? []
  const outreach =
    fact.kind === 'outreach-counted' ? outreachAfter(known, fact.outreach) : outreachWithout(known, fact.messageId)
  return outreach === known ? contact : { ...contact, outreach }
}

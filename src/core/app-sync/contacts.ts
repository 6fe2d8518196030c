import type { Listing } from '../contact/contact.ts'
import { identify, knownContact } from '../contact/identify.ts'
import { partOf } from '../contact/part.ts'
import type { Line } from '../line/line.ts'
import { answer, type Outcome, type Step } from '../loop/step.ts'
import { isOfErased } from '../privacy/erase.ts'
import type { AddAppContacts, AppContact } from './portion.ts'

/**
 * Who is in the app's address book is a contact of ours, called what the business calls them there. Of two words about one
 * entry the younger holds, whichever comes first; taking an entry out keeps the person, and all they said.
 */
export function addAppContacts(step: Step, { line, contacts, effectId }: AddAppContacts): Outcome {
  for (const contact of contacts) list(step, line, contact)
  step.finish(effectId)
  return answer()
}

function list(step: Step, line: Line, { phone, name, at }: AppContact): void {
  const person = { userId: null, phone, name: null, username: null }
  if (isOfErased(step, line.channel, person, at)) return
  const contact = knownContact(step.world, line, person, null) ?? identify(step, line, person, false, null)
  const listing: Listing = { name, at }
  const of = partOf(contact, line.channel, person)
  const part = contact.parts?.find(({ contactId }) => contactId === of)
  if (isYounger(listing, part ? part.took.listed : contact.listed)) {
    step.fact({ kind: 'contact-listed', contactId: contact.contactId, listing, ...(of !== undefined && { of }) })
  }
}

/** Meta tells whole seconds: of two words of the same one, a name outdoes its end, and any two names always end alike. */
const isYounger = (listing: Listing, known: Listing | undefined): boolean =>
  known === undefined || listing.at > known.at || (listing.at === known.at && (listing.name ?? '') > (known.name ?? ''))

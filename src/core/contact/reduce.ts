import type { ContactId } from '../account/account.ts'
import { consentsAfter, standingOf } from '../consent/consent.ts'
import type { FactBody } from '../loop/fact.ts'
import { outreachAfter, outreachWithout } from '../policy/outreach.ts'
import { blocksAfter } from './block.ts'
import { type Address, addressKey, type Contact, type PastAddress, type Claim, type Part } from './contact.ts'
import { isSameListing, MOST_APART, MOST_CLAIMS } from './part.ts'

type Told = Extract<
  FactBody,
  {
    kind:
      | 'contact-named'
      | 'address-retired'
      | 'identity-known'
      | 'consent-recorded'
      | 'contact-listed'
      | 'contact-placed'
      | 'contact-blocked'
      | 'contact-unblocked'
      | 'outreach-counted'
      | 'outreach-released'
      | 'group-changed'
  }
>

/** The contact after a fact that concerns nobody else; the very same object when nothing changed. */
export function contactAfter(contact: Contact, fact: Told): Contact {
  if (fact.kind === 'contact-named') return named(contact, fact)
  if (fact.kind === 'address-retired') return retired(contact, { ...fact.address, until: fact.until })
  if (fact.kind === 'identity-known') return identified(contact, fact)
  if (fact.kind === 'consent-recorded') {
    const consents = consentsAfter(contact.consents, standingOf(fact.entry))
    return consents === contact.consents ? contact : { ...contact, consents }
  }
  if (fact.kind === 'contact-listed') return listed(contact, fact)
  if (fact.kind === 'contact-placed') {
    const { zone, ...unplaced } = contact
    if (fact.zone === (zone ?? null)) return contact
    return fact.zone === null ? unplaced : { ...unplaced, zone: fact.zone }
  }
  if (fact.kind === 'contact-blocked') {
    return { ...contact, blocks: blocksAfter(contact.blocks ?? [], fact.block.lineId, fact.block) }
  }
  if (fact.kind === 'group-changed') return { ...contact, group: fact.group, name: fact.group.subject.value }
  if (fact.kind === 'contact-unblocked') {
    return { ...contact, blocks: blocksAfter(contact.blocks ?? [], fact.lineId, null) }
  }
  const known = contact.outreach ?? []
  const outreach =
    fact.kind === 'outreach-counted' ? outreachAfter(known, fact.outreach) : outreachWithout(known, fact.messageId)
  return outreach === known ? contact : { ...contact, outreach }
}

function retired(contact: Contact, address: PastAddress): Contact {
  const { past = [], ...rest } = without(contact, address)
  return { ...rest, past: [...past, address] }
}

function identified(contact: Contact, { of, identity }: Extract<Told, { kind: 'identity-known' }>): Contact {
  return of === undefined ? { ...contact, identity } : withPart(contact, of, (part) => ({ ...part, identity }))
}

/** What is learnt of a part goes with it, should it be taken out. */
function named(contact: Contact, { of, name, username }: Extract<Told, { kind: 'contact-named' }>): Contact {
  const took = {
    ...(name !== null && name !== contact.name && { name }),
    ...(username !== null && username !== contact.username && { username }),
  }
  return { ...withTook(contact, of, took), name, username }
}

/** What a part is called in the address book is shown as long as the contact itself is called nothing there. */
function listed(contact: Contact, { of, listing }: Extract<Told, { kind: 'contact-listed' }>): Contact {
  const before = contact.parts?.find(({ contactId }) => contactId === of)?.took.listed
  const isShown = before === undefined ? contact.listed === undefined : isSameListing(contact.listed, before)
  return {
    ...withTook(contact, of, { listed: listing }),
    ...((of === undefined || isShown) && { listed: listing }),
  }
}

const withTook = (contact: Contact, of: ContactId | undefined, took: Part['took']): Contact =>
  withPart(contact, of, (part) => ({ ...part, took: { ...part.took, ...took } }))

function withPart(contact: Contact, of: ContactId | undefined, change: (part: Part) => Part): Contact {
  const parts = contact.parts?.map((part) => (part.contactId === of ? change(part) : part))
  return parts && of !== undefined ? { ...contact, parts } : contact
}

/** Somebody said that the other is another, seeing this; what was seen before was seen. */
export function keptApart(
  contact: Contact,
  otherId: ContactId,
  { evidence }: Extract<FactBody, { kind: 'contacts-kept-apart' }>,
): Contact {
  const { apart = [] } = contact
  const others = apart.filter(({ contactId }) => contactId !== otherId)
  const seen = apart.flatMap((one) => (one.contactId === otherId ? one.evidence : []))
  const all = [...new Set([...seen, ...evidence])]
  return { ...contact, apart: [...others, { contactId: otherId, evidence: all }].slice(-MOST_APART) }
}

/** One of the contact and the other gave a phone as their own that the other of them has. */
export function claimed(contact: Contact, claim: Claim): Contact {
  const others = (contact.claims ?? []).filter(
    ({ contactId, phone }) => contactId !== claim.contactId || phone !== claim.phone,
  )
  return { ...contact, claims: [...others, claim].slice(-MOST_CLAIMS) }
}

/** Nobody has to be asked any more who the contact is. */
export function settled({ succeeds: _, ...contact }: Contact): Contact {
  return contact
}

/** The contact without this address, in use or past. */
export function without(contact: Contact, address: Address): Contact {
  const { past, ...rest } = contact
  const others = <One extends Address>(list: readonly One[]) =>
    list.filter((other) => addressKey(other) !== addressKey(address))
  const left = others(past ?? [])
  return { ...rest, addresses: others(contact.addresses), ...(left.length > 0 && { past: left }) }
}

import type { FactBody } from '../loop/fact.ts'
import { outreachAfter, outreachWithout } from '../policy/outreach.ts'
import type { Contact } from './contact.ts'

/** The contact after a fact about when we began with them; the very same object when nothing changed. */
export function contactAfter(
  contact: Contact,
  fact: Extract<FactBody, { kind: 'outreach-counted' | 'outreach-released' }>,
): Contact {
  const known = contact.outreach ?? []
  const outreach =
    fact.kind === 'outreach-counted' ? outreachAfter(known, fact.outreach) : outreachWithout(known, fact.messageId)
  return outreach === known ? contact : { ...contact, outreach }
}

import type { CommandBody } from '../loop/command.ts'
import { answer, type Outcome, refused, type Step } from '../loop/step.ts'
import { refusal } from '../refusal/refusal.ts'
import { EVIDENCE_KINDS } from './evidence.ts'
import { merge } from './merge-contacts.ts'

type Settle = Extract<CommandBody, { kind: 'settle-identity' }>

/**
 * Somebody has made sure who a contact is that got the addresses of another. The same person: they are merged into the
 * contact of before — or the one that is a part of by now — and can be taken out again, which asks anew. Another: both
 * stay as they are, and nobody is asked again. Answers the contact whose the addresses are.
 */
export function settleIdentity(step: Step, command: Settle): Outcome {
  const { contactId, formerId, intoId, isSame, by } = command
  const contact = step.world.contacts.get(contactId)
  const former = step.world.contacts.get(formerId)
  if (!contact) return refused(refusal('contact-missing', { field: 'id', found: contactId }))
  if (contact.erasedAt !== undefined) return refused(refusal('contact-erased'))
  if (contact.joined || contact.succeeds?.contactId !== formerId) {
    return refused(refusal('identity-settled', { field: 'id' }))
  }
  if (isSame && former?.erasedAt !== undefined) return refused(refusal('contact-erased'))
  const into = step.world.contacts.get(intoId)
  const isTheirs = intoId === formerId || into?.parts?.some((part) => part.contactId === formerId)
  if (isSame && (!into || !isTheirs || into.joined)) {
    return refused(refusal('contact-merged', { found: formerId, expected: into?.joined?.into ?? intoId }))
  }
  step.fact({ kind: 'identity-settled', contactId, formerId, isSame, by })
  if (isSame) merge(step, { contactId, intoId, by, why: null, evidence: [] }, command.lineIds)
  else if (former) {
    step.fact({ kind: 'contacts-kept-apart', contactId, otherId: formerId, evidence: EVIDENCE_KINDS, by })
  }
  return answer({ contactId: isSame ? intoId : contactId })
}

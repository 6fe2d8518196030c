import type { CommandBody } from '../loop/command.ts'
import { answer, type Outcome, refused, type Step } from '../loop/step.ts'
import { refusal } from '../refusal/refusal.ts'
import type { Contact } from './contact.ts'
import { passConversation } from './pass.ts'

type Settle = Extract<CommandBody, { kind: 'settle-identity' }>

/**
 * Somebody has made sure who a contact is that got the addresses of another. The same person: the addresses, what they
 * said of consents, and the conversations since go to the contact of before, and the threads go on from what was said
 * then. Another: both stay as they are, and nobody is asked again. Answers the contact whose the addresses are.
 */
export function settleIdentity(step: Step, command: Settle): Outcome {
  const { contactId, formerId, isSame, by } = command
  const contact = step.world.contacts.get(contactId)
  const former = step.world.contacts.get(formerId)
  if (!contact) return refused(refusal('contact-missing', { field: 'id', found: contactId }))
  if (contact.erasedAt !== undefined) return refused(refusal('contact-erased'))
  if (contact.succeeds?.contactId !== formerId) return refused(refusal('identity-settled', { field: 'id' }))
  if (isSame && former?.erasedAt !== undefined) return refused(refusal('contact-erased'))
  step.fact({ kind: 'identity-settled', contactId, formerId, isSame, by })
  if (!isSame || !former) return answer({ contactId })
  for (const address of contact.addresses) step.fact({ kind: 'address-added', contactId: formerId, address })
  learnOf(step, former, contact)
  for (const lineId of command.lineIds) passConversation(step, lineId, contactId, formerId)
  return answer({ contactId: formerId })
}

/** What was noted of them meanwhile holds where nothing was known before; their names and zone of before stay. */
function learnOf(step: Step, { contactId, ...former }: Contact, later: Contact): void {
  const name = former.name ?? later.name
  const username = later.username ?? former.username
  if (name !== former.name || username !== former.username) {
    step.fact({ kind: 'contact-named', contactId, name, username })
  }
  if (former.zone === undefined && later.zone !== undefined) {
    step.fact({ kind: 'contact-placed', contactId, zone: later.zone })
  }
}

import type { Instant } from '#base/time.ts'
import { addressesOf } from '../contact/identify.ts'
import type { Sender } from '../contact/contact.ts'
import type { ChannelId } from '../line/line.ts'
import type { CommandBody } from '../loop/command.ts'
import { answer, type Outcome, refused, type Step } from '../loop/step.ts'
import { refusal } from '../refusal/refusal.ts'

/**
 * From now on this person is nobody: their addresses lead nowhere, so that whoever writes from one is somebody new. What is
 * kept of them elsewhere is swept up afterwards. Again changes nothing.
 */
export function eraseContact(
  step: Step,
  { contactId, requestId }: Extract<CommandBody, { kind: 'erase-contact' }>,
): Outcome {
  const contact = step.world.contacts.get(contactId)
  if (!contact) return refused(refusal('contact-missing', { field: 'contactId', found: contactId }))
  if (contact.erasedAt !== undefined) return answer({ contactId, repeated: true })
  step.fact({ kind: 'contact-erased', contactId, requestId })
  return answer({ contactId })
}

/**
 * Whether something said at this instant comes from somebody who was erased since: the channel repeats itself, or we go
 * over old deliveries again. Their erasure covers all they said before it.
 */
export function isOfErased({ world, context }: Step, channel: ChannelId, sender: Sender, at: Instant): boolean {
  const { formerly } = context.rightsOf(world.accountId)
  return addressesOf({ channel }, sender).some((address) => formerly(address, at) !== null)
}

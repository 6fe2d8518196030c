import type { ContactId, LineId } from '../account/account.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { CommandBody } from '../loop/command.ts'
import { answer, type Outcome, refused, type Step } from '../loop/step.ts'
import { contactLineKey, type World } from '../loop/world.ts'
import { refusal } from '../refusal/refusal.ts'
import type { Contact } from './contact.ts'

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
  for (const lineId of command.lineIds) pass(step, lineId, contactId, formerId)
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

/** Of two conversations on a line the later one goes on, open if either was, and the earlier one stands above it. */
function pass(step: Step, lineId: LineId, contactId: ContactId, formerId: ContactId): void {
  const { world } = step
  const later = conversationOn(world, contactId, lineId)
  if (!later) return
  const before = conversationOn(world, formerId, lineId)
  const { conversationId } = later
  if (before?.state === 'open') {
    step.fact({ kind: 'conversation-resolved', conversationId: before.conversationId, by: { kind: 'system' } })
  }
  const earlier = before ? [before.conversationId, ...(before.earlier ?? [])] : []
  step.fact({ kind: 'conversation-passed', conversationId, contactId: formerId, earlier })
  if (before?.state === 'open' && later.state === 'resolved') {
    step.fact({ kind: 'conversation-reopened', conversationId })
  }
}

function conversationOn(world: World, contactId: ContactId, lineId: LineId): Conversation | undefined {
  const conversationId = world.conversationByContact.get(contactLineKey(contactId, lineId))
  return conversationId === undefined ? undefined : world.conversations.get(conversationId)
}

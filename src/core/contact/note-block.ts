import type { CommandBody } from '../loop/command.ts'
import { answer, type Outcome, refused, type Step } from '../loop/step.ts'
import { refusal } from '../refusal/refusal.ts'
import { blockOf } from './block.ts'

type BlockCommand = Extract<CommandBody, { kind: 'block-contact' | 'unblock-contact' }>

/** Writes down what the platform has done already. Saying again what is so is answered and changes nothing. */
export function noteBlock(step: Step, command: BlockCommand): Outcome {
  const { contactId, lineId, by } = command
  const contact = step.world.contacts.get(contactId)
  if (!contact) return refused(refusal('contact-missing'))
  if (contact.erasedAt !== undefined) return refused(refusal('contact-erased'))
  const known = blockOf(contact, lineId)
  if (command.kind === 'unblock-contact') {
    if (known !== null) step.fact({ kind: 'contact-unblocked', contactId, lineId, by })
  } else if (known === null) {
    const block = { lineId, at: step.context.now, by, reason: command.reason }
    step.fact({ kind: 'contact-blocked', contactId, block })
  }
  return answer({ contactId })
}

import { plus } from '#base/time.ts'
import { answer, type Outcome, refused, type Step } from '../loop/step.ts'
import { sayByOurselves } from '../message/queue.ts'
import { refusal } from '../refusal/refusal.ts'
import { LANGUAGES } from '#base/language.ts'
import { consentOf } from './consent-of.ts'
import { say } from './heed.ts'
import { type ConfirmSignUp, denialKey, isTheirs, SIGN_UP_LIFE } from './sign-up.ts'

/**
 * Consent counts from here on: the number that was signed up sent the code itself. Answers the contact; null when the code
 * is another number's or too old, and then they are told how to agree without it.
 */
export function confirmSignUp(step: Step, command: ConfirmSignUp): Outcome {
  const { effectId, messageId, line, text, signUp } = command
  const { world, context } = step
  step.finish(effectId)
  const message = world.messages.get(messageId)
  const conversation = message && world.conversations.get(message.conversationId)
  const contact = conversation && world.contacts.get(conversation.contactId)
  if (message?.direction !== 'in' || !contact) return refused(refusal('message-missing'))
  if (signUp && isTheirs(signUp, contact, line.channel) && message.at < plus(signUp.at, SIGN_UP_LIFE)) {
    const { purposes, scope, wording, language, url, ipHash, userAgent, name, at: signedUpAt } = signUp
    const { wireId } = message
    const evidence = { kind: 'sign-up' as const, url, ipHash, userAgent, name, signedUpAt, text, messageId, wireId }
    const means = 'form' as const
    say(step, line, contact, message, { purposes, scope, wording, language, change: 'given', means, evidence })
    return answer({ contactId: contact.contactId })
  }
  const invitation = context.consentSettings(world.accountId).invitations.find(({ token }) => token === command.token)
  const hasAgreed = invitation?.purposes.every((one) => consentOf(contact, one, line, context.now).kind === 'given')
  if (invitation && !hasAgreed && !world.messageByClientKey.has(denialKey(messageId))) {
    const words = DENIAL[LANGUAGES.indexOf(invitation.language)] ?? DENIAL[0]
    const text = words.replace('%', () => invitation.keyword)
    sayByOurselves(step, line, message.conversationId, { kind: 'text', text }, denialKey(messageId))
  }
  return answer()
}

const DENIAL = [
  'Ese código es de otro número o ya venció. Para aceptar desde este número, escribe %.',
  'That code belongs to another number or has expired. To agree from this number, write %.',
  'Esse código é de outro número ou já venceu. Para aceitar com este número, escreva %.',
] as const

import { identify } from '../contact/identify.ts'
import type { Line } from '../line/line.ts'
import { answer, type Outcome, type Step } from '../loop/step.ts'
import type { Content } from '../message/content.ts'
import { threadWith } from '../contact/thread.ts'
import { inboundMessage, messageOnWire, repeated } from '../message/receive.ts'
import { isOfErased } from '../privacy/erase.ts'
import { groupAfter, UNKNOWN_GROUP } from './group.ts'
import { changeGroup, groupAt, liveAddress } from './member.ts'
import type { ReceiveGroup } from './news.ts'

/** News of a group, once each: kept with it, and shown in its thread. Nobody is added to it by who was erased since. */
export function receiveGroup(step: Step, command: ReceiveGroup & { readonly line: Line }): Outcome {
  const { line, event, sentAt, subject, description } = command
  const known = messageOnWire(step.world, line, command.wireId)
  if (known) return repeated(known)
  const people = command.who.filter((person) => !isOfErased(step, line.channel, person, sentAt))
  const address = liveAddress(step, line, command.group, sentAt)
  if (address === null || (people.length === 0 && command.who.length > 0)) return answer({ repeated: true })
  const who = people.map((person) => identify(step, line, person, false, sentAt).contactId)
  const contact = groupAt(step, address)
  const { contactId } = changeGroup(
    step,
    contact,
    groupAfter(contact.group ?? UNKNOWN_GROUP, { event, who, subject, description }, sentAt),
  )
  const content: Content = { kind: 'group-event', event, who, text: subject ?? description }
  const told = { line, sentAt, wireId: command.wireId, replyToWireId: null, forwarded: false, referral: null }
  const message = inboundMessage(step, told, content, threadWith(step, contactId, line, undefined, true))
  step.fact({ kind: 'message-received', conversationId: message.conversationId, message })
  return answer({ conversationId: message.conversationId, messageId: message.messageId, contactId })
}

import { plus, seconds, type Duration } from '#base/time.ts'
import { heedReport } from '../consent/heed.ts'
import type { CommandBody } from '../loop/command.ts'
import { answer, type Outcome, refused, type Step } from '../loop/step.ts'
import { aboutOf } from '../policy/may-send.ts'
import { outreachWithout } from '../policy/outreach.ts'
import { type Refusal, refusal } from '../refusal/refusal.ts'
import type { OutboundContent } from './content.ts'
import type { OutboundMessage } from './message.ts'
import { applyParked, learnAddresses, progress } from './receive.ts'
import { type Asked, judged, questionOf } from './right.ts'
import type { SendProblem } from './status.ts'

type Begin = Extract<CommandBody, { kind: 'begin-send' }>
type Settle = Extract<CommandBody, { kind: 'settle-send' }>

/** After this long without an answer a message that left is `unknown`; longer than any request may last. */
export const SETTLE_AFTER: Duration = seconds(60)

/**
 * The last check, in the transaction that makes one worker the only sender of this attempt. On a paused line the message
 * goes on waiting: refused with `line-paused` and nothing else, and its effect is not done. What may not leave yet waits
 * until it may: refused with the reasons, and a new effect is due then.
 */
export function beginSend(step: Step, command: Begin): Outcome {
  const { world, context } = step
  const message = world.messages.get(command.messageId)
  const isQueued = message?.direction === 'out' && message.status === 'queued'
  const line = message ? context.lineOf(world.accountId, message.lineId) : null
  if (isQueued && line !== null && line.pausedAt !== null) return refused(refusal('line-paused'))
  step.finish(command.effectId)
  if (message?.direction !== 'out') return refused(refusal('message-missing'))
  if (message.status !== 'queued') return refused(refusal('not-queued', { found: message.status }))
  // Another worker that had taken the same effect has put it off; the effect that did is the only one from then on.
  if (message.right?.kind === 'deferred' && command.dueAt !== undefined && command.dueAt < message.right.until) {
    return refused(...message.right.reasons)
  }
  const { conversationId, messageId, lineId } = message
  const conversation = world.conversations.get(conversationId) ?? null
  const contact = (conversation && world.contacts.get(conversation.contactId)) ?? null
  const content = message.content as OutboundContent
  const asked = { line, contact, conversation, content, template: command.template, by: null, rule: message.rule }
  const right = judged(step, asked)
  const heard = { statusAt: context.now, wireId: null, pricing: null, right }
  if (right.kind === 'refused') {
    progress(step, message, { ...heard, ...unsaid(message, right.reasons) })
    return refused(...right.reasons)
  }
  if (right.kind === 'deferred') {
    const { until, reasons } = right
    step.fact({
      kind: 'message-postponed',
      conversationId,
      messageId,
      dueAt: until,
      problem: problemOf(reasons),
      right,
    })
    const { priority } = command
    if (contact) step.effect({ kind: 'deliver', messageId, lineId, contactId: contact.contactId, priority }, until)
    return refused(...reasons)
  }
  // Another process may be writing down their stop at this moment: one of the two commits comes second, and fails.
  if (contact) step.rely(contact.contactId)
  progress(step, message, { ...heard, status: 'sending', problem: null })
  countOutreach(step, messageId, asked)
  const attempt = message.attempts + 1
  step.effect({ kind: 'settle-send', messageId, attempt }, plus(context.now, SETTLE_AFTER))
  return answer({ conversationId, messageId })
}

/** How an attempt ended. Only an acceptance is still news once the message has moved on. */
export function settleSend(step: Step, command: Settle): Outcome {
  const { world, context } = step
  const { outcome } = command
  const message = world.messages.get(command.messageId)
  if (message?.direction !== 'out') return refused(refusal('message-missing'))
  const about = { conversationId: message.conversationId, messageId: message.messageId }
  const heard = { statusAt: context.now, wireId: null, problem: null, pricing: null }
  if (outcome.kind === 'accepted') {
    progress(step, message, { ...heard, status: 'accepted', wireId: outcome.wireId })
    learnAddresses(step, command, message.conversationId, outcome.recipient)
    applyParked(step, message.lineId, outcome.wireId)
    return answer(about)
  }
  if (message.status !== 'sending' || message.attempts !== command.attempt) return answer({ ...about, repeated: true })
  if (outcome.kind === 'unknown') {
    progress(step, message, { ...heard, status: 'unknown' })
    return answer(about)
  }
  releaseOutreach(step, message)
  if (outcome.kind === 'refused') {
    progress(step, message, { ...heard, status: 'refused', problem: outcome.problem })
    heedReport(step, command, message, outcome.problem.code, context.now)
  } else {
    step.fact({ kind: 'message-postponed', ...about, dueAt: outcome.notBefore, problem: outcome.problem })
    const contactId = world.conversations.get(message.conversationId)?.contactId
    if (contactId) {
      const { messageId, lineId } = message
      const { priority } = command
      step.effect({ kind: 'deliver', messageId, lineId, contactId, priority }, outcome.notBefore)
    }
  }
  return answer(about)
}

/** From the claim on it counts as contacting somebody, so that two at once cannot both pass. */
function countOutreach(step: Step, messageId: OutboundMessage['messageId'], asked: Asked): void {
  const question = questionOf(step, asked)
  const { purpose, isFirst } = aboutOf(question)
  if (!isFirst || asked.contact === null || asked.line === null) return
  const { lineId } = asked.line
  const outreach = { messageId, lineId, at: step.context.now, purpose, channel: asked.line.channel }
  step.fact({ kind: 'outreach-counted', contactId: asked.contact.contactId, outreach })
}

/** It surely never left. */
function releaseOutreach({ world, fact }: Step, { conversationId, messageId }: OutboundMessage): void {
  const contactId = world.conversations.get(conversationId)?.contactId
  const known = (contactId && world.contacts.get(contactId)?.outreach) ?? []
  if (contactId && outreachWithout(known, messageId) !== known)
    fact({ kind: 'outreach-released', contactId, messageId })
}

/** What nobody wrote is taken back: nobody need mind that it was not said. */
const unsaid = ({ rule }: OutboundMessage, reasons: readonly Refusal[]) =>
  rule === undefined
    ? { status: 'refused' as const, problem: problemOf(reasons) }
    : { status: 'cancelled' as const, problem: null, by: { kind: 'system' as const } }

function problemOf([first]: readonly Refusal[]): SendProblem {
  const code = first?.code ?? 'internal'
  return { code, title: code, details: first?.found ?? null }
}

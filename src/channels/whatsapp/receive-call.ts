import type { Sender } from '#core/contact/contact.ts'
import type { InboundBody } from '#core/loop/command.ts'
import type { Call, Content } from '#core/message/content.ts'
import { instantOf, type Json, numberOf, textOf } from './json.ts'
import { senderOf } from './sender.ts'

/**
 * One item of `calls` (cloud-api §1.7). A call begins as a message with the call's own id; how it ends is an edit of it.
 */
export function readCall(call: Json, contacts: readonly Sender[], alone: boolean): InboundBody | string {
  const callId = textOf(call['id'])
  const event = textOf(call['event'])
  if (callId === null || event === null) return 'A call without an id or an event'
  const by = call['direction'] === 'BUSINESS_INITIATED' ? 'us' : 'contact'
  const place = by === 'us' ? 'to' : 'from'
  const person = { from: call[place], from_user_id: call[`${place}_user_id`] }
  const about = { call, callId, sender: senderOf(person, contacts, alone) }
  if (event === 'connect') return told(about, callId, { kind: 'call', by, state: 'ringing', seconds: null })
  if (event !== 'terminate') return told(about, `${callId}/${event}`, { kind: 'unknown', type: event, raw: call })
  const seconds = numberOf(call['duration'])
  return news(about, event, { kind: 'call', by, state: seconds === null || seconds <= 0 ? 'missed' : 'ended', seconds })
}

const STATES: Readonly<Record<string, Call['state']>> = {
  RINGING: 'ringing',
  ACCEPTED: 'accepted',
  REJECTED: 'rejected',
}

/** One item of the `statuses` beside calls: how far a call of ours has come. */
export function readCallStatus(status: Json, contacts: readonly Sender[], alone: boolean): InboundBody | string {
  const callId = textOf(status['id'])
  const name = textOf(status['status'])
  if (callId === null || name === null) return 'A status of a call without an id or a state'
  const state = Object.hasOwn(STATES, name) ? STATES[name] : undefined
  const person = { from: status['recipient_id'], from_user_id: status['recipient_user_id'] }
  const about = { call: status, callId, sender: senderOf(person, contacts, alone) }
  if (state === undefined) return told(about, `${callId}/${name}`, { kind: 'unknown', type: name, raw: status })
  return news(about, name, { kind: 'call', by: 'us', state, seconds: null })
}

type About = { readonly call: Json; readonly callId: string; readonly sender: Sender | null }

const news = (about: About, event: string, content: Call): InboundBody | string =>
  told(about, `${about.callId}/${event}`, { kind: 'edit', targetWireId: about.callId, content })

function told({ call, sender }: About, wireId: string, content: Content): InboundBody | string {
  const sentAt = instantOf(call['timestamp'])
  if (sentAt === null) return 'A call without a timestamp between 2009 and 2100'
  if (sender === null) return 'A call that names nobody'
  return {
    kind: 'receive-message',
    wireId,
    sender,
    sentAt,
    content,
    wireMedia: null,
    replyToWireId: null,
    forwarded: false,
    referral: null,
  }
}

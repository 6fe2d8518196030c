import type { Rendered, WireFiles, WireRequest } from '#channels/channel.ts'
import { type Address, type Contact, userIdAt } from '#core/contact/contact.ts'
import type { Line } from '#core/line/line.ts'
import { filesIn } from '#core/message/content.ts'
import type { OutboundMessage } from '#core/message/message.ts'
import { refusal } from '#core/refusal/refusal.ts'
import { renderContent } from './render-content.ts'

/**
 * Where to send when both are known: `to` wins at Meta anyway (cloud-api §1.2). Whether a user id goes in `recipient` is
 * documented by Meta (2026-05) and disputed by others: unverified, hence decided here alone.
 */
const PREFERRED_ADDRESS: Address['kind'] = 'phone'

/** The request that sends a message. Our message id travels as `biz_opaque_callback_data` and returns in statuses. */
export function render(message: OutboundMessage, to: Contact, line: Line, files: WireFiles): Rendered {
  const { content } = message
  const recipient = recipientOf(to, line)
  if (recipient === null) return { kind: 'cannot', because: refusal('no-address', { field: 'to' }) }
  if (content.kind === 'template' && content.template.category === 'AUTHENTICATION' && !('to' in recipient)) {
    // Meta refuses these without a phone number: 131062 (cloud-api §1.12).
    return { kind: 'cannot', because: refusal('no-address', { field: 'to', expected: 'a phone number' }) }
  }
  const missing = filesIn(content).filter(({ mediaId }) => !files.has(mediaId))
  const unready = missing.find(({ state }) => state !== 'stored')
  if (unready) {
    return { kind: 'cannot', because: refusal('media-not-ready', { field: 'media', found: unready.state }) }
  }
  if (missing.length > 0) return { kind: 'needs-files', media: missing }
  const rendered = renderContent(content, ({ mediaId }) => files.get(mediaId) ?? '')
  if (rendered === null) {
    return { kind: 'cannot', because: refusal('content-not-sendable', { field: 'kind', found: content.kind }) }
  }
  // A reaction names its message itself, and a quote is not shown with a template (cloud-api §1.4).
  const quotes = message.replyTo !== null && content.kind !== 'reaction' && content.kind !== 'template'
  const request: WireRequest = {
    method: 'POST',
    path: messagesPath(line),
    body: {
      messaging_product: 'whatsapp',
      ...recipient,
      ...keyOf(to),
      ...(quotes && { context: { message_id: message.replyTo.wireId } }),
      biz_opaque_callback_data: message.messageId,
      ...rendered,
    },
  }
  return { kind: 'request', request }
}

/** Shows a contact's message, and all before it, as read; `typing` shows for 25 seconds or until we answer (§1.3). */
export function renderSeen(line: Line, wireId: string, typing: boolean): WireRequest {
  return {
    method: 'POST',
    path: messagesPath(line),
    body: {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: wireId,
      ...(typing && { typing_indicator: { type: 'text' } }),
    },
  }
}

const messagesPath = (line: Line): string => `/${encodeURIComponent(line.key)}/messages`

/** Where Meta tells whose device it is, it refuses with 137000 when that has changed before we heard of it (§1.2). */
const keyOf = ({ identity }: Contact) =>
  identity === undefined || identity.key === null ? {} : { recipient_identity_key_hash: identity.key }

/** Without "+" Meta would put the business number's country code before the number (cloud-api §1.2). */
type Recipient = { readonly recipient_type: 'individual' | 'group' } & (
  { readonly to: string } | { readonly recipient: string }
)

function recipientOf(contact: Contact, line: Line): Recipient | null {
  const valueOf = (wanted: Address['kind']) =>
    contact.addresses.findLast(({ channel, kind }) => channel === 'whatsapp' && kind === wanted)?.value
  const group = valueOf('group')
  if (group) return { recipient_type: 'group', to: group }
  const phone = valueOf('phone')
  const userId = userIdAt(contact, line)?.value
  const recipient_type = 'individual'
  if (phone && (PREFERRED_ADDRESS === 'phone' || !userId)) {
    return { recipient_type, to: phone.startsWith('+') ? phone : `+${phone}` }
  }
  return userId ? { recipient_type, recipient: userId } : null
}

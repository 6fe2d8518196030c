import { instant, type Instant } from '#base/time.ts'
import type { AccountId, AgentId, ContactId, ConversationId, LineId, MessageId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import type { InboundMessage, OutboundMessage } from '#core/message/message.ts'
import { contactRow, conversationRow, messageRow } from '#store/postgres/rows.ts'

/**
 * The `rest` of rows just as the product writes it, as SQL that makes it: a noun with marks in it is taken apart by the
 * store's own functions, and in the JSON each mark gives way to an expression.
 */
function sqlOf(rest: object, expressions: Readonly<Record<string, string>>): string {
  let text = JSON.stringify(rest).replaceAll("'", "''")
  for (const [mark, expression] of Object.entries(expressions)) {
    if (!text.includes(mark)) throw new Error(`The noun has no mark ${mark}: ${text}`)
    text = text.replaceAll(mark, `' || ${expression} || '`)
  }
  return `('${text}')::json`
}

const at = (mark: number): Instant => instant(7_000_000_000_000 + mark)
const atMark = (mark: number): string => String(at(mark))
const none = { accountId: '' as AccountId, lineId: '' as LineId, conversationId: '' as ConversationId }

export function contactRest(): string {
  const contact: Contact = {
    accountId: none.accountId,
    contactId: '' as ContactId,
    name: '',
    username: null,
    addresses: [
      { channel: 'whatsapp', kind: 'user-id', value: '@user', since: at(1) },
      { channel: 'whatsapp', kind: 'phone', value: '@phone', since: at(1) },
    ],
    consents: [],
    createdAt: at(0),
  }
  return sqlOf(contactRow(contact).rest, { '@user': 'user_id', '@phone': 'phone', [atMark(1)]: 'created_ms' })
}

/** Columns that are at hand: `bench_conversation`, with the ids of its last message, last answer and last inbound one. */
export function conversationRest(last: 'in' | 'out'): string {
  const conversation: Conversation = {
    ...none,
    contactId: '' as ContactId,
    state: 'open',
    assigneeId: null,
    openedAt: at(0),
    resolvedAt: at(1),
    customerWroteAt: null,
    freeEntryAt: null,
    freeEntryUntil: null,
    waitingSince: null,
    unread: 0,
    failedSends: 0,
    lastFailure: null,
    lastMessage: {
      messageId: '@last' as MessageId,
      direction: last,
      kind: 'text',
      preview: '@preview',
      at: at(2),
      status: last === 'in' ? null : 'read',
    },
    lastAnswer: {
      messageId: '@answer' as MessageId,
      author: { kind: 'agent', agentId: '@agent' as AgentId },
    },
    lastInbound: { wireId: '@wire', at: at(3) },
    sortAt: at(0),
  }
  return sqlOf(conversationRow(conversation).rest, {
    [atMark(1)]: `coalesce(resolved_ms::text, 'null')`,
    [atMark(2)]: 'sort_ms',
    [atMark(3)]: 'inbound_ms',
    '@last': 'bench_message(sort_ms, i, messages)',
    '@preview': textOf('messages'),
    '@answer': 'bench_message(answer_ms, i, case when waiting then messages - 1 else messages end)',
    '@agent': 'coalesce(agent_id, first_agent)',
    '@wire': 'bench_wire(i, case when waiting then messages else messages - 1 end)',
  })
}

export function messageRest(direction: 'in' | 'out'): string {
  const shared = {
    ...none,
    messageId: '' as MessageId,
    at: at(0),
    content: { kind: 'text', text: '@text' } as const,
    replyTo: null,
    reactions: [],
    editedAt: null,
    revokedAt: null,
  }
  const inbound: InboundMessage = {
    ...shared,
    direction: 'in',
    author: { kind: 'contact' },
    wireId: '',
    receivedAt: at(1),
    forwarded: false,
    referral: null,
  }
  const outbound: OutboundMessage = {
    ...shared,
    direction: 'out',
    author: { kind: 'agent', agentId: '@agent' as AgentId },
    wireId: null,
    status: 'read',
    times: { queued: at(1), sending: at(1), accepted: at(1), sent: at(1), delivered: at(1), read: at(1) },
    problem: null,
    pricing: { category: 'service', type: 'regular', model: 'PMP' },
    clientKey: '@key',
    clientFingerprint: 'b5d4045c3f466fa91fe2cc6abe79232a1a57cdf104f7a26e716e0a1e2789df78',
    attempts: 1,
    supersededBy: null,
  }
  return direction === 'in'
    ? sqlOf(messageRow(inbound).rest, { '@text': textOf('k'), [atMark(1)]: 'at_ms + 400' })
    : sqlOf(messageRow(outbound).rest, {
        '@text': textOf('k'),
        '@agent': 'coalesce(agent_id, first_agent)',
        '@key': `'bench-' || i || '-' || k`,
        [atMark(1)]: 'at_ms + 300',
      })
}

/** Sentences of the length that people write, told apart by their number. */
const textOf = (number: string): string =>
  `(array['Hola, quisiera saber el estado de mi pedido, gracias', 'Buenas tardes, ¿me pueden confirmar la entrega?', 'Sí', 'Ya quedó, muchas gracias por su ayuda y por la paciencia que me han tenido hoy', '¿Cuándo vence mi cuota de este mes?'])[1 + (i + ${number}) % 5] || ' ' || i || '.' || ${number}`

import { instant } from '#base/time.ts'
import type { ConversationId, MessageId } from '#core/account/account.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import type { Content } from '#core/message/content.ts'
import type { InboundMessage, OutboundMessage } from '#core/message/message.ts'

/** Messages and conversations for tests: only what a test is about need be said. */
export const NOON = new Date('2026-11-22T12:00:00').getTime()
const shared = {
  accountId: 'a' as InboundMessage['accountId'],
  conversationId: 'c' as ConversationId,
  lineId: 'l' as InboundMessage['lineId'],
  replyTo: null,
  reactions: [],
  editedAt: null,
  revokedAt: null,
}

export const theirs = (id: string, atMs: number, content: Content | string = id): InboundMessage => ({
  ...shared,
  direction: 'in',
  messageId: id as MessageId,
  wireId: `wamid.${id}`,
  author: { kind: 'contact' },
  content: typeof content === 'string' ? { kind: 'text', text: content } : content,
  at: instant(NOON + atMs),
  receivedAt: instant(NOON + atMs),
  forwarded: false,
  referral: null,
})

export const ours = (id: string, atMs: number, agent = 'ana', content: Content | string = id): OutboundMessage => ({
  ...shared,
  direction: 'out',
  messageId: id as MessageId,
  wireId: `wamid.${id}`,
  author: { kind: 'agent', agentId: agent as Conversation['assigneeId'] & string },
  content: typeof content === 'string' ? { kind: 'text', text: content } : content,
  at: instant(NOON + atMs),
  status: 'sent',
  times: {},
  problem: null,
  pricing: null,
  clientKey: `key-${id}`,
  clientFingerprint: '',
  attempts: 1,
  supersededBy: null,
})

export const conversation = (id: string, change: Partial<Conversation> = {}): Conversation => ({
  accountId: shared.accountId,
  conversationId: id as ConversationId,
  contactId: `contact-${id}` as Conversation['contactId'],
  lineId: shared.lineId,
  state: 'open',
  assigneeId: null,
  openedAt: instant(NOON),
  resolvedAt: null,
  customerWroteAt: null,
  freeEntryAt: null,
  freeEntryUntil: null,
  waitingSince: null,
  unread: 0,
  failedSends: 0,
  lastFailure: null,
  lastMessage: null,
  lastAnswer: null,
  lastInbound: null,
  sortAt: instant(NOON),
  ...change,
})

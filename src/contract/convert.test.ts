import { expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type {
  AccountId,
  AgentId,
  ContactId,
  ConversationId,
  LineId,
  MediaId,
  MessageId,
  TemplateId,
} from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import type { Line } from '#core/line/line.ts'
import type { InboundMessage, OutboundMessage } from '#core/message/message.ts'
import type { Template } from '#core/template/template.ts'
import * as convert from './convert.ts'
import { fromContactView, toContactView } from './convert-contact.ts'
import { contactView, conversationView, lineView, messageView, templateView } from './views.ts'

const ACCOUNT = '0190a000-0000-7000-8000-000000000001' as AccountId
const id = (last: number) => `0190a000-0000-7000-8000-${String(last).padStart(12, '0')}`
const AT = instant(Date.parse('2026-11-22T10:00:00.000Z'))

const contact: Contact = {
  accountId: ACCOUNT,
  contactId: id(2) as ContactId,
  name: 'Lucía',
  username: '@lucia',
  addresses: [
    { channel: 'whatsapp', kind: 'user-id', value: 'MX.1349' },
    { channel: 'whatsapp', kind: 'phone', value: '525512345678' },
    { channel: 'whatsapp', kind: 'phone', value: '5215587654321', of: id(20) as ContactId },
  ],
  parts: [
    {
      ...{ contactId: id(20) as ContactId, into: id(2) as ContactId, at: AT, why: null, evidence: ['name'], took: {} },
      by: { kind: 'system' },
    },
  ],
  separations: [
    {
      ...{ contactId: id(21) as ContactId, at: AT, why: 'no era ella', by: { kind: 'system' } },
      merged: { at: AT, why: null, by: { kind: 'system' } },
    },
  ],
  past: [{ channel: 'whatsapp', kind: 'phone', value: '525500001111', until: AT }],
  consents: [],
  createdAt: AT,
}
const conversation: Conversation = {
  accountId: ACCOUNT,
  conversationId: id(3) as ConversationId,
  contactId: contact.contactId,
  lineId: id(4) as LineId,
  state: 'open',
  assigneeId: id(5) as AgentId,
  openedAt: AT,
  resolvedAt: null,
  customerWroteAt: AT,
  freeEntryAt: null,
  freeEntryUntil: null,
  waitingSince: AT,
  unread: 2,
  failedSends: 0,
  lastFailure: null,
  lastMessage: {
    messageId: id(6) as MessageId,
    direction: 'in',
    kind: 'text',
    preview: 'Hola',
    at: AT,
    status: null,
  },
  lastAnswer: { messageId: id(8) as MessageId, author: { kind: 'agent', agentId: id(5) as AgentId } },
  lastInbound: null,
  sortAt: AT,
}
const shared = {
  accountId: ACCOUNT,
  messageId: id(6) as MessageId,
  conversationId: conversation.conversationId,
  lineId: conversation.lineId,
  at: AT,
  replyTo: { wireId: 'wamid.1', messageId: null },
  reactions: [{ by: 'us' as const, emoji: '👍', at: AT }],
  editedAt: AT,
  revokedAt: null,
}
const inbound: InboundMessage = {
  ...shared,
  author: { kind: 'contact' },
  content: {
    kind: 'image',
    caption: 'mira',
    media: {
      mediaId: id(7) as MediaId,
      state: 'stored',
      mime: 'image/png',
      sizeBytes: 12,
      filename: null,
      sha256: 'ab',
      problem: null,
    },
  },
  direction: 'in',
  wireId: 'wamid.2',
  receivedAt: AT,
  forwarded: true,
  referral: {
    sourceType: 'ad',
    sourceId: '1',
    sourceUrl: null,
    headline: null,
    body: null,
    imageUrl: null,
    videoUrl: null,
    greeting: null,
    clickId: 'Aff',
  },
}
const outbound: OutboundMessage = {
  ...shared,
  author: { kind: 'agent', agentId: id(5) as AgentId },
  content: { kind: 'text', text: 'Hola' },
  direction: 'out',
  wireId: null,
  status: 'failed',
  times: { queued: AT, failed: AT },
  problem: { code: '131047', title: 'Re-engagement', details: null },
  pricing: { category: 'service', type: 'regular', model: 'PMP' },
  clientKey: 'k',
  clientFingerprint: '',
  attempts: 0,
  supersededBy: null,
}
const line: Line = {
  accountId: ACCOUNT,
  lineId: id(4) as LineId,
  channel: 'whatsapp',
  key: '106540352242922',
  groupKey: '102290129340398',
  name: 'Ventas',
  address: '+52 55 5000 1000',
  country: 'MX',
  state: { kind: 'disconnected', reason: 'The token was revoked' },
  pausedAt: AT,
  pausedBy: { kind: 'agent', agentId: id(9) as AgentId },
  messagesPerSecond: 80,
  opening: { isDefault: true, countries: ['MX'] },
}
const template: Template = {
  accountId: ACCOUNT,
  templateId: id(7) as TemplateId,
  platformId: '9001',
  purpose: 'shipping',
  groupKey: line.groupKey,
  name: 'pedido_en_camino',
  language: 'es_MX',
  category: 'UTILITY',
  status: 'APPROVED',
  statusReason: null,
  quality: 'GREEN',
  header: { kind: 'text', text: 'Hola {{1}}' },
  body: 'Tu pedido {{1}}',
  footer: null,
  buttons: [{ kind: 'URL', text: 'Ver', url: 'https://example.com/{{1}}' }],
  fields: [
    { part: 'header', buttonIndex: null, name: '1', example: 'Lucía' },
    { part: 'body', buttonIndex: null, name: '1', example: null },
    { part: 'button', buttonIndex: 0, name: '1', example: null },
  ],
  slots: [{ card: 0, part: 'header', buttonIndex: null, name: null, kind: 'image', isNeeded: true }],
  offer: { text: 'Solo hoy', expires: true },
  cards: [{ header: { kind: 'image' }, body: 'Bota', buttons: [] }],
  unsupported: [],
}

const names = () => 'Ana'

test('a contact goes out as its schema says, and comes back the same', () => {
  const view = contactView.parse(toContactView(contact))
  expect(view).toMatchObject({ name: 'Lucía', phone: '+525512345678' })
  expect(fromContactView(view, ACCOUNT)).toEqual(contact)
})

test('a contact without a name is shown by its username and stays without a name', () => {
  const nameless = { ...contact, name: null }
  const view = toContactView(nameless)
  expect(view.name).toBe('@lucia')
  expect(fromContactView(view, ACCOUNT)).toEqual(nameless)
})

test('a row of a group tells who wrote last, by name where that is known', () => {
  const writer = { ...contact, contactId: '00000000-0000-7000-8000-0000000000aa' as ContactId, name: 'Ana' }
  const lastMessage = { ...conversation.lastMessage, writerId: writer.contactId } as Conversation['lastMessage']
  const group = { ...conversation, lastMessage }
  const view = conversationView.parse(convert.toConversationView(group, contact, names, writer))
  expect(view.lastMessage?.writer).toEqual({ id: writer.contactId, name: 'Ana' })
  const back = convert.fromConversationView(view, ACCOUNT)
  expect(back).toEqual({ conversation: group, contact, writer: { id: writer.contactId, name: 'Ana' } })
  const unknown = convert.toConversationView(group, contact, names)
  expect(unknown.lastMessage?.writer).toEqual({ id: writer.contactId, name: null })
})

test('a conversation goes out with the end of its window, and comes back the same', () => {
  const view = conversationView.parse(convert.toConversationView(conversation, contact, names))
  expect(view.windowClosesAt).toBe('2026-11-23T10:00:00.000Z')
  expect(convert.fromConversationView(view, ACCOUNT)).toEqual({ conversation, contact })
})

test('messages of both directions go out as their schema says, and come back the same', () => {
  for (const message of [inbound, outbound]) {
    const view = messageView.parse(convert.toMessageView(message, names, 'en'))
    expect(convert.fromMessageView(view, ACCOUNT)).toEqual(message)
  }
})

test('why a message failed is told in the language asked for, with what helps', () => {
  const problemIn = (language: 'es' | 'en' | 'pt-BR') => convert.toMessageView(outbound, names, language).problem
  expect(problemIn('en')).toMatchObject({ code: '131047', fault: 'customer', nextStep: 'template', again: 'never' })
  expect(problemIn('es')?.cause).toContain('Pasaron más de 24 horas')
  expect(problemIn('pt-BR')?.cause).toContain('Passaram mais de 24 horas')
})

test('lines and templates go out as their schema says, and come back the same', () => {
  expect(convert.fromLineView(lineView.parse(convert.toLineView(line, names)), ACCOUNT)).toEqual(line)
  const view = templateView.parse(convert.toTemplateView(template))
  expect(view.fields.map((field) => field.key)).toEqual(['header.1', '1', 'button.0.1'])
  expect(view.sendable).toBe(true)
  expect(convert.fromTemplateView(view, ACCOUNT)).toEqual(template)
})

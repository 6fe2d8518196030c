import { uuidv7 } from '#base/ids.ts'
import { seededRandom } from '#base/random.ts'
import { type Duration, hours, type Instant, instant, plus } from '#base/time.ts'
import type { AccountId, AgentId, ConversationId, LineId, MessageId, TemplateId } from '../account/account.ts'
import { type Contact, type Sender, addressOf } from '../contact/contact.ts'
import { type ConsentSettings, DEFAULT_CONSENT_SETTINGS } from '../consent/settings.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { Line } from '../line/line.ts'
import type { Content } from '../message/content.ts'
import type { InboundMessage, Message, OutboundMessage } from '../message/message.ts'
import type { ReportedStatus } from '../message/status.ts'
import { lawsIn } from '../policy/policy.ts'
import { plainRights, type Rights } from '../policy/rights.ts'
import type { Template, TemplateRef } from '../template/template.ts'
import type { Command, CommandBody } from './command.ts'
import { decide } from './decide.ts'
import type { NewEffect } from './effect.ts'
import type { NewFact } from './fact.ts'
import type { Decision } from './step.ts'
import { emptyWorld, templateKey } from './world.ts'

const ACCOUNT = '00000000-0000-7000-8000-000000000001' as AccountId
export const ANA = '00000000-0000-7000-8000-00000000000a' as AgentId
export const DIEGO = '00000000-0000-7000-8000-00000000000d' as AgentId

export const SALES: Line = {
  accountId: ACCOUNT,
  lineId: '00000000-0000-7000-8000-000000000011' as LineId,
  channel: 'whatsapp',
  key: '106540352242922',
  groupKey: '102290129340398',
  name: 'Ventas',
  address: '+52 55 5000 1000',
  country: 'MX',
  state: { kind: 'connected' },
  pausedAt: null,
  pausedBy: null,
  messagesPerSecond: 80,
}

export const LUCIA: Sender = { userId: 'MX.1349', phone: '5215512345678', name: 'Lucía Paredes', username: null }

/** A company of Mexico City that has decided nothing about contacting people. */
export const MEXICAN = lawsIn('MX')

/** A stage for the core's own tests: one account, one line, a clock to turn, and the words to play a scene in. */
export function scene(
  lines: readonly Line[] = [SALES],
  settings: ConsentSettings = DEFAULT_CONSENT_SETTINGS,
  rights: Rights = plainRights(MEXICAN),
) {
  const world = emptyWorld(ACCOUNT)
  const ids = uuidv7(seededRandom(7))
  const facts: NewFact[] = []
  const effects: NewEffect[] = []
  let now: Instant = instant(Date.UTC(2026, 10, 22, 10, 42))

  const play = (body: CommandBody): Decision => {
    const command: Command = { ...body, accountId: ACCOUNT }
    const decision = decide(world, command, {
      now,
      ids,
      lineOf: (_, lineId) => lines.find((line) => line.lineId === lineId) ?? null,
      consentSettings: () => settings,
      rightsOf: () => rights,
      check: () => [],
    })
    facts.push(...decision.facts)
    effects.push(...decision.effects)
    return decision
  }

  const receive = (wireId: string, content: Content | string, about: Partial<Received> = {}) =>
    play({
      kind: 'receive-message',
      line: SALES,
      wireId,
      sender: LUCIA,
      sentAt: now,
      content: typeof content === 'string' ? { kind: 'text', text: content } : content,
      wireMedia: null,
      replyToWireId: null,
      forwarded: false,
      referral: null,
      ...about,
    })

  const report = (wireId: string, status: ReportedStatus, about: Partial<Reported> = {}) =>
    play({
      kind: 'receive-status',
      line: SALES,
      wireId,
      status,
      statusAt: now,
      messageId: null,
      problem: null,
      pricing: null,
      recipient: { userId: null, phone: null },
      ...about,
    })

  const write = (text: string, about: Partial<Sent> = {}) =>
    play({
      kind: 'send-message',
      messageId: ids.next(now) as MessageId,
      by: { kind: 'agent', agentId: ANA },
      to: { kind: 'conversation', conversationId: [...world.conversations.keys()][0] ?? ('none' as ConversationId) },
      content: { kind: 'text', text },
      target: null,
      template: null,
      replyToMessageId: null,
      seenUpTo: null,
      clientKey: `key-${text}`,
      clientFingerprint: text,
      priority: 0,
      ...about,
    })

  const begin = (messageId: MessageId, template: TemplateRef | null = null) =>
    play({ kind: 'begin-send', messageId, effectId: 'effect' as Begin['effectId'], priority: 0, template })

  const settle = (messageId: MessageId, outcome: Settled['outcome'], attempt = 1) =>
    play({ kind: 'settle-send', messageId, lineId: SALES.lineId, channel: 'whatsapp', attempt, priority: 0, outcome })

  /** Writes, begins and has it accepted under this wire id; the message's id. */
  const deliver = (text: string, wireId: string): MessageId => {
    const messageId = idOf(write(text))
    begin(messageId)
    settle(messageId, { kind: 'accepted', wireId, recipient: { userId: null, phone: null } })
    return messageId
  }

  /** Merges whom WhatsApp said to be one. */
  const joinMoved = () =>
    effects.forEach((effect) => {
      if (effect.kind !== 'join-moved') return
      const lineIds = lines.map(({ lineId }) => lineId)
      const { contactId, intoId } = effect
      const how = { by: { kind: 'system' }, why: null, evidence: ['announced'] } as const
      play({ kind: 'merge-contacts', contactId, intoId, lineIds, ...how })
    })

  return {
    world,
    facts,
    effects,
    play,
    receive,
    report,
    write,
    begin,
    settle,
    deliver,
    joinMoved,
    now: () => now,
    wait: (duration: Duration) => {
      now = plus(now, duration)
    },
    addTemplate: (template: Template) => world.templates.set(templateKey(template), template),
    conversations: (): Conversation[] => [...world.conversations.values()],
    conversation: (): Conversation => only([...world.conversations.values()]),
    contacts: (): Contact[] => [...world.contacts.values()],
    contactWith: (phone: string) =>
      [...world.contacts.values()].find((one) => addressOf(one, 'phone')?.value === phone),
    messages: (): Message[] => [...world.messages.values()],
    inbound: (): InboundMessage[] => [...world.messages.values()].filter((message) => message.direction === 'in'),
    outbound: (messageId: MessageId): OutboundMessage => {
      const message = world.messages.get(messageId)
      if (message?.direction !== 'out') throw new Error(`No message of ours has the id ${messageId}`)
      return message
    },
  }
}

type Received = Extract<CommandBody, { kind: 'receive-message' }>
type Reported = Extract<CommandBody, { kind: 'receive-status' }>
type Sent = Extract<CommandBody, { kind: 'send-message' }>
type Begin = Extract<CommandBody, { kind: 'begin-send' }>
type Settled = Extract<CommandBody, { kind: 'settle-send' }>

export function idOf(decision: Decision): MessageId {
  if (!decision.outcome.ok) throw new Error(`Refused: ${JSON.stringify(decision.outcome.error)}`)
  if (decision.outcome.value.messageId === null) throw new Error('The answer names no message')
  return decision.outcome.value.messageId
}

export const codesOf = (decision: Decision): string[] =>
  decision.outcome.ok ? [] : decision.outcome.error.map((reason) => reason.code)

export function only<Item>(items: readonly Item[]): Item {
  const [item] = items
  if (items.length !== 1 || item === undefined) throw new Error(`Expected one, found ${items.length}`)
  return item
}

export const REMINDER: Template = {
  accountId: ACCOUNT,
  templateId: '00000000-0000-7000-8000-000000000071' as TemplateId,
  platformId: '9001',
  purpose: null,
  groupKey: SALES.groupKey,
  name: 'recordatorio_cuota',
  language: 'es_MX',
  category: 'UTILITY',
  status: 'APPROVED',
  statusReason: null,
  quality: 'GREEN',
  header: null,
  body: 'Hola {{1}}, le recordamos su cuota.',
  footer: null,
  buttons: [],
  fields: [{ part: 'body', buttonIndex: null, name: '1', example: 'Ana' }],
  unsupported: [],
}

export const A_DAY = hours(24)

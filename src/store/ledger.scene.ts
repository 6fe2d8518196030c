import { instant, type Instant, minutes, plus } from '#base/time.ts'
import type { AccountId, ConsentEntryId, ContactId, ConversationId, LineId, MessageId } from '#core/account/account.ts'
import type { Address, Contact } from '#core/contact/contact.ts'
import type { ConsentEntry } from '#core/consent/entry.ts'
import type { Line } from '#core/line/line.ts'
import { apply } from '#core/loop/apply.ts'
import type { NewEffect } from '#core/loop/effect.ts'
import type { Fact, FactBody, NewFact } from '#core/loop/fact.ts'
import type { Needs, World } from '#core/loop/world.ts'
import type { Content } from '#core/message/content.ts'
import type { InboundMessage, OutboundMessage } from '#core/message/message.ts'
import type { Changes, Committed, Ledger, Loaded } from './ledger.ts'

/** Small things to say in tests of ledgers. Ids are made of the few letters and digits one gives. */

export const NOW: Instant = instant(Date.UTC(2026, 10, 22, 12))
export const later = (count: number): Instant => plus(NOW, minutes(count))

/** A UUIDv7 of that instant that ends with this number. */
const uuid = (kind: number, id: number): string =>
  `${NOW.toString(16).padStart(12, '0').replace(/.{8}/, '$&-')}-7000-8${kind.toString(16).padStart(3, '0')}-${id.toString(16).padStart(12, '0')}`

export const accountId = (id: number) => uuid(1, id) as AccountId
export const lineId = (id: number) => uuid(2, id) as LineId
export const contactId = (id: number) => uuid(3, id) as ContactId
export const conversationId = (id: number) => uuid(4, id) as ConversationId
export const messageId = (id: number) => uuid(5, id) as MessageId

export const ACME = accountId(1)
export const BETA = accountId(2)
/** Acme's line; Beta's is 2. */
export const SALES = lineId(1)

export const lineOf = (account: AccountId, id: LineId, key: string): Line => ({
  accountId: account,
  lineId: id,
  channel: 'whatsapp',
  key,
  groupKey: `waba-${key}`,
  name: 'Ventas',
  address: '+52 55 5000 1000',
  country: 'MX',
  state: { kind: 'connected' },
  pausedAt: null,
  pausedBy: null,
  messagesPerSecond: 80,
})

export const phone = (value: string): Address => ({ channel: 'whatsapp', kind: 'phone', value })

export const contact = (id: number, more: Partial<Contact> = {}): Contact => ({
  accountId: ACME,
  contactId: contactId(id),
  name: `Contact ${id}`,
  username: null,
  addresses: [phone(`5255000000${id}`)],
  consents: [],
  createdAt: NOW,
  ...more,
})

export const text = (words: string): Content => ({ kind: 'text', text: words })

export const inbound = (id: number, more: Partial<InboundMessage> = {}): InboundMessage => ({
  accountId: ACME,
  messageId: messageId(id),
  conversationId: conversationId(1),
  lineId: SALES,
  direction: 'in',
  author: { kind: 'contact' },
  content: text(`Hola ${id}`),
  at: NOW,
  wireId: `wamid.in${id}`,
  receivedAt: NOW,
  forwarded: false,
  referral: null,
  replyTo: null,
  reactions: [],
  editedAt: null,
  revokedAt: null,
  ...more,
})

export const outbound = (id: number, more: Partial<OutboundMessage> = {}): OutboundMessage => ({
  accountId: ACME,
  messageId: messageId(id),
  conversationId: conversationId(1),
  lineId: SALES,
  direction: 'out',
  author: { kind: 'system' },
  content: text(`Buenas ${id}`),
  at: NOW,
  wireId: null,
  status: 'queued',
  times: { queued: NOW },
  problem: null,
  pricing: null,
  clientKey: `key-${id}`,
  clientFingerprint: 'print',
  attempts: 0,
  supersededBy: null,
  replyTo: null,
  reactions: [],
  editedAt: null,
  revokedAt: null,
  ...more,
})

export const needsOf = (more: Partial<Needs> = {}): Needs => ({
  accountId: ACME,
  addresses: [],
  wireIds: [],
  messages: [],
  conversations: [],
  contacts: [],
  clientKeys: [],
  templates: [],
  ...more,
})

/** A contact is begun with. */
export const outreach = (id: number, lineId?: LineId): FactBody => ({
  kind: 'outreach-counted',
  contactId: contactId(id),
  outreach: {
    ...{ messageId: messageId(id), at: NOW, purpose: 'notices', channel: 'whatsapp' },
    ...(lineId === undefined ? {} : { lineId }),
  },
})

/** Folds facts into the loaded worlds, as the core does, and commits them. */
export function commitFacts(
  ledger: Ledger,
  loaded: Loaded,
  bodies: readonly (FactBody & { accountId?: AccountId })[],
  more: Partial<Changes> = {},
): Promise<Committed> {
  const facts = bodies.map((body): NewFact => ({ accountId: ACME, ...body, at: NOW }))
  for (const fact of facts) apply(worldOf(loaded, fact.accountId), fact)
  return ledger.commit({ ...nothing(loaded), facts, ...more })
}

export const nothing = (loaded: Loaded): Changes => ({
  loaded,
  facts: [],
  effects: [],
  finished: [],
  position: null,
  setAside: [],
  now: NOW,
})

export function worldOf(loaded: Loaded, account: AccountId = ACME): World {
  const world = loaded.worlds.find((candidate) => candidate.accountId === account)
  if (world) return world
  throw new Error(`No world of account ${account} was loaded.`)
}

/** Loads, folds and commits; a conflict fails the test. */
export async function given(
  ledger: Ledger,
  bodies: readonly (FactBody & { accountId?: AccountId })[],
  needs: Partial<Needs> = {},
  more: Partial<Changes> = {},
): Promise<readonly Fact[]> {
  const account = bodies[0]?.accountId ?? ACME
  const committed = await commitFacts(
    ledger,
    await ledger.load([needsOf({ accountId: account, ...needs })]),
    bodies,
    more,
  )
  if (committed.kind === 'committed') return committed.facts
  throw new Error(`Expected a commit; found ${JSON.stringify(committed)}`)
}

export const added = (id: number, more: Partial<Contact> = {}): FactBody => ({
  kind: 'contact-added',
  contact: contact(id, more),
})
export const opened = (id: number, of: number): FactBody => ({
  kind: 'conversation-opened',
  conversationId: conversationId(id),
  contactId: contactId(of),
  lineId: SALES,
})
/** A word of consent of contact 1, in characters that are awkward to keep. */
export const said = (id: number, about: Partial<ConsentEntry> = {}, of = 1): FactBody => ({
  kind: 'consent-recorded',
  contactId: contactId(of),
  entry: {
    entryId: messageId(id) as string as ConsentEntryId,
    purpose: 'marketing',
    scope: { kind: 'line', lineId: SALES },
    change: 'given',
    at: NOW,
    until: null,
    means: 'keyword',
    isExpress: true,
    address: 'whatsapp:phone:52550000001',
    wording: { text: 'Acepto «todo»: 👍 \u0000 \ud800', version: '1' },
    evidence: { kind: 'message', messageId: messageId(id), wireId: `wamid.${id}`, lineId: SALES, text: 'ALTA' },
    by: { kind: 'contact' },
    ...about,
  },
})
export const received = (message: InboundMessage): FactBody => ({
  kind: 'message-received',
  conversationId: message.conversationId,
  message,
})
export const queued = (message: OutboundMessage): FactBody => ({
  kind: 'message-queued',
  conversationId: message.conversationId,
  message,
})
/** A contact who wrote once: contact 1, conversation 1, message 1. */
export const begun: readonly FactBody[] = [added(1), opened(1, 1), received(inbound(1))]

export const deliver = (id: number, more: Partial<NewEffect> = {}): NewEffect =>
  ({
    kind: 'deliver',
    accountId: ACME,
    messageId: messageId(id),
    lineId: SALES,
    contactId: contactId(1),
    priority: 0,
    dueAt: NOW,
    ...more,
  }) as NewEffect

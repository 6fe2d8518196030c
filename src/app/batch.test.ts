import { expect, test } from 'vitest'
import { uuidv7 } from '#base/ids.ts'
import { seededRandom } from '#base/random.ts'
import { instant, milliseconds, plus } from '#base/time.ts'
import type { LineId, MessageId } from '#core/account/account.ts'
import type { Sender } from '#core/contact/contact.ts'
import type { Line } from '#core/line/line.ts'
import type { Command, CommandBody } from '#core/loop/command.ts'
import { LUCIA, SALES } from '#core/loop/scene.ts'
import { memoryStore } from '#store/memory/ledger.ts'
import { type BatchResult, runBatch } from './batch.ts'
import { NOTHING_SET } from './ports.ts'

const NOW = instant(Date.UTC(2026, 10, 22, 10))
const SUPPORT: Line = { ...SALES, lineId: '00000000-0000-7000-8000-000000000012' as LineId, key: '106540352242923' }

function office() {
  const store = memoryStore()
  const ids = uuidv7(seededRandom(1))
  const clock = { now: () => NOW }
  const log = { warn: () => undefined, error: () => undefined }
  const ports = {
    ledger: store.ledger(),
    channels: new Map(),
    lines: { byKey: () => SALES, byId: () => SALES, appOf: () => 'app', ownerOf: () => null },
    settings: NOTHING_SET,
    clock,
    machineClock: clock,
    ids,
    timer: () => () => undefined,
    log,
    holder: 'test',
  }
  const run = (bodies: readonly CommandBody[]): Promise<BatchResult> =>
    runBatch(ports, {
      items: bodies.map((body): { command: Command; origin: null } => ({
        command: { ...body, accountId: SALES.accountId },
        origin: null,
      })),
      position: null,
      setAside: [],
    })
  return { store, run }
}

const received = (line: Line, wireId: string, sender: Sender): CommandBody => ({
  kind: 'receive-message',
  line,
  wireId,
  sender,
  sentAt: NOW,
  content: { kind: 'text', text: 'hola' },
  wireMedia: null,
  replyToWireId: null,
  forwarded: false,
  referral: null,
})

test('one batch tells that a contact moved and that they wrote to another line: their conversation there is found', async () => {
  const { store, run } = office()
  await run([received(SALES, 'wamid.1', LUCIA), received(SUPPORT, 'wamid.2', LUCIA)])
  const after = { ...LUCIA, userId: 'MX.2222' }
  const moved: CommandBody = {
    kind: 'change-identity',
    line: SALES,
    wireId: 'wamid.3',
    sentAt: plus(NOW, milliseconds(1000)),
    before: { ...LUCIA, phone: null },
    after: { ...after, phone: null },
    change: 'user_changed_user_id',
    text: '',
  }
  const result = await run([moved, received(SUPPORT, 'wamid.4', { ...after, phone: null })])
  expect(result.committed.kind).toBe('committed')
  expect(store.rows.contacts.size).toBe(1)
  expect(store.rows.conversations.size).toBe(2)
})

test('a report names the recipient by an id that is another contact’s already: it stays with them', async () => {
  const { store, run } = office()
  const stranger: Sender = { userId: 'MX.7777', phone: null, name: 'Pedro', username: null }
  await run([received(SALES, 'wamid.1', { ...LUCIA, userId: null }), received(SALES, 'wamid.2', stranger)])
  const [conversation] = [...store.rows.conversations.values()]
  const messageId = '00000000-0000-7000-8000-0000000000aa' as MessageId
  await run([
    {
      kind: 'send-message',
      messageId,
      by: { kind: 'system' },
      to: { kind: 'conversation', conversationId: conversation!.row.conversationId },
      content: { kind: 'text', text: 'buenas' },
      target: null,
      template: null,
      replyToMessageId: null,
      seenUpTo: null,
      clientKey: 'k',
      clientFingerprint: 'f',
      priority: 0,
    },
  ])
  const report = (userId: string): CommandBody => ({
    kind: 'receive-status',
    line: SALES,
    wireId: 'wamid.out',
    status: 'sent',
    statusAt: NOW,
    messageId,
    problem: null,
    pricing: null,
    recipient: { userId, phone: null },
  })
  const taken = await run([report('MX.7777')])
  expect(taken.committed.kind).toBe('committed')
  const free = await run([{ ...report('MX.8888'), status: 'delivered' } as CommandBody])
  expect(free.committed.kind).toBe('committed')
  const names = [...store.rows.contacts.values()].map(({ row }) => [row.name, row.addresses.map(({ value }) => value)])
  expect(names).toEqual([
    [LUCIA.name, ['MX.8888', LUCIA.phone]],
    ['Pedro', ['MX.7777']],
  ])
})

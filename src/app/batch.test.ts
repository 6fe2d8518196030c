import { expect, test } from 'vitest'
import { uuidv7 } from '#base/ids.ts'
import { seededRandom } from '#base/random.ts'
import { instant, milliseconds, plus } from '#base/time.ts'
import type { LineId } from '#core/account/account.ts'
import type { Sender } from '#core/contact/contact.ts'
import type { Line } from '#core/line/line.ts'
import type { Command, CommandBody } from '#core/loop/command.ts'
import { LUCIA, SALES } from '#core/loop/scene.ts'
import { memoryStore } from '#store/memory/ledger.ts'
import { type BatchResult, runBatch } from './batch.ts'

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
    lines: { byKey: () => SALES, byId: () => SALES, appOf: () => 'app' },
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

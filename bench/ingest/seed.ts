import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { runBatch } from '#app/batch.ts'
import { NOTHING_SET, type Ports } from '#app/ports.ts'
import { uuidv7 } from '#base/ids.ts'
import { instant, instantFromSeconds } from '#base/time.ts'
import { whatsapp } from '#channels/whatsapp/index.ts'
import type { ApiKeyId, EffectId, MessageId } from '#core/account/account.ts'
import type { Line } from '#core/line/line.ts'
import type { CommandBody } from '#core/loop/command.ts'
import { createClock } from '#server/clock.ts'
import type { Demo } from '#server/config.ts'
import { seedDemo } from '#server/demo.ts'
import { createVault, cryptoRandom } from '#server/secrets.ts'
import { openStore } from '#store/postgres/open.ts'
import { outboundId, phoneOf, type Told, userIdOf } from './events.ts'

const AT_ONCE = 500

/**
 * Makes the company, and for every customer one message of theirs and one of ours that Meta has accepted and not yet
 * reported on. Goes through the production core, in large batches, before the server runs.
 */
export async function seed(databaseUrl: string, settings: Demo, told: Told): Promise<void> {
  const store = openStore({ databaseUrl })
  try {
    await store.migrate()
    const clock = { now: () => instant(Date.now()) }
    await store.ensurePartitions(clock.now())
    await seedDemo({ registry: store.registry, vault: createVault(settings.secret), clock: createClock() }, settings)
    const line = (await store.registry.lines.list())[0]?.line
    if (!line) throw new Error('The demo company has no line.')
    const ports: Ports = {
      ledger: store.ledger,
      channels: new Map([['whatsapp', whatsapp]]),
      lines: { byKey: () => line, byId: () => line, appOf: () => settings.appId, ownerOf: () => null },
      settings: NOTHING_SET,
      clock,
      machineClock: clock,
      ids: uuidv7(cryptoRandom),
      timer: () => () => undefined,
      log: { warn: () => undefined, error: (about, message) => console.error(message, about) },
      holder: 'seed',
    }
    for (let first = 0; first < told.customers; first += AT_ONCE) {
      const customers = Array.from({ length: Math.min(AT_ONCE, told.customers - first) }, (_, index) => first + index)
      await seedSome(ports, line, told, customers)
    }
    // Customers of long ago are found by their names already, and were compared with each other.
    while ((await store.searchIndex.fill(AT_ONCE)) > 0);
    while (!(await store.duplicates.follow(line.accountId, clock.now())).isDone);
  } finally {
    await store.close()
  }
  await analyze(databaseUrl)
}

/** As autovacuum has left tables that grew over months: a planner that knows nothing yet is only met on the first day. */
async function analyze(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

async function seedSome(ports: Ports, line: Line, told: Told, customers: readonly number[]): Promise<void> {
  const run = async (bodies: readonly CommandBody[]) => {
    const items = bodies.map((body) => ({ command: { ...body, accountId: line.accountId }, origin: null }))
    const { committed, outcomes } = await runBatch(ports, { items, position: null, setAside: [] })
    const refused = outcomes.find((outcome) => 'poisoned' in outcome || !outcome.ok)
    if (committed.kind !== 'committed' || refused) {
      throw new Error(`Customers could not be made: ${JSON.stringify(refused ?? committed)}`)
    }
    return committed.effects
  }
  const sentAt = instantFromSeconds(told.startSeconds - 60)
  await run(customers.map((customer) => received(line, customer, sentAt)))
  const written = customers.map((customer) => ({ customer, messageId: ports.ids.next(ports.clock.now()) as MessageId }))
  const deliveries = await run(written.map(({ customer, messageId }) => sent(line, customer, messageId)))
  const effectOf = new Map(
    deliveries.map((effect) => [effect.kind === 'deliver' ? effect.messageId : '', effect.effectId]),
  )
  const timers = await run(
    written.map(({ messageId }) => ({
      kind: 'begin-send',
      messageId,
      effectId: effectOf.get(messageId) ?? (randomUUID() as EffectId),
      priority: 0 as const,
      template: null,
    })),
  )
  await run(
    written.map(({ customer, messageId }) => ({
      kind: 'settle-send',
      messageId,
      lineId: line.lineId,
      channel: 'whatsapp',
      attempt: 1,
      priority: 0,
      outcome: {
        kind: 'accepted',
        wireId: outboundId(customer),
        recipient: { userId: null, phone: phoneOf(customer) },
      },
    })),
  )
  await ports.ledger.effects.finish(timers)
}

const senderOf = (customer: number) => ({
  userId: userIdOf(customer),
  phone: phoneOf(customer),
  name: `Cliente ${customer}`,
  username: null,
})

const received = (line: Line, customer: number, sentAt: ReturnType<typeof instant>): CommandBody => ({
  kind: 'receive-message',
  line,
  wireId: `wamid.bench.first.${customer}`,
  sender: senderOf(customer),
  sentAt,
  content: { kind: 'text', text: 'Hola' },
  wireMedia: null,
  replyToWireId: null,
  forwarded: false,
  referral: null,
})

const sent = (line: Line, customer: number, messageId: MessageId): CommandBody => ({
  kind: 'send-message',
  messageId,
  by: { kind: 'api', apiKeyId: '0192d000-0000-7000-8000-000000000021' as ApiKeyId },
  to: { kind: 'person', line, sender: senderOf(customer) },
  content: { kind: 'text', text: 'Su pedido va en camino.' },
  target: null,
  template: null,
  replyToMessageId: null,
  seenUpTo: null,
  clientKey: `bench-${customer}`,
  clientFingerprint: 'bench',
  priority: 0,
})

import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { runBatch } from '#app/batch.ts'
import { NOTHING_SET, type Ports } from '#app/ports.ts'
import { uuidv7 } from '#base/ids.ts'
import { hours, instant, plus } from '#base/time.ts'
import { whatsapp } from '#channels/whatsapp/index.ts'
import type { ConversationId, EffectId, MessageId } from '#core/account/account.ts'
import type { CommandBody } from '#core/loop/command.ts'
import { cryptoRandom } from '#server/secrets.ts'
import { postgresLedger } from '#store/postgres/ledger.ts'
import { postgresRegistry } from '#store/postgres/registry/registry.ts'
import { postgresViews } from '#store/postgres/views.ts'
import { agentId, contactId, LARGE } from './company.ts'

/**
 * A minute at the contact centre: a contact writes, an agent looks, answers and settles it, Meta reports; through the
 * production core, with the ledger on the given connections. Every statement of the write side runs at least once.
 */
export async function everydayWork(pool: pg.Pool): Promise<void> {
  const registry = postgresRegistry(pool)
  const views = postgresViews(pool)
  const own = (await registry.lines.list()).find(({ line }) => line.accountId === LARGE)
  if (!own) throw new Error('The large company has no line.')
  const { line, appId } = own
  const clock = { now: () => instant(Date.now()) }
  const ledger = postgresLedger({ pool, door: pool, log: pool })
  const ports: Ports = {
    ledger,
    channels: new Map([['whatsapp', whatsapp]]),
    lines: { byKey: () => line, byId: () => line, appOf: () => appId, ownerOf: () => null },
    settings: NOTHING_SET,
    clock,
    machineClock: clock,
    ids: uuidv7(cryptoRandom),
    timer: () => () => undefined,
    log: { warn: () => undefined, error: (about, message) => console.error(message, about) },
    holder: 'bench',
  }
  const run = async (body: CommandBody) => {
    const items = [{ command: { ...body, accountId: LARGE }, origin: null }]
    const { committed, outcomes } = await runBatch(ports, { items, position: null, setAside: [] })
    const [outcome] = outcomes
    if (committed.kind !== 'committed' || !outcome || 'poisoned' in outcome || !outcome.ok) {
      throw new Error(`${body.kind} was not done: ${JSON.stringify(outcome ?? committed)}`)
    }
    return committed
  }

  const person = await views.contact(LARGE, contactId(7))
  const address = (kind: 'phone' | 'user-id') => person?.addresses.find((known) => known.kind === kind)?.value ?? null
  const sender = { userId: address('user-id'), phone: address('phone'), name: person?.name ?? null, username: null }
  const stranger = { userId: null, phone: `5255${Date.now()}`, name: 'Nueva Persona', username: null }
  for (const writer of [sender, stranger]) {
    await run({
      kind: 'receive-message',
      line,
      wireId: `wamid.everyday.${randomUUID()}`,
      sender: writer,
      sentAt: clock.now(),
      content: { kind: 'text', text: 'Hola' },
      wireMedia: null,
      replyToWireId: null,
      forwarded: false,
      referral: null,
    })
  }

  const by = { kind: 'agent', agentId: agentId(1) } as const
  const messageId = ports.ids.next(clock.now()) as MessageId
  const answered = await run({
    kind: 'send-message',
    messageId,
    by,
    to: { kind: 'person', line, sender },
    content: { kind: 'text', text: 'Va en camino.' },
    target: null,
    template: null,
    replyToMessageId: null,
    seenUpTo: null,
    clientKey: randomUUID(),
    clientFingerprint: 'bench',
    priority: 0,
  })
  const deliver = answered.effects.find(({ kind }) => kind === 'deliver')
  await ledger.effects.take(['deliver'], clock.now(), plus(clock.now(), hours(1)), 10)
  const effectId = deliver?.effectId ?? (randomUUID() as EffectId)
  const begun = await run({ kind: 'begin-send', messageId, effectId, priority: 0, template: null })
  const outcome = {
    kind: 'accepted',
    wireId: `wamid.everyday.${randomUUID()}`,
    recipient: { userId: null, phone: sender.phone },
  } as const
  await run({
    kind: 'settle-send',
    messageId,
    lineId: line.lineId,
    channel: 'whatsapp',
    attempt: 1,
    priority: 0,
    outcome,
  })
  await ledger.effects.finish(begun.effects)

  const message = await views.message(LARGE, messageId)
  const conversationId = message?.conversationId ?? ('' as ConversationId)
  await run({ kind: 'see-conversation', conversationId, by, typing: false })
  await run({ kind: 'resolve-conversation', conversationId, by })
  await run({ kind: 'reopen-conversation', conversationId, by })

  await ledger.deliveries.append([{ channel: 'whatsapp', appId, body: Buffer.from('{}'), receivedAt: clock.now() }])
  const lease = await ledger.deliveries.lease('bench', randomUUID(), clock.now(), plus(clock.now(), hours(1)))
  if (lease) {
    await ledger.deliveries.read(lease, null, 100)
    await ledger.deliveries.release(lease)
  }
  await ledger.factsAfter(LARGE, Math.max(0, (await ledger.newestSeq(LARGE)) - 50), 100)
  await registry.sessions.find('nobody', clock.now())
  await registry.apiKeys.find('nobody')
  await views.templates(LARGE, { groupKey: line.groupKey, q: null, status: null, limit: 50, cursor: null })
}

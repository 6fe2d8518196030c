import { type BatchResult, runBatch } from '#app/batch.ts'
import { NOTHING_SET, type Ports } from '#app/ports.ts'
import { uuidv7 } from '#base/ids.ts'
import { instant } from '#base/time.ts'
import { whatsapp } from '#channels/whatsapp/index.ts'
import { whatsappPlatform } from '#channels/whatsapp/platform.ts'
import type { ApiKeyId, ConversationId, MessageId, TemplateId } from '#core/account/account.ts'
import type { Line } from '#core/line/line.ts'
import type { CommandBody } from '#core/loop/command.ts'
import { fillTemplate } from '#core/template/fill.ts'
import { reconcile } from '#core/template/life/sync.ts'
import type { Template } from '#core/template/template.ts'
import { createClock } from '#server/clock.ts'
import { seedDemo } from '#server/demo.ts'
import { createVault, cryptoRandom } from '#server/secrets.ts'
import { openStore, type Store } from '#store/postgres/open.ts'
import type { House } from '../house.ts'

export type Queued = {
  readonly line: Line
  /** Campaign messages that wait, each to another customer. */
  readonly messageIds: readonly MessageId[]
  /** Conversations of customers who wrote just now, so that agents may answer in words. */
  readonly conversationIds: readonly ConversationId[]
}

const AT_ONCE = 500
const TEMPLATE = 'recordatorio_pago'
const API_KEY = '0192d000-0000-7000-8000-000000000021' as ApiKeyId

/**
 * Makes the company, its templates as Meta has them, customers who have written, and a campaign that waits to be sent.
 * Goes through the production core, in large batches, before the server runs.
 */
export async function queue(house: House, messages: number, talkers: number): Promise<Queued> {
  const { settings } = house
  const store = openStore({ databaseUrl: house.postgres.url })
  try {
    const { line, ports } = await open(store, house)
    const template = await readTemplates(store, line, settings.graphUrl, settings.accessToken)
    const run = async (bodies: readonly CommandBody[]) => {
      const items = bodies.map((body) => ({ command: { ...body, accountId: line.accountId }, origin: null }))
      return answersOf(await runBatch(ports, { items, position: null, setAside: [] }))
    }
    const written = await run(numbers(0, talkers).map((customer) => received(line, customer, ports.clock.now())))
    const messageIds: MessageId[] = []
    for (let first = 0; first < messages; first += AT_ONCE) {
      const customers = numbers(talkers + first, Math.min(AT_ONCE, messages - first))
      const ids = customers.map(() => ports.ids.next(ports.clock.now()) as MessageId)
      await run(ids.map((messageId, index) => reminder(line, template, customers[index] ?? 0, messageId)))
      messageIds.push(...ids)
    }
    // Customers of long ago are found by their names already, and were compared with each other.
    while ((await store.searchIndex.fill(AT_ONCE)) > 0);
    while (!(await store.duplicates.follow(line.accountId, ports.clock.now())).isDone);
    const conversationIds = written.flatMap(({ conversationId }) => conversationId ?? [])
    return { line, messageIds, conversationIds }
  } finally {
    await store.close()
  }
}

async function open(store: Store, { settings }: House): Promise<{ line: Line; ports: Ports }> {
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
    holder: 'queue',
  }
  return { line, ports }
}

/** As the server would: all templates of the line's group are kept; the one to be sent is given back. */
async function readTemplates(store: Store, line: Line, graphUrl: string, token: string): Promise<Template> {
  const { path } = whatsappPlatform.templates.ask(line.groupKey, null)
  const answer = await fetch(`${graphUrl}/v26.0${path}`, { headers: { authorization: `Bearer ${token}` } })
  const page = whatsappPlatform.templates.read(await answer.json())
  if (!page) throw new Error('Meta’s double has no list of templates.')
  const { accountId, groupKey } = line
  const ids = uuidv7(cryptoRandom)
  const askedAt = instant(Date.now())
  const newId = () => ids.next(askedAt) as TemplateId
  const listing = { accountId, groupKey, askedAt, templates: page.templates, isWhole: true, newId }
  const changes = await store.templates.reconcile(accountId, groupKey, (known) => reconcile(known, listing))
  const template = changes.map(({ kept }) => kept.template).find(({ name }) => name === TEMPLATE)
  if (!template) throw new Error(`Meta's double has no template ${TEMPLATE}.`)
  return template
}

function answersOf({ committed, outcomes }: BatchResult) {
  const answers = outcomes.flatMap((outcome) => ('poisoned' in outcome || !outcome.ok ? [] : [outcome.value]))
  if (committed.kind !== 'committed' || answers.length < outcomes.length) {
    throw new Error(`Messages could not be queued: ${JSON.stringify(outcomes.find((one) => !('ok' in one && one.ok)))}`)
  }
  return answers
}

const numbers = (first: number, count: number): number[] => Array.from({ length: count }, (_, index) => first + index)

/** Never one of the endings that the emulator lets fail: all of these end with 1. */
const senderOf = (customer: number) => ({
  userId: null,
  phone: `52155${1_000_000 + customer}1`,
  name: `Cliente ${customer}`,
  username: null,
})

const received = (line: Line, customer: number, sentAt: ReturnType<typeof instant>): CommandBody => ({
  kind: 'receive-message',
  line,
  wireId: `wamid.bench.first.${customer}`,
  sender: senderOf(customer),
  sentAt,
  content: { kind: 'text', text: '¿Cuándo vence mi cuota?' },
  wireMedia: null,
  replyToWireId: null,
  forwarded: false,
  referral: null,
})

function reminder(line: Line, template: Template, customer: number, messageId: MessageId): CommandBody {
  const filled = fillTemplate(template, {
    1: `Cliente ${customer}`,
    2: `$${2_000 + (customer % 997)}`,
    3: '28 de noviembre',
    'button.0.1': `c${customer}`,
  })
  if (!filled.ok) throw new Error(`The template cannot be filled: ${JSON.stringify(filled.error)}`)
  const { groupKey, name, language } = template
  return {
    kind: 'send-message',
    messageId,
    by: { kind: 'api', apiKeyId: API_KEY },
    to: { kind: 'person', line, sender: senderOf(customer) },
    content: { kind: 'template', template: filled.value },
    target: null,
    template: { groupKey, name, language },
    replyToMessageId: null,
    seenUpTo: null,
    clientKey: `bench-${customer}`,
    clientFingerprint: 'bench',
    priority: 2,
  }
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { days, plus, toIso } from '#base/time.ts'
import type { FactBody } from '#core/loop/fact.ts'
import type { Content } from '#core/message/content.ts'
import type { MessageStatus } from '#core/message/status.ts'
import { bodyOf, listed, listing } from '#core/template/life/scene.ts'
import { reconcile } from '#core/template/life/sync.ts'
import type { TemplateOrder } from '#core/template/numbers.ts'
import { ACME, begun, BETA, conversationId, given, messageId, NOW, outbound, queued, SALES } from '../ledger.scene.ts'
import { testStore, type TestStore } from './test-store.ts'

const GROUP = 'waba-100000000001'
let test_: TestStore
beforeAll(async () => {
  test_ = await testStore()
  const list = ['aviso', 'cita', 'nunca'].map((name) => listed(bodyOf(`Hola {{1}} de ${name}`, { name })))
  await templates().reconcile(ACME, GROUP, (known) =>
    reconcile(known, listing(list, { accountId: ACME, groupKey: GROUP, askedAt: NOW })),
  )
  await given(test_.store.ledger, begun)
})
afterAll(() => test_.drop())

const templates = () => test_.store.templates
const content = (name: string): Content => ({
  kind: 'template',
  template: {
    ...{ name, language: 'es_MX', category: 'UTILITY', values: [], named: false },
    rendered: { header: null, body: 'Hola', footer: null, buttons: [] },
  },
})
const step = (id: number, name: string, before: MessageStatus, after: MessageStatus): FactBody => ({
  ...{ kind: 'message-progressed', conversationId: conversationId(1), messageId: messageId(id) },
  ...{ status: after, statusAt: NOW, before, after, wireId: null, problem: null, pricing: null },
  template: { name, language: 'es_MX', lineId: SALES, at: NOW },
})
/** A message that goes through these states, one commit each. */
async function sent(id: number, name: string, ...states: readonly MessageStatus[]): Promise<void> {
  const { ledger } = test_.store
  await given(ledger, [queued(outbound(id, { content: content(name) }))], { conversations: [conversationId(1)] })
  for (const [index, after] of states.entries()) {
    await given(ledger, [step(id, name, states[index - 1] ?? 'queued', after)], { messages: [messageId(id)] })
  }
}
async function counted(): Promise<void> {
  while (!(await templates().count(ACME)).isDone);
}
const list = async (order: TemplateOrder, cursor: string | null = null, limit = 50) =>
  templates().list(ACME, {
    ...{ groupKey: null, q: null, status: null, category: null, language: null, quality: null, purpose: null },
    ...{ order, since: plus(NOW, days(-30)), limit, cursor },
  })
async function numbersOf(name: string, since = plus(NOW, days(-30))) {
  const { data } = await list('name')
  const id = data.find(({ template }) => template.name === name)?.template.templateId
  if (id === undefined) throw new Error(`There is no ${name}`)
  return (await templates().numbers(ACME, [id], since))(id)
}

test('each message counts once as sent, delivered and read, whoever counts and however often', async () => {
  await sent(10, 'aviso', 'sending', 'accepted', 'sent', 'delivered', 'read', 'played')
  await sent(11, 'aviso', 'sending', 'unknown', 'read')
  await sent(12, 'aviso', 'sending', 'accepted', 'failed', 'delivered')
  await sent(13, 'aviso', 'sending', 'accepted')
  await sent(14, 'aviso', 'sending', 'refused')
  await sent(15, 'cita', 'sending', 'accepted', 'delivered')
  await Promise.all([counted(), counted(), counted()])
  await counted()
  const numbers = await numbersOf('aviso')
  expect(numbers).toMatchObject({ sent: 4, delivered: 3, read: 2, price: null })
  expect(numbers.lastSentAt && toIso(numbers.lastSentAt)).toBe(toIso(NOW))
  expect(await numbersOf('cita')).toMatchObject({ sent: 1, delivered: 1, read: 0 })
})

test('one that was never sent has nothing, and days before the first one asked for do not count', async () => {
  expect(await numbersOf('nunca')).toEqual({ lastSentAt: null, sent: 0, delivered: 0, read: 0, price: null })
  expect(await numbersOf('aviso', plus(NOW, days(1)))).toMatchObject({ lastSentAt: NOW, sent: 0 })
})

test.each<[TemplateOrder, string[]]>([
  ['name', ['aviso', 'cita', 'nunca']],
  ['sent', ['aviso', 'cita', 'nunca']],
  ['delivered', ['aviso', 'cita', 'nunca']],
  ['read-rate', ['aviso', 'cita', 'nunca']],
  ['last-sent', ['aviso', 'cita', 'nunca']],
  ['price', ['aviso', 'cita', 'nunca']],
])('the list by %s has each template once, page by page', async (order, names) => {
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const { data, next }: Awaited<ReturnType<typeof list>> = await list(order, cursor, 1)
    seen.push(...data.map(({ template }) => template.name))
    cursor = next
  } while (cursor !== null)
  expect(seen).toEqual(names)
})

test('one company’s messages are no other’s', async () => {
  expect(await templates().count(BETA)).toEqual({ rows: 0, isDone: true, isBehind: false })
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Instant, plus, seconds } from '#base/time.ts'
import type { Delivery } from '../ledger.ts'
import { later, nothing, NOW } from '../ledger.scene.ts'
import type { ReprocessRange } from '../reprocess.ts'
import { testStore, type TestStore } from './test-store.ts'

let test_: TestStore
beforeEach(async () => {
  test_ = await testStore()
})
afterEach(() => test_.drop())

const at = (second: number): Instant => plus(NOW, seconds(second))
const append = (appId: string, second: number, ...bodies: string[]) =>
  test_.store.ledger.deliveries.append(
    bodies.map((body) => ({ channel: 'whatsapp', appId, body: Buffer.from(body), receivedAt: at(second) })),
  )
const range = (more: Partial<ReprocessRange> = {}): ReprocessRange => ({
  from: at(10),
  to: at(30),
  appId: null,
  lineKey: null,
  rate: 1_000_000,
  ...more,
})
const nobody = () => false

/** Everything in the log, with the name of the delivery it was first. */
async function log(): Promise<string[]> {
  const lease = await test_.store.ledger.deliveries.lease('whatsapp', 'one', NOW, later(1))
  if (!lease) throw new Error('Expected the lease.')
  const all = await test_.store.ledger.deliveries.read(lease, { xid: '0', id: '0' }, 5000)
  return all.map(({ deliveryId, body }: Delivery) => `${deliveryId} ${Buffer.from(body).toString()}`)
}

async function stepUntilDone(isAbout: Parameters<TestStore['store']['reprocessing']['step']>[1] = nobody) {
  let replayed = 0
  for (let steps = 0; steps < 50; steps++) {
    const step = await test_.store.reprocessing.step(at(1000 + 10 * steps), isAbout)
    if (step.kind === 'idle') return replayed
    replayed += step.replayed
  }
  throw new Error('It never ended.')
}

test('the deliveries of a range come again in their order, and the repetitions are not repeated', async () => {
  await append('a', 9, 'before')
  await append('a', 10, 'one', 'two')
  await append('b', 29, 'three')
  await append('a', 30, 'after')
  const asked = await test_.store.reprocessing.ask(range(), at(40))
  expect(asked).toMatchObject({ state: 'running', lookedAt: 0, replayed: 0, endedAt: null })
  await append('a', 20, 'came later')
  expect(await stepUntilDone()).toBe(3)
  expect((await log()).slice(-3)).toEqual(['2 one', '3 two', '4 three'])
  expect(await test_.store.reprocessing.list()).toMatchObject([{ state: 'done', lookedAt: 5, replayed: 3 }])
  await test_.store.reprocessing.ask(range({ to: at(5000) }), at(4000))
  expect(await stepUntilDone()).toBe(5)
})

test('what lies between is passed over, and nothing of the range with it', async () => {
  const many = Array.from({ length: 350 }, (_, index) => `x${index}`)
  await append('a', 1, ...many)
  await append('a', 10, 'one')
  await append('a', 40, ...many)
  await append('a', 10, 'two')
  await append('a', 41, ...many)
  await test_.store.reprocessing.ask(range(), at(50))
  let steps = 0
  while ((await test_.store.reprocessing.list())[0]?.state === 'running') {
    await test_.store.reprocessing.step(at(1000 + steps++), nobody)
  }
  expect((await log()).slice(1052)).toEqual(['351 one', '702 two'])
  expect((await test_.store.reprocessing.list())[0]).toMatchObject({ lookedAt: 1052, replayed: 2 })
  expect(steps).toBeLessThan(8)
})

test('only of one app, and only of what speaks of one line', async () => {
  await append('a', 10, 'sales 1', 'support 2')
  await append('b', 10, 'sales 3')
  await test_.store.reprocessing.ask(range({ appId: 'a', lineKey: 'sales' }), at(40))
  expect(await stepUntilDone((body, line) => Buffer.from(body).toString().startsWith(line))).toBe(1)
  expect((await log()).slice(3)).toEqual(['1 sales 1'])
})

test('not faster than asked, by however many processes, and it goes on where it was', async () => {
  await append('a', 10, ...Array.from({ length: 250 }, (_, index) => String(index)))
  await test_.store.reprocessing.ask(range({ rate: 50 }), at(40))
  const steps = () => Promise.all([1, 2, 3].map(() => test_.store.reprocessing.step(at(50), nobody)))
  const replayed = [...(await steps()), ...(await steps())].flatMap((step) =>
    step.kind === 'idle' ? [] : [step.replayed],
  )
  expect(replayed).toEqual([100])
  expect(await test_.store.reprocessing.step(at(51.9), nobody)).toEqual({ kind: 'idle' })
  expect(await test_.store.reprocessing.step(at(52), nobody)).toMatchObject({ replayed: 100, isDone: false })
  expect(await test_.store.reprocessing.step(at(54), nobody)).toMatchObject({ replayed: 50 })
  expect((await log()).slice(250)).toEqual((await log()).slice(0, 250))
})

test('a request that was stopped is over, and the reader’s position never moves back', async () => {
  await append('a', 10, 'one')
  const { ledger, reprocessing } = test_.store
  const lease = await ledger.deliveries.lease('whatsapp', 'one', NOW, later(1))
  const [one] = lease ? await ledger.deliveries.read(lease, null, 10) : []
  if (!lease || !one) throw new Error('Expected a delivery.')
  await ledger.commit({
    ...nothing(await ledger.load([])),
    position: { lease, from: lease.position, after: one.position },
  })
  const first = await reprocessing.ask(range(), at(40))
  expect(await reprocessing.stop(first.reprocessId, at(41))).toBe(true)
  expect(await reprocessing.stop(first.reprocessId, at(42))).toBe(false)
  expect(await reprocessing.step(at(50), nobody)).toEqual({ kind: 'idle' })
  await reprocessing.ask(range(), at(51))
  expect(await stepUntilDone()).toBe(1)
  expect((await ledger.deliveries.read(lease, one.position, 10)).map(({ deliveryId }) => deliveryId)).toEqual(['1'])
})

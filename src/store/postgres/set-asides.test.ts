import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AccountId, AgentId } from '#core/account/account.ts'
import type { Delivery, SetAside } from '../ledger.ts'
import { ACME, BETA, contactId, later, nothing, NOW, SALES } from '../ledger.scene.ts'
import { testStore, type TestStore } from './test-store.ts'

let test_: TestStore
beforeEach(async () => {
  test_ = await testStore()
})
afterEach(() => test_.drop())

const ANA = contactId(1) as string as AgentId
const by = { agentId: ANA, at: later(5) }

async function read(): Promise<readonly Delivery[]> {
  const { deliveries } = test_.store.ledger
  const lease = await deliveries.lease('whatsapp', 'one', NOW, later(1))
  if (!lease) throw new Error('Expected the lease.')
  return deliveries.read(lease, null, 100)
}

async function delivered(...bodies: string[]): Promise<readonly Delivery[]> {
  await test_.store.ledger.deliveries.append(
    bodies.map((body) => ({ channel: 'whatsapp', appId: 'app', body: Buffer.from(body), receivedAt: NOW })),
  )
  return read()
}

async function setAside(...entries: SetAside[]): Promise<void> {
  const { ledger } = test_.store
  expect(await ledger.commit({ ...nothing(await ledger.load([])), setAside: entries })).toMatchObject({
    kind: 'committed',
  })
}
const part = (delivery: Delivery, raw: unknown, accountId: AccountId | null = ACME): SetAside => ({
  accountId,
  delivery,
  reason: 'odd',
  raw,
})
const list = async (owner: AccountId | null, state: 'waiting' | 'released' | 'dismissed' = 'waiting') =>
  (await test_.store.setAsides.list(owner, { state, limit: 50, cursor: null })).data

test('each sees its own entries and nobody else’s; what belongs to nobody is the installation’s', async () => {
  const [one] = await delivered('one')
  if (!one) throw new Error('Expected a delivery.')
  await setAside(
    part(one, { line: { lineId: SALES } }),
    part(one, 'x', BETA),
    part(one, { lineKey: { key: '99' } }, null),
  )
  expect(await list(ACME)).toMatchObject([{ state: 'waiting', reason: 'odd', at: NOW, lineId: SALES, lineKey: null }])
  expect(await list(BETA)).toHaveLength(1)
  const [unowned] = await list(null)
  expect(unowned).toMatchObject({ lineKey: '99', times: 1, history: [] })
  const id = unowned?.setAsideId ?? ''
  expect(await test_.store.setAsides.raw(null, id)).toBe('{"lineKey":{"key":"99"}}')
  expect(await test_.store.setAsides.raw(ACME, id)).toBe(null)
  expect(await test_.store.setAsides.release(ACME, [id], by)).toEqual([])
  expect(await test_.store.setAsides.dismiss(BETA, [id], by)).toEqual([])
  expect(await test_.store.setAsides.counts(ACME)).toEqual({ waiting: 1, released: 0, dismissed: 0 })
  expect(await test_.store.setAsides.raw(ACME, "1' or true")).toBe(null)
})

test('a released entry’s delivery comes once more, under its first name, byte for byte', async () => {
  const [one, two] = await delivered('one', 'two')
  if (!one || !two) throw new Error('Expected deliveries.')
  await setAside(part(one, 'a'), part(one, 'b'), part(two, 'c'))
  const ids = (await list(ACME)).map(({ setAsideId }) => setAsideId)
  expect(ids).toHaveLength(3)
  expect([...(await test_.store.setAsides.release(ACME, ids, by))].sort()).toEqual([...ids].sort())
  expect(await test_.store.setAsides.release(ACME, ids, by)).toEqual([])
  const log = (await read()).map(({ deliveryId, body, appId }) => [deliveryId, Buffer.from(body).toString(), appId])
  const first = [
    [one.deliveryId, 'one', 'app'],
    [two.deliveryId, 'two', 'app'],
  ]
  expect(log).toEqual([...first, ...first])
  expect(await list(ACME, 'released')).toMatchObject(ids.map(() => ({ history: [{ did: 'released', agentId: ANA }] })))
})

test('what fails again is the same entry and waits again; what was dismissed stays dismissed', async () => {
  const [one] = await delivered('one')
  if (!one) throw new Error('Expected a delivery.')
  await setAside(part(one, 'a'), part(one, 'a'), part(one, 'b'))
  const entries = await list(ACME)
  const [b, a] = entries.map(({ setAsideId }) => setAsideId)
  if (!a || !b || entries.length !== 2) throw new Error(`Expected two entries; found ${JSON.stringify(entries)}`)
  await test_.store.setAsides.release(ACME, [a], by)
  await test_.store.setAsides.dismiss(ACME, [b], by)
  await setAside(part(one, 'a'), part(one, 'b'))
  expect(await list(ACME)).toMatchObject([
    { setAsideId: a, times: 2, history: [{ did: 'released' }, { did: 'returned', agentId: null, at: NOW }] },
  ])
  expect(await list(ACME, 'dismissed')).toMatchObject([
    { setAsideId: b, history: [{ did: 'dismissed', agentId: ANA }] },
  ])
})

test('pages go on where the last one ended', async () => {
  const deliveries = await delivered('one', 'two', 'three')
  await setAside(...deliveries.map((delivery) => part(delivery, 'x')))
  const { setAsides } = test_.store
  const first = await setAsides.list(ACME, { state: 'waiting', limit: 2, cursor: null })
  const rest = await setAsides.list(ACME, { state: 'waiting', limit: 2, cursor: first.next })
  expect([first.data.length, rest.data.length, rest.next]).toEqual([2, 1, null])
  expect(new Set([...first.data, ...rest.data].map(({ setAsideId }) => setAsideId)).size).toBe(3)
})

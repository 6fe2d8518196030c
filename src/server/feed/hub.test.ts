import { expect, test } from 'vitest'
import type { AccountId } from '#core/account/account.ts'
import type { Fact } from '#core/loop/fact.ts'
import { createHub } from './hub.ts'

const ACCOUNT = 'a' as AccountId
const fact = (seq: number) => ({ kind: 'line-changed', seq, accountId: ACCOUNT }) as Fact
const upTo = (count: number) => Array.from({ length: count }, (_, index) => fact(index + 1))

function hubOver(stored: Fact[]) {
  const told: number[] = []
  const ledger = {
    newestSeq: async () => 0,
    factsAfter: async (_account: AccountId, seq: number, limit: number) =>
      stored.filter((one) => one.seq > seq).slice(0, limit),
  }
  const hub = createHub(ACCOUNT, ledger, (facts) => told.push(...facts.map((one) => one.seq)))
  return { hub, told }
}

test('facts that follow are told at once', async () => {
  const { hub, told } = hubOver([])
  await hub.ready()
  hub.offer([fact(1), fact(2)])
  hub.offer([fact(3)])
  hub.offer([fact(2)])
  expect(told).toEqual([1, 2, 3])
})

test('a gap is read from the ledger before what follows it', async () => {
  const { hub, told } = hubOver(upTo(9))
  await hub.ready()
  hub.offer([fact(1)])
  hub.offer([fact(7), fact(8), fact(9)])
  await hub.settled()
  expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('a call from another process, our own commit, and "something was missed" give each fact once', async () => {
  const stored = upTo(1_700)
  const { hub, told } = hubOver(stored)
  await hub.ready()
  hub.hear(1_700)
  hub.offer([fact(1)])
  hub.hear(null)
  await hub.settled()
  expect(told).toEqual(stored.map((one) => one.seq))
  hub.hear(null)
  await hub.settled()
  expect(hub.seq()).toBe(1_700)
})

import { expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type { NewDelivery } from '#store/ledger.ts'
import { createGroupCommit, GROUP_COMMIT_LIMITS, QueueFull } from './group-commit.ts'
import { createMetrics } from './metrics.ts'

const delivery = (bytes = 10): NewDelivery => ({
  channel: 'whatsapp',
  appId: '1',
  body: new Uint8Array(bytes),
  receivedAt: instant(0),
})

function over(limits = {}) {
  const batches: number[] = []
  const pending: { done: () => void; fail: (error: Error) => void }[] = []
  const commits = createGroupCommit(
    (deliveries) => {
      batches.push(deliveries.length)
      return new Promise((done, fail) => pending.push({ done, fail }))
    },
    createMetrics(),
    { ...GROUP_COMMIT_LIMITS, ...limits },
  )
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  return { commits, batches, pending, turn }
}

test('a batch fills while the one before is written, and nobody is answered before', async () => {
  const { commits, batches, pending, turn } = over()
  const answered: number[] = []
  void commits.append(delivery()).then(() => answered.push(0))
  await turn()
  for (let index = 1; index <= 5; index++) void commits.append(delivery()).then(() => answered.push(index))
  await turn()
  expect([batches, answered]).toEqual([[1], []])
  pending[0]?.done()
  await turn()
  expect([batches, answered]).toEqual([[1, 5], [0]])
  pending[1]?.done()
  await commits.drain()
  expect(answered).toEqual([0, 1, 2, 3, 4, 5])
})

test('what cannot be written is told to those who wait for it, and the next is tried', async () => {
  const { commits, pending, turn } = over()
  const first = commits.append(delivery())
  await turn()
  const second = commits.append(delivery())
  pending[0]?.fail(new Error('disk full'))
  await expect(first).rejects.toThrow('disk full')
  await turn()
  pending[1]?.done()
  await second
})

test('a full queue refuses at once, by count and by bytes', async () => {
  const byCount = over({ waitingCount: 2 })
  for (let index = 0; index < 3; index++) void byCount.commits.append(delivery()).catch(() => undefined)
  await expect(byCount.commits.append(delivery())).rejects.toBeInstanceOf(QueueFull)
  const byBytes = over({ waitingBytes: 25 })
  for (let index = 0; index < 2; index++) void byBytes.commits.append(delivery()).catch(() => undefined)
  await expect(byBytes.commits.append(delivery())).rejects.toBeInstanceOf(QueueFull)
})

test('a batch is bounded in bytes, and one large body goes alone', async () => {
  const { commits, batches, pending, turn } = over({ batchBytes: 25 })
  for (const bytes of [10, 10, 10, 100]) void commits.append(delivery(bytes))
  for (let index = 0; index < 3; index++) {
    await turn()
    pending[index]?.done()
  }
  await commits.drain()
  expect(batches).toEqual([2, 1, 1])
})

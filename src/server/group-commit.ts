import type { NewDelivery } from '#store/ledger.ts'
import type { Metrics } from './metrics.ts'

/** Many requests to one commit: a batch fills while the one before is being written; nobody waits when it is idle. */
export type GroupCommit = {
  /** Resolves when the bytes are on disk. Rejects with `QueueFull` at once, or with the store's own error. */
  readonly append: (delivery: NewDelivery) => Promise<void>
  readonly waiting: () => number
  /** Resolves when everything taken so far is written or has failed. */
  readonly drain: () => Promise<void>
}
export class QueueFull extends Error {}

export type GroupCommitLimits = {
  readonly waitingCount: number
  readonly waitingBytes: number
  readonly batchCount: number
  readonly batchBytes: number
}
/** Two seconds of the peak the house promises, and no more memory than a small machine can spare. */
export const GROUP_COMMIT_LIMITS: GroupCommitLimits = {
  waitingCount: 20_000,
  waitingBytes: 128 * 1024 * 1024,
  batchCount: 1_000,
  batchBytes: 8 * 1024 * 1024,
}

type Waiting = { readonly delivery: NewDelivery; readonly done: () => void; readonly fail: (error: unknown) => void }

export function createGroupCommit(
  write: (deliveries: readonly NewDelivery[]) => Promise<void>,
  metrics: Pick<Metrics, 'webhookBatch' | 'webhookQueue'>,
  limits = GROUP_COMMIT_LIMITS,
): GroupCommit {
  let waiting: Waiting[] = []
  let waitingBytes = 0
  let writing: Promise<void> | null = null

  function takeBatch(): Waiting[] {
    let bytes = 0
    let count = 0
    for (const { delivery } of waiting) {
      if (count >= limits.batchCount || (count > 0 && bytes + delivery.body.length > limits.batchBytes)) break
      bytes += delivery.body.length
      count++
    }
    const batch = waiting.slice(0, count)
    waiting = waiting.slice(count)
    waitingBytes -= bytes
    metrics.webhookQueue.set(waiting.length)
    return batch
  }

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = takeBatch()
      try {
        await write(batch.map(({ delivery }) => delivery))
        metrics.webhookBatch.observe(batch.length)
        for (const { done } of batch) done()
      } catch (error) {
        for (const { fail } of batch) fail(error)
      }
    }
    writing = null
  }

  return {
    append: (delivery) => {
      const isFull = waiting.length >= limits.waitingCount || waitingBytes + delivery.body.length > limits.waitingBytes
      if (isFull) return Promise.reject(new QueueFull('Too many webhooks wait for the disk'))
      waitingBytes += delivery.body.length
      return new Promise((done, fail) => {
        waiting.push({ delivery, done, fail })
        metrics.webhookQueue.set(waiting.length)
        // Requests that are read in the same turn share the first commit too.
        writing ??= Promise.resolve().then(writeAll)
      })
    },
    waiting: () => waiting.length,
    drain: async () => {
      while (writing) await writing
    },
  }
}

import { createQueue } from './queue.ts'

/** Lets so many run at once; the rest waits, the lowest priority first. Priority 0 never waits and takes no place. */
export type Quota = <Given>(priority: number, work: () => Promise<Given>) => Promise<Given>

export function createQuota(most: number): Quota {
  const waiting = createQueue<void>()
  let running = 0

  return async (priority, work) => {
    if (priority === 0) return work()
    if (running >= most) await waiting.wait(priority)
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.next()
      if (next) next()
      else running -= 1
    }
  }
}

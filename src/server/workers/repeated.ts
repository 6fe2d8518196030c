import type { Worker } from './worker.ts'

type Repeating = {
  /** Never twice at once. Asks `isRunning` between its steps, and leaves off when it is not any more. */
  readonly round: (isRunning: () => boolean) => Promise<void>
  /** How long before the first round, and after each before the next; asked every time. */
  readonly pauseMs: () => number
  /** A round broke off; the next one comes all the same. */
  readonly failed: (error: unknown) => void
}

/** Does the same again and again until it is stopped, and lets what runs come to its end. */
export function createRepeated({ round, pauseMs, failed }: Repeating): Worker {
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()
  let isRunning = false

  function again(): void {
    timer = setTimeout(() => {
      running = round(() => isRunning)
        .catch(failed)
        .then(() => {
          if (isRunning) again()
        })
    }, pauseMs())
  }

  return {
    start: () => {
      isRunning = true
      again()
    },
    stop: async () => {
      isRunning = false
      if (timer) clearTimeout(timer)
      await running
    },
  }
}

/** Ends what was started, in an order of its own, once; also what is still being started when the end is asked for. */
export type Shutdown = {
  readonly signal: AbortSignal
  /** Adds something to end; lower ranks end first. Ended at once when the shutdown is under way. */
  add(rank: number, end: () => Promise<void>): Promise<void>
  /** Begins the shutdown, or joins it; resolves when everything has ended. */
  run(): Promise<void>
}

export function createShutdown(say: (line: string) => void): Shutdown {
  const steps: { rank: number; end: () => Promise<void> }[] = []
  const controller = new AbortController()
  let running: Promise<void> | null = null

  const endOne = async (end: () => Promise<void>): Promise<void> => {
    try {
      await end()
    } catch (error) {
      say(`While stopping: ${(error as Error).message}`)
    }
  }
  const endAll = async (): Promise<void> => {
    controller.abort()
    for (const { end } of steps.toSorted((one, other) => one.rank - other.rank)) await endOne(end)
  }

  return {
    signal: controller.signal,
    async add(rank, end) {
      if (controller.signal.aborted) await endOne(end)
      else steps.push({ rank, end })
    },
    run: () => (running ??= endAll()),
  }
}

type Queued<Work, Given> = {
  readonly work: Work
  readonly resolve: (given: Given) => void
  readonly reject: (error: unknown) => void
}

/** Work that must not overtake itself: one thing at a time per lane, in the order of `rank`; lanes run side by side. */
export type Lanes<Work, Given> = {
  /** Resolves or rejects as `run` does for this work. */
  readonly add: (lane: string, work: Work) => Promise<Given>
}

/**
 * `mayRun` is awaited before the first of a lane is chosen, so that a lower rank arriving meanwhile still goes first.
 */
export function createLanes<Work, Given>(options: {
  readonly rank: (work: Work) => string
  readonly mayRun: (first: Work) => Promise<void>
  readonly run: (work: Work) => Promise<Given>
}): Lanes<Work, Given> {
  const { rank, mayRun, run } = options
  const lanes = new Map<string, Queued<Work, Given>[]>()

  async function runLane(lane: string, queue: Queued<Work, Given>[]): Promise<void> {
    for (let [first] = queue; first; [first] = queue) {
      await mayRun(first.work)
      const next = queue.shift()
      if (!next) break
      try {
        next.resolve(await run(next.work))
      } catch (error) {
        next.reject(error)
      }
    }
    lanes.delete(lane)
  }

  return {
    add: (lane, work) =>
      new Promise((resolve, reject) => {
        const entry = { work, resolve, reject }
        const queue = lanes.get(lane)
        if (!queue) {
          const fresh = [entry]
          lanes.set(lane, fresh)
          void runLane(lane, fresh)
          return
        }
        const at = queue.findIndex((other) => rank(other.work) > rank(work))
        if (at < 0) queue.push(entry)
        else queue.splice(at, 0, entry)
      }),
  }
}

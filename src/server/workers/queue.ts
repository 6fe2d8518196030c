export type Queue<Given> = {
  readonly wait: (priority: number) => Promise<Given>
  /** Takes the one that goes first out of the queue. */
  readonly next: () => ((given: Given) => void) | undefined
  readonly size: () => number
}

/** Those who wait: the lowest priority first; first come, first served, within each. */
export function createQueue<Given>(): Queue<Given> {
  const waiting: ((given: Given) => void)[][] = []
  let size = 0
  return {
    wait: (priority) =>
      new Promise((go) => {
        const list = (waiting[priority] ??= [])
        list.push(go)
        size += 1
      }),
    next: () => {
      const go = waiting.find((list) => list && list.length > 0)?.shift()
      if (go) size -= 1
      return go
    },
    size: () => size,
  }
}

/** One Graph call, for people who look for what went wrong. */
export type LoggedCall = {
  readonly at: number
  readonly method: string
  readonly path: string
  readonly status: number
  readonly body: unknown
  readonly response: unknown
}

export type GraphLog = {
  readonly add: (call: LoggedCall) => void
  /** Newest first. */
  readonly list: (limit: number) => LoggedCall[]
}

/** Kept in memory only. */
const KEEP = 1_000

export function graphLog(): GraphLog {
  const ring: LoggedCall[] = []
  let next = 0
  return {
    add: (call) => {
      ring[next % KEEP] = call
      next += 1
    },
    list: (limit) => {
      const count = Math.min(limit, ring.length)
      return Array.from({ length: count }, (_, index) => ring[(next - 1 - index) % KEEP]).filter(
        (call) => call !== undefined,
      )
    },
  }
}

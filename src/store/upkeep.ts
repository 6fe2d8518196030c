import type { Duration, Instant } from '#base/time.ts'

/** What the store must have done to it now and then, by one process at a time. */
export type Upkeep = {
  /**
   * Makes partitions ahead and removes what has had its time: deliveries received `keep` ago and read by every reader,
   * settled entries of what was set aside, ids of files that the platform has forgotten. Null: another process is at it.
   */
  readonly round: (now: Instant, keep: Duration) => Promise<UpkeepRound | null>
  /** How much is kept, for those who watch. */
  readonly kept: (now: Instant) => Promise<Kept>
}

export type UpkeepRound = {
  readonly made: readonly string[]
  readonly dropped: readonly string[]
  /** Partitions that have to wait: somebody still reads them, or a lock was not to be had without making others wait. */
  readonly postponed: readonly string[]
  /** Rows removed, by table. */
  readonly removed: Readonly<Record<string, number>>
}

export type Kept = {
  /** Age of the oldest delivery; 0 when there is none. */
  readonly oldestDeliveryMs: number
  /** How far ahead there are partitions for deliveries; negative when today's is missing. */
  readonly partitionsAheadMs: number
  readonly partitions: Readonly<Record<'delivery' | 'message' | 'fact', number>>
  /** Rows outside of all partitions, as the database estimates them. */
  readonly strays: Readonly<Record<'delivery' | 'message' | 'fact', number>>
  /** Counted to a thousand each. */
  readonly setAsideWaiting: { readonly ofAccounts: number; readonly ofInstallation: number }
  readonly reprocessing: number
  /** Contacts that cannot yet be found by what they are called now; counted to ten thousand. */
  readonly unindexed: number
}

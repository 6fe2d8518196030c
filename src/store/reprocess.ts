import type { Instant } from '#base/time.ts'

/**
 * Ranges of deliveries put through the loop again after a fault of ours: chosen deliveries are appended to the log once
 * more, marked as repetitions, and take the way of every other. The reader's position never moves back; what was
 * understood the first time changes nothing the second time.
 */
export type Reprocessing = {
  readonly ask: (range: ReprocessRange, at: Instant) => Promise<Reprocess>
  /** Newest first; the last hundred. */
  readonly list: () => Promise<readonly Reprocess[]>
  /** False when it does not run. */
  readonly stop: (reprocessId: string, at: Instant) => Promise<boolean>
  /**
   * Repeats the next few deliveries of the oldest request whose turn it is. Any number of processes may step: each step
   * is one transaction, and one process's at a time. `isAbout` reads a body where the request names a line.
   */
  readonly step: (at: Instant, isAbout: (body: Uint8Array, lineKey: string) => boolean) => Promise<ReprocessStep>
}

export type ReprocessRange = {
  /** Inclusive; by the instant a delivery came in. */
  readonly from: Instant
  /** Exclusive. Deliveries that come in after the request are never repeated. */
  readonly to: Instant
  /** The platform app that signed; null: all. */
  readonly appId: string | null
  /** The platform's id of a number, or `waba:` and the id of a business account; null: all. */
  readonly lineKey: string | null
  /** Deliveries a second. */
  readonly rate: number
}

export type Reprocess = ReprocessRange & {
  readonly reprocessId: string
  readonly askedAt: Instant
  readonly state: 'running' | 'done' | 'stopped'
  /** Deliveries looked at, of the days the range touches. */
  readonly lookedAt: number
  readonly replayed: number
  readonly endedAt: Instant | null
}

export type ReprocessStep =
  /** There is no request, it is not time yet, or another process is at it. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'stepped'; readonly reprocessId: string; readonly replayed: number; readonly isDone: boolean }

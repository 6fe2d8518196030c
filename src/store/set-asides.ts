import type { Instant } from '#base/time.ts'
import type { AccountId, AgentId, LineId } from '#core/account/account.ts'
import type { Page } from './views/views.ts'

/**
 * What could not be understood, decided or stored, and waits for a person. Null in place of an account: what belongs to
 * the installation because no one company can be told; only operators see it, from the command line.
 */
export type SetAsides = {
  /** Newest first. */
  readonly list: (owner: Owner, filter: SetAsideFilter) => Promise<Page<SetAsideEntry>>
  readonly counts: (owner: Owner) => Promise<SetAsideCounts>
  /** The part as it was kept, mostly JSON; null when there is no such entry. */
  readonly raw: (owner: Owner, id: SetAsideId) => Promise<string | null>
  /**
   * Puts the deliveries of waiting entries through the loop again, each once. Answers the ids that were released; the
   * others are not the owner's, do not wait, or their delivery is no longer kept.
   */
  readonly release: (owner: Owner, ids: readonly SetAsideId[], by: Settler) => Promise<readonly SetAsideId[]>
  /** Answers the ids that were dismissed. */
  readonly dismiss: (owner: Owner, ids: readonly SetAsideId[], by: Settler) => Promise<readonly SetAsideId[]>
}

type Owner = AccountId | null
/** Digits. Later entries have greater ids. */
export type SetAsideId = string
export type SetAsideState = 'waiting' | 'released' | 'dismissed'
/** `agentId` is null for an operator at the command line. */
export type Settler = { readonly agentId: AgentId | null; readonly at: Instant }

export type SetAsideFilter = {
  readonly state: SetAsideState
  readonly limit: number
  readonly cursor: string | null
}
/** Counted up to 1,000 and no further. */
export type SetAsideCounts = Readonly<Record<SetAsideState, number>>

export type SetAsideEntry = {
  readonly setAsideId: SetAsideId
  readonly state: SetAsideState
  /** As the loop wrote it: `core: …`, `store: …`, `foreign line`, or words of the channel. */
  readonly reason: string
  /** When it was first set aside. */
  readonly at: Instant
  /** How often: a released entry that fails again is the same entry and waits again. */
  readonly times: number
  readonly lineId: LineId | null
  /** What the delivery calls the line, when it is none of ours. */
  readonly lineKey: string | null
  /** Oldest first. */
  readonly history: readonly SetAsideStep[]
}
export type SetAsideStep = {
  readonly did: 'released' | 'dismissed' | 'returned'
  readonly agentId: AgentId | null
  readonly at: Instant
}

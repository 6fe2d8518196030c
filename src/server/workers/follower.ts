import type { Loop } from '#app/loop.ts'
import type { AccountId } from '#core/account/account.ts'
import type { Fact } from '#core/loop/fact.ts'
import type { Projected } from '#store/costs.ts'
import type { Directory } from '../directory.ts'
import type { Log } from '../log.ts'
import type { StoreHealth } from '../watch.ts'
import { createRepeated } from './repeated.ts'
import type { Worker } from './worker.ts'

export type FollowerParts = {
  readonly loop: Pick<Loop, 'onCommit'>
  readonly directory: Pick<Directory, 'accounts'>
  readonly health: () => Promise<StoreHealth>
  readonly log: Log
}

export type Following = {
  /** What the log calls it. */
  readonly name: string
  /** How long after a commit: what comes along meanwhile, such as "read" after "delivered", is done with it. */
  readonly soonMs: number
  /** Between portions of what it is behind with, so that webhooks and agents get their turn. */
  readonly breathMs: number
  /** Facts after which there may be something to do. */
  readonly kinds: ReadonlySet<Fact['kind']>
  /** Does the next portion of an account; several processes may ask at once. */
  readonly project: (accountId: AccountId) => Promise<Projected>
  /** Before every account is looked at. */
  readonly turn?: () => Promise<void>
  /** A portion added something. */
  readonly added?: (accountId: AccountId) => Promise<void>
}

/** For what other processes committed, and for what no fact tells. */
const POLL_MS = 5_000
/** What follows can wait, deliveries come first. */
const MOST_LAG_MS = 1_000

/** Follows the facts of all accounts, soon after each commit and never at the cost of deliveries. */
export function createFollower(
  parts: FollowerParts,
  { name, soonMs, breathMs, kinds, project, turn, added }: Following,
): Worker {
  const { loop, directory, health, log } = parts
  const waiting = new Set<AccountId>()
  let isBehind = false
  let polledAt = 0

  async function round(isRunning: () => boolean): Promise<void> {
    if ((await health()).lagMs > MOST_LAG_MS) return
    const isPoll = performance.now() - polledAt >= POLL_MS
    if (isPoll) {
      polledAt = performance.now()
      await turn?.()
    }
    const accounts = isPoll ? directory.accounts() : [...waiting]
    waiting.clear()
    isBehind = false
    for (const accountId of accounts) {
      if (!isRunning()) return
      const portion = await project(accountId)
      if (!portion.isDone) waiting.add(accountId)
      isBehind ||= portion.isBehind
      if (portion.rows > 0) await added?.(accountId)
    }
  }

  loop.onCommit(({ facts }) => {
    for (const { kind, accountId } of facts) if (kinds.has(kind)) waiting.add(accountId)
  })

  return createRepeated({
    round,
    pauseMs: () => (isBehind ? breathMs : soonMs),
    failed: (error) => log.warn({ err: error }, `${name} cannot be written now`),
  })
}

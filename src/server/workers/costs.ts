import type { Clock } from '#base/time.ts'
import type { Loop } from '#app/loop.ts'
import type { AccountId } from '#core/account/account.ts'
import type { Fact } from '#core/loop/fact.ts'
import type { Costs } from '#store/costs.ts'
import type { BudgetStops } from '../costs/stops.ts'
import type { Directory } from '../directory.ts'
import type { Log } from '../log.ts'
import type { StoreHealth } from '../watch.ts'
import type { Worker } from './worker.ts'

export type CostParts = {
  readonly costs: Pick<Costs, 'project'>
  readonly budgetStops: BudgetStops
  readonly loop: Pick<Loop, 'onCommit'>
  readonly directory: Pick<Directory, 'accounts'>
  readonly health: () => Promise<StoreHealth>
  readonly clock: Clock
  readonly log: Log
}

/** After a commit that may cost something: what comes along meanwhile, such as "read" after "delivered", is looked at with it. */
const SOON_MS = 1_500
/** For what other processes committed, and for cards that were imported. */
const POLL_MS = 5_000
/** The ledger can wait, deliveries come first. */
const MOST_LAG_MS = 1_000

const COSTS: ReadonlySet<Fact['kind']> = new Set(['message-progressed'])

/** Follows the facts with the cost ledger, soon after each commit and never at the cost of deliveries. */
export function createCostLedger({ costs, budgetStops, loop, directory, health, clock, log }: CostParts): Worker {
  const waiting = new Set<AccountId>()
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()
  let isRunning = false
  let polledAt = 0

  async function round(): Promise<void> {
    if ((await health()).lagMs > MOST_LAG_MS) return
    const isPoll = performance.now() - polledAt >= POLL_MS
    if (isPoll) {
      polledAt = performance.now()
      await budgetStops.turn()
    }
    const accounts = isPoll ? directory.accounts() : [...waiting]
    waiting.clear()
    for (const accountId of accounts) {
      if (!isRunning) return
      const { rows, isDone } = await costs.project(accountId, clock.now())
      if (!isDone) waiting.add(accountId)
      if (rows > 0) await budgetStops.look(accountId)
    }
  }

  function again(): void {
    timer = setTimeout(
      () => {
        running = round()
          .catch((error: unknown) => log.warn({ err: error }, 'The cost ledger cannot be written now'))
          .then(() => {
            if (isRunning) again()
          })
      },
      waiting.size > 0 ? 0 : SOON_MS,
    )
  }

  loop.onCommit(({ facts }) => {
    for (const { kind, accountId } of facts) if (COSTS.has(kind)) waiting.add(accountId)
  })

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

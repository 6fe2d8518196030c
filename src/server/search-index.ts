import type { Loop } from '#app/loop.ts'
import type { Fact } from '#core/loop/fact.ts'
import type { SearchIndex } from '#store/search-index.ts'
import type { Log } from './log.ts'
import type { StoreHealth } from './watch.ts'

type SearchIndexParts = {
  readonly searchIndex: SearchIndex
  readonly loop: Pick<Loop, 'onCommit'>
  readonly health: () => Promise<StoreHealth>
  readonly log: Log
}

/** Contacts of one transaction: short, for readers of deliveries wait while it runs. At most five hundred a second. */
const AT_ONCE = 40
const PAUSE_MS = 80
/** After a commit of this process: whoever comes along meanwhile is put in order with it. */
const SOON_MS = 250
/** For what another process noted and did not live to put in order. */
const POLL_MS = 5_000
/** Search can wait, deliveries come first. */
const MOST_LAG_MS = 1_000
const LAGGING_MS = 1_000

const CHANGES_SEARCH: ReadonlySet<Fact['kind']> = new Set([
  'contact-added',
  'contact-named',
  'contact-listed',
  'address-added',
  'address-retired',
  'contact-erased',
])

/** Makes contacts findable by what they are called now: soon after the commit, a few at a time, never at the cost of deliveries. */
export function createSearchIndexer({ searchIndex, loop, health, log }: SearchIndexParts) {
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()
  let isRunning = false
  /** Somebody was added or renamed since the last look. */
  let isAsked = false
  let isPolling = false

  async function look(): Promise<number> {
    if ((await health()).lagMs > MOST_LAG_MS) return LAGGING_MS
    isAsked = false
    const filled = await searchIndex.fill(AT_ONCE)
    if (filled > 0) return filled < AT_ONCE ? SOON_MS : PAUSE_MS
    return isAsked ? SOON_MS : POLL_MS
  }

  function again(afterMs: number): void {
    isPolling = afterMs === POLL_MS
    timer = setTimeout(() => {
      isPolling = false
      running = look()
        .catch((error: unknown) => {
          log.warn({ err: error }, 'Contacts cannot be made findable now')
          return POLL_MS
        })
        .then((afterMs) => {
          if (isRunning) again(afterMs)
        })
    }, afterMs)
  }

  loop.onCommit(({ facts }) => {
    if (isAsked || !facts.some(({ kind }) => CHANGES_SEARCH.has(kind))) return
    isAsked = true
    if (!isPolling || !isRunning) return
    if (timer) clearTimeout(timer)
    again(SOON_MS)
  })

  return {
    start: (): void => {
      isRunning = true
      again(SOON_MS)
    },
    stop: async (): Promise<void> => {
      isRunning = false
      if (timer) clearTimeout(timer)
      await running
    },
  }
}

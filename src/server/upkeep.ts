import { type Clock, days, type Duration, plus } from '#base/time.ts'
import type { Upkeep } from '#store/upkeep.ts'
import type { Log } from './log.ts'
import type { MediaStore } from './media/store.ts'
import type { Metrics } from './metrics.ts'

type UpkeepParts = {
  readonly upkeep: Pick<Upkeep, 'round'>
  readonly media: Pick<MediaStore, 'removeAbandoned'>
  readonly keep: Duration
  readonly machineClock: Clock
  readonly metrics: Pick<Metrics, 'upkeep' | 'removed' | 'partitionsPostponed'>
  readonly log: Log
}

/** The start is busy enough. */
const FIRST_MS = 60_000
const EVERY_MS = 3_600_000
/** After something went wrong or had to wait. */
const SOON_MS = 300_000
/** No upload takes a day. */
const DRAFTS_LIVE = days(1)

/** Partitions ahead, and away with what has had its time: by the machine's clock, every hour, in one process at a time. */
export function createUpkeep({ upkeep, media, keep, machineClock, metrics, log }: UpkeepParts) {
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()
  let isRunning = false

  async function round(): Promise<'done' | 'postponed' | 'busy'> {
    const now = machineClock.now()
    const drafts = await media.removeAbandoned(plus(now, -DRAFTS_LIVE as Duration))
    metrics.removed.inc({ what: 'media_draft' }, drafts)
    const done = await upkeep.round(now, keep)
    if (done === null) return 'busy'
    const { made, dropped, postponed, removed } = done
    for (const [what, count] of Object.entries(removed)) metrics.removed.inc({ what }, count)
    metrics.removed.inc({ what: 'delivery_partition' }, dropped.length)
    metrics.partitionsPostponed.set(postponed.length)
    if (made.length + dropped.length > 0) log.info({ made, dropped }, 'Partitions were made and dropped')
    if (postponed.length === 0) return 'done'
    log.warn({ postponed }, 'Expired deliveries cannot be dropped yet: they are still read, or the table is held')
    return 'postponed'
  }

  function again(afterMs: number): void {
    timer = setTimeout(() => {
      running = round()
        .catch((error: unknown): 'failed' => {
          log.warn({ err: error }, 'Upkeep cannot be done now')
          return 'failed'
        })
        .then((outcome) => {
          metrics.upkeep.inc({ outcome })
          if (isRunning) again(outcome === 'done' || outcome === 'busy' ? EVERY_MS : SOON_MS)
        })
    }, afterMs)
  }

  return {
    start: (): void => {
      isRunning = true
      again(FIRST_MS)
    },
    stop: async (): Promise<void> => {
      isRunning = false
      if (timer) clearTimeout(timer)
      await running
    },
  }
}

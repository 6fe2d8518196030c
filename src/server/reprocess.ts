import type { Clock } from '#base/time.ts'
import type { Loop } from '#app/loop.ts'
import type { Platform } from '#channels/platform.ts'
import type { Reprocessing } from '#store/reprocess.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { StoreHealth } from './watch.ts'

type ReprocessParts = {
  readonly reprocessing: Pick<Reprocessing, 'step'>
  readonly loop: Pick<Loop, 'wake'>
  readonly platform: Pick<Platform, 'keysOf'>
  readonly health: () => Promise<StoreHealth>
  readonly clock: Clock
  readonly metrics: Pick<Metrics, 'replayed'>
  readonly log: Log
}

/** Nothing to do: look again so often. */
const IDLE_MS = 2_000
/** After a step that repeated something, and after one that only passed deliveries over. */
const STEP_MS = 50
const PASS_MS = 5
/** Repetitions wait while live deliveries do. */
const MOST_LAG_MS = 1_000

/** Puts ranges of deliveries through the loop again, a few at a time, as fast as asked and never at the cost of live ones. */
export function createReprocess(parts: ReprocessParts) {
  const { reprocessing, loop, platform, health, clock, metrics, log } = parts
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()
  let isRunning = false
  let isUnderWay = false
  let pauseMs = STEP_MS

  const isAbout = (body: Uint8Array, lineKey: string): boolean => {
    const keys = platform.keysOf(body)
    if (!keys.ok) return false
    return keys.value.lines.includes(lineKey) || keys.value.groups.some((group) => `waba:${group}` === lineKey)
  }

  async function look(): Promise<void> {
    if (isUnderWay && (await health()).lagMs > MOST_LAG_MS) {
      pauseMs = STEP_MS
      return
    }
    const step = await reprocessing.step(clock.now(), isAbout)
    isUnderWay = step.kind === 'stepped' && !step.isDone
    if (step.kind === 'idle') return
    pauseMs = step.replayed > 0 ? STEP_MS : PASS_MS
    metrics.replayed.inc({ reason: 'reprocess' }, step.replayed)
    if (step.replayed > 0) loop.wake()
    if (step.isDone) log.info({ reprocess: step.reprocessId }, 'A range of deliveries was put through the loop again')
  }

  function again(afterMs: number): void {
    timer = setTimeout(() => {
      running = look()
        .catch((error: unknown) => log.warn({ err: error }, 'Deliveries cannot be put through the loop again now'))
        .finally(() => {
          if (isRunning) again(isUnderWay ? pauseMs : IDLE_MS)
        })
    }, afterMs)
  }

  return {
    start: (): void => {
      isRunning = true
      again(IDLE_MS)
    },
    stop: async (): Promise<void> => {
      isRunning = false
      if (timer) clearTimeout(timer)
      await running
    },
  }
}

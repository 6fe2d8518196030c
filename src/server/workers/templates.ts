import type { Line } from '#core/line/line.ts'
import type { Instant } from '#base/time.ts'
import { type ListParts, syncGroup } from './template-list.ts'
import { createWorker, type Worker, type WorkerParts } from './worker.ts'

export type TemplateParts = WorkerParts & ListParts

/** Meta tells of most changes by webhook; this finds the others. */
const SYNC_EVERY_MS = 15 * 60_000
/** Until Meta, or the emulator that is still starting, answers. */
const RETRY_MS = 5_000
const RETRIES = 6
/** A line whose token is refused asks for its templates this often: the first answer connects it again. */
export const CUT_OFF_MS = 30_000

/** Keeps our copy of each business account's templates: at the start, every quarter of an hour, and when told. */
export function createTemplateSync(parts: TemplateParts): Worker {
  const { directory, log } = parts
  let timer: NodeJS.Timeout | null = null
  let knocking: NodeJS.Timeout | null = null
  let isRunning = false
  /** The last reading of each group. */
  const reading = new Map<string, { readonly askedAt: Instant; readonly promise: Promise<boolean> }>()
  const read = (line: Line) => {
    const started = { askedAt: parts.clock.now(), promise: syncGroup(parts, line) }
    reading.set(line.groupKey, started)
    return started
  }

  const cutOff = (): Line[] => directory.allLines().filter(({ state }) => state.kind === 'disconnected')
  /** One line of each business account stands for it, if possible one that is connected. */
  const groups = (): Line[] => {
    const connected = directory.allLines().filter(({ state }) => state.kind === 'connected')
    const lines = [...cutOff(), ...connected]
    return [...new Map(lines.map((line) => [`${line.accountId}:${line.groupKey}`, line])).values()]
  }
  const syncEach = (lines: readonly Line[]): Promise<boolean[]> =>
    Promise.all(
      lines.map((line) =>
        read(line).promise.catch((error: unknown) => {
          log.warn({ err: error, groupKey: line.groupKey }, 'Templates could not be read')
          return false
        }),
      ),
    )

  async function syncAll(triesLeft: number): Promise<void> {
    const results = await syncEach(groups())
    if (!isRunning) return
    const isWhole = results.every(Boolean) && results.length > 0
    const again = !isWhole && triesLeft > 0
    timer = setTimeout(() => void syncAll(again ? triesLeft - 1 : RETRIES), again ? RETRY_MS : SYNC_EVERY_MS)
  }

  const asked = createWorker(parts, {
    kind: 'sync-templates',
    capacity: 4,
    run: async ({ accountId, lineId, dueAt }) => {
      const line = directory.byId(accountId, lineId)
      if (!line) return { kind: 'done' }
      // Many notices come at once; a list asked for after this one has what it tells.
      const last = reading.get(line.groupKey)
      const { promise } = last && last.askedAt > dueAt ? last : read(line)
      if (!(await promise)) log.warn({ groupKey: line.groupKey }, 'Templates could not be read')
      return { kind: 'done' }
    },
  })

  return {
    start: () => {
      isRunning = true
      asked.start()
      void syncAll(RETRIES)
      knocking = setInterval(() => void syncEach(cutOff()), CUT_OFF_MS)
    },
    stop: async () => {
      isRunning = false
      if (timer) clearTimeout(timer)
      if (knocking) clearInterval(knocking)
      await asked.stop()
    },
  }
}

import type { Loop } from '#app/loop.ts'
import type { Platform } from '#channels/platform.ts'
import type { Line } from '#core/line/line.ts'
import type { Ids } from '#base/ids.ts'
import type { TemplateId } from '#core/account/account.ts'
import type { PlatformTemplate } from '#core/template/life/heard.ts'
import { reconcile } from '#core/template/life/sync.ts'
import type { Templates } from '#store/templates.ts'
import type { Directory } from '../directory.ts'
import type { Graph } from '../graph.ts'
import type { AccessWatch } from './access.ts'
import { createWorker, type Worker, type WorkerParts } from './worker.ts'

export type TemplateParts = WorkerParts & {
  readonly loop: Loop
  readonly templates: Pick<Templates, 'reconcile'>
  readonly ids: Ids
  readonly directory: Directory
  readonly platform: Platform
  readonly graph: Graph
  readonly watchAccess: AccessWatch
}

/** Meta tells of most changes by webhook; this finds the others. */
const SYNC_EVERY_MS = 15 * 60_000
/** Until Meta, or the emulator that is still starting, answers. */
const RETRY_MS = 5_000
const RETRIES = 6
/** A line whose token is refused asks for its templates this often: the first answer connects it again. */
export const CUT_OFF_MS = 30_000
/** 6,000 templates are Meta's limit for a business account (cloud-api §1), a hundred to a page. */
const MOST_PAGES = 100

/** Keeps our copy of each business account's templates: at the start, every quarter of an hour, and when told. */
export function createTemplateSync(parts: TemplateParts): Worker {
  const { directory, log } = parts
  let timer: NodeJS.Timeout | null = null
  let knocking: NodeJS.Timeout | null = null
  let isRunning = false

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
        syncGroup(parts, line).catch((error: unknown) => {
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
    run: async ({ accountId, lineId }) => {
      const line = directory.byId(accountId, lineId)
      if (line && !(await syncGroup(parts, line))) log.warn({ groupKey: line.groupKey }, 'Templates could not be read')
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

/** Reads all pages; only a whole list changes what we know. False: Meta did not answer with one. */
async function syncGroup(parts: TemplateParts, line: Line): Promise<boolean> {
  const { directory, platform, graph, loop, clock, ids } = parts
  const { accountId, groupKey } = line
  const token = directory.accessToken(accountId, line.lineId)
  if (token === null) return false
  const askedAt = clock.now()
  const templates: PlatformTemplate[] = []
  let isWhole = true
  let after: string | null = null
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const answer = await graph.ask(token, platform.templates.ask(groupKey, after), 'templates')
    parts.watchAccess(line, answer)
    const isAnswer = answer.kind === 'answered' && answer.status === 200
    const page = isAnswer ? platform.templates.read(answer.body) : null
    if (!page) return false
    templates.push(...page.templates)
    if (page.setAside.length > 0) {
      isWhole = false
      parts.log.warn({ groupKey, setAside: page.setAside }, 'Templates that could not be understood')
    }
    after = page.after
    if (after === null) break
  }
  const newId = () => ids.next(clock.now()) as TemplateId
  const listing = { accountId, groupKey, askedAt, templates, isWhole: isWhole && after === null, newId }
  const changes = await parts.templates.reconcile(accountId, groupKey, (known) => reconcile(known, listing))
  if (changes.length > 0) await loop.submit({ kind: 'note-templates', accountId, groupKey })
  return true
}

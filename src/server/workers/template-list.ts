import type { Ids } from '#base/ids.ts'
import { type Clock, type Instant, minutes } from '#base/time.ts'
import type { Loop } from '#app/loop.ts'
import type { Platform } from '#channels/platform.ts'
import type { TemplateId } from '#core/account/account.ts'
import type { Line } from '#core/line/line.ts'
import type { KeptTemplate } from '#core/template/kept.ts'
import type { PlatformTemplate } from '#core/template/life/heard.ts'
import { reconcile } from '#core/template/life/sync.ts'
import type { Templates } from '#store/templates.ts'
import type { Directory } from '../directory.ts'
import type { Graph } from '../graph.ts'
import type { Log } from '../log.ts'
import type { AccessWatch } from './access.ts'

export type ListParts = {
  readonly loop: Pick<Loop, 'submit'>
  readonly templates: Pick<Templates, 'reconcile'>
  readonly ids: Ids
  readonly directory: Directory
  readonly platform: Platform
  readonly graph: Graph
  readonly watchAccess: AccessWatch
  readonly clock: Clock
  readonly log: Log
}

/** 6,000 templates are Meta's limit for a business account (cloud-api §1), a hundred to a page. */
const MOST_PAGES = 100
/** A submission older than this whose worker is gone is carried on. */
const STUCK_AFTER = minutes(2)

/** Reads all pages; only a whole list changes what we know. False: Meta did not answer with one. */
export async function syncGroup(parts: ListParts, line: Line): Promise<boolean> {
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
  const stuck: KeptTemplate[] = []
  const changes = await parts.templates.reconcile(accountId, groupKey, (known) => {
    stuck.push(...known.filter((kept) => isStuck(kept, askedAt)))
    return reconcile(known, listing)
  })
  if (changes.length > 0) await loop.submit({ kind: 'note-templates', accountId, groupKey })
  for (const { template } of stuck) {
    const { templateId } = template
    await loop.submit({ kind: 'submit-template', accountId, templateId, groupKey, lineId: line.lineId })
  }
  return true
}

const isStuck = ({ submission }: KeptTemplate, now: Instant): boolean =>
  submission !== null && now - Math.max(submission.at, submission.leftAt ?? 0) > STUCK_AFTER

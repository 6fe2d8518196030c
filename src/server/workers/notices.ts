import { createHash } from 'node:crypto'
import { days, milliseconds, plus } from '#base/time.ts'
import type { AccountId, AgentId } from '#core/account/account.ts'
import { ok } from '#base/result.ts'
import type { Loop } from '#app/loop.ts'
import type { Platform } from '#channels/platform.ts'
import { hear } from '#core/template/life/news.ts'
import { type Line, MESSAGES_PER_SECOND } from '#core/line/line.ts'
import { NOTICES } from '#core/notice/codes.ts'
import type { Notice, NoticeAbout } from '#core/notice/notice.ts'
import type { Notices } from '#store/notices.ts'
import type { Templates } from '#store/templates.ts'
import type { Registry } from '#store/registry.ts'
import type { Directory } from '../directory.ts'
import { createWorker, type EffectOf, type Worker, type WorkerParts } from './worker.ts'

export type NoticeParts = WorkerParts & {
  readonly loop: Loop
  readonly notices: Pick<Notices, 'keep'>
  readonly templates: Pick<Templates, 'find' | 'change' | 'usersOf'>
  readonly platform: Platform
  readonly registry: Pick<Registry, 'lines' | 'announce'>
  readonly directory: Directory
}

/**
 * Puts what the platform tells on the list, and beside each line how it stands by it. A line that may send faster does so
 * from then on.
 */
export function createNotices(parts: NoticeParts): Worker {
  const { notices, registry, directory, loop } = parts
  return createWorker(parts, {
    kind: 'keep-notice',
    capacity: 8,
    run: async (effect) => {
      const { accountId, field, notice, value, toldAt, heardAt } = effect
      const line = directory.byId(accountId, effect.lineId)
      if (!line) return { kind: 'done' }
      const { severity } = NOTICES[notice.code]
      const group = directory.lines(accountId).filter(({ groupKey }) => groupKey === line.groupKey)
      const lines = linesOf(notice.about, line, group)
      const lineId = notice.about.kind === 'line' && lines.length === 1 ? (lines[0]?.lineId ?? null) : null
      const digest = digestOf(effect)
      const { groupKey } = line
      const recipients = await recipientsOf(parts, accountId, groupKey, notice)
      const entry = { recipients, accountId, digest, lineId, groupKey, field, severity, notice, value, toldAt, heardAt }
      const changed = await notices.keep(
        entry,
        lines.map((each) => each.lineId),
      )
      if (notice.standing.some(({ aspect, value: level }) => aspect === 'throughput' && level === 'HIGH')) {
        for (const id of changed) await registry.lines.setRate(accountId, id, MESSAGES_PER_SECOND.HIGH)
      }
      // How lines stand decides what may be sent; every process knows it at once.
      if (changed.length > 0) {
        await registry.announce('lines')
        await directory.reload()
      }
      await hearOfTemplate(parts, effect, groupKey)
      for (const id of changed) await loop.submit({ kind: 'note-line', accountId, lineId: id })
      return { kind: 'done' }
    },
  })
}

/** What those who use a template have to know: they cannot send it, or it costs more. */
const CONCERNS_USERS: ReadonlySet<string> = new Set([
  ...['template-rejected', 'template-paused', 'template-disabled', 'template-locked', 'template-archived'],
  ...['template-category-announced', 'template-category-changed'],
])
const USED_WITHIN = days(30)

/** Whoever sent the template lately, whoever made it, and administrators. */
async function recipientsOf(
  { templates, directory, clock }: Pick<NoticeParts, 'templates' | 'directory' | 'clock'>,
  accountId: AccountId,
  groupKey: string,
  { code, about }: Notice,
): Promise<readonly AgentId[]> {
  if (about.kind !== 'template' || !CONCERNS_USERS.has(code)) return []
  const ref = { groupKey, name: about.name, language: about.language }
  const [users, kept] = await Promise.all([
    templates.usersOf(accountId, ref, plus(clock.now(), milliseconds(-USED_WITHIN))),
    templates.find(accountId, ref),
  ])
  const author = kept?.author?.kind === 'agent' ? [kept.author.agentId] : []
  const people = directory.agents(accountId)
  const admins = people.filter(({ role }) => role === 'admin').map(({ agentId }) => agentId)
  const known = new Set(people.map(({ agentId }) => agentId))
  return [...new Set([...users, ...author, ...admins])].filter((agentId) => known.has(agentId))
}

/** What is told of a template is so at once. Without a time it cannot be put in order: the list that follows decides. */
async function hearOfTemplate(
  { templates, platform, loop }: Pick<NoticeParts, 'templates' | 'platform' | 'loop'>,
  { accountId, field, value, toldAt, isDated }: EffectOf<'keep-notice'>,
  groupKey: string,
): Promise<void> {
  const news = isDated ? platform.templates.news(field, value) : null
  const known = news && (await templates.find(accountId, { groupKey, ...news }))
  if (!news || !known) return
  const { templateId } = known.template
  let isNew = false
  await templates.change(accountId, templateId, (kept) => {
    const change = hear(kept, news, toldAt)
    isNew = change !== null
    return ok(change)
  })
  if (isNew) await loop.submit({ kind: 'note-templates', accountId, groupKey })
}

/** The lines a notice speaks of. A number that is none of ours in the group is nobody's line. */
function linesOf(about: NoticeAbout, line: Line, group: readonly Line[]): readonly Line[] {
  if (about.kind === 'group') return group
  if (about.kind !== 'line' || about.address === null) return [line]
  return group.filter(({ address }) => address.replace(/\D/g, '') === about.address)
}

/** Meta repeats what it believes unheard for up to seven days (cloud-api §2.1). */
const REPEATED_WITHIN = days(7)

/** What is told without a time and comes again within the same week is taken for a repetition. */
function digestOf({ lineId, field, value, toldAt, isDated }: EffectOf<'keep-notice'>): string {
  const when = isDated ? toldAt : `week ${Math.floor(toldAt / REPEATED_WITHIN)}`
  return createHash('sha256')
    .update(JSON.stringify([lineId, field, value, when]))
    .digest('base64url')
}

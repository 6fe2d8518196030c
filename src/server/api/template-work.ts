import { ok, type Result } from '#base/result.ts'
import type { TemplateDetail } from '#contract/templates.ts'
import type { TemplateId } from '#core/account/account.ts'
import type { Line } from '#core/line/line.ts'
import { explainProblem } from '#core/problem/explain.ts'
import { type Refusal, refusal } from '#core/refusal/refusal.ts'
import type { Language } from '#base/language.ts'
import type { TemplateBody } from '#core/template/body.ts'
import type { KeptTemplate } from '#core/template/kept.ts'
import { acted, type PlatformAction } from '#core/template/life/act.ts'
import { isFresh, obstaclesTo } from '#core/template/life/rules.ts'
import { submitDraft } from '#core/template/life/submit.ts'
import { isFromLibrary } from '#core/template/library.ts'
import { lint } from '#core/template/lint/lint.ts'
import { usageOf } from '../template-usage.ts'
import { type ApiParts, type Call, type Handlers, no } from './call.ts'
import { detailOf, tellOf } from './templates.ts'

type Names =
  'submitTemplate' | 'archiveTemplate' | 'unarchiveTemplate' | 'unpauseTemplate' | 'deleteTemplate' | 'syncTemplates'

/** What Meta is asked to do with a template. */
export function templateWorkHandlers(parts: ApiParts): Handlers<Names> {
  return {
    submitTemplate: (call) => submit(parts, call),
    archiveTemplate: (call) => act(parts, call, 'archive'),
    unarchiveTemplate: (call) => act(parts, call, 'unarchive'),
    unpauseTemplate: (call) => act(parts, call, 'unpause'),
    deleteTemplate: async (call) => {
      const { accountId } = call.caller
      const kept = await parts.templates.get(accountId, call.params.id as TemplateId)
      if (kept?.template.status !== 'DRAFT') return emptied(await act(parts, call, 'delete'))
      if (kept.submission !== null) return no('template-submitting')
      await parts.templates.remove(accountId, kept.template.templateId)
      await tellOf(parts, kept)
      return ok(undefined)
    },
    syncTemplates: async ({ caller: { accountId }, body }) => {
      const lines = parts.directory.lines(accountId).filter(({ lineId }) => (body.lineId ?? lineId) === lineId)
      if (lines.length === 0) return no('line-missing', { field: 'lineId', found: body.lineId ?? '' })
      const groups = new Map(lines.map((line) => [line.groupKey, line]))
      for (const { lineId } of groups.values()) {
        const asked = await parts.loop.submit({ kind: 'sync-templates', accountId, lineId })
        if (!asked.ok) return asked
      }
      return ok(undefined)
    },
  }
}

const emptied = <Value>(result: Result<Value, readonly Refusal[]>): Result<undefined, readonly Refusal[]> =>
  result.ok ? ok(undefined) : result

type Answered = Result<TemplateDetail, readonly Refusal[]>

/** Refused while the linter finds errors: what Meta would refuse at once costs one of the hour's creations. */
async function submit(parts: ApiParts, { caller, params, body, language }: Call<'submitTemplate'>): Promise<Answered> {
  const { templates, clock, loop } = parts
  const { accountId, actor } = caller
  const kept = await templates.get(accountId, params.id as TemplateId)
  if (!kept) return no('template-missing', { field: 'id', found: params.id })
  const line = lineFor(parts, kept)
  if (!line) return no('line-disconnected', { found: kept.template.groupKey })
  const faults = kept.draft === null ? [] : faultsOf(kept.draft.body, language)
  const usage = await usageOf(templates, kept, clock.now())
  const submitted = await templates.change(accountId, kept.template.templateId, (now) => {
    if (now.revision !== body.revision) {
      const found = String(body.revision)
      return { ok: false, error: [refusal('template-changed-meanwhile', { field: 'revision', found })] }
    }
    const decided = submitDraft(now, usage, actor, clock.now())
    if (decided.ok && faults.length > 0) return { ok: false, error: faults }
    return decided.ok ? decided : { ok: false, error: [...decided.error, ...faults] }
  })
  if (!submitted?.ok) return submitted ?? no('template-missing', { field: 'id', found: params.id })
  const { groupKey, templateId } = submitted.value.template
  const asked = await loop.submit({ kind: 'submit-template', accountId, templateId, groupKey, lineId: line.lineId })
  if (!asked.ok) return asked
  return ok(await detailOf(parts, submitted.value, language))
}

/** A template of Meta's library has no text of its own to judge. */
function faultsOf(body: TemplateBody, language: Language): readonly Refusal[] {
  if (isFromLibrary(body)) return []
  return lint(body, { language })
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ component, message }) => refusal('template-faulty', { field: component, found: message }))
}

/** Asks Meta while the caller waits; an answer that never came is settled by the list. */
async function act(
  parts: ApiParts,
  { caller, params, language }: Pick<Call<'archiveTemplate'>, 'caller' | 'params' | 'language'>,
  action: PlatformAction,
): Promise<Answered> {
  const { templates, clock, graph, directory, platform, log } = parts
  const { accountId, actor } = caller
  const kept = await templates.get(accountId, params.id as TemplateId)
  if (!kept) return no('template-missing', { field: 'id', found: params.id })
  const { name, groupKey, platformId, templateId } = kept.template
  const obstacles = obstaclesTo(action, kept, await usageOf(templates, kept, clock.now()), clock.now())
  if (obstacles.length > 0) return { ok: false, error: obstacles }
  const line = lineFor(parts, kept)
  const token = line && directory.accessToken(accountId, line.lineId)
  if (!line || !token || platformId === null || isFresh(kept)) return no('line-disconnected', { found: groupKey })
  const askedAt = clock.now()
  const answer = platform.templates.interpret(
    await graph.ask(token, platform.templates.act(action, groupKey, name, platformId), 'templates'),
  )
  if (answer.kind !== 'taken') {
    await parts.loop.submit({ kind: 'sync-templates', accountId, lineId: line.lineId })
    if (answer.kind === 'unknown') return no('unavailable', { expected: 'an answer from Meta' })
    const problem = answer.kind === 'exists' ? null : answer.problem
    return no('platform-refused', { found: problem ? wordsFor(problem, language) : 'template-exists' })
  }
  const done = await templates.change(accountId, templateId, (now) => acted(now, action, actor, askedAt))
  if (!done?.ok) return done ?? no('template-missing', { field: 'id', found: params.id })
  log.info({ templateId, name, action, by: actor }, 'A template was changed at Meta')
  await tellOf(parts, done.value)
  return ok(await detailOf(parts, done.value, language))
}

/** Our words for the code, where there are some, and Meta's own. */
function wordsFor(
  { code, title, details }: { readonly code: string; readonly title: string; readonly details: string | null },
  language: Language,
): string {
  const { cause, known } = explainProblem(code, language)
  return [...(known ? [cause] : []), details ?? title].join(' ').slice(0, 500)
}

/** A line of the template's group through which Meta can be asked. */
export const lineFor = ({ directory }: Pick<ApiParts, 'directory'>, { template }: KeptTemplate): Line | null =>
  directory
    .lines(template.accountId)
    .find(({ groupKey, state }) => groupKey === template.groupKey && state.kind === 'connected') ?? null

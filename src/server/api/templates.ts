import { ok, type Result } from '#base/result.ts'
import { days, plus } from '#base/time.ts'
import { toTemplateDetail, toTemplateRow } from '#contract/convert-template.ts'
import type { TemplateDetail } from '#contract/templates.ts'
import type { AccountId, LineId, TemplateId } from '#core/account/account.ts'
import type { Line } from '#core/line/line.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import type { Language } from '#base/language.ts'
import { languageCodeOf } from '#core/template/body.ts'
import type { KeptTemplate } from '#core/template/kept.ts'
import { changeDraft, draftTemplate, type NewTemplate, redraftDeleted } from '#core/template/life/draft.ts'
import { Taken } from '#store/registry.ts'
import type { Caller } from '../auth.ts'
import { usageOf } from '../template-usage.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

type Names =
  'listTemplates' | 'countTemplates' | 'getTemplate' | 'createTemplate' | 'changeTemplate' | 'duplicateTemplate'

/** How long ago messages were asked for that still count in a template's numbers. */
const NUMBERS_SPAN = days(-30)

/** Templates read, drafted and changed; what Meta is asked for is in `template-work.ts`. */
export function templateHandlers(parts: ApiParts): Handlers<Names> {
  const { templates } = parts
  return {
    listTemplates: async ({ caller, query }) => {
      const group = groupOf(parts, caller.accountId, query.lineId)
      if (!group.ok) return group
      const { q, status, category, language, quality, purpose, order, limit, cursor } = query
      const since = plus(parts.clock.now(), NUMBERS_SPAN)
      const { data, next } = await templates.list(caller.accountId, {
        ...{ order, since },
        groupKey: group.value,
        ...{ q: q || null, status: status ?? null, category: category ?? null, quality: quality ?? null },
        ...{ purpose: purpose ?? null, limit, cursor: cursor ?? null },
        language: language === undefined ? null : languageCodeOf(language),
      })
      const ids = data.map(({ template }) => template.templateId)
      const numbersOf = await templates.numbers(caller.accountId, ids, since)
      return ok({ data: data.map((kept) => toTemplateRow(kept, numbersOf(kept.template.templateId))), next })
    },
    countTemplates: async ({ caller, query }) => {
      const group = groupOf(parts, caller.accountId, query.lineId)
      return group.ok ? ok({ ...(await templates.counts(caller.accountId, group.value)) }) : group
    },
    getTemplate: async ({ caller, params, language }) => {
      const kept = await templates.get(caller.accountId, params.id as TemplateId)
      return kept
        ? ok(await detailOf(parts, kept, language))
        : no('template-missing', { field: 'id', found: params.id })
    },
    createTemplate: async ({ caller, body, language }) => {
      const line = parts.directory.byId(caller.accountId, body.lineId as LineId)
      if (!line) return no('line-missing', { field: 'lineId', found: body.lineId })
      return begin(parts, caller, line.groupKey, { body: body.body, purpose: body.purpose ?? null }, language)
    },
    changeTemplate: async ({ caller, params, body, language }) => {
      const { accountId, actor } = caller
      try {
        const changed = await templates.change(accountId, params.id as TemplateId, (kept) =>
          changeDraft(kept, body, actor, parts.clock.now()),
        )
        if (changed === null) return no('template-missing', { field: 'id', found: params.id })
        if (!changed.ok) return changed
        await tellOf(parts, changed.value)
        return ok(await detailOf(parts, changed.value, language))
      } catch (error) {
        if (error instanceof Taken) return no('template-exists', { field: 'body.name', found: error.message })
        throw error
      }
    },
    duplicateTemplate: async ({ caller, params, body, language }) => {
      const kept = await templates.get(caller.accountId, params.id as TemplateId)
      if (!kept) return no('template-missing', { field: 'id', found: params.id })
      const line = body.lineId === undefined ? null : parts.directory.byId(caller.accountId, body.lineId as LineId)
      if (body.lineId !== undefined && !line) return no('line-missing', { field: 'lineId', found: body.lineId })
      const { template } = kept
      const copy = {
        ...(kept.draft?.body ?? kept.body),
        name: body.name ?? template.name,
        language: body.language ?? template.language,
      }
      const wanted = { body: copy, purpose: template.purpose }
      return begin(parts, caller, line?.groupKey ?? template.groupKey, wanted, language)
    },
  }
}

/** A new draft; where Meta has had one of that name and language and has it no more, that one begins again. */
export async function begin(
  parts: ApiParts,
  { accountId, actor }: Caller,
  groupKey: string,
  wanted: Pick<NewTemplate, 'body' | 'purpose'>,
  language: Language,
): Promise<Result<TemplateDetail, readonly Refusal[]>> {
  const { templates, ids, clock } = parts
  const now = clock.now()
  const templateId = ids.next(now) as TemplateId
  const drafted = draftTemplate({ accountId, templateId, groupKey, ...wanted }, actor, now)
  if (!drafted.ok) return drafted
  let { kept } = drafted.value
  if (!(await templates.add(drafted.value))) {
    const { name } = kept.template
    const there = await templates.find(accountId, { groupKey, name, language: kept.template.language })
    const exists = () => no('template-exists', { field: 'body.name', found: `${name} (${kept.template.language})` })
    if (there?.template.status !== 'DELETED') return exists()
    const again = await templates.change(accountId, there.template.templateId, (old) =>
      redraftDeleted(old, drafted.value.kept),
    )
    if (!again?.ok) return again ?? exists()
    kept = again.value
  }
  await tellOf(parts, kept)
  return ok(await detailOf(parts, kept, language))
}

/** Every desk of the company looks again. */
export async function tellOf({ loop }: ApiParts, { template }: KeptTemplate): Promise<void> {
  await loop.submit({ kind: 'note-templates', accountId: template.accountId, groupKey: template.groupKey })
}

export async function detailOf(parts: ApiParts, kept: KeptTemplate, language: Language): Promise<TemplateDetail> {
  const { templates, clock, directory } = parts
  const { accountId, templateId } = kept.template
  const now = clock.now()
  const [usage, events, numbersOf] = await Promise.all([
    usageOf(templates, kept, now),
    templates.events(accountId, templateId),
    templates.numbers(accountId, [templateId], plus(now, NUMBERS_SPAN)),
  ])
  const numbers = numbersOf(templateId)
  return toTemplateDetail(kept, { usage, events, numbers, now, nameOf: directory.nameOf(accountId), language })
}

function groupOf(
  { directory }: ApiParts,
  accountId: AccountId,
  lineId: string | undefined,
): Result<Line['groupKey'] | null, readonly Refusal[]> {
  if (lineId === undefined) return ok(null)
  const line = directory.byId(accountId, lineId as LineId)
  return line ? ok(line.groupKey) : no('line-missing', { field: 'lineId', found: lineId })
}

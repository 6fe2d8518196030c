import { ok, type Result } from '#base/result.ts'
import type { LibraryPage, LibraryQuestion } from '#channels/platform.ts'
import type { AccountId, LineId, MediaId } from '#core/account/account.ts'
import type { Line } from '#core/line/line.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import { languageCodeOf } from '#core/template/body.ts'
import { fromLibrary } from '#core/template/library.ts'
import { uploadExample } from '../template-media.ts'
import { type ApiParts, type Handlers, no } from './call.ts'
import { begin } from './templates.ts'

type Names = 'uploadTemplateMedia' | 'searchTemplateLibrary' | 'createFromLibrary'

/** What Meta has to begin a template with: a place for example files, and a library. */
export function templateLibraryHandlers(parts: ApiParts): Handlers<Names> {
  const { directory, registry } = parts
  return {
    uploadTemplateMedia: async ({ caller: { accountId }, body }) => {
      const line = directory.byId(accountId, body.lineId as LineId)
      if (!line) return no('line-missing', { field: 'lineId', found: body.lineId })
      const file = await registry.media.get(accountId, body.mediaId as MediaId)
      if (!file) return no('media-missing', { field: 'mediaId', found: body.mediaId })
      const uploaded = await uploadExample(parts, line, file.media)
      return uploaded.ok ? ok({ handle: uploaded.value }) : uploaded
    },
    searchTemplateLibrary: async ({ caller, query }) => {
      const { q, topic, useCase, industry, language, limit, cursor } = query
      const found = await ask(parts, caller.accountId, query.lineId, {
        ...{ search: q || null, topic: topic ?? null, useCase: useCase ?? null, industry: industry ?? null },
        ...{ language: language === undefined ? null : languageCodeOf(language), limit, after: cursor ?? null },
      })
      if (!found.ok) return found
      const data = found.value.page.templates.map((template) => ({
        ...template,
        industries: [...template.industries],
        examples: [...template.examples],
        valueTypes: [...template.valueTypes],
        buttons: template.buttons.map((button) => ({ ...button })),
      }))
      return ok({ data, next: found.value.page.after })
    },
    createFromLibrary: async ({ caller, body, language }) => {
      const code = languageCodeOf(body.language)
      const found = await ask(parts, caller.accountId, body.lineId, {
        ...{ search: body.libraryName, topic: null, useCase: null, industry: null },
        ...{ language: code, limit: 100, after: null },
      })
      if (!found.ok) return found
      const { page, line } = found.value
      const template = page.templates.find((each) => each.name === body.libraryName && each.language === code)
      if (!template) return no('template-missing', { field: 'libraryName', found: `${body.libraryName} (${code})` })
      const wanted = { body: fromLibrary(template, body.name, body.buttons), purpose: body.purpose ?? null }
      return begin(parts, caller, line.groupKey, wanted, language)
    },
  }
}

async function ask(
  { directory, graph, platform }: ApiParts,
  accountId: AccountId,
  lineId: string,
  question: LibraryQuestion,
): Promise<Result<{ readonly page: LibraryPage; readonly line: Line }, readonly Refusal[]>> {
  const line = directory.byId(accountId, lineId as LineId)
  if (!line) return no('line-missing', { field: 'lineId', found: lineId })
  const token = directory.accessToken(accountId, line.lineId)
  if (token === null) return no('line-disconnected', { field: 'lineId' })
  const answer = await graph.ask(token, platform.library.ask(question), 'templates')
  const page = answer.kind === 'answered' && answer.status === 200 ? platform.library.read(answer.body) : null
  return page ? ok({ page, line }) : no('unavailable', { expected: 'Meta’s template library' })
}

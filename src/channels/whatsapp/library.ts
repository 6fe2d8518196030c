import type { LibraryTemplate } from '#core/template/library.ts'
import type { LibraryPage, LibraryQuestion } from '#channels/platform.ts'
import type { WireRequest } from '#channels/channel.ts'
import { languageCodeOf } from '#core/template/body.ts'
import { listOf, objectOf, objectsIn, type Json, stringOf, textOf } from './json.ts'

/** Meta's library of templates that need no review (cloud-api §1.1, §3.1). */
export function renderLibraryQuestion(asked: LibraryQuestion): WireRequest {
  const query = new URLSearchParams({ limit: String(asked.limit) })
  const { search, topic, useCase, industry, language, after } = asked
  for (const [name, value] of Object.entries({ search, topic, usecase: useCase, industry, language, after })) {
    if (value !== null) query.set(name, value)
  }
  return { method: 'GET', path: `/message_template_library?${query}`, body: null }
}

/** Null: it is no list. What has no name or text is left out. */
export function readLibrary(answer: unknown): LibraryPage | null {
  const page = objectOf(answer)
  if (page === null || !Array.isArray(page['data'])) return null
  const paging = objectOf(page['paging'])
  const after = textOf(paging?.['next']) === null ? null : textOf(objectOf(paging?.['cursors'])?.['after'])
  return {
    templates: objectsIn(page['data'])
      .map(readOne)
      .filter((each) => each !== null),
    after,
  }
}

function readOne(row: Json): LibraryTemplate | null {
  const [name, language, body] = [textOf(row['name']), textOf(row['language']), textOf(row['body'])]
  if (name === null || language === null || body === null) return null
  const texts = (value: unknown) =>
    listOf(value)
      .map(textOf)
      .filter((each) => each !== null)
  return {
    name,
    language: languageCodeOf(language),
    topic: textOf(row['topic']),
    useCase: textOf(row['usecase']),
    industries: texts(row['industry']),
    header: stringOf(row['header']),
    body,
    examples: texts(row['body_params']),
    valueTypes: texts(row['body_param_types']),
    buttons: objectsIn(row['buttons']),
  }
}

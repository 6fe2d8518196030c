import type { WireRequest } from '#channels/channel.ts'
import type { PlatformTemplate, TemplatePage } from '#channels/platform.ts'
import { categoryOf, languageCodeOf, type TemplateBody } from '#core/template/body.ts'
import { readText } from '#core/template/text.ts'
import { QUALITIES, TEMPLATE_STATUSES, type Quality, type TemplateStatus } from '#core/template/template.ts'
import { type Json, objectOf, textOf } from './json.ts'

/** What is asked about each template. */
export const TEMPLATE_FIELDS =
  'id,name,language,status,category,parameter_format,components,quality_score,rejected_reason,' +
  'sub_category,message_send_ttl_seconds,library_template_name,correct_category'

/** Asks for one page of a business account's templates; `after` continues an earlier page. */
export const renderTemplatesQuestion = (groupKey: string, after: string | null): WireRequest => ({
  method: 'GET',
  path:
    `/${encodeURIComponent(groupKey)}/message_templates?limit=100&fields=${TEMPLATE_FIELDS}` +
    (after === null ? '' : `&after=${encodeURIComponent(after)}`),
  body: null,
})

/**
 * Reads Meta's answer to `renderTemplatesQuestion`. Null: it is no list of templates (an error, a page of a proxy), and nothing may
 * be concluded from a template's absence.
 */
export function readTemplates(answer: unknown): TemplatePage | null {
  const page = objectOf(answer)
  if (page === null || !Array.isArray(page['data'])) return null
  const templates: PlatformTemplate[] = []
  const setAside: { reason: string; raw: unknown }[] = []
  for (const raw of page['data']) {
    const row = objectOf(raw)
    const template = row === null ? 'A template that is not an object' : readTemplate(row)
    if (typeof template === 'string') setAside.push({ reason: template, raw })
    else templates.push(template)
  }
  const paging = objectOf(page['paging'])
  const after = textOf(paging?.['next']) === null ? null : textOf(objectOf(paging?.['cursors'])?.['after'])
  return { templates, after, setAside }
}

function readTemplate(row: Json): PlatformTemplate | string {
  const name = textOf(row['name'])
  const language = textOf(row['language'])
  if (name === null || language === null) return 'A template without a name or a language'
  const body = bodyIn({ ...row, language: languageCodeOf(language) })
  const status = readStatus(row['status'])
  return {
    platformId: textOf(row['id']),
    name,
    language: languageCodeOf(language),
    category: categoryOf(row['category']) ?? 'MARKETING',
    correctCategory: categoryOf(row['correct_category']),
    status,
    statusReason: reasonOf(row, status),
    quality: readQuality(row['quality_score']),
    body,
    text: readText(body),
  }
}

/** What of a row belongs to the text, in Meta's words; what Meta leaves empty is left out. */
const TEXT_FIELDS = [
  'name',
  'language',
  'category',
  'sub_category',
  'parameter_format',
  'message_send_ttl_seconds',
  'library_template_name',
  'components',
] as const

const bodyIn = (row: Json): TemplateBody =>
  Object.fromEntries(TEXT_FIELDS.flatMap((name) => (row[name] == null ? [] : [[name, row[name]]])))

export const readStatus = (value: unknown): TemplateStatus =>
  value === 'DRAFT' ? 'OTHER' : (TEMPLATE_STATUSES.find((state) => state === value) ?? 'OTHER')

const readQuality = (value: unknown): Quality => {
  const score = objectOf(value)?.['score'] ?? value
  return QUALITIES.find((quality) => quality === score) ?? 'UNKNOWN'
}

/** Meta's reason, or the state itself where we have no name for it. Meta writes `NONE` for no reason. */
function reasonOf(row: Json, status: TemplateStatus): string | null {
  const reason = textOf(row['rejected_reason'])
  if (reason !== null && reason !== 'NONE') return reason
  return status === 'OTHER' ? textOf(row['status']) : null
}

import type { WireRequest } from '#channels/channel.ts'
import type { AccountId } from '#core/account/account.ts'
import { fieldsOf } from '#core/template/read.ts'
import type {
  Template,
  TemplateButton,
  TemplateField,
  TemplateHeader,
  TemplateStatus,
} from '#core/template/template.ts'
import { type Json, listOf, objectOf, objectsIn, stringOf, textOf } from './json.ts'

/** Asks for one page of a business account's templates; `after` continues an earlier page. */
export const renderTemplatesQuestion = (groupKey: string, after: string | null): WireRequest => ({
  method: 'GET',
  path:
    `/${encodeURIComponent(groupKey)}/message_templates?limit=100` +
    '&fields=id,name,language,status,category,parameter_format,components,quality_score,rejected_reason' +
    (after === null ? '' : `&after=${encodeURIComponent(after)}`),
  body: null,
})

/** One page of a business account's templates. */
export type TemplatePage = {
  readonly templates: readonly Template[]
  /** Where the next page begins; null on the last. */
  readonly after: string | null
  /** Rows that could not be understood, kept whole for a person. */
  readonly setAside: readonly { readonly reason: string; readonly raw: unknown }[]
}

/**
 * Reads Meta's answer to `renderTemplatesQuestion`. Null: it is no list of templates (an error, a page of a proxy), and nothing may
 * be concluded from a template's absence.
 */
export function readTemplates(answer: unknown, accountId: AccountId, groupKey: string): TemplatePage | null {
  const page = objectOf(answer)
  if (page === null || !Array.isArray(page['data'])) return null
  const templates: Template[] = []
  const setAside: { reason: string; raw: unknown }[] = []
  for (const raw of page['data']) {
    const row = objectOf(raw)
    const template = row === null ? 'A template that is not an object' : readTemplate(row, accountId, groupKey)
    if (typeof template === 'string') setAside.push({ reason: template, raw })
    else templates.push(template)
  }
  const paging = objectOf(page['paging'])
  const after = textOf(paging?.['next']) === null ? null : textOf(objectOf(paging?.['cursors'])?.['after'])
  return { templates, after, setAside }
}

function readTemplate(row: Json, accountId: AccountId, groupKey: string): Template | string {
  const name = textOf(row['name'])
  // Some of Meta's samples write `en-US` for the code `en_US` (cloud-api §2.5).
  const language = textOf(row['language'])?.replace('-', '_') ?? null
  if (name === null || language === null) return 'A template without a name or a language'
  const components = objectsIn(row['components'])
  const find = (type: string) => components.find((component) => typeOf(component) === type) ?? null
  const headerPart = find('HEADER')
  const bodyPart = find('BODY')
  const buttonParts = objectsIn(find('BUTTONS')?.['buttons'])
  const header = headerPart === null ? null : readHeader(headerPart)
  const body = stringOf(bodyPart?.['text']) ?? ''
  const buttons = buttonParts.map(readButton)
  const category = readCategory(row['category'])
  const status = readStatus(row['status'])
  return {
    accountId,
    groupKey,
    name,
    language,
    category: category ?? 'MARKETING',
    status,
    statusReason: reasonOf(row, status),
    quality: readQuality(row['quality_score']),
    header,
    body,
    footer: textOf(find('FOOTER')?.['text']),
    buttons,
    fields: fieldsOf({ header, body, buttons }, (place) => exampleOf(place, headerPart, bodyPart, buttonParts)),
    unsupported: [
      ...(category === null ? [`category ${textOf(row['category']) ?? 'missing'}`] : []),
      ...(bodyPart === null ? ['no body'] : []),
      ...components
        .map(typeOf)
        .filter((type) => !FILLABLE_PARTS.has(type))
        .map(named),
      ...(headerPart !== null && header?.kind !== 'text'
        ? [`header ${named(textOf(headerPart['format']) ?? '')}`]
        : []),
      ...buttons.filter(({ kind }) => !FILLABLE_BUTTONS.has(kind)).map(({ kind }) => `button ${named(kind)}`),
    ],
  }
}

/** Components and buttons that `render-template.ts` knows to fill, or that need nothing. */
const FILLABLE_PARTS: ReadonlySet<string> = new Set(['HEADER', 'BODY', 'FOOTER', 'BUTTONS'])
const FILLABLE_BUTTONS: ReadonlySet<string> = new Set(['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'COPY_CODE'])

const typeOf = (part: Json): string => (textOf(part['type']) ?? 'unnamed').toUpperCase()
/** `LIMITED_TIME_OFFER` as a person reads it. */
const named = (word: string): string => word.toLowerCase().replaceAll('_', ' ')

/** A header of another kind is not kept: `unsupported` names it. */
function readHeader(part: Json): TemplateHeader | null {
  switch ((textOf(part['format']) ?? '').toUpperCase()) {
    case 'TEXT':
      return { kind: 'text', text: stringOf(part['text']) ?? '' }
    case 'IMAGE':
      return { kind: 'image' }
    case 'VIDEO':
      return { kind: 'video' }
    case 'DOCUMENT':
      return { kind: 'document' }
    case 'LOCATION':
      return { kind: 'location' }
    default:
      return null
  }
}

const readButton = (part: Json): TemplateButton => ({
  kind: typeOf(part),
  text: stringOf(part['text']) ?? '',
  url: textOf(part['url']),
})

const CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'] as const
const STATES = [
  'APPROVED',
  'PENDING',
  'REJECTED',
  'PAUSED',
  'DISABLED',
  'IN_APPEAL',
  'ARCHIVED',
  'DELETED',
] as const satisfies readonly TemplateStatus[]
const QUALITIES = ['GREEN', 'YELLOW', 'RED'] as const

const readCategory = (value: unknown) => CATEGORIES.find((category) => category === value) ?? null
const readStatus = (value: unknown): TemplateStatus => STATES.find((state) => state === value) ?? 'OTHER'
const readQuality = (value: unknown): Template['quality'] => {
  const score = objectOf(value)?.['score'] ?? value
  return QUALITIES.find((quality) => quality === score) ?? 'UNKNOWN'
}

/** Meta's reason, or the state itself where we have no name for it. Meta writes `NONE` for no reason. */
function reasonOf(row: Json, status: TemplateStatus): string | null {
  const reason = textOf(row['rejected_reason'])
  if (reason !== null && reason !== 'NONE') return reason
  return status === 'OTHER' ? textOf(row['status']) : null
}

/** What was shown to Meta for a place (cloud-api §3.1): lists for numbered places, names with values for named ones. */
function exampleOf(
  place: Omit<TemplateField, 'example'>,
  header: Json | null,
  body: Json | null,
  buttons: readonly Json[],
): string | null {
  if (place.part === 'button') {
    const example = buttons[place.buttonIndex ?? 0]?.['example']
    return textOf(listOf(example)[0]) ?? textOf(example)
  }
  const example = objectOf((place.part === 'header' ? header : body)?.['example'])
  if (example === null) return null
  const namedExample = objectsIn(example[`${place.part}_text_named_params`]).find(
    (each) => each['param_name'] === place.name,
  )
  if (namedExample) return textOf(namedExample['example'])
  const first = listOf(example[`${place.part}_text`])
  const numbered = Array.isArray(first[0]) ? listOf(first[0]) : first
  return textOf(numbered[Number(place.name) - 1])
}

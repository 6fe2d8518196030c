import { fieldOf, type Json, listOf, objectOf, stringOf } from './lint/json.ts'
import { fieldsOf } from './read.ts'
import {
  CATEGORIES,
  type Category,
  type TemplateButton,
  type TemplateField,
  type TemplateHeader,
  type TemplateText,
} from './template.ts'

/**
 * A template as Meta takes it to create one: `{ name, language, category, parameter_format?, components, … }`. Kept as
 * written, what we do not know included.
 */
export type TemplateBody = Json

/** Meta writes `es_MX`, in some samples `es-MX` (cloud-api §2.5); people write either, in any case. */
export const languageCodeOf = (text: string): string => {
  const [language = '', region] = text.trim().split(/[-_]/)
  return region === undefined ? language.toLowerCase() : `${language.toLowerCase()}_${region.toUpperCase()}`
}

export const categoryOf = (value: unknown): Category | null => CATEGORIES.find((category) => category === value) ?? null

/** The name, language and category of a body; null where it has none. */
export const headOf = (body: TemplateBody) => {
  const language = stringOf(fieldOf(body, 'language'))
  return {
    name: stringOf(fieldOf(body, 'name')) || null,
    language: language === null ? null : languageCodeOf(language),
    category: categoryOf(fieldOf(body, 'category')),
  }
}

/** What a body says, as a send and a reader need it. Total: what cannot be filled is named in `unsupported`. */
export function readText(body: TemplateBody): TemplateText {
  const components = listOf(fieldOf(body, 'components'))
    .map(objectOf)
    .filter((each) => each !== null)
  const find = (type: string) => components.find((component) => typeOf(component) === type) ?? null
  const headerPart = find('HEADER')
  const bodyPart = find('BODY')
  const buttonParts = listOf(fieldOf(find('BUTTONS'), 'buttons'))
    .map(objectOf)
    .filter((each) => each !== null)
  const header = headerPart === null ? null : readHeader(headerPart)
  const text = stringOf(fieldOf(bodyPart, 'text')) ?? ''
  const buttons = buttonParts.map(readButton)
  const category = fieldOf(body, 'category')
  return {
    header,
    body: text,
    footer: stringOf(fieldOf(find('FOOTER'), 'text')) || null,
    buttons,
    fields: fieldsOf({ header, body: text, buttons }, (place) => exampleOf(place, headerPart, bodyPart, buttonParts)),
    unsupported: [
      ...(categoryOf(category) === null ? [`category ${stringOf(category) || 'missing'}`] : []),
      ...(bodyPart === null ? ['no body'] : []),
      ...components
        .map(typeOf)
        .filter((type) => !FILLABLE_PARTS.has(type))
        .map(spoken),
      ...(headerPart !== null && header?.kind !== 'text'
        ? [`header ${spoken(stringOf(fieldOf(headerPart, 'format')) ?? '')}`]
        : []),
      ...buttons.filter(({ kind }) => !FILLABLE_BUTTONS.has(kind)).map(({ kind }) => `button ${spoken(kind)}`),
    ],
  }
}

/** Components and buttons that can be filled, or that need nothing. */
const FILLABLE_PARTS: ReadonlySet<string> = new Set(['HEADER', 'BODY', 'FOOTER', 'BUTTONS'])
const FILLABLE_BUTTONS: ReadonlySet<string> = new Set(['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'COPY_CODE'])

const typeOf = (part: Json): string => (stringOf(fieldOf(part, 'type')) || 'unnamed').toUpperCase()
/** `LIMITED_TIME_OFFER` as a person reads it. */
const spoken = (word: string): string => word.toLowerCase().replaceAll('_', ' ')

/** A header of another kind is not kept: `unsupported` names it. */
function readHeader(part: Json): TemplateHeader | null {
  switch ((stringOf(fieldOf(part, 'format')) ?? '').toUpperCase()) {
    case 'TEXT':
      return { kind: 'text', text: stringOf(fieldOf(part, 'text')) ?? '' }
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
  text: stringOf(fieldOf(part, 'text')) ?? '',
  url: stringOf(fieldOf(part, 'url')) || null,
})

/** What was shown to Meta for a place (cloud-api §3.1): lists for numbered places, names with values for named ones. */
function exampleOf(
  place: Omit<TemplateField, 'example'>,
  header: Json | null,
  body: Json | null,
  buttons: readonly Json[],
): string | null {
  if (place.part === 'button') {
    const example = fieldOf(buttons[place.buttonIndex ?? 0] ?? null, 'example')
    return shown(listOf(example)[0]) ?? shown(example)
  }
  const example = objectOf(fieldOf(place.part === 'header' ? header : body, 'example'))
  const named = listOf(fieldOf(example, `${place.part}_text_named_params`))
    .map(objectOf)
    .find((each) => fieldOf(each, 'param_name') === place.name)
  if (named) return shown(fieldOf(named, 'example'))
  const first = listOf(fieldOf(example, `${place.part}_text`))
  const numbered = Array.isArray(first[0]) ? listOf(first[0]) : first
  return shown(numbered[Number(place.name) - 1])
}

const shown = (value: unknown): string | null =>
  typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : stringOf(value) || null

import { categoryOf, type TemplateBody } from '../body.ts'
import { fieldOf, type Json, listOf, objectOf } from '../lint/json.ts'
import { parseButton } from './buttons.ts'
import {
  type Examples,
  FILE_HEADERS,
  type FormBody,
  type FormButton,
  type FormCard,
  type FormFooter,
  type FormHeader,
  type FormOffer,
  type TemplateForm,
} from './form.ts'
import { take } from './take.ts'

/** Takes a body of Meta's apart. Total: what is not as it should be is kept whole, and `renderForm` puts it back. */
export function parseForm(body: TemplateBody): TemplateForm {
  const from = take(body)
  const name = from.text('name') ?? ''
  const language = from.text('language') ?? ''
  const category = from.pick('category', categoryOf)
  const format = from.word('parameter_format', ['NAMED', 'POSITIONAL'])
  const ttlSeconds = from.number('message_send_ttl_seconds')
  const components = from.pick('components', (value) => (Array.isArray(value) ? listOf(value) : null)) ?? []
  const parts = parseParts(components)
  return { name, language, category, named: format === 'NAMED', ttlSeconds, ...parts, rest: from.rest() }
}

type Parts = Pick<TemplateForm, 'header' | 'body' | 'footer' | 'buttons' | 'offer' | 'cards' | 'others'>

function parseParts(components: readonly unknown[]): Parts {
  let [header, body, footer, offer]: [FormHeader | null, FormBody | null, FormFooter | null, FormOffer | null] = [
    null,
    null,
    null,
    null,
  ]
  let buttons: readonly FormButton[] | null = null
  let cards: readonly FormCard[] | null = null
  const others: Json[] = []
  for (const component of components) {
    const raw = objectOf(component)
    if (raw === null) continue
    const type = typeOf(raw)
    const known =
      (type === 'HEADER' && header === null && (header = parseHeader(raw))) ||
      (type === 'BODY' && body === null && (body = parseBody(raw))) ||
      (type === 'FOOTER' && footer === null && (footer = parseFooter(raw))) ||
      (type === 'BUTTONS' && buttons === null && (buttons = parseButtons(raw))) ||
      (type === 'LIMITED_TIME_OFFER' && offer === null && (offer = parseOffer(raw))) ||
      (type === 'CAROUSEL' && cards === null && (cards = parseCards(raw)))
    if (!known) others.push(raw)
  }
  return { header, body, footer, buttons: buttons ?? [], offer, cards: cards ?? [], others }
}

const typeOf = (raw: Json): string => {
  const type = fieldOf(raw, 'type')
  return typeof type === 'string' ? type.toUpperCase() : ''
}

const parseHeader = (raw: Json): FormHeader | null => {
  const from = take(raw)
  from.text('type')
  const format = from.text('format')?.toLowerCase()
  const file = FILE_HEADERS.find((kind) => kind === format)
  if (file) {
    const handle = from.pick('example', handleIn)
    return { kind: file, handle, rest: from.rest() }
  }
  if (format === 'location' || format === 'product') return { kind: format, rest: from.rest() }
  if (format !== 'text') return null
  const text = from.text('text') ?? ''
  const examples = from.pick('example', (value) => examplesIn(value, 'header')) ?? {}
  return { kind: 'text', text, examples, rest: from.rest() }
}

const parseBody = (raw: Json): FormBody => {
  const from = take(raw)
  from.text('type')
  const text = from.text('text') ?? ''
  const examples = from.pick('example', (value) => examplesIn(value, 'body')) ?? {}
  const securityAdvice = from.flag('add_security_recommendation') ?? false
  return { text, examples, securityAdvice, rest: from.rest() }
}

const parseFooter = (raw: Json): FormFooter => {
  const from = take(raw)
  from.text('type')
  const text = from.text('text') ?? ''
  const codeMinutes = from.number('code_expiration_minutes')
  return { text, codeMinutes, rest: from.rest() }
}

/** Null unless each is an object: then the component is kept whole. */
const parseButtons = (raw: Json): readonly FormButton[] | null => {
  const buttons = fieldOf(raw, 'buttons')
  if (!Array.isArray(buttons)) return null
  const read = buttons.map((button) => (objectOf(button) === null ? null : parseButton(objectOf(button) ?? {})))
  return read.every((button) => button !== null) ? read : null
}

const parseOffer = (raw: Json): FormOffer | null => {
  const inner = objectOf(fieldOf(raw, 'limited_time_offer'))
  if (inner === null) return null
  const from = take(inner)
  const text = from.text('text') ?? ''
  const expires = from.flag('has_expiration') ?? false
  return { text, expires, rest: from.rest() }
}

const parseCards = (raw: Json): readonly FormCard[] | null => {
  const cards = listOf(fieldOf(raw, 'cards')).map(objectOf)
  if (cards.length === 0) return null
  return cards.map((card) => {
    const from = take(card ?? {})
    const components = from.pick('components', (value) => (Array.isArray(value) ? listOf(value) : null)) ?? []
    const { header, body, buttons, others } = parseParts(components)
    return { header, body, buttons, others, rest: from.rest() }
  })
}

/** `{ header_handle: ["4::…"] }`; null when it is anything else. */
const handleIn = (value: unknown): string | null => {
  const [handle] = listOf(fieldOf(objectOf(value), 'header_handle'))
  return typeof handle === 'string' ? handle : null
}

/**
 * Examples as Meta has them (cloud-api §3.1): lists for numbered fields, names with values for named ones. Null when there
 * is no example of either kind.
 */
function examplesIn(value: unknown, part: 'header' | 'body'): Examples | null {
  const example = objectOf(value)
  const named = fieldOf(example, `${part}_text_named_params`)
  if (Array.isArray(named)) {
    const pairs = named.map(objectOf).flatMap((each) => {
      const [name, shown] = [fieldOf(each, 'param_name'), shownAs(fieldOf(each, 'example'))]
      return typeof name === 'string' && shown !== null ? [[name, shown] as const] : []
    })
    return Object.fromEntries(pairs)
  }
  const list = fieldOf(example, `${part}_text`)
  if (!Array.isArray(list)) return null
  const values: readonly unknown[] = Array.isArray(list[0]) ? listOf(list[0]) : list
  const pairs = values.map((each, index) => [String(index + 1), shownAs(each) ?? ''] as const)
  return Object.fromEntries(pairs.filter(([, shown]) => shown !== ''))
}

const shownAs = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null

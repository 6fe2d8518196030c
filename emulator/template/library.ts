import { badParameter } from '../graph/errors.ts'
import type { GraphCall } from '../graph/call.ts'
import { page } from '../graph/paging.ts'
import { type Fields, fieldsOf, listOf, textOf } from '../json.ts'
import { type LibraryTemplate, libraryTemplates } from './library-texts.ts'

/** GET /message_template_library. */
export function listLibrary(call: GraphCall): Fields {
  const { search, topic, usecase, industry, language } = call.query
  const is = (asked: string | undefined, ...values: readonly string[]) =>
    asked === undefined || values.some((value) => value.toUpperCase() === asked.toUpperCase())
  const rows = libraryTemplates
    .filter((each) => is(topic, each.topic) && is(usecase, each.usecase) && is(industry, ...each.industry))
    .filter((each) => is(language, each.language))
    .filter(({ name, body }) => search === undefined || `${name} ${body}`.toLowerCase().includes(search.toLowerCase()))
    .map(shown)
  return page(call, rows, (row) => String(row['id']))
}

const shown = ({ params, types, header, ...template }: LibraryTemplate): Fields => ({
  ...template,
  category: 'UTILITY',
  ...(header === null ? {} : { header }),
  body_params: params,
  body_param_types: types,
})

/** The body of a creation by `library_template_name`, with everything the library knows filled in. */
export function fromLibrary(body: Fields): Fields {
  const name = textOf(body['library_template_name']) ?? ''
  const found = libraryTemplates.find((each) => each.name === name && each.language === textOf(body['language']))
  if (found === undefined) throw badParameter(`There is no library template "${name}" in ${String(body['language'])}.`)
  if (textOf(body['category'])?.toUpperCase() !== 'UTILITY') throw badParameter('Library templates are UTILITY.')
  const inputs = listOf(inputsOf(body['library_template_button_inputs'])).map(fieldsOf)
  const buttons = found.buttons.map((button, index) => filled(button, inputs[index]))
  return {
    ...body,
    parameter_format: 'POSITIONAL',
    components: [
      ...(found.header === null ? [] : [{ type: 'HEADER', format: 'TEXT', text: found.header }]),
      { type: 'BODY', text: found.body, example: { body_text: [found.params] } },
      ...(buttons.length === 0 ? [] : [{ type: 'BUTTONS', buttons }]),
    ],
  }
}

function filled(button: Fields, input: Fields | undefined): Fields {
  const url = fieldsOf(input?.['url'])
  const base = textOf(url['base_url'])
  if (base === undefined)
    throw badParameter(
      `Param library_template_button_inputs needs a url.base_url for the button "${String(button['text'])}".`,
    )
  const suffix = textOf(url['url_suffix_example'])
  return { ...button, url: base, ...(suffix === undefined ? {} : { example: [suffix] }) }
}

/** Meta's samples write the inputs as JSON text. */
function inputsOf(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value.replaceAll("'", '"'))
  } catch {
    throw badParameter('Param library_template_button_inputs must be a JSON array.')
  }
}

const checks: Readonly<Record<string, RegExp>> = {
  AMOUNT: /\d/,
  DATE: /\d/,
  NUMBER: /^[\d.,\s]+$/,
  PHONE_NUMBER: /^\+?[\d\s().-]{5,}$/,
  EMAIL: /^\S+@\S+\.\S+$/,
}

/** The type of the library a value is not of; `undefined` when all values are right. */
export function wrongLibraryValue(
  name: string,
  language: string,
  values: readonly string[],
): { readonly index: number; readonly type: string } | undefined {
  const types = libraryTemplates.find((each) => each.name === name && each.language === language)?.types ?? []
  const index = values.findIndex((value, place) => checks[types[place] ?? '']?.test(value) === false)
  return index < 0 ? undefined : { index, type: types[index] ?? '' }
}

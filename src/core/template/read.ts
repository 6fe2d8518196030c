import type { Template, TemplateField } from './template.ts'

/**
 * A place to fill in: `{{1}}` or `{{nombre}}`. Meta wants lower-case letters, digits and underscores (cloud-api §3.1);
 * capitals are read as well, so that a template that slipped through is not sent with its braces.
 */
const PLACE = /\{\{\s*([A-Za-z0-9_]{1,100})\s*\}\}/g

/** The names in a text, in order of appearance, each once. */
export const fieldNamesIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(PLACE), (match) => match[1] ?? '')),
]

/** The text with every place filled that `valueOf` knows; others stay as written. */
export const fillPlaces = (text: string, valueOf: (name: string) => string | undefined): string =>
  text.replace(PLACE, (place, name: string) => valueOf(name) ?? place)

export type TemplateForm = Pick<Template, 'header' | 'body' | 'buttons'>
type Place = Omit<TemplateField, 'example'>

/**
 * The fields of a form in order of appearance: header, body, buttons. A button that copies a code has one field, "1".
 * `exampleOf` gives what was shown to Meta for a place, if that is known.
 */
export function fieldsOf(
  form: TemplateForm,
  exampleOf: (place: Place) => string | null = () => null,
): readonly TemplateField[] {
  const places: Place[] = []
  const add = (part: Place['part'], buttonIndex: number | null, names: readonly string[]) => {
    for (const name of names) places.push({ part, buttonIndex, name })
  }
  if (form.header?.kind === 'text') add('header', null, fieldNamesIn(form.header.text))
  add('body', null, fieldNamesIn(form.body))
  form.buttons.forEach((button, index) => {
    add('button', index, button.kind === 'COPY_CODE' ? ['1'] : fieldNamesIn(button.url ?? ''))
  })
  return places.map((place) => ({ ...place, example: exampleOf(place) }))
}

/** What a caller calls the field in `values`: `1`, `nombre`, `header.1`, `button.0.1`. */
export function fieldKey(field: Place): string {
  switch (field.part) {
    case 'body':
      return field.name
    case 'header':
      return `header.${field.name}`
    case 'button':
      return `button.${field.buttonIndex ?? 0}.${field.name}`
  }
}

/** Whether Meta wants the names of header and body fields with their values, rather than their order. */
export const isNamed = (fields: readonly Place[]): boolean =>
  fields.some(({ part, name }) => part !== 'button' && !/^\d+$/.test(name))

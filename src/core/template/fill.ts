import { failed, ok, type Result } from '#base/result.ts'
import { isBlank } from '../message/check-text.ts'
import { type Refusal, refusal } from '../refusal/refusal.ts'
import { fieldKey, fillPlaces, isNamed } from './read.ts'
import type { FilledTemplate, Template, TemplateField } from './template.ts'

/** Longest value and longest filled body, in UTF-16 code units (cloud-api §3.1, compiled 2026-11-22). */
export const VALUE_LENGTH = 1024
export const BODY_LENGTH = 1024
/** Longest value in a header, as long as a header may be (cloud-api §3.1) [K]. */
export const HEADER_VALUE_LENGTH = 60
/** Longest coupon code since 2025-12-03 (cloud-api §3.1). */
export const COPY_CODE_LENGTH = 20
/** Longest filled address of a button (cloud-api §3.1). */
export const BUTTON_URL_LENGTH = 2000

/** Values by field key: `{ "1": "Lucía", "header.1": "Pedido", "button.0.1": "A-17" }`. */
export type TemplateValues = Readonly<Record<string, string>>

/**
 * A template with its values, ready to be sent, or every reason why not: the template has parts we cannot fill, a value
 * is missing, unknown, or not as Meta takes it. Whether the template is approved is not asked here.
 */
export function fillTemplate(template: Template, values: TemplateValues): Result<FilledTemplate, readonly Refusal[]> {
  const rendered = renderTemplate(template, values)
  const keys = new Set(template.fields.map(fieldKey))
  const refusals = [
    ...(template.unsupported.length > 0
      ? [refusal('template-unsupported', { field: 'template', found: template.unsupported.join(', ') })]
      : []),
    ...template.fields.flatMap((field) => checkField(field, template, valueAt(values, fieldKey(field)))),
    ...Object.keys(values)
      .filter((key) => !keys.has(key))
      .map((key) => refusal('template-field-unknown', { field: key, expected: [...keys].join(', ') || 'no fields' })),
    ...checkLength('body', rendered.body, BODY_LENGTH),
    ...rendered.buttons.flatMap(({ url }, index) => checkLength(`button.${index}`, url ?? '', BUTTON_URL_LENGTH)),
  ]
  if (refusals.length > 0) return failed(refusals)
  return ok({
    name: template.name,
    language: template.language,
    category: template.category,
    values: template.fields.map((field) => ({
      part: field.part,
      buttonIndex: field.buttonIndex,
      name: field.name,
      value: valueAt(values, fieldKey(field)) ?? '',
    })),
    named: isNamed(template.fields),
    rendered,
  })
}

/** The text as the contact will read it; places without a value yet are shown as written: `{{1}}`. */
export function renderTemplate(template: Template, values: TemplateValues): FilledTemplate['rendered'] {
  const filled = (text: string, keyOf: (name: string) => string) =>
    fillPlaces(text, (name) => valueAt(values, keyOf(name)) || undefined)
  const { header } = template
  return {
    header: header?.kind === 'text' ? filled(header.text, (name) => `header.${name}`) : null,
    body: filled(template.body, (name) => name),
    footer: template.footer,
    buttons: template.buttons.map((button, index) => ({
      ...button,
      url: button.url === null ? null : filled(button.url, (name) => `button.${index}.${name}`),
    })),
  }
}

const valueAt = (values: TemplateValues, key: string): string | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined

function checkField(field: TemplateField, template: Template, value: string | undefined): readonly Refusal[] {
  const key = fieldKey(field)
  if (value === undefined || isBlank(value)) return [refusal('template-field-missing', { field: key })]
  const max = longestValue(field, template)
  const expected = [
    // Meta refuses these three with 132018 or 132012 (cloud-api §3.1) [K].
    ...(/[\n\r\u2028\u2029]/.test(value) ? ['no line breaks'] : []),
    ...(value.includes('\t') ? ['no tabs'] : []),
    ...(/ {5}/.test(value) ? ['at most 4 spaces in a row'] : []),
    // Marks that turn the direction of text can make an address or a name read as another.
    ...(/[\u202a-\u202e\u2066-\u2069]/.test(value) ? ['no marks that turn the reading direction'] : []),
    ...(/(?![\n\r\t])\p{Cc}/u.test(value) || !value.isWellFormed() ? ['no control characters'] : []),
    ...(field.part === 'button' && /\s/.test(value) ? ['no spaces'] : []),
    ...(value.length > max ? [`at most ${max} characters`] : []),
  ]
  const found = value.length > 60 ? `${value.length} characters` : value
  return expected.length === 0
    ? []
    : [refusal('template-field-invalid', { field: key, found, expected: expected.join(', ') })]
}

function longestValue(field: TemplateField, template: Template): number {
  if (field.part === 'header') return HEADER_VALUE_LENGTH
  const copies = field.buttonIndex !== null && template.buttons[field.buttonIndex]?.kind === 'COPY_CODE'
  return copies ? COPY_CODE_LENGTH : VALUE_LENGTH
}

const checkLength = (field: string, text: string, max: number): readonly Refusal[] =>
  text.length <= max
    ? []
    : [refusal('template-field-invalid', { field, found: `${text.length} characters`, expected: `at most ${max}` })]

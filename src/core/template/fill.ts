import { failed, ok, type Result } from '#base/result.ts'
import { isBlank } from '../message/check-text.ts'
import { type Refusal, refusal } from '../refusal/refusal.ts'
import { checkSlot, fillSlots } from './fill-slots.ts'
import { exampleOf } from './example.ts'
import { checkValue } from './fill-value.ts'
import { fieldKey, fillPlaces, isNamed } from './read.ts'
import { slotKey } from './slots.ts'
import type { FilledTemplate, SlotValue, Template, TemplateCard, TemplateField } from './template.ts'

/** Longest value and longest filled body, in UTF-16 code units (cloud-api §3.1, compiled 2026-11-22). */
export const VALUE_LENGTH = 1024
export const BODY_LENGTH = 1024
/** Longest value in a header, as long as a header may be (cloud-api §3.1) [K]. */
export const HEADER_VALUE_LENGTH = 60
/** Longest coupon code since 2025-12-03 (cloud-api §3.1). */
export const COPY_CODE_LENGTH = 20
/** Longest value of an authentication template (cloud-api §3.1). */
export const CODE_LENGTH = 15
/** Longest filled address of a button (cloud-api §3.1). */
export const BUTTON_URL_LENGTH = 2000

/** Values by key of field or slot: `{ "1": "Lucía", "header.1": "Pedido", "card.0.1": "Bota", "header": { kind: "file" … } }`. */
export type TemplateValues = Readonly<Record<string, string | SlotValue>>

/**
 * A template with its values, ready to be sent, or every reason why not: the template has parts we cannot fill, a value
 * is missing, unknown, or not as Meta takes it. Whether the template is approved is not asked here.
 */
export function fillTemplate(template: Template, values: TemplateValues): Result<FilledTemplate, readonly Refusal[]> {
  const rendered = renderTemplate(template, values)
  const slots = template.slots ?? []
  const keys = new Set([...template.fields.map(fieldKey), ...slots.map(slotKey)])
  const refusals = [
    ...(template.unsupported.length > 0
      ? [refusal('template-unsupported', { field: 'template', found: template.unsupported.join(', ') })]
      : []),
    ...template.fields.flatMap((field) => checkField(field, template, valueAt(values, fieldKey(field)))),
    ...slots.flatMap((slot) => checkSlot(slot, anyAt(values, slotKey(slot)))),
    ...Object.keys(values)
      .filter((key) => !keys.has(key))
      .map((key) => refusal('template-field-unknown', { field: key, expected: exampleOf(template) })),
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
    ...(slots.length === 0 ? {} : { slots: fillSlots(slots, (slot) => anyAt(values, slotKey(slot))) }),
    ...(template.cards?.length ? { cardCount: template.cards.length } : {}),
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
    ...(template.offer && { offer: template.offer.text }),
    ...(template.cards?.length ? { cards: template.cards.map((card, index) => cardText(card, index, filled)) } : {}),
    buttons: template.buttons.map((button, index) => ({
      ...button,
      url: button.url === null ? null : filled(button.url, (name) => `button.${index}.${name}`),
    })),
  }
}

const cardText = (
  { body, buttons }: TemplateCard,
  index: number,
  filled: (text: string, keyOf: (name: string) => string) => string,
) => ({
  body: filled(body, (name) => `card.${index}.${name}`),
  buttons: buttons.map((button, place) => ({
    ...button,
    url: button.url === null ? null : filled(button.url, (name) => `card.${index}.button.${place}.${name}`),
  })),
})

const anyAt = (values: TemplateValues, key: string): string | SlotValue | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined
const valueAt = (values: TemplateValues, key: string): string | undefined => {
  const value = anyAt(values, key)
  return typeof value === 'string' ? value : value?.kind === 'text' ? value.text : undefined
}

function checkField(field: TemplateField, template: Template, value: string | undefined): readonly Refusal[] {
  const key = fieldKey(field)
  if (value === undefined || isBlank(value)) return [refusal('template-field-missing', { field: key })]
  const isCode = template.category === 'AUTHENTICATION'
  return checkValue(key, value, longestValue(field, template), { isButton: field.part === 'button', isCode })
}

function longestValue(field: TemplateField, template: Template): number {
  if (field.part === 'header') return HEADER_VALUE_LENGTH
  if (template.category === 'AUTHENTICATION') return CODE_LENGTH
  const copies = field.buttonIndex !== null && template.buttons[field.buttonIndex]?.kind === 'COPY_CODE'
  return copies ? COPY_CODE_LENGTH : VALUE_LENGTH
}

const checkLength = (field: string, text: string, max: number): readonly Refusal[] =>
  text.length <= max
    ? []
    : [refusal('template-field-invalid', { field, found: `${text.length} characters`, expected: `at most ${max}` })]

import { expect, test } from 'vitest'
import type { TemplateView } from '#contract/views.ts'
import { placeOf } from './field-place.ts'

const template = {
  header: { kind: 'text', text: 'Tu solicitud {{1}}' },
  body: 'Hola {{1}}, tu pago de *{{2}}* vence el {{3}}. Puedes pagar en línea o pedirnos otra fecha a {{correo}}',
  buttons: [{ kind: 'URL', text: 'Pagar', url: 'https://pagos.aurora.example/{{1}}' }],
} as unknown as TemplateView
const place = (part: 'header' | 'body' | 'button', name: string) =>
  placeOf(template, { part, name, buttonIndex: part === 'button' ? 0 : null })

test.each([
  ['body', '1', 'Hola ▢, tu…'],
  ['body', '2', '…tu pago de ▢ vence el…'],
  ['body', '3', '…vence el ▢…'],
  ['body', 'correo', '…pedirnos otra fecha a ▢'],
  ['header', '1', 'Tu solicitud ▢'],
  ['button', '1', 'pagos.aurora.example/▢'],
  ['body', 'nowhere', null],
] as const)('the field of the %s named %s stands in "%s"', (part, name, expected) => {
  expect(place(part, name)).toBe(expected)
})

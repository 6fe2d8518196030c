import { describe, expect, test } from 'vitest'
import { lint } from '#core/template/lint/lint.ts'
import { demoTemplates } from '#emulator/demo-templates.ts'
import { type Form, newButton, newForm } from './form.ts'
import { fromBody } from './from-body.ts'
import { isSafe, mend, mendAll } from './mend.ts'
import { inputOf, textAt, withText } from './places.ts'
import { toBody } from './to-body.ts'

const findingsOf = (form: Form) => lint(toBody(form), { language: 'es' }).findings
const formOf = (change: Partial<Form>): Form => ({
  ...newForm('es_MX'),
  name: 'pedido_enviado',
  body: 'Hola {{1}}, tu pedido va en camino.',
  samples: { '1': 'Lucía' },
  ...change,
})

describe('what Meta has comes back the same after it was opened', () => {
  test.each(demoTemplates.filter(({ category }) => category !== 'AUTHENTICATION'))(
    '$name',
    ({ name, language, category, components }) => {
      expect(toBody(fromBody({ name, language, category, components }))).toMatchObject({
        name,
        language,
        category,
        components,
      })
    },
  )
  test.each([
    [
      'a carousel',
      {
        category: 'MARKETING',
        components: [
          { type: 'BODY', text: 'Nuestras novedades de hoy' },
          {
            type: 'CAROUSEL',
            cards: [1, 2].map((number) => ({
              components: [
                { type: 'HEADER', format: 'IMAGE', example: { header_handle: [`4::${number}`] } },
                { type: 'BODY', text: 'Hola {{1}}, mira', example: { body_text: [['Ana']] } },
                { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Quiero' }] },
              ],
            })),
          },
        ],
      },
    ],
    [
      'an offer for a limited time',
      {
        category: 'MARKETING',
        components: [
          { type: 'BODY', text: 'Solo hoy' },
          { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Termina pronto', has_expiration: true } },
          {
            type: 'BUTTONS',
            buttons: [
              { type: 'COPY_CODE', example: 'AHORRA10' },
              { type: 'URL', text: 'Ver', url: 'https://example.mx/{{1}}', example: ['https://example.mx/a'] },
            ],
          },
        ],
      },
    ],
    [
      'a code',
      {
        category: 'AUTHENTICATION',
        components: [
          { type: 'BODY', add_security_recommendation: true },
          { type: 'FOOTER', code_expiration_minutes: 5 },
          {
            type: 'BUTTONS',
            buttons: [
              {
                type: 'OTP',
                otp_type: 'ONE_TAP',
                text: 'Copiar',
                autofill_text: 'Autocompletar',
                supported_apps: [
                  { package_name: 'mx.aurora', signature_hash: 'K8a/AINcGX7' },
                  { package_name: 'mx.aurora.beta', signature_hash: 'K8a/AINcGX8' },
                ],
              },
            ],
          },
        ],
      },
    ],
    [
      'parts the builder does not draw',
      {
        library_template_name: 'payment_1',
        degrees_of_freedom_spec: { creative: 'OPT_OUT' },
        category: 'UTILITY',
        components: [
          { type: 'BODY', text: 'Hola' },
          { type: 'BUTTONS', buttons: [{ type: 'FLOW', text: 'Ir', flow_id: '1', navigate_screen: 'A' }] },
          { type: 'CALL_PERMISSION_REQUEST' },
        ],
      },
    ],
  ])('%s', (_, body) => {
    const whole = { name: 'a_b', language: 'es_MX', ...body }
    expect(toBody(fromBody(whole))).toEqual({ ...whole, parameter_format: 'POSITIONAL' })
  })
  test.each([null, 7, 'x', [], { components: [null, { type: 7 }, { type: 'BUTTONS', buttons: [null] }] }])(
    'what is no template at all is an empty form: %j',
    (value) => {
      expect(fromBody(value).body).toBe('')
    },
  )
})

test('another shape or category loses nothing that was written', () => {
  const written = formOf({ shape: 'carousel', footer: 'Aurora', buttons: [newButton('QUICK_REPLY')] })
  const there = fromBody(toBody({ ...written, shape: 'plain' }))
  expect(there.footer).toBe('Aurora')
  expect(toBody({ ...written, category: 'AUTHENTICATION' }).components).toHaveLength(3)
  expect({ ...written, category: 'AUTHENTICATION' as const }.body).toBe(written.body)
})

test.each([
  ['name', 'a_b'],
  ['language', 'es_AR'],
  ['footer', 'Pie'],
  ['header', 'Título'],
  ['body', 'Cuerpo'],
  ['buttons.0', 'Ver'],
  ['buttons.0.url', 'https://a.mx'],
  ['buttons.1.phone_number', '+52 55 1234 5678'],
  ['buttons.2.example', 'CUPON'],
  ['limited_time_offer', 'Hoy'],
  ['carousel.1.body', 'Tarjeta'],
  ['carousel.0.buttons.0', 'Quiero'],
])('the text at %s is read and written', (place, text) => {
  const form = formOf({
    header: { kind: 'text', text: '', sample: '' },
    buttons: [newButton('URL'), newButton('PHONE_NUMBER'), newButton('COPY_CODE')],
  })
  expect(textAt(withText(form, place, text), place)).toBe(text)
})
test.each(['template', 'carousel', 'buttons', 'buttons.9', 'carousel.9.body', 'header'])('%s has no text', (place) => {
  const form = formOf({})
  expect(textAt(form, place)).toBeNull()
  expect(toBody(withText(form, place, 'x'))).toEqual(toBody(form))
})

test('a missing example is told at the input of the example', () => {
  const form = formOf({ samples: {} })
  const [missing] = findingsOf(form).filter(({ code }) => code === 'example-missing')
  expect(missing && inputOf(form, missing)).toBe('body#1')
})

test('a mend changes its stretch and nothing else; one whose text is gone changes nothing', () => {
  const form = formOf({ body: 'Hola {{1}} {{2}}, tu pedido va en camino.', samples: { '1': 'a', '2': 'b' } })
  const [adjacent] = findingsOf(form).filter(({ code }) => code === 'fields-adjacent')
  expect(adjacent && mend(form, adjacent).body).toBe('Hola {{1}}, {{2}}, tu pedido va en camino.')
  expect(adjacent && mend({ ...form, body: 'x' }, adjacent).body).toBe('x')
})

test('all safe mends are done at once, and none that decides something', () => {
  const form = formOf({
    name: 'Pedido Enviado',
    category: 'UTILITY',
    body: 'Hola  {{1}} {{3}},\n\n\n\ntu pedido va con 50% de descuento!!! ¡Compra ya! ',
    samples: { '1': 'a', '2': 'b' },
  })
  const mended = mendAll(form, findingsOf)
  expect(mended.name).toBe('pedido_enviado')
  expect(mended.body).toBe('Hola {{1}}, {{2}},\n\ntu pedido va con 50% de descuento! ¡Compra ya!')
  expect(mended.category).toBe('UTILITY')
  expect(findingsOf(mended).filter(isSafe)).toEqual([])
})

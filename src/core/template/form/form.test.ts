import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TemplateBody } from '../body.ts'
import { parseForm } from './parse.ts'
import { renderForm } from './render.ts'

const of = (...components: object[]): TemplateBody => ({
  ...{ name: 'pedido_enviado', language: 'es_MX', category: 'MARKETING' },
  components,
})
const BODY = { type: 'BODY', text: 'Hola {{1}}.', example: { body_text: [['Lucía']] } }
const buttons = (...list: object[]) => ({ type: 'BUTTONS', buttons: list })

const WHOLE: readonly (readonly [what: string, body: TemplateBody])[] = [
  ['only a body', of({ type: 'BODY', text: 'Hola.' })],
  [
    'numbered fields with examples',
    of({ type: 'HEADER', format: 'TEXT', text: 'Pedido {{1}}', example: { header_text: ['A-17'] } }, BODY, {
      type: 'FOOTER',
      text: 'Zapatería',
    }),
  ],
  [
    'named fields',
    {
      ...of({
        type: 'BODY',
        text: 'Hola {{nombre}}.',
        example: { body_text_named_params: [{ param_name: 'nombre', example: 'Lucía' }] },
      }),
      parameter_format: 'NAMED',
    },
  ],
  ...['IMAGE', 'VIDEO', 'GIF', 'DOCUMENT'].map(
    (format) =>
      [`a header of ${format}`, of({ type: 'HEADER', format, example: { header_handle: ['4::aW'] } }, BODY)] as const,
  ),
  ...['LOCATION', 'PRODUCT'].map((format) => [`a header of ${format}`, of({ type: 'HEADER', format }, BODY)] as const),
  [
    'every kind of button',
    of(
      BODY,
      buttons(
        { type: 'QUICK_REPLY', text: 'Sí' },
        { type: 'URL', text: 'Ver', url: 'https://a.mx/{{1}}', example: ['https://a.mx/1'] },
        { type: 'PHONE_NUMBER', text: 'Llamar', phone_number: '+525550001000' },
        { type: 'COPY_CODE', example: 'BOTA10' },
        {
          type: 'FLOW',
          text: 'Abrir',
          flow_id: '12',
          flow_action: 'navigate',
          navigate_screen: 'UNO',
          icon: 'DOCUMENT',
        },
        { type: 'VOICE_CALL', text: 'Llámanos', ttl_minutes: 60 },
        ...['CATALOG', 'MPM', 'SPM', 'ORDER_DETAILS', 'REQUEST_CONTACT_INFO', 'SOMETHING_NEW'].map((type) => ({
          type,
          text: 'Ver',
        })),
      ),
    ),
  ],
  [
    'a code with an application that takes it over',
    {
      ...of(
        { type: 'BODY', add_security_recommendation: true },
        { type: 'FOOTER', code_expiration_minutes: 10 },
        buttons({
          type: 'OTP',
          text: 'Copiar código',
          otp_type: 'ZERO_TAP',
          autofill_text: 'Autocompletar',
          zero_tap_terms_accepted: true,
          supported_apps: [{ package_name: 'mx.aurora', signature_hash: 'K8a/AINcGX7' }],
        }),
      ),
      category: 'AUTHENTICATION',
      message_send_ttl_seconds: 60,
    },
  ],
  [
    'an offer that ends',
    of({ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Solo hoy', has_expiration: true } }, BODY),
  ],
  [
    'a carousel',
    of(BODY, {
      type: 'CAROUSEL',
      cards: [1, 2].map((card) => ({
        components: [
          { type: 'HEADER', format: 'IMAGE', example: { header_handle: [`4::${card}`] } },
          { type: 'BODY', text: `Bota ${card}.` },
          buttons({ type: 'QUICK_REPLY', text: 'Quiero' }),
        ],
      })),
    }),
  ],
  [
    'what nobody has told us of',
    { ...of({ ...BODY, new_thing: { deep: [1] } }, { type: 'HOLOGRAM', size: 3 }), degrees_of_freedom_spec: { a: 1 } },
  ],
]

describe('nothing is lost when a body is taken apart and put together:', () => {
  test.each(WHOLE)('%s', (_, body) => {
    expect(renderForm(parseForm(body))).toEqual(body)
  })

  test('anything at all is taken apart, and again the same', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('name', 'category', 'components', 'x'), fc.jsonValue()), (body) => {
        const form = parseForm(body)
        expect(parseForm(renderForm(form))).toEqual(form)
      }),
    )
  })
})

test('types are read in any letter case, examples in a flat list, ids as numbers', () => {
  const form = parseForm(
    of(
      { type: 'body', text: 'Hola {{1}}.', example: { body_text: ['Lucía'] } },
      buttons({ type: 'flow', text: 'Abrir', flow_id: 12 }),
    ),
  )
  expect(form.body?.examples).toEqual({ '1': 'Lucía' })
  expect(form.buttons[0]).toMatchObject({ kind: 'FLOW', flow: '12' })
})

test('a part that comes twice, or is not as it should be, is kept as it is', () => {
  const second = { type: 'BODY', text: 'Otra vez.' }
  const odd = { type: 'BUTTONS', buttons: 'none' }
  expect(parseForm(of(BODY, second, odd)).others).toEqual([second, odd])
})

test('an example that is missing stands empty in its place', () => {
  const form = parseForm(of({ type: 'BODY', text: '{{1}} y {{2}}', example: { body_text: [['Ana']] } }))
  expect(renderForm(form)['components']).toMatchObject([{ example: { body_text: [['Ana', '']] } }])
})

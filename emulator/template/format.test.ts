import { describe, expect, it } from 'vitest'
import { GraphError } from '../graph/errors.ts'
import { type Fields, fieldsOf, listOf } from '../json.ts'
import { checkTemplate } from './format.ts'

const body = (text: string, ...examples: string[]): Fields => ({
  type: 'BODY',
  text,
  ...(examples.length === 0 ? {} : { example: { body_text: [examples] } }),
})
const template = (...components: Fields[]): Fields => ({
  name: 'aviso',
  language: 'es',
  category: 'UTILITY',
  components,
})
const marketing = (...components: Fields[]): Fields => ({ ...template(...components), category: 'MARKETING' })
const button = (type: string, index = 0): Fields => ({ type, text: `b${index}`, ...more[type] })
const more: Readonly<Record<string, Fields>> = {
  URL: { url: 'https://a.example' },
  PHONE_NUMBER: { phone_number: '+525550001000' },
  COPY_CODE: { example: ['ABC'] },
}
const buttons = (...types: string[]): Fields => ({ type: 'BUTTONS', buttons: types.map(button) })
const oneButton = (change: Fields): Fields => ({
  type: 'BUTTONS',
  buttons: [{ ...button(String(change['type'])), ...change }],
})
const good = body('Hola {{1}}, tu pago venció ayer.', 'Ana')
const image: Fields = { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::known'] } }
const card = (...change: Fields[]): Fields => ({
  components: [image, body('Una tarjeta con texto'), buttons('QUICK_REPLY'), ...change],
})
const carousel = (...cards: Fields[]): Fields => ({ type: 'CAROUSEL', cards })
const offer = (change: Fields = {}): Fields => ({
  type: 'LIMITED_TIME_OFFER',
  limited_time_offer: { text: 'Solo hoy', has_expiration: true, ...change },
})
const otp = (change: Fields = {}): Fields => ({
  type: 'BUTTONS',
  buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', ...change }],
})
const code = (...components: Fields[]): Fields => ({
  ...template({ type: 'BODY', add_security_recommendation: true }, ...components),
  category: 'AUTHENTICATION',
})
const app = { package_name: 'com.aurora.app', signature_hash: 'K8a/AINcGX7' }

const check = (sent: Fields) => checkTemplate(sent, (handle) => handle === '4::known')
function subcodeOf(sent: Fields): unknown {
  try {
    check(sent)
    return null
  } catch (error) {
    if (!(error instanceof GraphError)) throw error
    return error.body.error['error_subcode'] ?? error.body.error['code']
  }
}

describe('a new template', () => {
  it.each<[string, Fields]>([
    [
      'text, footer and buttons',
      template(good, { type: 'FOOTER', text: 'Aurora' }, buttons('QUICK_REPLY', 'QUICK_REPLY', 'URL')),
    ],
    ['an uploaded picture', template(image, good)],
    [
      'named variables',
      {
        ...template({
          ...body('Hola {{nombre}}, tu pago venció ayer.'),
          example: { body_text_named_params: [{ param_name: 'nombre', example: 'Ana' }] },
        }),
        parameter_format: 'NAMED',
      },
    ],
    ['cards to swipe', marketing(body('Mira nuestras tarjetas'), carousel(card(), card()))],
    ['an offer that ends', marketing(offer(), body('Una cuota menos hasta el viernes'), buttons('COPY_CODE', 'URL'))],
    ['a code to copy', code({ type: 'FOOTER', code_expiration_minutes: 5 }, otp())],
    ['a code that fills itself in', code(otp({ otp_type: 'ONE_TAP', supported_apps: [app] }))],
    [
      'an address with a variable',
      template(good, oneButton({ type: 'URL', url: 'https://a.example/{{1}}', example: ['x'] })),
    ],
    ['a catalogue', marketing(good, buttons('CATALOG'))],
    ['a time to live', { ...template(good), message_send_ttl_seconds: 3_600 }],
  ])('passes with %s', (_, sent) => {
    expect(subcodeOf(sent)).toBeNull()
  })
  it.each<[string, Fields, number]>([
    ['a name with capitals', { ...template(good), name: 'Aviso' }, 100],
    ['an unknown language', { ...template(good), language: 'es_XX' }, 100],
    ['an unknown category', { ...template(good), category: 'SPAM' }, 100],
    ['too long a life', { ...template(good), message_send_ttl_seconds: 43_201 }, 100],
    ['no body', template({ type: 'FOOTER', text: 'x' }), 2388072],
    ['two bodies', template(good, good), 2388044],
    ['too long a body', template(body('x '.repeat(513))), 2388040],
    ['a variable at the end', template(body('Hola {{1}}', 'Ana')), 2388299],
    ['a variable at the start', template(body('{{1}}, hola y gracias.', 'Ana')), 2388299],
    ['numbers with a gap', template(body('Hola {{1}} y {{3}} juntos los dos hoy.', 'a', 'b')), 2388072],
    ['a name where numbers are', template(body('Hola {{nombre}}, tu pago venció ayer.', 'a')), 2388072],
    ['a brace too few', template(body('Hola {{1}, tu pago venció ayer.', 'a')), 2388072],
    ['a sign in a variable', template(body('Hola {{1$}}, tu pago venció ayer.', 'a')), 2388072],
    ['more variables than words', template(body('Va {{1}} y {{2}} con {{3}} fin', 'a', 'b', 'c')), 2388293],
    ['no examples', template(body('Hola {{1}}, tu pago venció ayer.')), 2388043],
    ['a long header', template(good, { type: 'HEADER', format: 'TEXT', text: 'x'.repeat(61) }), 2388040],
    ['a header in bold', template(good, { type: 'HEADER', format: 'TEXT', text: '*Hola*' }), 2388047],
    ['a header of a kind there is not', template(good, { type: 'HEADER', format: 'MUSIC' }), 2388047],
    [
      'a header with two variables',
      template(good, { type: 'HEADER', format: 'TEXT', text: 'a {{1}} b {{2}}' }),
      2388047,
    ],
    ['a picture without a file', template(good, { type: 'HEADER', format: 'IMAGE' }), 2388043],
    ['a handle nobody gave', template(good, { ...image, example: { header_handle: ['4::x'] } }), 2494102],
    ['a footer with a variable', template(good, { type: 'FOOTER', text: 'a {{1}}' }), 2388073],
    ['a long footer', template(good, { type: 'FOOTER', text: 'x'.repeat(61) }), 2388040],
    ['eleven buttons', template(good, buttons(...Array.from({ length: 11 }, () => 'QUICK_REPLY'))), 2388060],
    ['three addresses', template(good, buttons('URL', 'URL', 'URL')), 2388060],
    ['two telephones', template(good, buttons('PHONE_NUMBER', 'PHONE_NUMBER')), 2388060],
    ['scattered quick replies', template(good, buttons('QUICK_REPLY', 'URL', 'QUICK_REPLY')), 2388060],
    ['a button there is not', template(good, buttons('constructor')), 2388060],
    ['a long label', template(good, oneButton({ type: 'QUICK_REPLY', text: 'x'.repeat(26) })), 2388040],
    ['an emoji on a button', template(good, oneButton({ type: 'QUICK_REPLY', text: 'Sí 👍' })), 2388060],
    [
      'a variable inside an address',
      template(good, oneButton({ type: 'URL', url: 'https://a.example/{{1}}/x', example: ['x'] })),
      2388060,
    ],
    ['an address without example', template(good, oneButton({ type: 'URL', url: 'https://a.example/{{1}}' })), 2388043],
    ['a way straight to WhatsApp', template(good, oneButton({ type: 'URL', url: 'https://wa.me/5255' })), 2388060],
    ['a long coupon', marketing(good, oneButton({ type: 'COPY_CODE', example: 'x'.repeat(21) })), 2388040],
    ['a flow of nothing', template(good, buttons('FLOW')), 2388043],
    ['a catalogue with company', marketing(good, buttons('CATALOG', 'QUICK_REPLY')), 2388060],
    ['one card', marketing(good, carousel(card())), 2388043],
    [
      'cards that differ',
      marketing(good, carousel(card(), { components: [image, body('Otra'), buttons('URL')] })),
      2388044,
    ],
    [
      'a card with three line breaks',
      marketing(good, carousel(card(), { components: [image, body('a\nb\nc\nd'), buttons('QUICK_REPLY')] })),
      2388072,
    ],
    [
      'a card without a header',
      marketing(good, carousel(card(), { components: [body('x'), buttons('QUICK_REPLY')] })),
      2388047,
    ],
    ['a footer below cards', marketing(good, carousel(card(), card()), { type: 'FOOTER', text: 'x' }), 2388044],
    ['an offer in a utility template', template(offer(), good, buttons('COPY_CODE', 'URL')), 2388044],
    [
      'an offer of seventeen letters',
      marketing(offer({ text: 'x'.repeat(17) }), good, buttons('COPY_CODE', 'URL')),
      2388040,
    ],
    [
      'an offer with a footer',
      marketing(offer(), good, { type: 'FOOTER', text: 'x' }, buttons('COPY_CODE', 'URL')),
      2388073,
    ],
    ['an offer without a code', marketing(offer(), good, buttons('URL')), 2388060],
    ['words of one’s own around a code', { ...code(otp()), components: [good, otp()] }, 2388044],
    ['a code without a button', code({ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'x' }] }), 2388060],
    ['one tap without an app', code(otp({ otp_type: 'ONE_TAP' })), 2388043],
    ['zero taps without consent', code(otp({ otp_type: 'ZERO_TAP', supported_apps: [app] })), 2388043],
    ['a code that lives two hours', code({ type: 'FOOTER', code_expiration_minutes: 120 }, otp()), 2388073],
  ])('is refused for %s', (_, sent, subcode) => {
    expect(subcodeOf(sent)).toBe(subcode)
  })
  it('of authentication has the texts Meta writes', () => {
    const { components } = check({ ...code({ type: 'FOOTER', code_expiration_minutes: 5 }, otp()), language: 'pt_BR' })
    expect(components.map(({ text }) => text)).toEqual([
      '*{{1}}* é seu código de verificação. Para sua segurança, não o compartilhe.',
      'Este código expira em 5 minutos.',
      undefined,
    ])
    expect(fieldsOf(listOf(components[2]?.['buttons'])[0])['text']).toBe('Copiar código')
  })
})

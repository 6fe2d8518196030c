import { describe, expect, test } from 'vitest'
import type { FindingCode } from '../codes.ts'
import { lint } from '../lint.ts'

type Fields = Readonly<Record<string, unknown>>

const sample = { body_text: [['Lucía', 'A-17', '12 de mayo', '18:00']] }
const body = (text: string, more: Fields = {}) => ({ type: 'BODY', text, example: sample, ...more })
const named = (text: string, ...names: string[]) =>
  body(text, { example: { body_text_named_params: names.map((name) => ({ param_name: name, example: 'x' })) } })
const GOOD = body('Hola {{1}}, tu pedido {{2}} ya va en camino a tu domicilio.')
const header = (text: string, more: Fields = {}) => ({ type: 'HEADER', format: 'TEXT', text, ...more })
const media = (format: string) => ({ type: 'HEADER', format, example: { header_handle: ['4::aW'] } })
const footer = (text: string) => ({ type: 'FOOTER', text })
const buttons = (...list: readonly Fields[]) => ({ type: 'BUTTONS', buttons: list })
const quick = (text: string) => ({ type: 'QUICK_REPLY', text })
const quicks = (count: number) => Array.from({ length: count }, (_, index) => quick(`Opción ${index}`))
const link = (more: Fields = {}) => ({ type: 'URL', text: 'Ver', url: 'https://aurora.example/p', ...more })
const call = (more: Fields = {}) => ({ type: 'PHONE_NUMBER', text: 'Llamar', phone_number: '+525512345678', ...more })
const coupon = (example: unknown) => ({ type: 'COPY_CODE', example })
const template = (components: readonly unknown[], more: Fields = {}) => ({
  name: 'pedido_en_camino',
  language: 'es_MX',
  category: 'UTILITY',
  components,
  ...more,
})
const selling = (...components: readonly unknown[]) => template([GOOD, ...components], { category: 'MARKETING' })
const card = (text: string | null, format: string, ...list: readonly Fields[]) => ({
  components: [media(format), ...(text === null ? [] : [{ type: 'BODY', text }]), buttons(...list)],
})
const carousel = (...cards: readonly unknown[]) => ({ type: 'CAROUSEL', cards })
const cards = (count: number) => Array.from({ length: count }, () => card('Botas', 'IMAGE', quick('Sí')))
const offer = (text: string, has_expiration = false) => ({
  type: 'LIMITED_TIME_OFFER',
  limited_time_offer: { text, has_expiration },
})
const otp = (more: Fields = {}) => buttons({ type: 'OTP', otp_type: 'COPY_CODE', ...more })
const secret = (...components: readonly unknown[]) =>
  template([{ type: 'BODY', add_security_recommendation: true }, ...components], { category: 'AUTHENTICATION' })
const app = { package_name: 'mx.aurora.app', signature_hash: 'K8a/AINcGX7' }
const url = (length: number) => `https://aurora.example/${'p'.repeat(length - 23)}`

const errorsOf = (input: unknown): readonly string[] =>
  lint(input, { language: 'es' })
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code)

/** Each rule from both sides of its border: what Meta just takes, and what it just refuses. */
type Border = readonly [rule: string, taken: readonly unknown[], code: FindingCode, refused: readonly unknown[]]

const BORDERS: readonly Border[] = [
  [
    'a name has lower case, digits and underscores',
    ['a1_', '2026', '_'].map((name) => template([GOOD], { name })),
    'name-invalid',
    ['A', 'á', 'a-b', 'a b', 'a.b', 'аviso', 'a\u200b', 'a\n', 'ａ', '😀'].map((name) => template([GOOD], { name })),
  ],
  [
    'a name has 512 characters',
    [template([GOOD], { name: 'a'.repeat(512) })],
    'name-too-long',
    [template([GOOD], { name: 'a'.repeat(513) })],
  ],
  [
    'a language is one of the list',
    ['es', 'es_MX', 'pt_BR', 'en_GB'].map((language) => template([GOOD], { language })),
    'language-unknown',
    ['ES', 'es-MX', 'es_mx', 'es_XX', 'spanish', 'pt'].map((language) => template([GOOD], { language })),
  ],
  [
    'a body has 1024 characters, counted in UTF-16 units',
    ['x'.repeat(1024), '😀'.repeat(512)].map((text) => template([body(text)])),
    'text-too-long',
    ['x'.repeat(1025), `${'😀'.repeat(512)}x`].map((text) => template([body(text)])),
  ],
  [
    'a body says something',
    [template([body('x')])],
    'text-missing',
    ['', ' ', '\n', '\u200b', '\u2060 \ufeff'].map((text) => template([body(text)])),
  ],
  [
    'a header has 60 characters',
    [template([header('x'.repeat(60)), GOOD])],
    'text-too-long',
    [template([header('x'.repeat(61)), GOOD])],
  ],
  [
    'a header has no formatting',
    [template([header('Pedido 5 de 7'), GOOD])],
    'header-markup',
    ['*Pedido*', '_Pedido_', '~Pedido~', '`Pedido`', 'Pedido *'].map((text) => template([header(text), GOOD])),
  ],
  [
    'a header has one field',
    [template([header('Pedido {{1}}', { example: { header_text: ['7'] } }), GOOD])],
    'header-fields-too-many',
    [template([header('De {{1}} a {{2}}', { example: { header_text: ['7', '8'] } }), GOOD])],
  ],
  [
    'a field of a header has a sample',
    [template([header('Pedido {{1}}', { example: { header_text: ['7'] } }), GOOD])],
    'example-missing',
    [
      template([header('Pedido {{1}}'), GOOD]),
      template([header('Pedido {{1}}', { example: { header_text: [] } }), GOOD]),
    ],
  ],
  [
    'a header is of a known kind',
    ['IMAGE', 'VIDEO', 'DOCUMENT'].map((format) => template([media(format), GOOD])),
    'header-format-unknown',
    ['AUDIO', '', 'constructor'].map((format) => template([{ type: 'HEADER', format }, GOOD])),
  ],
  [
    'a header with a file shows one',
    [template([media('IMAGE'), GOOD])],
    'header-file-missing',
    ['IMAGE', 'VIDEO', 'DOCUMENT'].map((format) => template([{ type: 'HEADER', format }, GOOD])),
  ],
  [
    'a footer has 60 characters',
    [template([GOOD, footer('x'.repeat(60))])],
    'text-too-long',
    [template([GOOD, footer('x'.repeat(61))])],
  ],
  [
    'a footer has no field',
    [template([GOOD, footer('Zapatería Aurora')])],
    'footer-field',
    ['Hasta {{1}}', 'Hasta {{dia}} hoy'].map((text) => template([GOOD, footer(text)])),
  ],
  [
    'braces come in pairs of two',
    [template([GOOD])],
    'braces-unbalanced',
    [
      ...['{{1}', '{1}}', '{1}', '{{1', '1}}', '{{{1}}}', '{{{{1}}}}', '{{a{1}b}}', '｛｛1｝｝'].map((field) =>
        template([body(`Tu pedido ${field} ya va en camino hoy.`)]),
      ),
      template([GOOD, footer('Hasta {{hoy')]),
    ],
  ],
  [
    'a field is a number or a name in lower case',
    [template([GOOD]), template([named('Tu pedido {{n_pedido2}} ya va en camino.', 'n_pedido2')])],
    'field-name-invalid',
    ['1$', '#1', '1%', 'Nombre', 'mi nombre', ' 1', '01', '0', '-1', '１', '1\u200b', 'nombré', '', '2a', 'а'].map(
      (name) => template([body(`Tu pedido {{${name}}} ya va en camino hoy.`)]),
    ),
  ],
  [
    'numbers run from 1 without a gap, in any order',
    [
      'De {{1}} y luego {{2}} hoy mismo va.',
      'De {{2}} y luego {{1}} hoy mismo va.',
      'De {{1}} y otra vez {{1}} va hoy.',
    ].map((text) => template([body(text)])),
    'fields-not-contiguous',
    ['De {{2}} hoy mismo va.', 'De {{1}} y luego {{3}} hoy mismo va.'].map((text) => template([body(text)])),
  ],
  [
    'a name stands once',
    [template([named('Hola {{nombre}}, va tu pedido {{pedido}} hoy.', 'nombre', 'pedido')])],
    'field-name-repeated',
    [template([named('Hola {{nombre}}, va tu pedido hoy, {{nombre}} querida.', 'nombre')])],
  ],
  [
    'fields are all numbers or all names, as the format says',
    [
      template([GOOD], { parameter_format: 'POSITIONAL' }),
      template([named('Hola {{nombre}}, tu pedido va.', 'nombre')], { parameter_format: 'NAMED' }),
    ],
    'fields-mixed',
    [
      template([GOOD], { parameter_format: 'NAMED' }),
      template([named('Hola {{nombre}}, tu pedido va.', 'nombre')], { parameter_format: 'POSITIONAL' }),
      template([body('Hola {{nombre}}, tu pedido {{1}} ya va en camino.')]),
    ],
  ],
  [
    'a field stands neither first nor last',
    [template([body('Va {{1}} hoy ya.')]), template([body('«{{1}}» ya salió de aquí.')])],
    'field-at-edge',
    [
      ...['{{1}} ya va hoy', ' {{1}} ya va hoy', '*{{1}}* ya va hoy', '\u200b{{1}} ya va hoy', '\n{{1}} ya va hoy'],
      ...['Ya va hoy {{1}}', 'Ya va hoy {{1}} ', 'Ya va hoy {{1}}.', 'Ya va hoy *{{1}}*!', 'Ya va hoy {{1}}\u2060'],
    ].map((text) => template([body(text)])),
  ],
  [
    'between two fields stands a word or a mark',
    [
      template([body('Tu pedido {{1}}, {{2}} ya va en camino.')]),
      template([body('Tu pedido {{1}}-{{2}} ya va en camino.')]),
    ],
    'fields-adjacent',
    ['{{1}}{{2}}', '{{1}} {{2}}', '{{1}}\n{{2}}', '{{1}}* *{{2}}', '{{1}}\u200b{{2}}'].map((fields) =>
      template([body(`Tu pedido ${fields} ya va en camino hoy.`)]),
    ),
  ],
  [
    'a body has one word more than twice its fields',
    ['Va {{1}} ya hoy', 'Va {{1}} y {{2}} en tu caja.'].map((text) => template([body(text)])),
    'fields-too-many',
    [template([body('Va {{1}} ya')]), template([body('Va {{1}} y {{2}} en caja.')])],
  ],
  [
    'every field has a sample',
    [template([GOOD]), template([named('Hola {{nombre}}, tu pedido va.', 'nombre')])],
    'example-missing',
    [
      template([body('Va tu pedido {{1}} hoy.', { example: undefined })]),
      template([body('Va tu pedido {{1}} hoy.', { example: { body_text: [[' ']] } })]),
      template([body('Va tu pedido {{1}} y luego {{2}} hoy.', { example: { body_text: [['a']] } })]),
      template([named('Hola {{nombre}}, tu pedido va.', 'otro')]),
    ],
  ],
  [
    'a sample has no line break, tab or five spaces',
    [template([body('Va tu pedido {{1}} hoy.', { example: { body_text: [['a    b']] } })])],
    'example-invalid',
    ['a\nb', 'a\tb', 'a     b'].map((value) =>
      template([body('Va tu pedido {{1}} hoy.', { example: { body_text: [[value]] } })]),
    ),
  ],
  [
    'there are ten buttons',
    [
      template([GOOD, buttons(...quicks(10))]),
      template([GOOD, buttons(...quicks(7), link(), link({ text: 'B' }), call())]),
    ],
    'buttons-too-many',
    [template([GOOD, buttons(...quicks(11))])],
  ],
  [
    'there are two links, one telephone, one code',
    [selling(buttons(link(), link({ text: 'B' }), call(), coupon(['A'])))],
    'button-kind-too-many',
    [
      template([GOOD, buttons(link(), link({ text: 'B' }), link({ text: 'C' }))]),
      template([GOOD, buttons(call(), call({ text: 'B' }))]),
      selling(buttons(coupon(['A']), coupon(['B']))),
    ],
  ],
  [
    'quick replies stand together',
    [
      [quick('Sí'), quick('No'), link()],
      [link(), quick('Sí'), quick('No')],
      [link(), quick('Sí'), quick('No')],
    ].map((list) => template([GOOD, buttons(...list)])),
    'quick-replies-apart',
    [
      [quick('Sí'), link(), quick('No')],
      [quick('Sí'), link(), call(), quick('No')],
    ].map((list) => template([GOOD, buttons(...list)])),
  ],
  [
    'a button has 25 characters',
    [template([GOOD, buttons(quick('x'.repeat(25)))])],
    'text-too-long',
    [template([GOOD, buttons(quick('x'.repeat(26)))])],
  ],
  [
    'a button has plain words',
    ['Sí, gracias', 'Ver 2 más', '¿Cómo?', 'Não'].map((text) => template([GOOD, buttons(quick(text))])),
    'button-text-not-plain',
    ['Sí 👍', 'Sí {{1}}', 'Sí\nno', '*Sí*', 'Ir 🇲🇽', 'Uno 1️⃣'].map((text) => template([GOOD, buttons(quick(text))])),
  ],
  [
    'a link has 2000 characters',
    [template([GOOD, buttons(link({ url: url(2000) }))])],
    'text-too-long',
    [template([GOOD, buttons(link({ url: url(2001) }))])],
  ],
  [
    'a link is a whole address',
    ['https://a.example', 'http://a.example/x?y=1#z'].map((address) =>
      template([GOOD, buttons(link({ url: address }))]),
    ),
    'url-invalid',
    ['a.example', 'ftp://a.example', 'https://', 'https://a', 'javascript:alert(1)', 'https://a b.example'].map(
      (address) => template([GOOD, buttons(link({ url: address }))]),
    ),
  ],
  [
    'a link has one field, at its very end',
    [template([GOOD, buttons(link({ url: 'https://a.example/{{1}}', example: ['x'] }))])],
    'url-field-not-last',
    ['https://a.example/{{1}}/', 'https://a.example/{{1}}?a=b', 'https://a.example/{{1}}/{{2}}'].map((address) =>
      template([GOOD, buttons(link({ url: address, example: ['x', 'y'] }))]),
    ),
  ],
  [
    'a telephone has 20 characters',
    ['+525512345678', '525512345678', '+1 (650) 555-0123 00'].map((phone_number) =>
      template([GOOD, buttons(call({ phone_number }))]),
    ),
    'phone-invalid',
    ['+1 (650) 555-0123 000', 'hola', '', '+0123456', '+1', '+5255abc5678'].map((phone_number) =>
      template([GOOD, buttons(call({ phone_number }))]),
    ),
  ],
  [
    'a coupon has 20 characters',
    [selling(buttons(coupon(['x'.repeat(20)])))],
    'copy-code-too-long',
    [selling(buttons(coupon(['x'.repeat(21)])))],
  ],
  [
    'the code of an offer has 15 characters',
    [selling(offer('Hasta hoy', true), buttons(coupon(['x'.repeat(15)]), link()))],
    'copy-code-too-long',
    [selling(offer('Hasta hoy', true), buttons(coupon(['x'.repeat(16)]), link()))],
  ],
  [
    'an offer has 16 characters',
    [selling(offer('x'.repeat(16)), buttons(link()))],
    'text-too-long',
    [selling(offer('x'.repeat(17)), buttons(link()))],
  ],
  [
    'the body of an offer has 600 characters',
    [template([body('x'.repeat(600)), offer('Hoy'), buttons(link())], { category: 'MARKETING' })],
    'text-too-long',
    [template([body('x'.repeat(601)), offer('Hoy'), buttons(link())], { category: 'MARKETING' })],
  ],
  [
    'an offer has a picture or nothing above, and no footer',
    [selling(media('IMAGE'), offer('Hoy'), buttons(link())), selling(media('VIDEO'), offer('Hoy'), buttons(link()))],
    'offer-part-not-allowed',
    [selling(header('Hoy'), offer('Hoy'), buttons(link())), selling(footer('x'), offer('Hoy'), buttons(link()))],
  ],
  [
    'an offer has a link',
    [selling(offer('Hoy'), buttons(link()))],
    'offer-link-missing',
    [selling(offer('Hoy'), buttons(quick('Sí')))],
  ],
  [
    'an offer that expires has a code',
    [selling(offer('Hoy', true), buttons(coupon(['A']), link()))],
    'offer-code-missing',
    [selling(offer('Hoy', true), buttons(link()))],
  ],
  [
    'only marketing sells from a catalogue or for a time',
    [selling(buttons({ type: 'CATALOG', text: 'Ver' })), selling(offer('Hoy'), buttons(link()))],
    'marketing-only',
    [template([GOOD, buttons({ type: 'CATALOG', text: 'Ver' })]), template([GOOD, offer('Hoy'), buttons(link())])],
  ],
  [
    'a carousel has two to ten cards',
    [selling(carousel(...cards(2))), selling(carousel(...cards(10)))],
    'carousel-card-count',
    [selling(carousel(...cards(1))), selling(carousel(...cards(11))), selling(carousel())],
  ],
  [
    'cards are made alike',
    [selling(carousel(card('A', 'IMAGE', link()), card('B', 'IMAGE', link({ text: 'Otro' }))))],
    'carousel-cards-differ',
    [
      selling(carousel(card('A', 'IMAGE', link()), card('B', 'VIDEO', link()))),
      selling(carousel(card('A', 'IMAGE', link()), card('B', 'IMAGE', quick('Sí')))),
      selling(carousel(card('A', 'IMAGE', link()), card(null, 'IMAGE', link()))),
      selling(carousel(card('A', 'IMAGE', link(), quick('Sí')), card('B', 'IMAGE', link()))),
    ],
  ],
  [
    'the body of a card has 160 characters',
    [selling(carousel(card('x'.repeat(160), 'IMAGE', link()), card('B', 'IMAGE', link())))],
    'text-too-long',
    [selling(carousel(card('x'.repeat(161), 'IMAGE', link()), card('B', 'IMAGE', link())))],
  ],
  [
    'beside a carousel there is only a body',
    [selling(carousel(...cards(2)))],
    'carousel-part-not-allowed',
    [footer('x'), header('x'), buttons(quick('Sí'))].map((part) => selling(part, carousel(...cards(2)))),
  ],
  [
    'a code lives one to ninety minutes',
    [1, 90].map((minutes) => secret({ type: 'FOOTER', code_expiration_minutes: minutes }, otp())),
    'code-minutes-out-of-range',
    [0, 91, 1.5, -1, '10', null].map((minutes) => secret({ type: 'FOOTER', code_expiration_minutes: minutes }, otp())),
  ],
  [
    'an authentication template has one OTP button',
    [secret(otp())],
    'authentication-button-missing',
    [secret(), secret(buttons(quick('Sí'))), secret(buttons({ type: 'OTP', otp_type: 'COPY_CODE' }, quick('Sí')))],
  ],
  [
    'an authentication template has Meta’s own words',
    [secret(otp())],
    'authentication-part-not-allowed',
    [
      secret(header('x'), otp()),
      secret(media('IMAGE'), otp()),
      template([GOOD, otp()], { category: 'AUTHENTICATION' }),
    ],
  ],
  [
    'one tap names its app',
    [secret(otp({ otp_type: 'ONE_TAP', supported_apps: [app] }))],
    'otp-app-missing',
    [
      secret(otp({ otp_type: 'ONE_TAP' })),
      secret(otp({ otp_type: 'ONE_TAP', supported_apps: [{ package_name: 'a.b' }] })),
    ],
  ],
  [
    'zero taps accept their terms',
    [secret(otp({ otp_type: 'ZERO_TAP', supported_apps: [app], zero_tap_terms_accepted: true }))],
    'otp-terms-missing',
    [secret(otp({ otp_type: 'ZERO_TAP', supported_apps: [app] }))],
  ],
  [
    'time to live has limits by category',
    [
      ...[30, 43_200, -1].map((ttl) => template([GOOD], { message_send_ttl_seconds: ttl })),
      ...[43_200, 2_592_000].map((ttl) => template([GOOD], { category: 'MARKETING', message_send_ttl_seconds: ttl })),
      ...[30, 900, -1].map((ttl) => ({ ...secret(otp()), message_send_ttl_seconds: ttl })),
    ],
    'ttl-out-of-range',
    [
      ...[29, 43_201, 0, 30.5].map((ttl) => template([GOOD], { message_send_ttl_seconds: ttl })),
      ...[43_199, 2_592_001, -1].map((ttl) =>
        template([GOOD], { category: 'MARKETING', message_send_ttl_seconds: ttl }),
      ),
      ...[29, 901].map((ttl) => ({ ...secret(otp()), message_send_ttl_seconds: ttl })),
    ],
  ],
]

describe.each(BORDERS)('%s', (_, taken, code, refused) => {
  test.each(taken.map((input) => [input]))('and is taken: %j', (input) => {
    expect(errorsOf(input)).toEqual([])
  })
  test.each(refused.map((input) => [input]))(`or refused as ${code}: %j`, (input) => {
    expect(errorsOf(input)).toContain(code)
  })
})

test('what comes from Meta’s library has no components of its own', () => {
  expect(errorsOf({ ...template([]), library_template_name: 'delivery_update_1' })).toEqual([])
})

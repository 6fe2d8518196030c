import { describe, expect, test } from 'vitest'
import { DEMONSTRATION_CARD } from '../../cost/rate-card.ts'
import { normalisedText } from './advice/twins.ts'
import type { FindingCode } from './codes.ts'
import type { Finding } from './finding.ts'
import { lint, wordsToSpell } from './lint.ts'

const BODY = 'Hola {{1}}, tu pedido {{2}} ya va en camino a tu domicilio.'
const body = (text = BODY, ...examples: string[]) => ({
  type: 'BODY',
  text,
  example: { body_text: [examples.length > 0 ? examples : ['Lucía', 'A-17', 'x', 'y']] },
})
const header = (more: object) => ({ type: 'HEADER', format: 'TEXT', ...more })
const footer = (text: string) => ({ type: 'FOOTER', text })
const buttons = (...list: object[]) => ({ type: 'BUTTONS', buttons: list })
const quick = (text: string) => ({ type: 'QUICK_REPLY', text })
const link = (more: object = {}) => ({ type: 'URL', text: 'Ver pedido', url: 'https://aurora.example/p', ...more })
const template = (components: readonly unknown[], more: object = {}) => ({
  name: 'pedido_en_camino',
  language: 'es_MX',
  category: 'UTILITY',
  components,
  ...more,
})
const findingsOf = (input: unknown): readonly Finding[] => lint(input, { language: 'es' }).findings
const codesOf = (input: unknown) => findingsOf(input).map(({ code, component }) => `${code} @${component}`)

const errorsOf = (input: unknown) =>
  findingsOf(input)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, component }) => `${code} @${component}`)

test('a good template has no findings', () => {
  expect(lint(template([body()]), { language: 'es' })).toMatchObject({ findings: [], predictedCategory: 'UTILITY' })
  const rich = [
    header({ text: 'Pedido {{1}}', example: { header_text: ['A-17'] } }),
    body(),
    footer('Zapatería Aurora'),
    buttons(quick('Gracias'), quick('Ayuda'), link({ url: 'https://aurora.example/p/{{1}}', example: ['A-17'] })),
  ]
  expect(codesOf(template(rich))).toEqual([])
})

describe("Meta's format", () => {
  const card = (...more: object[]) => ({
    components: [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::aW'] } },
      { type: 'BODY', text: 'Botas de piel, hechas a mano.' },
      ...more,
    ],
  })
  const carousel = (...cards: object[]) => ({ type: 'CAROUSEL', cards })
  const offer = (text: string) => ({ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text, has_expiration: true } })
  const otp = (more: object) => buttons({ type: 'OTP', otp_type: 'COPY_CODE', ...more })
  const secret = (components: readonly unknown[]) => template(components, { category: 'AUTHENTICATION' })
  const marketing = (components: readonly unknown[]) => template([...components], { category: 'MARKETING' })

  test.each<readonly [string, unknown, readonly `${FindingCode} @${string}`[]]>([
    ['a name with capitals', template([body()], { name: 'Pedido-Listo' }), ['name-invalid @name']],
    ['a name of 513', template([body()], { name: 'pedido_'.padEnd(513, 'a') }), ['name-too-long @name']],
    ['a name of 512', template([body()], { name: 'pedido_'.padEnd(512, 'a') }), []],
    ['no name', template([body()], { name: undefined }), ['name-missing @name']],
    ['a language with a hyphen', template([body()], { language: 'es-mx' }), ['language-unknown @language']],
    ['no language', template([body()], { language: '' }), ['language-missing @language']],
    ['no category', template([body()], { category: 'OFERTA' }), ['category-unknown @category']],
    ['an odd format', template([body()], { parameter_format: 'BOTH' }), ['parameter-format-wrong @template']],
    ['29 seconds', template([body()], { message_send_ttl_seconds: 29 }), ['ttl-out-of-range @template']],
    ['30 seconds', template([body()], { message_send_ttl_seconds: 30 }), []],
    ['no components', template([]), ['components-missing @template', 'body-missing @body']],
    ['an unknown component', template([body(), { type: 'FOO' }]), ['component-unknown @components.1']],
    ['two bodies', template([body(), body()]), ['component-repeated @components.1']],
    ['a component that is text', template([body(), 'x']), ['component-malformed @components.1']],
    ['an empty body', template([body(' ')]), ['text-missing @body']],
    ['a body of 1025', template([body(`Tu pedido ${'a'.repeat(1015)}`)]), ['text-too-long @body']],
    ['a body of 1024', template([body(`Tu pedido ${'a'.repeat(1014)}`)]), []],
    ['a header of 61', template([header({ text: 'a'.repeat(61) }), body()]), ['text-too-long @header']],
    [
      'a header in bold',
      template([header({ text: '*Hola*' }), body()]),
      ['header-markup @header', 'header-markup @header'],
    ],
    ['a header of two lines', template([header({ text: 'Hola\ntú' }), body()]), ['header-line-break @header']],
    [
      'a header of two fields',
      template([header({ text: 'De {{1}} a {{2}}', example: { header_text: ['a', 'b'] } }), body()]),
      ['header-fields-too-many @header'],
    ],
    ['a header of an unknown kind', template([header({ format: 'SONG' }), body()]), ['header-format-unknown @header']],
    ['a picture without a file', template([header({ format: 'IMAGE' }), body()]), ['header-file-missing @header']],
    ['a moving picture', template([header({ format: 'GIF' }), body()]), ['marketing-only @header']],
    ['a place in the header', template([header({ format: 'LOCATION' }), body()]), []],
    ['a footer of 61', template([body(), footer('a'.repeat(61))]), ['text-too-long @footer']],
    ['a footer with a field', template([body(), footer('Hasta {{1}} hoy')]), ['footer-field @footer']],
    [
      'an open brace',
      template([body('Tu pedido {1}} salió.')]),
      ['braces-unbalanced @body', 'braces-unbalanced @body'],
    ],
    ['a field with capitals', template([body('Tu pedido {{Num}} salió.')]), ['field-name-invalid @body']],
    [
      'names among numbers',
      template([
        {
          ...body('Tu pedido {{1}} de {{tienda}} ya salió.'),
          example: { body_text: [['1']], body_text_named_params: [{ param_name: 'tienda', example: 'x' }] },
        },
      ]),
      ['fields-mixed @body'],
    ],
    ['numbers with a gap', template([body('Tu pedido {{1}} de {{3}} ya salió.')]), ['fields-not-contiguous @body']],
    ['numbers out of order', template([body('Tu pedido {{2}} de {{1}} ya salió.')]), []],
    ['a field first', template([body('{{1}}, tu pedido salió.')]), ['field-at-edge @body']],
    ['a field last', template([body('Salió tu pedido {{1}}.')]), ['field-at-edge @body']],
    ['fields side by side', template([body('Tu pedido {{1}} {{2}} salió ya hoy.')]), ['fields-adjacent @body']],
    ['a field without a sample', template([body('Tu pedido {{1}} salió.', ' ')]), ['example-missing @body']],
    ['a sample of two lines', template([body('Tu pedido {{1}} salió.', 'a\nb')]), ['example-invalid @body']],
    ['no buttons in the list', template([body(), buttons()]), ['buttons-missing @buttons']],
    [
      'eleven buttons',
      template([body(), buttons(...Array.from({ length: 11 }, (_, index) => quick(`No ${index}`)))]),
      ['buttons-too-many @buttons'],
    ],
    ['an unknown button', template([body(), buttons({ type: 'BELL', text: 'x' })]), ['button-kind-unknown @buttons.0']],
    [
      'three links',
      template([body(), buttons(link({ text: 'A' }), link({ text: 'B' }), link({ text: 'C' }))]),
      ['button-kind-too-many @buttons.2'],
    ],
    [
      'quick replies apart',
      template([body(), buttons(quick('Sí'), link(), quick('No'))]),
      ['quick-replies-apart @buttons.2'],
    ],
    ['a button of 26', template([body(), buttons(quick('a'.repeat(26)))]), ['text-too-long @buttons.0']],
    ['an emoji on a button', template([body(), buttons(quick('Sí 👍'))]), ['button-text-not-plain @buttons.0']],
    [
      'the same words twice',
      template([body(), buttons(quick('Sí'), quick('sí '))]),
      ['button-text-repeated @buttons.1'],
    ],
    [
      'a link without https',
      template([body(), buttons(link({ url: 'aurora.example' }))]),
      ['url-invalid @buttons.0.url'],
    ],
    [
      'a field in the middle of a link',
      template([body(), buttons(link({ url: 'https://a.example/{{1}}/x', example: ['1'] }))]),
      ['url-field-not-last @buttons.0.url'],
    ],
    [
      'a link without a sample',
      template([body(), buttons(link({ url: 'https://a.example/{{1}}' }))]),
      ['example-missing @buttons.0.url'],
    ],
    [
      'a phone that is none',
      template([body(), buttons({ type: 'PHONE_NUMBER', text: 'Llamar', phone_number: 'hola' })]),
      ['phone-invalid @buttons.0.phone_number'],
    ],
    [
      'a coupon of 21',
      marketing([body(), buttons({ type: 'COPY_CODE', example: 'a'.repeat(21) })]),
      ['copy-code-too-long @buttons.0.example'],
    ],
    [
      'a flow without a flow',
      template([body(), buttons({ type: 'FLOW', text: 'Abrir' })]),
      ['flow-missing @buttons.0'],
    ],
    [
      'a catalogue beside another button',
      marketing([body(), buttons({ type: 'CATALOG', text: 'Ver' }, quick('No'))]),
      ['button-not-alone @buttons'],
    ],
    ['one card', marketing([body(), carousel(card(buttons(quick('Sí'))))]), ['carousel-card-count @carousel']],
    [
      'cards that differ',
      marketing([body(), carousel(card(buttons(quick('Sí'))), card(buttons(link())))]),
      ['carousel-cards-differ @carousel.1'],
    ],
    [
      'a card with a footer',
      marketing([body(), carousel(card(footer('x'), buttons(quick('Sí'))), card(buttons(quick('Sí'))))]),
      ['component-unknown @carousel.0.components.2'],
    ],
    [
      'cards of 161 and without a header',
      marketing([
        body(),
        carousel(
          { components: [body('a'.repeat(161)), buttons(quick('Sí'))] },
          { components: [{ type: 'BODY', text: 'Botas.\n\n.\n' }] },
        ),
      ]),
      [
        'text-too-long @carousel.0.body',
        'card-line-breaks @carousel.1.body',
        'card-header-missing @carousel.0.header',
        'card-header-missing @carousel.1.header',
        'buttons-missing @carousel.1.buttons',
        'carousel-cards-differ @carousel.1',
      ],
    ],
    [
      'an offer with words of 17 and a footer',
      marketing([body(), footer('x'), offer('a'.repeat(17))]),
      [
        'text-too-long @limited_time_offer',
        'offer-part-not-allowed @footer',
        'offer-link-missing @buttons',
        'offer-code-missing @buttons',
      ],
    ],
    ['a code template', secret([{ type: 'BODY', add_security_recommendation: true }, otp({})]), []],
    [
      'a code template in our own words',
      secret([{ type: 'BODY', text: 'Tu código es {{1}}, úsalo ya' }, otp({})]),
      ['authentication-part-not-allowed @body'],
    ],
    ['a code template without a button', secret([{ type: 'BODY' }]), ['authentication-button-missing @buttons']],
    ['an unknown OTP', secret([{ type: 'BODY' }, otp({ otp_type: 'SMS' })]), ['otp-kind-unknown @buttons.0']],
    [
      'one tap without an app',
      secret([{ type: 'BODY' }, otp({ otp_type: 'ONE_TAP' })]),
      ['otp-app-missing @buttons.0'],
    ],
    [
      'a code for 91 minutes',
      secret([{ type: 'BODY' }, { type: 'FOOTER', code_expiration_minutes: 91 }, otp({})]),
      ['code-minutes-out-of-range @footer'],
    ],
  ])('%s', (_, input, expected) => {
    expect(errorsOf(input)).toEqual(expected)
  })

  test('a shape that only marketing may have', () => {
    const found = codesOf(template([body(), buttons({ type: 'CATALOG', text: 'Ver' })]))
    expect(found).toEqual(expect.arrayContaining(['marketing-only @buttons.0', 'category-mismatch @category']))
    expect(
      codesOf(template([body(), header({ format: 'LOCATION' }), otp({})], { category: 'AUTHENTICATION' })),
    ).toContain('authentication-part-not-allowed @header')
  })
})

describe('a reader', () => {
  test.each<readonly [string, unknown, readonly `${FindingCode} @${string}`[]]>([
    ['is told nothing by template_01', template([body()], { name: 'template_01' }), ['name-says-nothing @name']],
    ['is told nothing by prueba', template([body()], { name: 'prueba' }), ['name-says-nothing @name']],
    ['minds a tab', template([body('Tu pedido\tsalió.')]), ['tab @body']],
    ['minds two spaces', template([body('Tu  pedido salió.')]), ['repeated-spaces @body']],
    ['minds two empty lines', template([body('Tu pedido salió.\n\n\nGracias.')]), ['blank-lines @body']],
    ['minds six emoji', template([body('Tu pedido salió 🎉🎉🎉🎉🎉🎉 hoy.')]), ['emoji @body']],
    ['minds shouting', template([body('TU PEDIDO YA SALIÓ HOY.')]), ['shouting @body']],
    ['minds many exclamation marks', template([body('Tu pedido salió!!! Gracias.')]), ['shouting @body']],
    [
      'minds a field on a line alone',
      template([body('Tu pedido:\n{{1}}\nya salió de la bodega hoy.')]),
      ['field-without-context @body'],
    ],
    ['minds many fields', template([body('Pedido {{1}}, {{2}}, {{3}} hoy.')]), ['fields-too-many @body']],
    [
      'minds a text in another language',
      template([body('Your order is on the way to you with our driver.')]),
      ['language-mismatch @language'],
    ],
  ])('%s', (_, input, expected) => {
    expect(codesOf(input)).toEqual(expected)
  })

  test('minds words no dictionary has, but names and the company’s own', () => {
    const input = template([body('Tu pedído salió hoy con Fulano de la Zapatienda.')])
    expect(wordsToSpell(input, new Set(['zapatienda']))).toContain('pedído')
    const misspelt = new Map([
      ['pedído', ['pedido']],
      ['fulano', []],
      ['zapatienda', []],
    ])
    const { findings } = lint(input, { language: 'es', misspelt, ownWords: new Set(['zapatienda']) })
    expect(findings).toMatchObject([{ code: 'spelling', span: { start: 3, end: 9 }, fix: { text: 'pedido' } }])
  })

  test('reads links: shorteners and other chats are told, also behind buttons', () => {
    const input = template([
      body('El seguimiento de tu pedido está en bit.ly/3x hoy.'),
      buttons(link({ url: 'https://wa.me/5255' })),
    ])
    expect(codesOf(input)).toEqual(['short-link @body', 'chat-link @buttons.0.url'])
  })
})

describe('a mend', () => {
  const mended = (input: unknown, code: FindingCode, text: string) => {
    const fix = findingsOf(input).find((finding) => finding.code === code)?.fix
    return fix ? text.slice(0, fix.span.start) + fix.text + text.slice(fix.span.end) : null
  }
  test.each<readonly [FindingCode, string, string]>([
    ['fields-not-contiguous', 'De {{2}} a {{4}} y {{2}} hoy.', 'De {{1}} a {{2}} y {{1}} hoy.'],
    ['fields-adjacent', 'Tu pedido {{1}} {{2}} salió ya hoy.', 'Tu pedido {{1}}, {{2}} salió ya hoy.'],
    ['field-name-invalid', 'Tu pedido {{Núm. de guía}} salió.', 'Tu pedido {{num_de_guia}} salió.'],
    ['blank-lines', 'Tu pedido salió.\n\n \n\nGracias.', 'Tu pedido salió.\n\nGracias.'],
    ['repeated-spaces', 'Tu   pedido salió.', 'Tu pedido salió.'],
  ])('of %s', (code, before, after) => {
    expect(mended(template([body(before)]), code, before)).toBe(after)
    expect(codesOf(template([body(after)]))).not.toContain(`${code} @body`)
  })
  test('of a name and of a language', () => {
    expect(findingsOf(template([body()], { name: 'Envío Listo!' }))[0]?.fix?.text).toBe('envio_listo')
    expect(findingsOf(template([body()], { language: 'pt-br' }))[0]?.fix?.text).toBe('pt_BR')
  })
})

describe('the category', () => {
  const SALE = 'Tu pedido salió. Compra hoy con 20 % de descuento en toda la tienda.'
  test('is told with what gave it away and what it costs', () => {
    const { findings, predictedCategory, why } = lint(template([body(SALE)]), { language: 'es', market: 'MX' })
    expect(findings.map(({ code }) => code)).toEqual(['promotion', 'category-mismatch'])
    expect(findings[1]).toMatchObject({ fix: { text: 'MARKETING' } })
    expect(predictedCategory).toBe('MARKETING')
    expect(why.clues.map(({ text }) => text).join(' ')).toContain('descuento')
    const [marketing, utility] = (['marketing', 'utility'] as const).map(
      (rate) => DEMONSTRATION_CARD.markets['Mexico']?.[rate]?.[0]?.micros,
    )
    expect(why.cost).toMatchObject({ asked: { micros: utility }, predicted: { micros: marketing } })
  })
  test('follows what a sample sells', () => {
    const input = template([body('Tu pedido salió. Además {{1}} para ti.', '20 % de descuento')])
    expect(lint(input, { language: 'es' }).predictedCategory).toBe('MARKETING')
  })
  test('is marketing when nobody could tell what it is', () => {
    const report = lint(template([body('Hola {{1}}, te contamos que {{2}} por acá.')]), { language: 'en' })
    expect(report).toMatchObject({ predictedCategory: 'MARKETING', why: { cost: null } })
    expect(report.why.sentence).toContain('unclear')
  })
  test('stays marketing where marketing was asked for, though utility would be cheaper', () => {
    const input = template([body(), footer('Responde BAJA')], { category: 'MARKETING' })
    const { findings, predictedCategory } = lint(input, { language: 'es' })
    expect(findings.map(({ code }) => code)).toEqual(['could-be-utility'])
    expect(predictedCategory).toBe('MARKETING')
  })
  test('of a language we do not read is the one asked for', () => {
    const input = template([body('Ihre Bestellung ist unterwegs.')], { language: 'de' })
    expect(lint(input, { language: 'es' })).toMatchObject({ findings: [], predictedCategory: 'UTILITY' })
  })
})

test('the same text as another template is told, whatever the fields are called', () => {
  const others = [{ name: 'viejo', language: 'es', text: normalisedText(BODY.replace('{{1}}', '{{nombre}}'), null) }]
  expect(lint(template([body()]), { language: 'es', others }).findings).toMatchObject([{ code: 'same-text' }])
  const own = [{ name: 'pedido_en_camino', language: 'es_MX', text: normalisedText(BODY, null) }]
  expect(lint(template([body()]), { language: 'es', others: own }).findings).toEqual([])
})

test('almost the same text as another template is told, too; a longer or another one is not', () => {
  const near = (text: string) => [{ name: 'viejo', language: 'es_MX', text: normalisedText(text, null) }]
  const codes = (text: string) =>
    lint(template([body()]), { language: 'es', others: near(text) }).findings.map(({ code }) => code)
  expect(codes(BODY.replace('ya va', 'va'))).toEqual(['similar-text'])
  expect(codes(`${BODY} Te avisaremos cuando llegue, estate al pendiente.`)).toEqual([])
  expect(codes('Hola {{1}}, tu cita {{2}} quedó para mañana en la clínica.')).toEqual([])
})

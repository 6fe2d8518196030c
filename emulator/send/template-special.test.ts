import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Fields, fieldsOf, listOf } from '../json.ts'
import { errorOf, SALES, startTestWorld, type TestWorld } from '../testing.ts'
import type { Template } from '../world/model.ts'

let world: TestWorld
beforeEach(async () => void (world = await startTestWorld()))
afterEach(() => world.close())

const DAY = 86_400_000
const LUCIA = '+5215512345678'
let made = 0
/** An approved template of these components, under a name of its own. */
function template(components: Fields[], change: Partial<Template> = {}): string {
  const name = `special_${(made += 1)}`
  world.emulator.world.templates.put(name, {
    id: name,
    name,
    language: 'es',
    status: 'APPROVED',
    category: 'MARKETING',
    parameterFormat: 'POSITIONAL',
    components,
    quality: 'GREEN',
    rejectedReason: 'NONE',
    deletedAt: null,
    ...change,
  })
  return name
}
const send = (name: string, components: Fields[]) =>
  world.send({ to: LUCIA, type: 'template', template: { name, language: { code: 'es' }, components } })
const codeOf = async (name: string, components: Fields[]) => errorOf(await send(name, components))['code'] ?? 200
const body: Fields = { type: 'BODY', text: 'Mira lo nuevo de la semana.' }
const withButton = (button: Fields) => [body, { type: 'BUTTONS', buttons: [{ text: 'Ver', ...button }] }]
const press = (sub_type: string, ...parameters: Fields[]): Fields => ({
  type: 'button',
  sub_type,
  index: '0',
  parameters,
})
const image = () => ({ type: 'image', image: { link: `${world.emulator.url}/control/v1/samples/image` } })
const shown = async () => {
  const { body: chat } = await world.control('GET', `phones/lucia/chats/${SALES}`)
  return fieldsOf(fieldsOf(fieldsOf(listOf(chat['data']).at(-1))['message'])['rendered'])
}

describe('an offer that ends', () => {
  const offer = () =>
    template([
      { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Solo hoy', has_expiration: true } },
      body,
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'COPY_CODE', example: 'A1' },
          { type: 'URL', text: 'Ir', url: 'https://a.example' },
        ],
      },
    ])
  const until = (value: unknown): Fields => ({
    type: 'limited_time_offer',
    parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: value } }],
  })
  const coupon = (code: string) => press('copy_code', { type: 'coupon_code', coupon_code: code })
  it('shows what it is, until when, and its code', async () => {
    const at = world.emulator.world.clock.now() + DAY
    expect(await codeOf(offer(), [until(at), coupon('CRED25')])).toBe(200)
    expect(await shown()).toMatchObject({
      offer: { text: 'Solo hoy', expires_at: at },
      buttons: [{ type: 'COPY_CODE', code: 'CRED25' }, { type: 'URL' }],
    })
  })
  it.each<[string, () => Fields[], number]>([
    ['without an end', () => [coupon('A')], 132000],
    ['that has ended', () => [until(1_000), coupon('A')], 132018],
    ['with too long a code', () => [until(Date.now() + DAY), coupon('x'.repeat(21))], 132018],
    [
      'with a text for a code',
      () => [until(Date.now() + DAY), press('copy_code', { type: 'text', text: 'A' })],
      132012,
    ],
    ['without a code', () => [until(Date.now() + DAY)], 131008],
  ])('is refused %s', async (_, components, code) => {
    expect(await codeOf(offer(), components())).toBe(code)
  })
})

describe('cards to swipe', () => {
  const card = {
    components: [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'Tarjeta {{1}} con cuota baja' },
      { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'La quiero' }] },
    ],
  }
  const carousel = () => template([body, { type: 'CAROUSEL', cards: [card, card] }])
  const cardOf = (index: number, text = 'oro'): Fields => ({
    card_index: index,
    components: [
      { type: 'header', parameters: [image()] },
      { type: 'body', parameters: [{ type: 'text', text }] },
      press('quick_reply', { type: 'payload', payload: `card-${index}` }),
    ],
  })
  const cards = (...each: Fields[]): Fields[] => [{ type: 'carousel', cards: each }]
  it('come with their pictures, words and answers', async () => {
    expect(await codeOf(carousel(), cards(cardOf(0), cardOf(1, 'plata')))).toBe(200)
    expect(await shown()).toMatchObject({
      cards: [
        { header: { image: { id: expect.any(String) } }, body: 'Tarjeta oro con cuota baja' },
        { body: 'Tarjeta plata con cuota baja', buttons: [{ payload: 'card-1' }] },
      ],
    })
  })
  it.each<[string, () => Fields[], number]>([
    ['in another number', () => cards(cardOf(0)), 132000],
    ['out of order', () => cards(cardOf(1), cardOf(0)), 132012],
    ['without a picture', () => cards(cardOf(0), { ...cardOf(1), components: [] }), 132012],
  ])('are refused %s', async (_, components, code) => {
    expect(await codeOf(carousel(), components())).toBe(code)
  })
})

describe('a code to prove who one is', () => {
  const otp = () =>
    template(
      [
        { type: 'BODY', text: '*{{1}}* es tu código.' },
        { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copiar código' }] },
      ],
      { category: 'AUTHENTICATION' },
    )
  const code = (text: string): Fields[] => [
    { type: 'body', parameters: [{ type: 'text', text }] },
    press('url', { type: 'text', text }),
  ]
  it('can be copied', async () => {
    expect(await codeOf(otp(), code('123456'))).toBe(200)
    expect(await shown()).toMatchObject({ buttons: [{ type: 'OTP', text: 'Copiar código', code: '123456' }] })
  })
  it.each(['1234567890123456', 'https://a.example', '12 🔑'])('is not %s', async (text) => {
    expect(await codeOf(otp(), code(text))).toBe(132018)
  })
  it('is dropped when it could not be delivered within ten minutes', async () => {
    await world.control('PATCH', 'phones/lucia', { online: false })
    await send(otp(), code('123456'))
    await expect.poll(() => world.receiver.statuses()).toHaveLength(1)
    await world.control('POST', 'clock', { advanceMs: 11 * 60_000 })
    await world.control('PATCH', 'phones/lucia', { online: true })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(world.receiver.statuses()).toHaveLength(1)
  })
})

describe('other buttons and headers', () => {
  const action = (value: Fields): Fields => ({ type: 'action', action: value })
  const products = (count: number): Fields => ({
    thumbnail_product_retailer_id: 'p1',
    sections: [
      {
        title: 'Todo',
        product_items: Array.from({ length: count }, (_, index) => ({ product_retailer_id: `p${index}` })),
      },
    ],
  })
  it.each<[string, Fields, Fields[], number]>([
    ['a flow', { type: 'FLOW', flow_id: '1' }, [press('flow', action({ flow_token: 't' }))], 200],
    ['a flow without parameters', { type: 'FLOW', flow_id: '1' }, [], 200],
    ['a flow that is blocked', { type: 'FLOW', flow_id: '9132068' }, [], 132068],
    ['a flow that is throttled', { type: 'FLOW', flow_id: '9132069' }, [], 132069],
    ['a flow by a text', { type: 'FLOW', flow_id: '1' }, [press('flow', { type: 'text', text: 'x' })], 132012],
    ['a catalogue', { type: 'CATALOG' }, [press('catalog', action({ thumbnail_product_retailer_id: 'p1' }))], 200],
    ['products', { type: 'MPM' }, [press('mpm', action(products(30)))], 200],
    ['no products', { type: 'MPM' }, [], 131008],
    ['too many products', { type: 'MPM' }, [press('mpm', action(products(31)))], 131009],
    ['a button of another kind', { type: 'CATALOG' }, [press('url', action({}))], 132012],
  ])('%s', async (_, button, components, code) => {
    expect(await codeOf(template(withButton(button)), components)).toBe(code)
  })
  it('a header that is a place, a product, or twice a picture', async () => {
    const header = (format: string) => template([{ type: 'HEADER', format }, body])
    const given = (...parameters: Fields[]) => [{ type: 'header', parameters }]
    const place = { type: 'location', location: { latitude: 19.4, longitude: -99.1, name: 'Aquí' } }
    const product = { type: 'product', product: { product_retailer_id: 'p', catalog_id: 'c' } }
    expect(await codeOf(header('LOCATION'), given(place))).toBe(200)
    expect(await codeOf(header('LOCATION'), given({ type: 'location', location: {} }))).toBe(131008)
    expect(await codeOf(header('PRODUCT'), given(product))).toBe(200)
    expect(await codeOf(header('PRODUCT'), given({ type: 'product', product: {} }))).toBe(131008)
    expect(await codeOf(header('IMAGE'), given(image(), image()))).toBe(132000)
  })
  it('a template of the library wants values of their types', async () => {
    const components: Fields[] = [
      { type: 'BODY', text: 'Hola {{1}}, tu pago de {{2}} tiene vencimiento el {{3}}, gracias.' },
    ]
    const name = template(components, { libraryName: 'payment_due_reminder_1', category: 'UTILITY' })
    const values = (...each: string[]) => [{ type: 'body', parameters: each.map((text) => ({ type: 'text', text })) }]
    expect(await codeOf(name, values('Ana', '$20', '3 de mayo'))).toBe(200)
    expect(await codeOf(name, values('Ana', 'mucho', '3 de mayo'))).toBe(132018)
  })
})

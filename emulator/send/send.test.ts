import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Fields, fieldsOf, listOf } from '../json.ts'
import { errorOf, SALES, startTestWorld, type TestWorld, text } from '../testing.ts'

let world: TestWorld
beforeEach(async () => void (world = await startTestWorld()))
afterEach(() => world.close())

const LUCIA = '+5215512345678'
const statusNames = () => world.receiver.statuses().map((status) => status['status'])
const settled = (count: number) => vi.waitFor(() => expect(world.receiver.statuses()).toHaveLength(count), 3_000)
const chatOf = async (phone: string) =>
  listOf((await world.control('GET', `phones/${phone}/chats/${SALES}`)).body['data']).map(fieldsOf)

describe('a message of the business', () => {
  it('is accepted, sent, delivered and read, in this order, with price and callback data', async () => {
    await world.write('lucia', { kind: 'text', text: 'hola' })
    const answer = await world.send({ ...text(LUCIA), biz_opaque_callback_data: 'mine' })
    expect(answer).toMatchObject({ status: 200, body: { contacts: [{ input: LUCIA, wa_id: '5215512345678' }] } })
    await settled(2)
    await world.control('POST', `phones/lucia/chats/${SALES}/read`, {})
    await settled(3)
    expect(statusNames()).toEqual(['sent', 'delivered', 'read'])
    expect(world.receiver.statuses()[0]).toMatchObject({
      recipient_id: '5215512345678',
      biz_opaque_callback_data: 'mine',
      pricing: { pricing_model: 'PMP', category: 'service' },
    })
    expect(world.receiver.statuses()[0]).not.toHaveProperty('conversation')
  })
  it('says `delivered` only, when receipts are off', async () => {
    await world.control('PATCH', 'phones/lucia', { receipts: false })
    await world.write('lucia', { kind: 'text', text: 'hola' })
    await world.send(text(LUCIA))
    await settled(2)
    await world.control('POST', `phones/lucia/chats/${SALES}/read`, {})
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(statusNames()).toEqual(['sent', 'delivered'])
    expect((await world.control('GET', 'phones/lucia')).body['chats']).toMatchObject([{ unread: 0 }])
  })
  it('fails with 131047 outside the 24-hour window, also after the clock was moved', async () => {
    await world.write('lucia', { kind: 'text', text: 'hola' })
    await world.control('POST', 'clock', { advanceMs: 24 * 3_600_000 })
    expect((await world.send(text(LUCIA))).status).toBe(200)
    await settled(1)
    expect(world.receiver.statuses()[0]).toMatchObject({ status: 'failed', errors: [{ code: 131047 }] })
    expect(world.receiver.values().at(-1)).not.toHaveProperty('contacts')
    await world.control('PUT', 'faults', { closedWindow: 'sync' })
    expect(errorOf(await world.send(text(LUCIA)))).toMatchObject({ code: 131047 })
  })
  it('is free within 72 hours after an advertisement, with a conversation', async () => {
    await world.write('lucia', { kind: 'text', text: 'hola', referral: { source_type: 'ad', source_id: '1' } })
    await world.send(text(LUCIA))
    await settled(2)
    expect(world.receiver.statuses()[0]).toMatchObject({
      pricing: { type: 'free_entry_point', billable: false },
      conversation: { origin: { type: 'referral_conversion' } },
    })
    expect(world.receiver.messages()[0]).toMatchObject({ referral: { source_type: 'ad' } })
  })
  it('waits for a phone that is offline', async () => {
    await world.write('lucia', { kind: 'text', text: 'hola' })
    await world.control('PATCH', 'phones/lucia', { online: false })
    await world.send(text(LUCIA))
    await settled(1)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(statusNames()).toEqual(['sent'])
    await world.control('PATCH', 'phones/lucia', { online: true })
    await settled(2)
    expect(statusNames()).toEqual(['sent', 'delivered'])
  })
  it('never arrives at a phone that has blocked the number', async () => {
    await world.write('lucia', { kind: 'text', text: 'hola' })
    await world.control('POST', `phones/lucia/chats/${SALES}/block`, { blocked: true })
    await world.send(text(LUCIA))
    await settled(1)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(statusNames()).toEqual(['sent'])
  })
  it('fails as scripted, in the answer or by status, and by the ending of a stranger', async () => {
    await world.write('lucia', { kind: 'text', text: 'hola' })
    await world.control('PUT', 'faults', {
      nextSend: [
        { code: 131000, mode: 'sync' },
        { code: 131049, mode: 'async' },
      ],
    })
    expect(await world.send(text(LUCIA))).toMatchObject({ status: 500, body: { error: { code: 131000 } } })
    expect((await world.send(text(LUCIA))).status).toBe(200)
    expect((await world.send(text('+573009990050'))).status).toBe(200)
    expect((await world.send(text('+573009991234'))).status).toBe(200)
    await settled(3)
    const codes = world.receiver.statuses().map((status) => fieldsOf(listOf(status['errors'])[0])['code'])
    expect(codes.sort()).toEqual([131026, 131049, 131050])
  })
  it('keeps to one message in six seconds after 45 to one customer', async () => {
    await world.write('lucia', { kind: 'text', text: 'hola' })
    const answers = await Promise.all(Array.from({ length: 46 }, () => world.send(text(LUCIA))))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(45)
    expect(errorOf(answers.find(({ status }) => status !== 200) ?? { body: {} })).toMatchObject({ code: 131056 })
    await world.control('POST', 'clock', { advanceMs: 6_000 })
    expect((await world.send(text(LUCIA))).status).toBe(200)
  })
  it('keeps to eighty messages a second from one number', async () => {
    await world.control('PUT', 'faults', { strangers: 'reachable' })
    // However long a busy machine takes, it is one moment.
    const { clock } = world.emulator.world
    vi.spyOn(clock, 'now').mockReturnValue(clock.now())
    const answers = await Promise.all(
      Array.from({ length: 140 }, (_, index) => world.send(text(`+57300100${1000 + index}`))),
    )
    vi.restoreAllMocks()
    const refused = answers.filter(({ status }) => status === 400).map(errorOf)
    expect(refused).toHaveLength(60)
    expect(refused[0]).toMatchObject({ code: 130429 })
  })
  it('grants a number of high throughput a thousand', async () => {
    const number = world.emulator.world.numbers.get(SALES)
    if (number) world.emulator.world.numbers.put(SALES, { ...number, throughput: 'HIGH' })
    await world.control('PUT', 'faults', { strangers: 'reachable' })
    const answers = await Promise.all(
      Array.from({ length: 140 }, (_, index) => world.send(text(`+57300100${1000 + index}`))),
    )
    expect(answers.every(({ status }) => status === 200)).toBe(true)
  })
  it('has strangers who read at once, when asked to', async () => {
    await world.control('PUT', 'faults', { strangers: 'reading' })
    await world.send(text('+573001001000'))
    await settled(3)
    expect(statusNames()).toEqual(['sent', 'delivered', 'read'])
  })
})

describe('people behind addresses', () => {
  it('names no phone number of a hidden phone', async () => {
    await world.write('carla', { kind: 'text', text: 'hola' })
    const user = String((await world.control('GET', 'phones/carla')).body['userId'])
    const answer = await world.send({ recipient: user, type: 'text', text: { body: 'Hola' } })
    expect(answer.body['contacts']).toEqual([{ input: user, user_id: user }])
    await settled(2)
    const all = JSON.stringify(world.receiver.values())
    expect(all).not.toContain('5491155554444')
    expect(world.receiver.messages()[0]).not.toHaveProperty('from')
    expect(world.receiver.statuses()[0]).toMatchObject({ recipient_user_id: user })
    expect(fieldsOf(listOf(world.receiver.values()[0]?.['contacts'])[0])).toMatchObject({
      profile: { username: '@carla.sosa' },
    })
  })
  it.each([
    ['525512345678', '5215512345678'],
    ['+52 (55) 1234-5678', '5215512345678'],
    ['5511987654321', '5511987654321'],
    ['551187654321', '5511987654321'],
    ['541144443333', '5491144443333'],
    ['55 1234 5678', '5215512345678'],
    ['+5531987654321', '553187654321'],
  ])('writes %s as wa_id %s', async (input, waId) => {
    expect((await world.send(text(input))).body['contacts']).toEqual([{ input, wa_id: waId }])
  })
  it('refuses itself and what is no number', async () => {
    expect(errorOf(await world.send(text('+525550001000')))).toMatchObject({ code: 131021 })
    expect(errorOf(await world.send(text('nobody')))).toMatchObject({ code: 131009 })
  })
})

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `r${index}`, title: `Row ${index}` }))
const buttons = (...titles: string[]) =>
  titles.map((title, index) => ({ type: 'reply', reply: { id: `b${index}`, title } }))
const interactive = (type: string, action: Fields, more: Fields = {}): Fields => ({
  to: LUCIA,
  type: 'interactive',
  interactive: { type, body: { text: 'Elige' }, action, ...more },
})

describe('checks of content', () => {
  it.each<[string, Fields, number]>([
    ['no product', { ...text(LUCIA), messaging_product: undefined }, 100],
    ['no recipient', { type: 'text', text: { body: 'x' } }, 100],
    ['an unknown type', { to: LUCIA, type: 'hologram', hologram: {} }, 100],
    ['a type nobody can send', { to: LUCIA, type: 'system', system: {} }, 131051],
    ['no content', { to: LUCIA, type: 'text' }, 131008],
    ['an empty text', text(LUCIA, ''), 131008],
    ['a text of 4,097', text(LUCIA, 'x'.repeat(4_097)), 100],
    ['media without id and link', { to: LUCIA, type: 'image', image: {} }, 100],
    ['media nobody uploaded', { to: LUCIA, type: 'image', image: { id: '1' } }, 100],
    ['four buttons', interactive('button', { buttons: buttons('a', 'b', 'c', 'd') }), 131009],
    ['twin titles', interactive('button', { buttons: buttons('a', 'a') }), 131009],
    ['a title of 21', interactive('button', { buttons: buttons('x'.repeat(21)) }), 131009],
    ['eleven rows', interactive('list', { button: 'Ver', sections: [{ title: 'S', rows: rows(11) }] }), 131009],
    [
      'two sections without titles',
      interactive('list', { button: 'Ver', sections: [{ rows: rows(1) }, { rows: rows(1) }] }),
      131008,
    ],
    [
      'a link that is none',
      interactive('cta_url', { name: 'cta_url', parameters: { display_text: 'Ir', url: 'ftp://x' } }),
      131009,
    ],
    ['a latitude of 91', { to: LUCIA, type: 'location', location: { latitude: 91, longitude: 0 } }, 131009],
    ['a contact without a name', { to: LUCIA, type: 'contacts', contacts: [{ phones: [] }] }, 131008],
    ['long callback data', { ...text(LUCIA), biz_opaque_callback_data: 'x'.repeat(513) }, 100],
  ])('refuse %s', async (_, body, code) => {
    const answer = await world.send(body)
    expect(answer.status).toBe(400)
    expect(errorOf(answer)).toMatchObject({ code, type: 'OAuthException' })
    expect(errorOf(answer)['fbtrace_id']).toMatch(/^A/)
  })
  it('take every kind of interactive message', async () => {
    await world.control('PUT', 'faults', { rates: false })
    const sent: Fields[] = [
      interactive(
        'button',
        { buttons: buttons('Sí', 'No') },
        { footer: { text: 'pie' }, header: { type: 'text', text: 'cabeza' } },
      ),
      interactive('list', { button: 'Ver', sections: [{ rows: rows(10) }] }),
      interactive('cta_url', { name: 'cta_url', parameters: { display_text: 'Ir', url: 'https://aurora.example' } }),
      interactive('flow', { name: 'flow', parameters: { flow_message_version: '3', flow_id: '1', flow_cta: 'Abrir' } }),
      interactive('location_request_message', { name: 'send_location' }),
      interactive('request_contact_info', { name: 'request_contact_info' }),
      interactive('call_permission_request', { name: 'call_permission_request' }),
      interactive('voice_call', { name: 'voice_call', parameters: { display_text: 'Llamar' } }),
      interactive('product', { catalog_id: '1', product_retailer_id: 'p' }),
      interactive('catalog_message', { name: 'catalog_message' }),
    ]
    for (const body of sent) expect(await world.send(body)).toMatchObject({ status: 200 })
  })
  it('shows reactions on the bubble, which get only `sent`', async () => {
    const wamid = await world.write('lucia', { kind: 'text', text: 'hola' })
    await world.send({ to: LUCIA, type: 'reaction', reaction: { message_id: wamid, emoji: '👍' } })
    await settled(1)
    expect(await chatOf('lucia')).toMatchObject([{ wamid, reactions: [{ from: 'business', emoji: '👍' }] }])
  })
  it('mark what was read, with typing', async () => {
    const wamid = await world.write('lucia', { kind: 'text', text: 'hola' })
    const answer = await world.send({ status: 'read', message_id: wamid, typing_indicator: { type: 'text' } })
    expect(answer.body).toEqual({ success: true })
    const { body } = await world.control('GET', `phones/lucia/chats/${SALES}`)
    expect(body).toMatchObject({ typing: true, data: [{ status: 'read' }] })
    expect(errorOf(await world.send({ status: 'read', message_id: 'wamid.none' }))).toMatchObject({ code: 131009 })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Fields, fieldsOf, listOf } from '../json.ts'
import { errorOf, SALES, startTestWorld, SUPPORT, type TestWorld, text, WABA } from '../testing.ts'

const LUCIA = '5215512345678'
/** A second account of the first portfolio, and one of another portfolio. */
const SIBLING = '102290129340500'
const OTHER = '102290129340600'

let world: TestWorld
const numbers: Record<string, string> = {}
const told = (field: string, account: string): Fields[] =>
  world.receiver.bodies
    .flatMap(({ raw }) => listOf(fieldsOf(JSON.parse(raw))['entry']))
    .map(fieldsOf)
    .filter(({ id }) => id === account)
    .flatMap((entry) => listOf(entry['changes']).map(fieldsOf))
    .flatMap((change) => (change['field'] === field ? [fieldsOf(change['value'])] : []))
const list = async (path: string) => listOf((await world.graph('GET', path)).body['data']).map(fieldsOf)
const ahead = (advanceMs: number) => world.control('POST', 'clock', { advanceMs })

async function register(id: string): Promise<void> {
  await world.graph('POST', `${id}/request_code`, { code_method: 'SMS', language: 'es' })
  const { body } = await world.graph('GET', `${id}?fields=display_phone_number`)
  const digits = String(body['display_phone_number']).replace(/\D/g, '')
  const [ring] = listOf((await world.control('GET', `telephones/${digits}`)).body['data']).map(fieldsOf)
  await world.graph('POST', `${id}/verify_code`, { code: ring?.['code'] })
  await world.graph('POST', `${id}/register`, { messaging_product: 'whatsapp', pin: '123456' })
}

async function account(id: string, more: Fields, phone_number: string): Promise<void> {
  expect((await world.control('POST', 'accounts', { id, ...more })).status).toBe(201)
  await world.graph('POST', `${id}/subscribed_apps`)
  const wanted = { cc: '52', phone_number, verified_name: 'Aurora Norte' }
  const number = String((await world.graph('POST', `${id}/phone_numbers`, wanted)).body['id'])
  await register(number)
  numbers[id] = number
}

beforeAll(async () => {
  world = await startTestWorld()
  await world.control('PUT', 'review', { delayMs: 0 })
  const portfolio = world.emulator.world.wabas.first.businessId
  await account(SIBLING, { name: 'Aurora Campañas', portfolio }, '5550007000')
  await account(OTHER, { name: 'Seguros Aurora', portfolioName: 'Aurora Seguros' }, '5550008000')
})
afterAll(async () => void (await world.close()))

const promo = (name = 'aviso_de_pago'): Fields => ({
  name,
  language: 'es_MX',
  category: 'UTILITY',
  components: [
    {
      type: 'BODY',
      text: 'Hola {{1}}, registramos hoy el pago de tu cuota.',
      example: { body_text: [['Lucía']] },
    },
  ],
})
const sent = (name: string): Fields => ({
  to: LUCIA,
  type: 'template',
  template: {
    name,
    language: { code: 'es_MX' },
    components: [{ type: 'body', parameters: [{ type: 'text', text: 'Lucía' }] }],
  },
})

describe('several accounts', () => {
  it('have their own numbers, in the list and in what they tell', async () => {
    expect((await list(`${WABA}/phone_numbers`)).map(({ id }) => id)).toEqual([SALES, SUPPORT])
    expect((await list(`${SIBLING}/phone_numbers`)).map(({ id }) => id)).toEqual([numbers[SIBLING]])
    await world.control('POST', `phones/lucia/chats/${numbers[OTHER]}/messages`, { kind: 'text', text: 'hola' })
    await expect.poll(() => told('messages', OTHER)).toMatchObject([{ messages: [{ text: { body: 'hola' } }] }])
    expect(told('messages', WABA)).toEqual([])
  })
  it('have their own templates: of the same name, too, and nobody sends another’s', async () => {
    expect((await world.graph('POST', `${SIBLING}/message_templates`, promo())).status).toBe(200)
    expect((await world.graph('POST', `${OTHER}/message_templates`, promo())).status).toBe(200)
    await expect.poll(() => told('message_template_status_update', OTHER)).toMatchObject([{ event: 'APPROVED' }])
    const [first, second] = [
      await list(`${SIBLING}/message_templates?name=aviso_de_pago`),
      await list(`${OTHER}/message_templates?name=aviso_de_pago`),
    ]
    expect([first.length, second.length]).toEqual([1, 1])
    expect(first[0]?.['id']).not.toBe(second[0]?.['id'])
    expect(errorOf(await world.send(sent('aviso_de_pago')))).toMatchObject({ code: 132001 })
    expect((await world.send(sent('aviso_de_pago'), numbers[OTHER])).status).toBe(200)
    await world.graph('DELETE', `${SIBLING}/message_templates?name=aviso_de_pago`)
    expect(await list(`${OTHER}/message_templates?name=aviso_de_pago`)).toHaveLength(1)
  })
  it('share the limit of their portfolio, and no other’s', async () => {
    await world.control('PUT', 'account', { messagingLimit: 'TIER_2K' })
    const limit = async (id: string) =>
      (await world.graph('GET', `${id}?fields=whatsapp_business_manager_messaging_limit`)).body[
        'whatsapp_business_manager_messaging_limit'
      ]
    expect([await limit(WABA), await limit(SIBLING), await limit(OTHER)]).toEqual(['TIER_2K', 'TIER_2K', 'TIER_250'])
    await expect.poll(() => told('business_capability_update', SIBLING)).toHaveLength(1)
    expect(told('business_capability_update', OTHER)).toEqual([])
    await world.control('PUT', 'account', { messagingLimit: 'TIER_UNLIMITED' })
  })
  it('know the same person by another user id in another portfolio', async () => {
    const write = (number: string | undefined) =>
      world.control('POST', `phones/lucia/chats/${number}/messages`, { kind: 'text', text: 'soy yo' })
    for (const number of [SALES, numbers[SIBLING], numbers[OTHER]]) await write(number)
    const userOf = (id: string) => told('messages', id).at(-1)?.['contacts'] as Fields[]
    await expect.poll(() => told('messages', WABA)).toHaveLength(1)
    await expect.poll(() => told('messages', SIBLING)).toHaveLength(1)
    await expect.poll(() => told('messages', OTHER).length).toBeGreaterThan(1)
    const [first, sibling, other] = [WABA, SIBLING, OTHER].map((id) => String(userOf(id)[0]?.['user_id']))
    expect(sibling).toBe(first)
    expect(other).not.toBe(first)
    const to = (recipient: string, number: string | undefined) =>
      world.send({ recipient, type: 'text', text: { body: 'Hola' } }, number)
    const there = await to(String(other), numbers[OTHER])
    expect(there.body['contacts']).toMatchObject([{ user_id: other }])
  })
  it('are nothing to a token that was given for another', async () => {
    const { body } = await world.control('POST', 'tokens', { waba: OTHER })
    const own = { authorization: `Bearer ${String(body['token'])}` }
    expect((await world.graph('GET', OTHER, undefined, own)).status).toBe(200)
    for (const id of [WABA, SALES]) {
      expect(errorOf(await world.graph('GET', id, undefined, own))).toMatchObject({ code: 100, error_subcode: 33 })
    }
  })
  it('are made in the dialog, in a portfolio there is or in a new one, twenty at most', async () => {
    const { body } = await world.control('GET', 'signup')
    expect(listOf(body['portfolios']).map((each) => listOf(fieldsOf(each)['accounts']).length)).toEqual([2, 1])
    expect((await world.control('POST', 'accounts', { name: '' })).status).toBe(400)
    expect((await world.control('POST', 'accounts', { name: 'X', portfolio: '9' })).status).toBe(404)
  })
})

describe('a number that moves to another account', () => {
  const wanted = { cc: '54', phone_number: '11 5000 2000', migrate_phone_number: true }
  const begin = (to = OTHER) => world.graph('POST', `${to}/phone_numbers`, wanted)

  it('is refused while its PIN is on, and where it is already', async () => {
    await world.graph('POST', SUPPORT, { pin: '654321' })
    expect(errorOf(await begin())).toMatchObject({ error_subcode: 2388093 })
    expect(errorOf(await begin(WABA))).toMatchObject({ error_subcode: 2388012 })
    await world.control('PATCH', `numbers/${SUPPORT}`, { pin: null })
  })
  it('has another id there, goes on where it is until it is registered, and takes chats and quality along', async () => {
    await world.control('POST', `phones/lucia/chats/${SUPPORT}/messages`, { kind: 'text', text: 'antes' })
    await world.control('PATCH', `numbers/${SUPPORT}`, { quality: 'YELLOW' })
    const id = String((await begin()).body['id'])
    expect(String((await begin()).body['id'])).toBe(id)
    expect((await world.send(text(LUCIA), SUPPORT)).status).toBe(200)
    await ahead(1_000)
    await register(id)
    const { body } = await world.graph('GET', `${id}?fields=status,quality_rating,verified_name,name_status`)
    expect(body).toMatchObject({
      status: 'CONNECTED',
      quality_rating: 'YELLOW',
      verified_name: 'Aurora Soporte',
      name_status: 'APPROVED',
    })
    expect((await world.graph('GET', `${SUPPORT}?fields=status`)).body['status']).toBe('MIGRATED')
    expect(errorOf(await world.send(text(LUCIA), SUPPORT))).toMatchObject({ code: 133010 })
    expect(errorOf(await world.send(sent('recordatorio_de_cuota'), id))).toMatchObject({ code: 132001 })
    const chat = await world.control('GET', `phones/lucia/chats/${id}`)
    expect(listOf(chat.body['data'])).not.toEqual([])
    expect((await world.send(text(LUCIA), id)).status).toBe(200)
  })
})

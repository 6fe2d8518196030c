import { afterAll, beforeAll, expect, it } from 'vitest'
import { errorOf, SALES, startTestWorld, SUPPORT, type TestWorld, WABA } from '../testing.ts'

const PORTFOLIO = '202290129340398'

let world: TestWorld
beforeAll(async () => void (world = await startTestWorld()))
afterAll(() => world.close())

const get = async (path: string) => (await world.graph('GET', path)).body

it('an edge among the fields is answered with its own arguments and fields', async () => {
  expect(
    await get(`${WABA}?fields=name,phone_numbers.limit(1){status},message_templates.limit(1){name}`),
  ).toMatchObject({
    id: WABA,
    name: 'Financiera Aurora',
    phone_numbers: {
      data: [{ id: SALES, status: 'CONNECTED' }],
      paging: { next: expect.stringContaining('phone_numbers') },
    },
    message_templates: { data: [{ name: expect.any(String) }] },
  })
})

it('each row of a list has the edges asked for, and edges have edges', async () => {
  const profile = { data: [{ messaging_product: 'whatsapp' }] }
  expect(await get(`${WABA}/phone_numbers?fields=id,whatsapp_business_profile{messaging_product}`)).toMatchObject({
    data: [
      { id: SALES, whatsapp_business_profile: profile },
      { id: SUPPORT, whatsapp_business_profile: profile },
    ],
  })
  expect(await get(`${PORTFOLIO}?fields=owned_whatsapp_business_accounts{name,phone_numbers{id}}`)).toMatchObject({
    owned_whatsapp_business_accounts: {
      data: [{ id: WABA, phone_numbers: { data: [{ id: SALES }, { id: SUPPORT }] } }],
    },
  })
})

it('a field nobody has is still refused, within an edge too', async () => {
  for (const fields of ['nonsense', 'phone_numbers{nonsense}'])
    expect(errorOf(await world.graph('GET', `${WABA}?fields=${fields}`))['code']).toBe(100)
})

it('a portfolio says who it is and which accounts it owns, to whom may see all of them', async () => {
  expect(await get(PORTFOLIO)).toEqual({ id: PORTFOLIO, name: 'Financiera Aurora' })
  expect(await get(`${PORTFOLIO}/owned_whatsapp_business_accounts?fields=name`)).toMatchObject({ data: [{ id: WABA }] })
  expect(await get(`${PORTFOLIO}/client_whatsapp_business_accounts`)).toEqual({ data: [] })
  const { token } = (await world.control('POST', 'tokens', { waba: WABA })).body
  const answer = await world.graph('GET', PORTFOLIO, undefined, { authorization: `Bearer ${String(token)}` })
  expect(errorOf(answer)).toMatchObject({ code: 100, error_subcode: 33 })
})

it('numbers are filtered by what they are', async () => {
  const filtered = (value: string) =>
    get(`${WABA}/phone_numbers?fields=id&filtering=[{'field':'account_mode','operator':'EQUAL','value':'${value}'}]`)
  expect(await filtered('LIVE')).toMatchObject({ data: [{ id: SALES }, { id: SUPPORT }] })
  expect(await filtered('SANDBOX')).toEqual({ data: [] })
  expect(errorOf(await world.graph('GET', `${WABA}/phone_numbers?filtering=x`))['code']).toBe(100)
})

it('settings given in the address have truth values, not words', async () => {
  await world.graph('POST', `${SALES}/whatsapp_commerce_settings?is_cart_enabled=false`)
  expect(await get(`${SALES}/whatsapp_commerce_settings`)).toEqual({
    data: [{ is_catalog_visible: false, is_cart_enabled: false, id: SALES }],
  })
})

it("Meta's words of an authentication template can be read before it is made", async () => {
  const asked =
    'category=AUTHENTICATION&languages=es_MX,pt_BR&code_expiration_minutes=5&add_security_recommendation=true'
  const { data } = await get(`${WABA}/message_template_previews?${asked}`)
  expect(data).toMatchObject([
    {
      language: 'es_MX',
      body: expect.stringContaining('tu código de verificación. Por tu seguridad'),
      footer: expect.stringContaining('5'),
    },
    { language: 'pt_BR', buttons: [{ type: 'OTP', text: 'Copiar código' }] },
  ])
})

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { demoTemplates } from '../demo-templates.ts'
import { fieldsOf, listOf } from '../json.ts'
import { errorOf, SALES, SECRET, startTestWorld, SUPPORT, type TestWorld, text, TOKEN, WABA } from '../testing.ts'

const BUSINESS = '202290129340398'
let world: TestWorld
beforeAll(async () => {
  world = await startTestWorld()
})
afterAll(() => world.close())

const rowsOf = (answer: { readonly body: Readonly<Record<string, unknown>> }) =>
  listOf(answer.body['data']).map(fieldsOf)

describe('a username of the business', () => {
  it('is claimed, read, told and given back', async () => {
    expect((await world.graph('GET', `${SALES}/username_suggestions`)).body).toEqual({
      data: [{ username_suggestions: ['aurora_ventas', 'aurora.ventas', 'auroraventas'] }],
    })
    expect((await world.graph('POST', `${SALES}/username`, { username: 'Aurora.Ventas' })).body).toEqual({
      status: 'approved',
    })
    expect((await world.graph('GET', `${SALES}?fields=username`)).body).toEqual({
      username: 'aurora.ventas',
      id: SALES,
    })
    await vi.waitFor(() =>
      expect(world.receiver.values()).toContainEqual(expect.objectContaining({ username: 'aurora.ventas' })),
    )
    expect((await world.graph('DELETE', `${SALES}/username`)).body).toEqual({ success: true })
    expect((await world.graph('GET', `${SALES}/username`)).body).toEqual({ status: 'approved' })
  })
  it.each([['ab'], ['www.aurora'], ['.aurora'], ['aur..ora'], ['12345'], ['aurora.com'], ['aurora ventas'], [7]])(
    'is refused as %s',
    async (username) => {
      expect(errorOf(await world.graph('POST', `${SALES}/username`, { username }))).toMatchObject({ code: 100 })
    },
  )
  it('moves to another number only when that is asked for', async () => {
    await world.graph('POST', `${SALES}/username`, { username: 'aurora' })
    expect(errorOf(await world.graph('POST', `${SUPPORT}/username`, { username: 'aurora' }))).toMatchObject({
      code: 147005,
    })
    await world.graph('POST', `${SUPPORT}/username`, { username: 'aurora', transfer_action: 'force_transfer' })
    expect((await world.graph('GET', `${SALES}/username`)).body['username']).toBeUndefined()
  })
})

it('message_history says how far a message came, and that its webhook took it', async () => {
  await world.write('lucia', { kind: 'text', text: 'hola' })
  const sent = await world.send(text('5215512345678'))
  const wamid = String(fieldsOf(listOf(sent.body['messages'])[0])['id'])
  const fields = 'id,message_id,events{delivery_status,webhook_update_state,webhook_uri}'
  const asked = `${SALES}/message_history?message_id=${encodeURIComponent(wamid)}&fields=${fields}`
  const history = async () => fieldsOf(rowsOf(await world.graph('GET', asked))[0])
  await vi.waitFor(async () => {
    const told = { webhook_update_state: 'DELIVERED', webhook_uri: world.receiver.url }
    expect(fieldsOf((await history())['events'])['data']).toMatchObject([
      { delivery_status: 'SENT', ...told },
      { delivery_status: 'DELIVERED', ...told },
    ])
  })
  const events = await world.graph('GET', `${String((await history())['id'])}/events`)
  expect(rowsOf(events)[0]).toMatchObject({ delivery_status: 'SENT', webhook_uri: world.receiver.url })
  expect(rowsOf(await world.graph('GET', `${SALES}/message_history?message_id=wamid.none`))).toEqual([])
})

describe('edges of a number that keep', () => {
  it('a request for the badge', async () => {
    const edge = `${SALES}/official_business_account`
    expect((await world.graph('GET', edge)).body).toEqual({ oba_status: 'NOT_STARTED', id: SALES })
    expect(errorOf(await world.graph('POST', edge, {}))).toMatchObject({ code: 100 })
    await world.graph('POST', edge, { business_website_url: 'https://a.example', primary_country_of_operation: 'MX' })
    expect((await world.graph('GET', edge)).body).toMatchObject({ oba_status: 'PENDING' })
  })
  it('who is behind the business', async () => {
    const edge = `${SALES}/business_compliance_info`
    const details = { name: 'Ana', email: 'ana@aurora.example', landline_number: '+911', mobile_number: '+912' }
    const info = {
      messaging_product: 'whatsapp',
      entity_name: 'Aurora',
      entity_type: 'PARTNERSHIP',
      is_registered: true,
      grievance_officer_details: details,
      customer_care_details: details,
    }
    expect(rowsOf(await world.graph('GET', edge))).toEqual([])
    expect(errorOf(await world.graph('POST', edge, { messaging_product: 'whatsapp' }))).toMatchObject({ code: 100 })
    await world.graph('POST', edge, info)
    expect(rowsOf(await world.graph('GET', edge))).toEqual([info])
  })
  it.each([
    ['settings', { nothing: 1 }],
    ['settings', { calling: 'on' }],
    ['whatsapp_commerce_settings', { is_cart_enabled: 'banana' }],
    ['conversational_automation', { prompts: ['1', '2', '3', '4', '5'] }],
    ['conversational_automation', { commands: [{ command_name: 'x'.repeat(33), command_description: 'y' }] }],
  ])('refuse in %s: %j', async (edge, body) => {
    expect(errorOf(await world.graph('POST', `${SALES}/${edge}`, body))).toMatchObject({ code: 100 })
  })
})

describe('who may do what', () => {
  it('a token speaks for a system user, an app for nobody', async () => {
    expect((await world.graph('GET', 'me')).body).toMatchObject({ name: 'Test system user' })
    expect(rowsOf(await world.graph('GET', 'me/businesses'))).toEqual([{ id: BUSINESS, name: 'Financiera Aurora' }])
    expect(rowsOf(await world.graph('GET', 'me/permissions'))).toHaveLength(3)
    const asApp = { authorization: `Bearer 900|${SECRET}` }
    expect(errorOf(await world.graph('GET', 'me', undefined, asApp))).toMatchObject({ code: 2500 })
  })
  it('users are assigned to an account with tasks', async () => {
    const edge = `${WABA}/assigned_users`
    expect(errorOf(await world.graph('GET', edge))).toMatchObject({ code: 100 })
    expect(errorOf(await world.graph('POST', `${edge}?user=7&tasks=['NOTHING']`))).toMatchObject({ code: 100 })
    await world.graph('POST', `${edge}?user=7&tasks=['MANAGE_TEMPLATES']`)
    expect(rowsOf(await world.graph('GET', `${edge}?business=${BUSINESS}`))).toMatchObject([
      { tasks: ['MANAGE'] },
      { id: '7', tasks: ['MANAGE_TEMPLATES'] },
    ])
    await world.graph('DELETE', `${edge}?user=7`)
    expect(rowsOf(await world.graph('GET', `${edge}?business=${BUSINESS}`))).toHaveLength(1)
  })
  it('a token is exchanged for one that lives longer, and only by the app', async () => {
    const short = (await world.control('POST', 'tokens', { expiresInMs: 3_600_000 })).body['token']
    const app = `client_id=900&client_secret=${SECRET}`
    const exchange = (query: string) => world.graph('GET', `oauth/access_token?grant_type=fb_exchange_token&${query}`)
    const { body } = await exchange(`${app}&fb_exchange_token=${String(short)}`)
    expect(body).toMatchObject({ token_type: 'bearer', expires_in: 5_184_000 })
    expect(body['access_token']).not.toBe(short)
    expect((await exchange(`${app}&fb_exchange_token=${TOKEN}`)).body).toMatchObject({ access_token: TOKEN })
    expect(errorOf(await exchange(`${app}&fb_exchange_token=x`))).toMatchObject({ code: 190 })
    expect(errorOf(await exchange(`client_id=900&client_secret=x`))).toMatchObject({ code: 1 })
    expect(errorOf(await exchange(`client_id=1&client_secret=x`))).toMatchObject({ code: 101 })
  })
})

describe('the account', () => {
  it('says of a list of templates how many there are and may be', async () => {
    const summary = 'total_count,message_template_count,message_template_limit,are_translations_complete'
    const { body } = await world.graph('GET', `${WABA}/message_templates?status=PAUSED&limit=1&summary=${summary}`)
    expect(body['summary']).toEqual({
      total_count: 1,
      message_template_count: demoTemplates.length,
      message_template_limit: 6_000,
      are_translations_complete: true,
    })
    const wrong = await world.graph('GET', `${WABA}/message_templates?summary=gossip`)
    expect(errorOf(wrong)).toMatchObject({ code: 100 })
  })
  it('lists what was done to it, newest first', async () => {
    const rows = rowsOf(await world.graph('GET', `${WABA}/activities?activity_type=PHONE_NUMBER_ADDED`))
    expect(rows.map((row) => row['activity_type'])).toEqual(['PHONE_NUMBER_ADDED', 'PHONE_NUMBER_ADDED'])
    expect(rowsOf(await world.graph('GET', `${WABA}/activities?limit=1`))).toHaveLength(1)
  })
  it('lists its numbers by when they came', async () => {
    const first = async (sort: string) => rowsOf(await world.graph('GET', `${WABA}/phone_numbers?sort=${sort}`))[0]
    await world.control('POST', 'numbers', { phoneNumber: '+52 55 5000 7000', name: 'Aurora Nueva', isOnApp: true })
    expect(await first('last_onboarded_time_ascending')).toMatchObject({ id: SALES })
    expect(errorOf(await world.graph('GET', `${WABA}/phone_numbers?sort=colour`))).toMatchObject({ code: 100 })
  })
  it('keeps the numbers of templates switched on', async () => {
    expect((await world.graph('POST', WABA, { is_enabled_for_insights: true })).body).toEqual({ id: WABA })
    expect(errorOf(await world.graph('POST', WABA, { is_enabled_for_insights: false }))).toMatchObject({
      code: 200006,
    })
  })
  it.each([[SALES], [WABA], [BUSINESS]])('%s has no edge of another name', async (id) => {
    expect(errorOf(await world.graph('GET', `${id}/nothing`))).toMatchObject({
      code: 100,
      message: expect.stringContaining('nonexisting field (nothing)'),
    })
    expect(errorOf(await world.graph('POST', `${id}/nothing`, {}))).toMatchObject({ code: 100, error_subcode: 33 })
  })
})

describe('the subscription of the app', () => {
  const asApp = { authorization: `Bearer 900|${SECRET}` }
  const told = (more: object) => ({
    object: 'whatsapp_business_account',
    callback_url: world.receiver.url,
    verify_token: 'verify-me',
    ...more,
  })
  it('refuses fields there are not, and says what it hears', async () => {
    const refused = await world.graph('POST', '900/subscriptions', told({ fields: 'messages,gossip' }), asApp)
    expect(errorOf(refused)).toMatchObject({ code: 100, message: expect.stringContaining('fields[1]') })
    await world.graph('POST', '900/subscriptions', told({ fields: 'messages,calls' }), asApp)
    const [row] = rowsOf(await world.graph('GET', '900/subscriptions', undefined, asApp))
    expect(listOf(row?.['fields']).map((field) => fieldsOf(field)['name'])).toEqual(['messages', 'calls'])
  })
  it('hears of these fields only, and of nothing once it is taken back', async () => {
    const heard = () => world.receiver.values().length
    const before = heard()
    await world.graph('POST', `${SALES}/username`, { username: 'unheard' })
    await world.write('lucia', { kind: 'text', text: 'heard' })
    await vi.waitFor(() => expect(heard()).toBeGreaterThan(before))
    expect(world.receiver.values().some((value) => value['username'] === 'unheard')).toBe(false)
    await world.graph('DELETE', '900/subscriptions?object=whatsapp_business_account', undefined, asApp)
    expect(rowsOf(await world.graph('GET', '900/subscriptions', undefined, asApp))).toEqual([])
    await world.write('lucia', { kind: 'text', text: 'unheard' })
    expect(world.emulator.world.webhooks.pending()).toBe(0)
  })
})

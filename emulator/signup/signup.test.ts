import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hours, seconds } from '#base/time.ts'
import { type Fields, fieldsOf, listOf } from '../json.ts'
import { errorOf, SALES, SECRET, startTestWorld, type TestWorld, text, WABA } from '../testing.ts'
import { judgeName } from './name-review.ts'

let world: TestWorld
beforeEach(async () => void (world = await startTestWorld()))
afterEach(() => world.close())

const add = async (national = '5550003000', verified_name = 'Aurora Cobros') =>
  String(
    (await world.graph('POST', `${WABA}/phone_numbers`, { cc: '52', phone_number: national, verified_name })).body[
      'id'
    ],
  )
const rings = async () => listOf((await world.control('GET', 'telephones/525550003000')).body['data']).map(fieldsOf)
const codeOf = async () => String((await rings())[0]?.['code'])
const ask = (id: string, code_method = 'SMS') =>
  world.graph('POST', `${id}/request_code`, { code_method, language: 'es_MX' })
const register = (id: string, pin = '212834') =>
  world.graph('POST', `${id}/register`, { messaging_product: 'whatsapp', pin })
const verified = async () => {
  const id = await add()
  await ask(id)
  await world.graph('POST', `${id}/verify_code`, { code: await codeOf() })
  return id
}
const read = async (id: string, fields: string) => (await world.graph('GET', `${id}?fields=${fields}`)).body
const ahead = (advanceMs: number) => world.control('POST', 'clock', { advanceMs })
const told = (field: string) => async () =>
  world.receiver.bodies
    .flatMap(({ raw }) => listOf(fieldsOf(JSON.parse(raw))['entry']))
    .flatMap((entry) => listOf(fieldsOf(entry)['changes']).map(fieldsOf))
    .filter((change) => change['field'] === field)
    .map((change) => fieldsOf(change['value']))
const eventually = async (look: () => Promise<Fields[]>, count = 1) => {
  await expect.poll(async () => (await look()).length, { timeout: 5_000 }).toBeGreaterThanOrEqual(count)
  return look()
}

describe('a number', () => {
  it('is added, verified by SMS and registered over plain Graph calls, and then sends', async () => {
    const id = await add()
    expect(await read(id, 'status,code_verification_status')).toMatchObject({
      status: 'UNVERIFIED',
      code_verification_status: 'NOT_VERIFIED',
    })
    expect(errorOf(await register(id))).toMatchObject({ code: 133006 })
    expect((await ask(id)).body).toEqual({ success: true })
    expect((await rings())[0]).toMatchObject({ kind: 'sms', text: expect.stringContaining('-') })
    expect((await world.graph('POST', `${id}/verify_code`, { code: await codeOf() })).body).toMatchObject({
      success: true,
    })
    expect(errorOf(await world.send(text('5215512345678'), id))).toMatchObject({ code: 133010 })
    expect((await register(id)).body).toEqual({ success: true })
    expect(await read(id, 'status,is_pin_enabled')).toMatchObject({ status: 'CONNECTED', is_pin_enabled: true })
    await eventually(told('phone_number_quality_update'))
    expect((await world.send(text('5215512345678'), id)).status).toBe(200)
  })
  it('can be told its code by a voice', async () => {
    const id = await add()
    await ask(id, 'VOICE')
    const [call] = await rings()
    expect(call).toMatchObject({ kind: 'call' })
    expect(String(call?.['text'])).toContain([...String(call?.['code'])].join(' '))
  })
  it('is not added when somebody uses WhatsApp with it, or twice', async () => {
    const inUse = { cc: '52', phone_number: '5512345678', verified_name: 'Aurora' }
    expect(errorOf(await world.graph('POST', `${WABA}/phone_numbers`, inUse))).toMatchObject({ error_subcode: 2388001 })
    await add()
    const again = { cc: '52', phone_number: '55 5000 3000', verified_name: 'Aurora' }
    expect(errorOf(await world.graph('POST', `${WABA}/phone_numbers`, again))).toMatchObject({ error_subcode: 2388012 })
  })
  it('of a business that is not verified is the second at most', async () => {
    await world.control('PUT', 'account', { verified: false })
    const more = { cc: '52', phone_number: '5550003000', verified_name: 'Aurora' }
    expect(errorOf(await world.graph('POST', `${WABA}/phone_numbers`, more))).toMatchObject({ error_subcode: 2388091 })
  })
  it('that was just deleted waits five minutes', async () => {
    await world.control('DELETE', `numbers/${await add()}`)
    const id = await verified()
    expect(errorOf(await register(id))).toMatchObject({ code: 133015 })
    await ahead(301_000)
    expect((await register(id)).status).toBe(200)
  })
  it('that was given back sends no more', async () => {
    expect((await world.graph('POST', `${SALES}/deregister`, {})).status).toBe(200)
    expect(errorOf(await world.send(text('5215512345678')))).toMatchObject({ code: 133010 })
    expect(await read(SALES, 'status')).toMatchObject({ status: 'DISCONNECTED' })
    expect(
      (await world.control('POST', `phones/lucia/chats/${SALES}/messages`, { kind: 'text', text: 'hola' })).status,
    ).toBe(409)
  })
})

describe('a code', () => {
  it('is refused with 136025 when wrong, spent after five tries, and old after ten minutes', async () => {
    const id = await add()
    await ask(id)
    for (let tries = 0; tries < 5; tries++) {
      expect(errorOf(await world.graph('POST', `${id}/verify_code`, { code: '000000' }))).toMatchObject({
        code: 136025,
      })
    }
    const right = await world.graph('POST', `${id}/verify_code`, { code: await codeOf() })
    expect(errorOf(right)).toMatchObject({ error_user_title: 'Too many wrong codes' })
    await ask(id)
    await ahead(601_000)
    const old = await world.graph('POST', `${id}/verify_code`, { code: await codeOf() })
    expect(errorOf(old)).toMatchObject({ error_user_title: 'Code has expired' })
  })
  it('is given five times an hour, then refused with 136024', async () => {
    const id = await add()
    for (let tries = 0; tries < 5; tries++) expect((await ask(id)).status).toBe(200)
    expect(errorOf(await ask(id))).toMatchObject({ code: 136024 })
    await ahead(hours(1))
    expect((await ask(id)).status).toBe(200)
  })
})

describe('the PIN', () => {
  it('must be the one the number has: 133005, too soon 133009, too often 133008', async () => {
    const id = await verified()
    await register(id)
    expect(errorOf(await register(id, '000000'))).toMatchObject({ code: 133005 })
    expect(errorOf(await register(id, '000001'))).toMatchObject({ code: 133009 })
    for (let tries = 0; tries < 4; tries++) {
      await ahead(3_000)
      expect(errorOf(await register(id, '000000'))).toMatchObject({ code: 133005 })
    }
    await ahead(3_000)
    expect(errorOf(await register(id))).toMatchObject({ code: 133008 })
  })
  it('is changed without knowing the old one, and the business is told', async () => {
    expect((await world.graph('POST', SALES, { pin: '654321' })).body).toEqual({ success: true })
    expect(await eventually(told('security'))).toMatchObject([{ event: 'PIN_CHANGED' }])
    expect((await register(SALES, '654321')).status).toBe(200)
  })
  it('and its number may be registered ten times in 72 hours', async () => {
    const id = await verified()
    for (let turns = 0; turns < 10; turns++) expect((await register(id)).status).toBe(200)
    expect(errorOf(await register(id))).toMatchObject({ code: 133016 })
    await ahead(hours(72))
    expect((await register(id)).status).toBe(200)
  })
})

describe('a display name', () => {
  it('is reviewed by itself, and its number shows what came of it', async () => {
    const id = await add('5550003000', 'LA MEJOR OFERTA!!!')
    expect(await read(id, 'name_status')).toMatchObject({ name_status: 'PENDING_REVIEW' })
    await ahead(2_500)
    expect(await eventually(told('phone_number_name_update'))).toMatchObject([
      { decision: 'REJECTED', rejection_reason: 'NAME_FORMAT_UNACCEPTABLE' },
    ])
    expect(await read(id, 'name_status')).toMatchObject({ name_status: 'DECLINED' })
    await world.graph('POST', `${id}?new_display_name=Aurora%20Cobros`)
    expect(await read(id, 'new_name_status,new_display_name')).toMatchObject({ new_display_name: 'Aurora Cobros' })
    await ahead(2_500)
    await eventually(told('phone_number_name_update'), 2)
    expect(await read(id, 'name_status,verified_name')).toMatchObject({
      name_status: 'APPROVED',
      verified_name: 'Aurora Cobros',
    })
  })
  it.each([
    ['Financiera Aurora', 'APPROVED'],
    ['Aurora Ventas', 'APPROVED'],
    ['Taller Pérez', 'NAME_NOT_CONSISTENT'],
    ['AURORA VENTAS', 'NAME_FORMAT_UNACCEPTABLE'],
    ['Aurora 😀', 'NAME_FORMAT_UNACCEPTABLE'],
    ['www.aurora.mx', 'NAME_FORMAT_UNACCEPTABLE'],
    ['Aurora WhatsApp', 'NAME_ENDCLIENT_NOTRELATED'],
  ])('%s: %s', (name, outcome) => {
    const verdict = judgeName(name, 'Financiera Aurora')
    expect(verdict.decision === 'APPROVED' ? verdict.decision : verdict.reason).toBe(outcome)
  })
})

describe('the sign-up dialog', () => {
  const asApp = { authorization: `Bearer 900|${SECRET}` }
  const loginCode = async (number = SALES) => String((await world.control('POST', 'signup', { number })).body['code'])
  const exchange = (code: string) =>
    world.graph('POST', 'oauth/access_token', { client_id: '900', client_secret: SECRET, code })

  it('gives a code that is good once, for thirty seconds, for a token of this account', async () => {
    const code = await loginCode()
    const { body } = await exchange(code)
    expect(body).toMatchObject({ token_type: 'bearer' })
    expect(errorOf(await exchange(code))).toMatchObject({ code: 100, error_subcode: 36009 })
    const late = await loginCode()
    await ahead(31_000)
    expect(errorOf(await exchange(late))).toMatchObject({ error_subcode: 36007 })
    const token = String(body['access_token'])
    const debug = await world.graph('GET', `debug_token?input_token=${token}`, undefined, asApp)
    expect(debug.body['data']).toMatchObject({
      is_valid: true,
      granular_scopes: [
        { scope: 'whatsapp_business_management', target_ids: [WABA] },
        { scope: 'whatsapp_business_messaging', target_ids: [WABA] },
      ],
    })
    const own = { authorization: `Bearer ${token}` }
    expect((await world.graph('POST', `${WABA}/subscribed_apps`, {}, own)).body).toEqual({ success: true })
  })
  it('serves the page, the SDK and the telephone', async () => {
    for (const page of ['/dialog/oauth?client_id=900', '/sdk.js', '/telephone?number=52', '/signup/dialog.js']) {
      expect((await fetch(world.emulator.url + page)).status).toBe(200)
    }
  })
  it('gives no more than the permissions that were granted', async () => {
    const { body } = await world.control('POST', 'tokens', { scopes: ['whatsapp_business_messaging'] })
    const own = { authorization: `Bearer ${String(body['token'])}` }
    expect(errorOf(await world.graph('GET', WABA, undefined, own))).toMatchObject({ code: 200 })
    const short = await world.control('POST', 'tokens', { expiresInMs: 1_000 })
    await ahead(1_001)
    const late = await world.graph('GET', WABA, undefined, { authorization: `Bearer ${String(short.body['token'])}` })
    expect(errorOf(late)).toMatchObject({ code: 190, error_subcode: 463 })
  })
})

describe('a number that stays in the app', () => {
  const onApp = async (sharesChats = true) =>
    String(
      (
        await world.control('POST', 'numbers', {
          phoneNumber: '+525550003000',
          name: 'Aurora',
          isOnApp: true,
          sharesChats,
        })
      ).body['id'],
    )
  const sync = (id: string, sync_type: string) =>
    world.graph('POST', `${id}/smb_app_data`, { messaging_product: 'whatsapp', sync_type })

  it('gives its contacts and its history chunk by chunk, with the young files afterwards, once, within a day', async () => {
    const id = await onApp()
    expect((await sync(id, 'smb_app_state_sync')).body).toMatchObject({ request_id: expect.any(String) })
    await sync(id, 'history')
    expect(await eventually(told('smb_app_state_sync'))).toMatchObject([
      {
        state_sync: expect.arrayContaining([
          { type: 'contact', action: 'add', contact: expect.anything(), metadata: expect.anything() },
        ]),
      },
    ])
    await ahead(seconds(10))
    const values = await eventually(told('history'), 9)
    const chunks = values.flatMap((value) => listOf(value['history']).map(fieldsOf))
    expect(chunks.map((each) => fieldsOf(each['metadata'])['progress'])).toEqual([12, 48, 30, 66, 100, 83])
    const past = chunks.flatMap((chunk) =>
      listOf(chunk['threads']).flatMap((thread) => listOf(fieldsOf(thread)['messages'])),
    )
    const placeholders = past.map(fieldsOf).filter(({ type }) => type === 'media_placeholder')
    const files = values.flatMap((value) => listOf(value['messages']).map(fieldsOf))
    expect(files.map(({ type }) => type).toSorted()).toEqual(['audio', 'image', 'image'])
    expect(placeholders.map(({ id }) => id)).toEqual(expect.arrayContaining(files.map(({ id }) => id)))
    expect(errorOf(await sync(id, 'history'))).toMatchObject({ error_subcode: 2593107 })
  })
  it('says so when its owner shares no chats, and when the day is over', async () => {
    const id = await onApp(false)
    await sync(id, 'history')
    expect(await eventually(told('history'))).toMatchObject([{ history: [{ errors: [{ code: 2593109 }] }] }])
    await ahead(hours(25))
    expect(errorOf(await sync(id, 'smb_app_state_sync'))).toMatchObject({ error_subcode: 2593108 })
  })
  it('echoes what is written in the app, and cannot be given back', async () => {
    const id = await onApp()
    await world.control('POST', `numbers/${id}/echoes`, { phone: 'lucia', text: 'Desde la app' })
    expect(await eventually(told('smb_message_echoes'))).toMatchObject([
      { message_echoes: [{ text: { body: 'Desde la app' } }] },
    ])
    expect((await world.graph('POST', `${id}/deregister`, {})).status).toBe(400)
  })
})

describe('a short link', () => {
  it('has words to begin with, can be changed and taken away', async () => {
    const made = await world.graph('POST', `${SALES}/message_qrdls`, { prefilled_message: 'Hola, vengo del local' })
    const code = String(made.body['code'])
    expect(made.body).toMatchObject({ deep_link_url: `https://wa.me/message/${code}` })
    await world.graph('POST', `${SALES}/message_qrdls`, { code, prefilled_message: 'Hola' })
    expect((await world.graph('GET', `${SALES}/message_qrdls`)).body['data']).toMatchObject([
      { prefilled_message: 'Hola' },
    ])
    expect((await world.graph('DELETE', `${SALES}/message_qrdls/${code}`)).body).toEqual({ success: true })
    expect((await world.graph('GET', `${SALES}/message_qrdls`)).body['data']).toEqual([])
  })
})

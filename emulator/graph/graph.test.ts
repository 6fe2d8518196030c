import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sampleOf } from '../samples/samples.ts'
import { demoTemplates } from '../demo-templates.ts'
import { type Fields, fieldsOf, listOf } from '../json.ts'
import { errorOf, SALES, startTestWorld, SUPPORT, type TestWorld, text, TOKEN, WABA } from '../testing.ts'
import { FOREIGN_NUMBER_ID } from './router.ts'

let world: TestWorld
beforeEach(async () => void (world = await startTestWorld()))
afterEach(() => world.close())

const bytesOf = (kind: string): Buffer => sampleOf(kind)?.bytes ?? Buffer.alloc(0)

const upload = async (
  bytes: Buffer,
  mime: string,
  fields: Record<string, string> = { messaging_product: 'whatsapp', type: mime },
) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob([new Uint8Array(bytes)], { type: mime }), 'foto.png')
  const headers = { authorization: `Bearer ${TOKEN}` }
  const response = await fetch(`${world.emulator.url}/v23.0/${SALES}/media`, { method: 'POST', headers, body: form })
  return { status: response.status, body: fieldsOf(await response.json()) }
}

describe('tokens and paths', () => {
  it.each([[undefined], ['Bearer wrong'], ['Basic x']])('answer 401 and 190 for %s', async (authorization) => {
    const response = await fetch(
      `${world.emulator.url}/v26.0/${SALES}`,
      authorization === undefined ? {} : { headers: { authorization } },
    )
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { code: 190, type: 'OAuthException' } })
  })
  it('take the token from the query and the body form-encoded', async () => {
    await world.write('lucia', { kind: 'text', text: 'hola' })
    const body = new URLSearchParams({
      messaging_product: 'whatsapp',
      to: '5215512345678',
      type: 'text',
      text: '{"body":"Hola"}',
    })
    const response = await fetch(`${world.emulator.url}/v21.0/${SALES}/messages?access_token=${TOKEN}`, {
      method: 'POST',
      body,
    })
    expect(response.status).toBe(200)
  })
  it.each([
    ['v99.0', 2500],
    ['v26.1', 2500],
  ])('refuse version %s', async (version, code) => {
    const response = await fetch(`${world.emulator.url}/${version}/${SALES}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { code } })
  })
  it.each([['v21.0'], ['v23.0'], ['v26.0'], ['v17.0']])('answer version %s', async (version) => {
    const response = await fetch(`${world.emulator.url}/${version}/${SALES}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    })
    expect(response.headers.get('x-app-usage')).toContain('call_count')
    expect(await response.json()).toMatchObject({ id: SALES, display_phone_number: '+52 55 5000 1000' })
  })
  it('answer 100 with subcode 33 for what is not there, and 403 for a number of others', async () => {
    expect(errorOf(await world.graph('GET', '1234567890'))).toMatchObject({
      code: 100,
      error_subcode: 33,
      type: 'GraphMethodException',
    })
    expect(errorOf(await world.graph('POST', `${SALES}/nothing`, {}))).toMatchObject({ code: 100, error_subcode: 33 })
    expect(await world.graph('POST', `${FOREIGN_NUMBER_ID}/messages`, text('1'))).toMatchObject({
      status: 403,
      body: { error: { code: 10 } },
    })
  })
  it('refuse a body that is no JSON', async () => {
    expect(errorOf(await world.graph('POST', `${SALES}/messages`, '{"a":'))).toMatchObject({ code: 100 })
  })
  it('describe the token', async () => {
    const { body } = await world.graph('GET', `debug_token?input_token=${TOKEN}`)
    expect(body).toMatchObject({
      data: { is_valid: true, app_id: '900', scopes: expect.arrayContaining(['whatsapp_business_messaging']) },
    })
  })
})

describe('numbers and the account', () => {
  const namesOf = (body: Fields) =>
    listOf(body['data'])
      .map((row) => String(fieldsOf(row)['name']))
      .toSorted()
  it('give the fields asked for and refuse others', async () => {
    const { body } = await world.graph('GET', `${SALES}?fields=verified_name,throughput{level}`)
    expect(body).toEqual({ verified_name: 'Aurora Ventas', throughput: { level: 'STANDARD' }, id: SALES })
    expect(errorOf(await world.graph('GET', `${SALES}?fields=colour`))).toMatchObject({ code: 100 })
  })
  it('list numbers and page through templates with cursors', async () => {
    expect(listOf((await world.graph('GET', `${WABA}/phone_numbers`)).body['data'])).toMatchObject([
      { id: SALES },
      { id: SUPPORT },
    ])
    const names: string[] = []
    let after = ''
    for (;;) {
      const { body } = await world.graph('GET', `${WABA}/message_templates?limit=3&fields=name${after}`)
      names.push(...namesOf(body))
      const paging = fieldsOf(body['paging'])
      if (paging['next'] === undefined) break
      after = `&after=${encodeURIComponent(String(fieldsOf(paging['cursors'])['after']))}`
    }
    expect(names.toSorted()).toEqual(demoTemplates.map(({ name }) => name).toSorted())
  })
  it('filter templates', async () => {
    const { body } = await world.graph(
      'GET',
      `${WABA}/message_templates?status=APPROVED&language=es_MX&category=UTILITY`,
    )
    const expected = demoTemplates.filter(
      ({ status = 'APPROVED', language, category }) =>
        status === 'APPROVED' && language === 'es_MX' && category === 'UTILITY',
    )
    expect(namesOf(body)).toEqual(expected.map(({ name }) => name).toSorted())
  })
  it('keep the business profile', async () => {
    await world.graph('POST', `${SALES}/whatsapp_business_profile`, {
      messaging_product: 'whatsapp',
      about: 'Créditos',
      websites: ['https://a.example'],
    })
    const { body } = await world.graph('GET', `${SALES}/whatsapp_business_profile?fields=about,websites`)
    expect(body).toEqual({ data: [{ about: 'Créditos', websites: ['https://a.example'] }] })
  })
  it('stop telling an app that left, and start again', async () => {
    expect(listOf((await world.graph('GET', `${WABA}/subscribed_apps`)).body['data'])).toHaveLength(1)
    await world.graph('DELETE', `${WABA}/subscribed_apps`)
    await world.write('lucia', { kind: 'text', text: 'hola' })
    expect(world.emulator.world.webhooks.pending()).toBe(0)
    await world.graph('POST', `${WABA}/subscribed_apps`)
    expect(listOf((await world.graph('GET', `${WABA}/subscribed_apps`)).body['data'])).toHaveLength(1)
  })
  it('tell a callback of their own only after it has answered the handshake', async () => {
    const override = (verify_token: string, override_callback_uri = `${world.receiver.url}?own`) =>
      world.graph('POST', `${WABA}/subscribed_apps`, { override_callback_uri, verify_token })
    expect(await override('wrong')).toMatchObject({ status: 400, body: { error: { error_subcode: 2200 } } })
    expect((await override('verify-me', 'nowhere')).status).toBe(400)
    expect((await override('verify-me')).status).toBe(200)
    const { body } = await world.graph('GET', `${WABA}/subscribed_apps`)
    expect(listOf(body['data'])).toMatchObject([{ override_callback_uri: `${world.receiver.url}?own` }])
    await world.graph('POST', `${WABA}/subscribed_apps`)
  })
  it('block a customer who wrote, and hear no more of them', async () => {
    await world.write('lucia', { kind: 'text', text: 'hola' })
    const block = (user: string) =>
      world.graph('POST', `${SALES}/block_users`, { messaging_product: 'whatsapp', block_users: [{ user }] })
    expect((await block('+5215512345678')).status).toBe(200)
    expect(errorOf(await block('+34600111222'))).toMatchObject({ code: 139100 })
    expect(listOf((await world.graph('GET', `${SALES}/block_users`)).body['data'])).toMatchObject([
      { wa_id: '5215512345678' },
    ])
  })
})

describe('media', () => {
  it('are uploaded, resolved, downloaded and deleted', async () => {
    const bytes = bytesOf('image')
    const { body } = await upload(bytes, 'image/jpeg')
    const id = String(body['id'])
    const resolved = await world.graph('GET', `${id}?phone_number_id=${SALES}`)
    expect(resolved.body).toMatchObject({
      id,
      mime_type: 'image/jpeg',
      file_size: bytes.length,
      messaging_product: 'whatsapp',
    })
    const url = String(resolved.body['url'])
    expect((await fetch(url)).status).toBe(401)
    const headers = { authorization: `Bearer ${TOKEN}` }
    const got = await fetch(url, { headers })
    expect(got.headers.get('content-type')).toBe('image/jpeg')
    expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true)
    await world.control('POST', 'clock', { advanceMs: 5 * 60_000 })
    expect((await fetch(url, { headers })).status).toBe(404)
    expect((await world.graph('DELETE', id)).body).toEqual({ success: true })
    expect(errorOf(await world.graph('GET', id))).toMatchObject({ code: 100, error_subcode: 33 })
  })
  it('refuse types Meta does not take, and a missing product', async () => {
    expect(errorOf(await upload(Buffer.from('x'), 'application/zip'))).toMatchObject({ code: 100 })
    expect(errorOf(await upload(Buffer.from('x'), 'text/plain', {}))).toMatchObject({ code: 100 })
  })
  it('fail while being sent when the bytes are something else', async () => {
    await world.write('lucia', { kind: 'text', text: 'hola' })
    const { body } = await upload(bytesOf('document'), 'image/png')
    await world.send({ to: '+5215512345678', type: 'image', image: { id: body['id'] } })
    await expect.poll(() => world.receiver.statuses()).toMatchObject([{ status: 'failed', errors: [{ code: 131053 }] }])
  })
  it('are fetched by link', async () => {
    await world.write('lucia', { kind: 'text', text: 'hola' })
    const link = `${world.emulator.url}/control/v1/samples/image`
    expect((await world.send({ to: '+5215512345678', type: 'image', image: { link, caption: 'pie' } })).status).toBe(
      200,
    )
    await world.send({
      to: '+5215512345678',
      type: 'image',
      image: { link: `${world.emulator.url}/control/v1/nothing` },
    })
    await expect.poll(() => world.receiver.statuses().filter((status) => status['status'] === 'failed')).toHaveLength(1)
  })
})

describe('faults of Graph', () => {
  const call = () => world.send(text('+5215512345678'))
  it.each([
    ['error-500', 500],
    ['unavailable-503', 503],
  ])('%s', async (mode, status) => {
    await world.control('PUT', 'faults', { graph: { mode } })
    expect((await call()).status).toBe(status)
  })
  it('reset-after-accept accepts and gives no answer', async () => {
    await world.write('lucia', { kind: 'text', text: 'hola' })
    await world.control('PUT', 'faults', { graph: { mode: 'reset-after-accept' } })
    await expect(call()).rejects.toThrow()
    await expect.poll(() => world.receiver.statuses()).toHaveLength(2)
  })
  it('malformed and hang', async () => {
    await world.control('PUT', 'faults', { graph: { mode: 'malformed' } })
    await expect(call()).rejects.toThrow(SyntaxError)
    await world.control('PUT', 'faults', { graph: { mode: 'hang' } })
    const signal = AbortSignal.timeout(100)
    await expect(fetch(`${world.emulator.url}/v26.0/${SALES}`, { signal })).rejects.toThrow()
    await world.control('DELETE', 'faults')
    expect((await call()).status).toBe(200)
  })
})

describe('ranges and marketing messages', () => {
  it('give the end of a voice note alone', async () => {
    const response = await fetch(`${world.emulator.url}/control/v1/samples/voice`, { headers: { range: 'bytes=-10' } })
    const { length } = bytesOf('voice')
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe(`bytes ${length - 10}-${length - 1}/${length}`)
  })
  it('take marketing templates only, and say marketing_lite', async () => {
    const parameters = [{ type: 'image', image: { link: `${world.emulator.url}/control/v1/samples/image` } }]
    const named = ['nombre', 'monto'].map((name) => ({ type: 'text', parameter_name: name, text: 'x' }))
    const components = [
      { type: 'header', parameters },
      { type: 'body', parameters: named },
    ]
    const send = (name: string, code: string) =>
      world.graph('POST', `${SALES}/marketing_messages`, {
        messaging_product: 'whatsapp',
        to: '+5491133332222',
        type: 'template',
        template: { name, language: { code }, components },
      })
    expect(errorOf(await send('recordatorio_pago', 'es_MX'))).toMatchObject({ code: 131055 })
    expect((await send('oferta_preaprobada', 'es_AR')).status).toBe(200)
    await expect.poll(() => world.receiver.statuses()[0]).toMatchObject({ pricing: { category: 'marketing_lite' } })
  })
})

import { constants, createCipheriv, createDecipheriv, createHmac, publicEncrypt, randomBytes } from 'node:crypto'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whatsappPlatform } from '#channels/whatsapp/platform.ts'
import type { FormEndpointView } from '#contract/forms.ts'
import type { FormEndpointId } from '#core/form/endpoint.ts'
import { SALES, SECRET, startTestWorld, type TestWorld, TOKEN, WABA } from '#emulator/testing.ts'
import type { ConversationView, MessageView, MeView } from '#contract/views.ts'
import { createLog } from '../log.ts'
import { createVault } from '../secrets.ts'
import { type House, openHouse, until } from '../test-house.ts'
import type { FormAsker } from './ask.ts'
import { addFormEndpoints } from './endpoint.ts'

let meta: TestWorld
let house: House
let cookie = ''
beforeAll(async () => {
  meta = await startTestWorld()
  house = await openHouse({ graphUrl: meta.emulator.url, accessToken: TOKEN, appSecret: SECRET, appId: '900' })
  Object.assign(house.config, { publicUrl: house.url })
  const response = await fetch(`${house.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: house.url },
    body: JSON.stringify({ email: 'ana@aurora.example', password: 'bacado-defigo-1234' }),
  })
  cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
})
afterAll(async () => {
  await house?.close()
  await meta?.close()
})

const desk = async <Body>(method: string, route: string, body?: unknown) => {
  const response = await fetch(`${house.url}/api/v1${route}`, {
    method,
    headers: { cookie, origin: house.url, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, text, body: (text === '' ? null : JSON.parse(text)) as Body }
}
const FIXED = { kind: 'fixed', screen: 'FECHA', data: { dias: ['lunes', 'martes'] } } as const
const add = async (answer: FormEndpointView['answer'] = FIXED) =>
  (await desk<FormEndpointView>('POST', '/form-endpoints', { name: 'Visitas', answer })).body

/** What the telephone sends, and how it reads the answer (cloud-api §1.9). */
async function ask(endpoint: FormEndpointView, request: object, secret = SECRET) {
  const [key, vector] = [randomBytes(16), randomBytes(16)]
  const cipher = createCipheriv('aes-128-gcm', key, vector)
  const data = Buffer.concat([cipher.update(JSON.stringify(request), 'utf8'), cipher.final(), cipher.getAuthTag()])
  const oaep = { key: endpoint.publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
  const body = JSON.stringify({
    encrypted_flow_data: data.toString('base64'),
    encrypted_aes_key: publicEncrypt(oaep, key).toString('base64'),
    initial_vector: vector.toString('base64'),
  })
  const response = await fetch(endpoint.address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    },
    body,
  })
  const told = await response.text()
  if (response.status !== 200)
    return { status: response.status, answer: told === '' ? null : (JSON.parse(told) as unknown) }
  const bytes = Buffer.from(told, 'base64')
  const decipher = createDecipheriv('aes-128-gcm', key, Buffer.from(vector.map((byte) => 255 - byte)))
  decipher.setAuthTag(bytes.subarray(-16))
  const text = Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8')
  return { status: response.status, answer: JSON.parse(text) as unknown }
}
const never = (): never => {
  throw new Error('There is a company')
}
const INIT = { version: '3.0', action: 'INIT', flow_token: 't', data: {} }

describe('a form asks for its data', () => {
  test('and is answered with what the company set down, and otherwise once it is changed', async () => {
    const endpoint = await add()
    expect(await ask(endpoint, INIT)).toEqual({ status: 200, answer: { screen: 'FECHA', data: FIXED.data } })
    const answer = { kind: 'fixed', screen: 'CERRADO', data: {} }
    await desk('POST', `/form-endpoints/${endpoint.id}`, { name: 'Visitas', answer })
    expect((await ask(endpoint, INIT)).answer).toEqual({ screen: 'CERRADO', data: {} })
  })
  test('Meta’s own questions are answered whatever is set down', async () => {
    const endpoint = await add({ kind: 'ask', url: 'https://localhost/formulario' })
    expect((await ask(endpoint, { action: 'ping' })).answer).toEqual({ data: { status: 'active' } })
    const fault = { action: 'data_exchange', data: { error: 'timeout' } }
    expect((await ask(endpoint, fault)).answer).toEqual({ data: { acknowledged: true } })
  })
  test('a server inside our own network is never asked', async () => {
    expect((await ask(await add({ kind: 'ask', url: 'https://localhost/formulario' }), INIT)).status).toBe(502)
    expect((await ask(await add({ kind: 'ask', url: 'https://169.254.169.254/' }), INIT)).status).toBe(502)
  })
})

describe('is turned away', () => {
  test('with 421 when it was sealed for another key', async () => {
    const [one, other] = [await add(), await add()]
    expect((await ask({ ...one, publicKey: other.publicKey }, INIT)).status).toBe(421)
  })
  test('with 432 when Meta did not sign it', async () => {
    expect((await ask(await add(), INIT, 'another secret')).status).toBe(432)
  })
  test('when nobody has that endpoint, or it was removed', async () => {
    const endpoint = await add()
    expect((await ask({ ...endpoint, address: `${house.url}/flows/x/y` }, INIT)).status).toBe(404)
    expect((await desk('POST', `/form-endpoints/${endpoint.id}/remove`)).status).toBe(204)
    expect((await ask(endpoint, INIT)).status).toBe(404)
  })
})

test('its key is given to Meta for a number, and the private half is nowhere to be read', async () => {
  const endpoint = await add()
  const lineId = (await desk<MeView>('GET', '/me')).body.lines[0]?.id
  expect((await desk('POST', `/form-endpoints/${endpoint.id}/publish`, { lineId })).status).toBe(200)
  const { body } = await meta.graph('GET', `${SALES}/whatsapp_business_encryption`)
  expect(body['data']).toEqual([
    { business_public_key: endpoint.publicKey, business_public_key_signature_status: 'VALID' },
  ])
  expect((await desk('GET', '/form-endpoints')).text).not.toContain('PRIVATE')
})

test('only https is taken for a server of the company’s', async () => {
  const answer = { kind: 'ask', url: 'http://example.com/' }
  expect((await desk('POST', '/form-endpoints', { name: 'Visitas', answer })).status).toBe(422)
})

describe('on a telephone', () => {
  const footer = { type: 'Footer', label: 'Enviar', 'on-click-action': { name: 'complete', payload: {} } }
  const days = { type: 'Dropdown', name: 'dia', label: 'Día', 'data-source': '${data.dias}' }
  const layout = { type: 'SingleColumnLayout', children: [days, footer] }
  const form = {
    version: '7.3',
    data_api_version: '3.0',
    screens: [{ id: 'FECHA', title: 'Fecha', terminal: true, layout }],
  }

  test('a form is published, asks here for its data, is filled in, and its answer comes into the conversation', async () => {
    const endpoint = await add()
    const lineId = (await desk<MeView>('GET', '/me')).body.lines[0]?.id
    await desk('POST', `/form-endpoints/${endpoint.id}/publish`, { lineId })
    const given = {
      name: 'Visitas',
      categories: ['OTHER'],
      flow_json: JSON.stringify(form),
      endpoint_uri: endpoint.address,
    }
    const { body: made } = await meta.graph('POST', `${WABA}/flows`, { ...given, publish: true })
    expect(made).toMatchObject({ success: true, validation_errors: [] })

    meta.emulator.world.app.callbackUrl = `${house.url}/webhooks/whatsapp`
    await meta.write('lucia', { kind: 'text', text: 'Quiero una visita' })
    const to = await until(async () => {
      const { body } = await house.api<{ data: ConversationView[] }>('GET', '/api/v1/conversations')
      return body.data[0]
    })
    const content = {
      ...{ kind: 'form', body: 'Elija el día', label: 'Agendar', token: 'visita-17' },
      ...{ form: { id: String(made['id']) }, start: { kind: 'server' } },
    }
    const sent = await house.api<MessageView>('POST', '/api/v1/messages', { to: { conversationId: to.id }, content })
    const { wireId: wamid } = await house.reaching(sent.body.id, 'delivered', 'read')

    const turn = await meta.control('POST', `phones/lucia/chats/${SALES}/forms`, { wamid, action: 'open' })
    const options = [
      { id: 'lunes', title: 'lunes' },
      { id: 'martes', title: 'martes' },
    ]
    expect(turn.body).toMatchObject({ kind: 'screen', screen: { id: 'FECHA', parts: [{ name: 'dia', options }] } })
    const reply = { name: 'flow', body: 'Sent', response_json: '{"flow_token":"visita-17","dia":"martes"}' }
    const message = {
      type: 'interactive',
      interactive: { type: 'nfm_reply', nfm_reply: reply },
      context: { id: wamid },
    }
    await meta.write('lucia', { kind: 'raw', message })
    const answered = await until(async () => {
      const { body } = await house.api<{ data: MessageView[] }>('GET', `/api/v1/conversations/${to.id}/messages`)
      return body.data.find((each) => each.content.kind === 'form-reply')
    })
    expect(answered.content).toMatchObject({ response: reply.response_json })
  })
})

test('427, where the company’s server knows the form no more; and 502 where it answers no screen', async () => {
  const endpoint = await add({ kind: 'ask', url: 'https://aurora.example/formulario' })
  const kept = await house.store.forms.get(house.directory.accounts()[0] ?? never(), endpoint.id as FormEndpointId)
  const answers: Awaited<ReturnType<FormAsker['ask']>>[] = [
    { ok: false, error: { kind: 'no-token', reason: 'HTTP 427', words: 'La visita ya no está libre' } },
    { ok: true, value: { screen: 7 } },
    { ok: true, value: { screen: 'FECHA', data: { dias: [] } } },
  ]
  const app = Fastify()
  addFormEndpoints(app, {
    forms: { get: async () => kept },
    directory: house.directory,
    platform: whatsappPlatform,
    vault: createVault(house.config.secret),
    asker: {
      ask: async () => answers.shift() ?? { ok: false, error: { kind: 'failed', reason: 'nothing' } },
      close: async () => undefined,
    },
    log: createLog('silent'),
  })
  const url = await app.listen({ port: 0 })
  const there = { ...endpoint, address: endpoint.address.replace(house.url, url) }
  expect(await ask(there, INIT)).toEqual({ status: 427, answer: { error_msg: 'La visita ya no está libre' } })
  expect((await ask(there, INIT)).status).toBe(502)
  expect((await ask(there, INIT)).answer).toEqual({ screen: 'FECHA', data: { dias: [] } })
  await app.close()
})

import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seconds } from '#base/time.ts'
import type { FormEndpointView } from '#contract/forms.ts'
import type { GuideView } from '#contract/guide.ts'
import { SECRET, startTestWorld, type TestWorld, TOKEN, WABA } from '#emulator/testing.ts'
import { dumpOf } from '#store/postgres/test-dump.ts'
import { type House, openHouse } from './test-house.ts'

/*
 * Embedded sign-up codes, tokens, PINs and app secrets are sealed at rest and never stand in logs, addresses or error pages,
 * also when Meta says no and repeats all it was told, breaks, or falls silent in the middle.
 */

type Mood = 'passes on' | 'says no' | 'breaks' | 'hangs up'
/** Meta behind somebody in a mood, who repeats in every word what he was told. */
async function moodyMeta(target: string) {
  const meta = { mood: 'passes on' as Mood, url: '', close: () => undefined as void }
  const server = createServer(async (request, response) => {
    const body = await bytesOf(request)
    if (meta.mood === 'hangs up') {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"error":')
      return void setTimeout(() => request.socket.destroy(), 5)
    }
    const { authorization = '', 'content-type': type = '' } = request.headers
    if (meta.mood === 'passes on') {
      const init = { method: request.method ?? 'GET', headers: { authorization, 'content-type': type } }
      const answer = await fetch(
        target + request.url,
        body.length === 0 ? init : { ...init, body: new Uint8Array(body) },
      )
      return void response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
    }
    const told = `${authorization} ${request.url} ${decodeURIComponent(request.url ?? '')} ${body.toString('utf8')}`
    const error = {
      ...{ message: told, type: told, code: 100, error_subcode: 2_388_999, fbtrace_id: told },
      ...{ error_user_title: told, error_user_msg: told, error_data: { details: told } },
    }
    response.writeHead(meta.mood === 'breaks' ? 500 : 400, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ error }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  meta.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  meta.close = () => {
    server.closeAllConnections()
    server.close()
  }
  return meta
}
async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const APP_SECRET = 'new-app-secret-4f1c9d2e'
const VERIFY_TOKEN = 'verify-token-9a7be310'
const PIN = '739518'
const NEXT_PIN = '640271'

let emulator: TestWorld
let meta: Awaited<ReturnType<typeof moodyMeta>>
let house: House
let cookie = ''
/** Everything anybody was answered, and everything that was logged. */
const answers: string[] = []
const logged: string[] = []

beforeAll(async () => {
  emulator = await startTestWorld()
  meta = await moodyMeta(emulator.emulator.url)
  const demo = { graphUrl: meta.url, accessToken: TOKEN, appSecret: SECRET, appId: '900' }
  house = await openHouse(demo, { level: 'trace', write: (line) => void logged.push(line) })
  Object.assign(house.config, {
    publicUrl: house.url,
    onboarding: { appId: '900', appSecret: SECRET, configId: '1', sdkUrl: `${emulator.emulator.url}/sdk.js` },
  })
  const credentials = { email: 'ana@aurora.example', password: 'bacado-defigo-1234' }
  const response = await fetch(`${house.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: house.url },
    body: JSON.stringify(credentials),
  })
  cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
})
afterAll(async () => {
  await house?.close()
  meta?.close()
  await emulator?.close()
})

async function desk<Body = GuideView>(method: string, route: string, body?: unknown) {
  const response = await fetch(`${house.url}/api/v1${route}`, {
    method,
    headers: { cookie, origin: house.url, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  answers.push(`${method} ${route} ${response.status} ${text}`)
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as Body }
}

/** Asks in every mood, the last time for good. */
async function insist<Body = GuideView>(route: string, body: unknown, last: Mood = 'passes on') {
  for (const mood of ['says no', 'breaks', 'hangs up'] as const) {
    meta.mood = mood
    expect((await desk('POST', route, body)).status).toBeGreaterThanOrEqual(400)
  }
  meta.mood = last
  const done = await desk<Body>('POST', route, body)
  meta.mood = 'passes on'
  return done
}

async function begin(phone: string): Promise<GuideView> {
  const { body } = await desk('POST', '/guides')
  const number = { phone, country: 'MX', use: 'none', keepsApp: false, hasVoiceMenu: false, moreReason: 'area' }
  const name = { displayName: 'Aurora Cobros', siteText: '', siteFrom: null }
  return (await desk('POST', `/guides/${body.id}/answers`, { number, name })).body
}
const codeSentTo = async (phone: string) => {
  const { body } = await emulator.control('GET', `telephones/${phone.replace(/\D/g, '')}`)
  return String((body['data'] as { code: string }[])[0]?.code)
}
const newToken = async () => String((await emulator.control('POST', 'tokens', {})).body['token'])

test('no secret is found where it does not belong, whatever goes wrong', async () => {
  const secrets: string[] = [TOKEN, SECRET, APP_SECRET, VERIFY_TOKEN, PIN, NEXT_PIN, 'PRIVATE KEY']
  const PHONE = '+52 55 5000 3000'

  // A token and the secret of its app, pasted.
  Object.assign(emulator.emulator.world.app, { secret: APP_SECRET })
  const guide = await begin(PHONE)
  const accessToken = await newToken()
  const connected = await insist(`/guides/${guide.id}/connect`, { how: 'token', accessToken, appSecret: APP_SECRET })
  expect(connected.status).toBe(200)
  secrets.push(accessToken)

  // A code, a wrong one, a PIN that is none, and one that is.
  meta.mood = 'passes on'
  expect((await desk('POST', `/guides/${guide.id}/code`, { method: 'sms' })).status).toBe(200)
  const code = await codeSentTo(PHONE)
  secrets.push(code)
  meta.mood = 'says no'
  await desk('POST', `/guides/${guide.id}/verify`, { code })
  meta.mood = 'passes on'
  await desk('POST', `/guides/${guide.id}/verify`, { code: `${code}9` })
  expect((await desk('POST', `/guides/${guide.id}/verify`, { code })).status).toBe(200)
  await desk('POST', `/guides/${guide.id}/register`, { pin: `${PIN}1` })
  await desk('POST', `/guides/${guide.id}/register`, `{"pin":"${PIN}`)
  for (const [at, mood] of (['says no', 'hangs up', 'passes on'] as const).entries()) {
    meta.mood = mood
    // A few seconds must lie between two tries.
    house.clock.setOffset(seconds(10 * at))
    await desk('POST', `/guides/${guide.id}/register`, { pin: PIN })
  }
  answers.pop()
  const { lineId } = (await desk('GET', `/guides/${guide.id}`)).body
  expect(lineId).not.toBeNull()

  // Another PIN, shown once, and the same line's token and app secret once more.
  for (const mood of ['says no', 'breaks', 'hangs up', 'passes on'] as const) {
    meta.mood = mood
    expect((await desk('POST', `/lines/${lineId}/pin`, { pin: NEXT_PIN })).status < 400).toBe(mood === 'passes on')
  }
  answers.pop()
  const rotated = await newToken()
  const phoneNumberId = connected.body.number?.phoneNumberId
  const line = {
    name: 'Cobros',
    phoneNumberId,
    wabaId: WABA,
    accessToken: rotated,
    appSecret: APP_SECRET,
    verifyToken: VERIFY_TOKEN,
  }
  expect((await insist('/lines', line)).status).toBe(201)
  secrets.push(rotated)

  // The code of Meta’s window.
  Object.assign(emulator.emulator.world.app, { secret: SECRET })
  const other = await begin('+52 55 5000 4000')
  const made = await emulator.control('POST', 'numbers', { phoneNumber: '+52 55 5000 4000', name: 'Aurora Cobros' })
  const dialog = await emulator.control('POST', 'signup', { number: made.body['id'] })
  const dialogCode = String(dialog.body['code'])
  secrets.push(dialogCode)
  await insist(`/guides/${other.id}/connect`, {
    ...{ how: 'dialog', code: dialogCode, wabaId: WABA, phoneNumberId: made.body['id'] },
  })

  // Keys of forms.
  const answer = { kind: 'fixed', screen: 'A', data: {} }
  const { body: endpoint } = await desk<FormEndpointView>('POST', '/form-endpoints', { name: 'Visitas', answer })
  await insist(`/form-endpoints/${endpoint.id}/publish`, { lineId })

  for (const route of ['/me', '/guides', '/lines', '/notices?show=all', '/form-endpoints', `/lines/${lineId}/number`])
    await desk('GET', route)
  answers.push((await house.api<string>('GET', '/metrics')).body)

  const everywhere = {
    'the database': await dumpOf(house.databaseUrl),
    'an answer': answers.join('\n'),
    'the log': logged.join(''),
  }
  const found = Object.entries(everywhere).flatMap(([place, text]) =>
    secrets.flatMap((secret) => {
      const at = text.indexOf(secret)
      return at < 0 ? [] : [`${secret} in ${place}: ${text.slice(Math.max(0, at - 120), at + 40)}`]
    }),
  )
  expect(found).toEqual([])
  expect(logged.length).toBeGreaterThan(0)
})

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SECRET, startTestWorld, type TestWorld, TOKEN, WABA } from '#emulator/testing.ts'
import type { GuideView } from '#contract/guide.ts'
import type { MeView } from '#contract/views.ts'
import { type House, openHouse, until } from '../test-house.ts'

let meta: TestWorld
let house: House
beforeAll(async () => {
  meta = await startTestWorld()
  const demo = { graphUrl: meta.emulator.url, accessToken: TOKEN, appSecret: SECRET, appId: '900' }
  house = await openHouse(demo)
  Object.assign(house.config, {
    publicUrl: house.url,
    onboarding: { appId: '900', appSecret: SECRET, configId: '1', sdkUrl: `${meta.emulator.url}/sdk.js` },
  })
})
afterAll(async () => {
  await house?.close()
  await meta?.close()
})

let cookie = ''
/** The PIN that was shown once. */
let shownPin = ''
/** The desk's administrator; keys of programs may not connect numbers. */
const desk = async <Body = GuideView>(method: string, route: string, body?: unknown) => {
  if (cookie === '') cookie = await signIn('ana@aurora.example')
  return as<Body>(cookie, method, route, body)
}
const as = async <Body = GuideView>(who: string, method: string, route: string, body?: unknown) => {
  const response = await fetch(`${house.url}/api/v1${route}`, {
    method,
    headers: {
      cookie: who,
      origin: house.url,
      'accept-language': 'es',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, text, body: (text === '' ? null : JSON.parse(text)) as Body & Problem }
}
type Problem = { code: string; errors: { code: string; field: string; found: string; expected: string }[] }
const signIn = async (email: string) => {
  const response = await fetch(`${house.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: house.url },
    body: JSON.stringify({ email, password: 'bacado-defigo-1234' }),
  })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}
const stateOf = (guide: GuideView, name: string) => guide.steps.find((step) => step.name === name)?.state
const begin = async (phone: string, displayName = 'Aurora Cobros') => {
  const { body } = await desk('POST', '/guides')
  const number = { phone, country: 'MX', use: 'none', keepsApp: false, hasVoiceMenu: false, moreReason: 'area' }
  const name = { displayName, siteText: '', siteFrom: null }
  const answered = await desk('POST', `/guides/${body.id}/answers`, { number, name })
  return answered.body
}
const lastCode = async (phone: string) => {
  const { body } = await meta.control('GET', `telephones/${phone.replace(/\D/g, '')}`)
  return String((body['data'] as { code: string }[])[0]?.code)
}
/** Whoever has the telephone writes the code on the page of a link: not as it should be, right, and once more. */
async function handInCode({ id }: GuideView, code: string): Promise<number[]> {
  const step = { step: 'activate', name: 'Recepción' }
  const { body } = await desk<{ url: string }>('POST', `/guides/${id}/shares`, step)
  const statuses: number[] = []
  for (const written of ['12345', code, code]) {
    const form = new URLSearchParams({ code: written })
    statuses.push((await fetch(`${body.url}?do=code`, { method: 'POST', body: form })).status)
  }
  return statuses
}
const lineNow = async () => (await desk<MeView>('GET', '/me')).body.lines

describe('a second number, from nothing to proven', () => {
  const PHONE = '+52 55 5000 3000'
  let guide: GuideView

  test('is answered, connected with the access there is, and Meta knocks', async () => {
    guide = await begin(PHONE)
    expect(stateOf(guide, 'number')).toBe('done')
    const lineId = guide.known[0]?.lineId
    const connected = await desk('POST', `/guides/${guide.id}/connect`, { how: 'known', lineId })
    expect(connected.status).toBe(200)
    guide = connected.body
    expect(guide.number).toMatchObject({ address: PHONE, wabaId: WABA })
    expect(stateOf(guide, 'connect')).toBe('done')
    expect(await lineNow()).toHaveLength(1)
  })

  test('a wrong code is explained and counted; asking again at once is refused before Meta hears of it', async () => {
    expect((await desk('POST', `/guides/${guide.id}/code`, { method: 'sms' })).body.code).toMatchObject({
      method: 'sms',
    })
    const again = await desk('POST', `/guides/${guide.id}/code`, { method: 'voice' })
    expect([again.status, again.body.errors[0]?.code]).toEqual([429, 'attempts-spent'])
    const wrong = await desk('POST', `/guides/${guide.id}/verify`, { code: '000000' })
    expect(wrong.body.errors[0]).toMatchObject({ code: 'platform-refused', found: expect.stringContaining('136025') })
    guide = (await desk('GET', `/guides/${guide.id}`)).body
    expect(guide.tries.wrongCode.left).toBe(3)
    expect(guide.steps.find(({ name }) => name === 'activate')?.events.at(-2)?.details['advice']).toBeTruthy()
  })

  test('the right code, handed in from outside, verifies, a weak PIN is refused, a made-up one is shown once and makes it a line', async () => {
    expect(await handInCode(guide, await lastCode(PHONE))).toEqual([422, 200, 404])
    const weak = await desk('POST', `/guides/${guide.id}/register`, { pin: '123456' })
    expect(weak.body.errors[0]).toMatchObject({ code: 'pin-weak', field: 'pin' })
    const done = await desk<{ pin: string; guide: GuideView }>('POST', `/guides/${guide.id}/register`, { pin: null })
    shownPin = done.body.pin
    expect(shownPin).toMatch(/^\d{6}$/)
    guide = done.body.guide
    expect(stateOf(guide, 'activate')).toBe('done')
    expect((await lineNow()).map(({ address }) => address)).toContain(PHONE)
    for (const route of [`/guides/${guide.id}`, '/guides', '/me']) {
      expect((await desk('GET', route)).text).not.toContain(done.body.pin)
    }
  })

  test('a test to one’s own phone is delivered, answered, and the number is healthy', async () => {
    const own = '+5215512345678'
    await meta.control('POST', `phones/lucia/chats/${guide.number?.phoneNumberId}/messages`, {
      kind: 'text',
      text: 'hola',
    })
    await until(async () => {
      const { body } = await house.api<{ data: { lineId: string }[] }>('GET', '/api/v1/conversations')
      return body.data.find(({ lineId }) => lineId === guide.lineId)
    })
    const sent = await desk('POST', `/guides/${guide.id}/test`, { phone: own })
    expect(sent.status).toBe(200)
    guide = await until(async () => {
      const { body } = await desk('POST', `/guides/${guide.id}/look`)
      return stateOf(body, 'prove') === 'done' ? body : undefined
    })
    expect(guide.next).toBe('fit')
  })
})

describe('Meta’s window', () => {
  test('its code is changed for a token, which finds the number it verified', async () => {
    const PHONE = '+52 55 5000 4000'
    const guide = await begin(PHONE)
    const made = await meta.control('POST', 'numbers', { phoneNumber: PHONE, name: 'Aurora Cobros' })
    const number = String(made.body['id'])
    await meta.control('POST', `numbers/${number}/code`, { method: 'SMS' })
    await meta.control('POST', `numbers/${number}/verify`, { code: await lastCode(PHONE) })
    const { body: end } = await meta.control('POST', 'signup', { number })
    const code = String(end['code'])
    const connect = { how: 'dialog', code, wabaId: WABA, phoneNumberId: number }
    const connected = await desk('POST', `/guides/${guide.id}/connect`, connect)
    expect(connected.body.steps.find(({ name }) => name === 'activate')?.events.map(({ kind }) => kind)).toContain(
      'verified',
    )
    const spent = await desk('POST', `/guides/${guide.id}/connect`, connect)
    expect(spent.body.errors[0]).toMatchObject({ code: 'platform-refused', found: expect.stringContaining('36009') })
    expect(spent.text).not.toContain(code)
  })
  test('left half way is remembered with the step', async () => {
    const guide = await begin('+52 55 5000 4100')
    const left = await desk('POST', `/guides/${guide.id}/connect`, { how: 'left', step: 'PHONE_NUMBER' })
    expect(left.body.steps.find(({ name }) => name === 'connect')?.events).toMatchObject([
      { kind: 'left-dialog', details: { step: 'PHONE_NUMBER' } },
    ])
  })
  test('a number that stays in the app comes with its contacts and history, and is a line at once', async () => {
    const PHONE = '+52 55 5000 4200'
    const guide = await begin(PHONE)
    const asApp = { authorization: `Bearer 900|${SECRET}` }
    await meta.graph('DELETE', '900/subscriptions?object=whatsapp_business_account', undefined, asApp)
    const made = await meta.control('POST', 'numbers', { phoneNumber: PHONE, name: 'Aurora App', isOnApp: true })
    const number = String(made.body['id'])
    const { body: end } = await meta.control('POST', 'signup', { number, isForApp: true })
    const connect = { how: 'dialog', code: String(end['code']), wabaId: WABA, phoneNumberId: number }
    const connected = await desk('POST', `/guides/${guide.id}/connect`, connect)
    expect(connected.body.steps.find(({ name }) => name === 'connect')?.events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['connected', 'handshake', 'app-asked']),
    )
    const told = await meta.graph('GET', '900/subscriptions', undefined, asApp)
    expect(JSON.stringify(told.body)).toMatch(/"calls".*"group_lifecycle_update".*"standby"/)
    const line = (await lineNow()).find(({ id }) => id === connected.body.lineId)
    expect(line).toMatchObject({ address: PHONE, messagesPerSecond: 20 })
    const syncs = async () => {
      await meta.control('POST', 'clock', { advanceMs: 5_000 })
      const { body: page } = await desk<{ data: { subject: string; state: string }[] }>(
        'GET',
        `/lines/${connected.body.lineId}/app-sync`,
      )
      return page.data.map(({ subject, state }) => `${subject} ${state}`)
    }
    await expect.poll(syncs, { timeout: 10_000 }).toEqual(['contacts done', 'history done'])
    const resolved = `/conversations?view=resolved&lineId=${connected.body.lineId}`
    type Rows = { data: { contact: { name: string }; unread: number; customerWroteAt: string | null }[] }
    const rows = async () => (await desk<Rows>('GET', resolved)).body.data
    await expect.poll(rows, { timeout: 10_000 }).toHaveLength(6)
    expect((await rows()).every(({ unread, customerWroteAt }) => unread === 0 && customerWroteAt === null)).toBe(true)
    expect((await rows()).map(({ contact }) => contact.name)).toContain('Lucía Paredes (lavadora)')
  })
})

describe('what Meta says no to', () => {
  const PHONE = '+52 55 5000 4300'
  let guide: GuideView
  const atMeta = async () => {
    const { body } = await meta.control('GET', 'numbers')
    const all = body['data'] as { id: string; displayPhoneNumber: string; wabaId: string }[]
    return all.filter(({ displayPhoneNumber }) => displayPhoneNumber === PHONE)
  }
  test('a refused name says why, and another may be asked for', async () => {
    guide = await begin(PHONE)
    const connected = await desk('POST', `/guides/${guide.id}/connect`, {
      how: 'known',
      lineId: guide.known[0]?.lineId,
    })
    const key = String(connected.body.number?.phoneNumberId)
    await meta.control('POST', `numbers/${key}/name`, { decision: 'REJECTED', reason: 'NAME_INDIVIDUAL_ISSUE' })
    const look = async () => (await desk('POST', `/guides/${guide.id}/look`)).body
    await expect.poll(async () => (await look()).nameAdvice, { timeout: 10_000 }).toMatch(/nombre de una persona/)
    expect(stateOf(await look(), 'name')).toBe('stopped')
    const asked = await desk('POST', `/guides/${guide.id}/name`)
    expect([asked.body.nameStatus, asked.body.nameAdvice]).toEqual(['PENDING_REVIEW', null])
    expect(stateOf(await look(), 'name')).toBe('waiting')
    await meta.control('POST', `numbers/${key}/name`, { decision: 'APPROVED' })
    expect(stateOf(await look(), 'name')).toBe('done')
  })
  test('no try is spent on a PIN made up for a number that has one', async () => {
    await desk('POST', `/guides/${guide.id}/code`, { method: 'sms' })
    await desk('POST', `/guides/${guide.id}/verify`, { code: await lastCode(PHONE) })
    const [number] = await atMeta()
    await meta.graph('POST', String(number?.id), { pin: '739152' })
    const none = await desk('POST', `/guides/${guide.id}/register`, { pin: null })
    expect(none.body.errors[0]).toMatchObject({ code: 'pin-needed', field: 'pin' })
    expect((await desk('GET', `/guides/${guide.id}`)).body.tries.registration.left).toBe(9)
    const right = await desk<{ guide: GuideView }>('POST', `/guides/${guide.id}/register`, { pin: '739152' })
    expect(right.body.guide.lineId).not.toBeNull()
    guide = right.body.guide
  })
  test('a number that went to another account by itself stays the line it was', async () => {
    const [number] = await atMeta()
    await meta.control('PATCH', `numbers/${number?.id}`, { pin: null })
    const made = await meta.control('POST', 'accounts', { name: 'Aurora Norte', portfolioName: 'Aurora Norte' })
    const waba = String(made.body['id'])
    const { body } = await meta.control('POST', 'tokens', { waba })
    const token = String(body['token'])
    const there = { authorization: `Bearer ${token}` }
    const taken = await meta.graph(
      'POST',
      `${waba}/phone_numbers`,
      { cc: '52', phone_number: '5550004300', migrate_phone_number: true },
      there,
    )
    const key = String(taken.body['id'])
    await meta.graph('POST', `${key}/request_code`, { code_method: 'SMS', language: 'es' }, there)
    await meta.graph('POST', `${key}/verify_code`, { code: await lastCode(PHONE) }, there)
    await meta.graph('POST', `${key}/register`, { messaging_product: 'whatsapp', pin: '739152' }, there)
    const alerts = await desk<{ data: { code: string }[] }>('POST', `/lines/${guide.lineId}/check`)
    expect(alerts.body.data.map(({ code }) => code)).toContain('line-moved-away')
    const again = await desk('POST', `/lines/${guide.lineId}/guide`)
    expect(again.body.id).toBe(guide.id)
    const given = { how: 'token', accessToken: token, appSecret: SECRET, wabaId: waba }
    const connected = await desk('POST', `/guides/${guide.id}/connect`, given)
    expect(connected.body).toMatchObject({ lineId: guide.lineId, number: { wabaId: waba, phoneNumberId: key } })
    const line = (await lineNow()).filter(({ address }) => address === PHONE)
    expect(line).toMatchObject([{ id: guide.lineId, phoneNumberId: key, wabaId: waba }])
    const now = await desk<{ data: { code: string }[] }>('POST', `/lines/${guide.lineId}/check`)
    expect(now.body.data.map(({ code }) => code)).not.toContain('line-moved-away')
  })
})

test('who presses ten times at once to connect a number again has one guide', async () => {
  const { lines } = (await desk<MeView>('GET', '/me')).body
  const guides = (await desk<{ data: GuideView[] }>('GET', '/guides')).body.data
  const line = lines.find(({ id }) => guides.every(({ lineId }) => lineId !== id))
  const all = await Promise.all(Array.from({ length: 10 }, () => desk('POST', `/lines/${line?.id}/guide`)))
  expect(new Set(all.map(({ status, body }) => `${status} ${body.lineId}`))).toEqual(new Set([`200 ${line?.id}`]))
  const after = (await desk<{ data: GuideView[] }>('GET', '/guides')).body.data
  expect(after.filter(({ lineId }) => lineId === line?.id)).toHaveLength(1)
})

describe('a pasted token', () => {
  test('without the permissions is refused by name of what it lacks', async () => {
    const guide = await begin('+52 55 5000 5000')
    const { body } = await meta.control('POST', 'tokens', { scopes: ['whatsapp_business_management'] })
    const given = { how: 'token', accessToken: String(body['token']), appSecret: SECRET.padEnd(16, '-') }
    const refused = await desk('POST', `/guides/${guide.id}/connect`, given)
    expect(refused.body.errors[0]).toMatchObject({
      code: 'token-insufficient',
      expected: 'whatsapp_business_messaging',
    })
    expect(refused.text).not.toContain(String(body['token']))
  })
  test('with another app’s secret is refused at the secret', async () => {
    const guide = await begin('+52 55 5000 5100')
    const { body } = await meta.control('POST', 'tokens', {})
    const given = { how: 'token', accessToken: String(body['token']), appSecret: 'x'.repeat(20) }
    const refused = await desk('POST', `/guides/${guide.id}/connect`, given)
    expect(refused.body.errors[0]).toMatchObject({ code: 'input-invalid', field: 'appSecret' })
  })
})

describe('who may', () => {
  test('an agent fills in the step they own, and no other', async () => {
    const sofia = await signIn('sofia@aurora.example')
    const guide = await begin('+52 55 5000 6000')
    const me = (await as<MeView>(sofia, 'GET', '/me')).body
    const company = { legalName: 'Aurora', taxId: '', portfolioId: '', website: '', verification: 'not-begun' }
    expect((await as(sofia, 'POST', `/guides/${guide.id}/answers`, { company })).status).toBe(403)
    const owner = { agentId: me.agent?.id ?? null, name: 'Sofía Prado' }
    await desk('POST', `/guides/${guide.id}/owner`, { step: 'company', owner })
    const answered = await as(sofia, 'POST', `/guides/${guide.id}/answers`, { company })
    expect(answered.body.steps.find(({ name }) => name === 'company')).toMatchObject({
      mine: true,
      state: 'done',
      owner,
    })
    const name = { displayName: 'Otro', siteText: '', siteFrom: null }
    expect((await as(sofia, 'POST', `/guides/${guide.id}/answers`, { name })).status).toBe(403)
    expect((await as(sofia, 'POST', `/guides/${guide.id}/code`, { method: 'sms' })).status).toBe(403)
  })
})

describe('secrets', () => {
  test('no token, PIN or app secret lies open in any table', async () => {
    const client = new pg.Client({ connectionString: house.databaseUrl })
    await client.connect()
    const { rows: tables } = await client.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
    )
    let kept = 0
    for (const { name } of tables) {
      const { rows } = await client.query<{ text: string }>(`select row_to_json(t)::text as text from ${name} t`)
      kept += rows.length
      for (const secret of [TOKEN, SECRET, `"${shownPin}"`]) {
        expect(
          rows.some(({ text }) => text.includes(secret)),
          `${secret} in ${name}`,
        ).toBe(false)
      }
    }
    expect(kept).toBeGreaterThan(50)
    await client.end()
  })
  test('no code and no secret travels in an address', async () => {
    const { body } = await meta.control('GET', 'graph-calls?limit=1000')
    const paths = (body['data'] as { path: string }[]).map(({ path }) => path)
    expect(paths.some((path) => path.includes('/oauth/access_token'))).toBe(true)
    expect(paths.filter((path) => /client_secret|[?&]code=|pin=/.test(path))).toEqual([])
  })
  test('a company’s site inside the private network is not read', async () => {
    const guide = await begin('+52 55 5000 7000')
    for (const url of [house.url, 'http://127.0.0.1:80/', 'http://[::1]/', 'http://169.254.169.254/latest']) {
      const refused = await desk('POST', `/guides/${guide.id}/site`, { url })
      expect([refused.status, refused.body.errors[0]?.code]).toEqual([502, 'site-unreachable'])
    }
  })
})

describe('which number writes first', () => {
  test('is decided once; the API then needs no line, and a template goes by the country’s', async () => {
    const lines = await lineNow()
    const [first, second] = [lines[0]?.id ?? '', lines.at(-1)?.id ?? '']
    const send = () =>
      house.api<{ code: string }>('POST', '/api/v1/messages', {
        to: { phone: '+525512340000' },
        content: { kind: 'text', text: 'Hola' },
      })
    expect((await send()).body).toMatchObject({ code: 'line-missing' })
    await desk('POST', `/lines/${first}/opening`, { isDefault: true, countries: [] })
    expect((await send()).body).toMatchObject({ code: 'window-closed' })
    await desk('POST', `/lines/${second}/opening`, { isDefault: true, countries: ['PE'] })
    const rules = (await lineNow()).filter(({ opening }) => opening.isDefault).map(({ id }) => id)
    expect(rules).toEqual([second])
  })
})

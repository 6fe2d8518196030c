import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NoticeView, StandingView } from '#contract/notice.ts'
import { type House, openHouse, until, WABA } from './test-house.ts'

let house: House
let ana: Awaited<ReturnType<typeof deskOf>>
beforeAll(async () => {
  house = await openHouse()
  ana = await deskOf('ana@aurora.example')
})
afterAll(() => house.close())

/** Calls as somebody signed in at the desk. */
async function deskOf(email: string) {
  const answer = await fetch(`${house.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'bacado-defigo-1234' }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return async <Body>(method: string, route: string, body?: object, language = 'es') => {
    const asked = await fetch(`${house.url}/api/v1${route}`, {
      method,
      headers: {
        cookie,
        origin: 'http://localhost:4000',
        'accept-language': language,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return { status: asked.status, body: (await asked.json()) as Body }
  }
}

const MINUTE = 60
const base = Math.floor(Date.now() / 1000) - 100 * MINUTE
const tell = async (field: string, value: object, minute: number) => {
  const entry = [{ id: WABA, time: base + minute * MINUTE, changes: [{ field, value }] }]
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry })
  expect((await house.knock(body)).status).toBe(200)
}
const list = async (show = 'all', language?: string) =>
  (await ana<{ data: NoticeView[] }>('GET', `/notices?show=${show}`, undefined, language)).body.data
const listed = (count: number) =>
  until(async () => {
    const found = await list()
    return found.length >= count ? found : undefined
  })
const standing = async () => (await ana<{ data: StandingView[] }>('GET', '/lines/standing')).body.data
const number = { display_phone_number: '525550001000' }

test('what Meta tells late, twice and in any order is told once, and the line stands as the newest says', async () => {
  const green = { ...number, event: 'UNFLAGGED', current_limit: 'TIER_10K' }
  const red = { ...number, event: 'FLAGGED', current_limit: 'TIER_2K' }
  await tell('phone_number_quality_update', green, 20)
  await tell('phone_number_quality_update', green, 20)
  await tell('phone_number_quality_update', red, 10)
  await tell('security', { ...number, event: 'PIN_CHANGED' }, 30)
  const notices = await listed(3)
  expect(notices.map(({ code }) => code)).toEqual(['pin-changed', 'line-unflagged', 'line-flagged'])
  const [, , flagged] = notices
  expect(flagged).toMatchObject({ severity: 'danger', field: 'phone_number_quality_update', wabaId: WABA })
  expect(flagged?.title).toMatch(/^La calidad del número .+ es baja\.$/)
  expect(flagged?.lineId).toMatch(/^[0-9a-f-]{36}$/)
  expect(await standing()).toMatchObject([
    { aspect: 'limit', value: 'TIER_10K', words: '10.000 personas' },
    { aspect: 'quality', value: 'UNKNOWN' },
  ])
  expect((await list('all', 'en'))[2]?.advice).toContain('Stop campaigns')
  expect((await list('all', 'pt-BR'))[2]?.title).toContain('baixa')
})

test('what matters waits until somebody has seen to it', async () => {
  await tell('account_update', { event: 'ACCOUNT_SUNG_TO' }, 40)
  const [unknown] = await listed(4)
  expect(unknown).toMatchObject({ code: 'unknown', severity: 'info', lineId: null })
  expect((await ana('GET', '/notices/counts')).body).toEqual({ warning: 1, danger: 1 })
  const waiting = await list('new')
  const ids = waiting.map(({ id }) => id)
  expect(
    (await ana<{ acknowledged: string[] }>('POST', '/notices/acknowledge', { ids })).body.acknowledged,
  ).toHaveLength(2)
  expect((await ana('GET', '/notices/counts')).body).toEqual({ warning: 0, danger: 0 })
  expect((await list('important'))[0]?.acknowledged).toMatchObject({ by: 'Ana Morales' })
  const content = await ana<{ raw: string }>('GET', `/notices/${unknown?.id}/content`)
  expect(JSON.parse(content.body.raw)).toEqual({ event: 'ACCOUNT_SUNG_TO' })
  expect((await ana('GET', '/notices/99999/content')).status).toBe(404)
})

test('a number that may send faster does so', async () => {
  await tell('phone_number_quality_update', { ...number, event: 'THROUGHPUT_UPGRADE' }, 50)
  await until(async () => {
    const { body } = await ana<{ data: { messagesPerSecond: number }[] }>('GET', '/lines')
    return body.data[0]?.messagesPerSecond === 1_000 || undefined
  })
})

test('supervisors are told of the company’s account, agents and keys of the API are not', async () => {
  expect((await house.api('GET', '/api/v1/notices')).status).toBe(403)
  const sofia = await deskOf('sofia@aurora.example')
  expect((await sofia('GET', '/notices')).status).toBe(403)
  const diego = await deskOf('diego@aurora.example')
  expect((await diego('GET', '/notices')).status).toBe(200)
})

test('a failure is explained in the language of the request', async () => {
  const { id } = await house.write('5215500000321', 'hola')
  house.answerWith((_, response) => {
    response.statusCode = 400
    response.end(JSON.stringify({ error: { code: 131042, message: '(#131042) Business eligibility payment issue' } }))
  })
  const content = { kind: 'text', text: 'Buenas' }
  const sent = await house.api<{ id: string }>('POST', '/api/v1/messages', { to: { conversationId: id }, content })
  expect((await house.reaching(sent.body.id, 'refused')).problem).toMatchObject({
    code: '131042',
    title: '(#131042) Business eligibility payment issue',
    fault: 'company',
    scope: 'account',
    nextStep: 'pay',
    again: 'once-mended',
    cause: expect.stringContaining('Meta no puede cobrar'),
  })
  const english = await house.api<{ problem: { cause: string } }>(
    'GET',
    `/api/v1/messages/${sent.body.id}`,
    undefined,
    {
      'accept-language': 'en',
    },
  )
  expect(english.body.problem.cause).toContain('Meta cannot charge')
  const row = await house.api<{ lastFailure: unknown }>('GET', `/api/v1/conversations/${id}`)
  expect(row.body.lastFailure).toEqual({ messageId: sent.body.id, code: '131042' })
})

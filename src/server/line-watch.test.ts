import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NoticeView } from '#contract/notice.ts'
import type { AlertView } from '#contract/number.ts'
import type { MeView } from '#contract/views.ts'
import { accepted, type House, NUMBER, openHouse, until } from './test-house.ts'

let house: House
let desk: <Body>(method: string, route: string, body?: object) => Promise<Body>
let lineId = ''
/** What Meta says of number and token; `token` null: it takes the token no more. */
let meta: { quality: string; token: object | null; more?: object } = {
  quality: 'GREEN',
  token: { is_valid: true, expires_at: 0 },
}

beforeAll(async () => {
  house = await openHouse()
  house.answerWith((call, response) => {
    const say = (status: number, body: object) => {
      response.statusCode = status
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(body))
    }
    const scopes = ['whatsapp_business_management', 'whatsapp_business_messaging']
    if (meta.token === null) return say(401, { error: { code: 190, message: 'Session has expired' } })
    if (call.url.includes('/debug_token')) return say(200, { data: { scopes, ...meta.token } })
    if (call.url.includes(`/${NUMBER}?fields`)) {
      const limit = { whatsapp_business_manager_messaging_limit: 'TIER_250', name_status: 'APPROVED' }
      return say(200, {
        id: NUMBER,
        display_phone_number: '+52 55',
        quality_rating: meta.quality,
        ...limit,
        ...meta.more,
      })
    }
    accepted(call, response)
  })
  const answer = await fetch(`${house.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ana@aurora.example', password: 'bacado-defigo-1234' }),
  })
  const headers = { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '', origin: 'http://localhost:4000' }
  desk = async <Body>(method: string, route: string, body?: object) => {
    const more = body ? { 'content-type': 'application/json' } : {}
    const asked = await fetch(`${house.url}/api/v1${route}`, {
      method,
      headers: { ...headers, ...more, 'accept-language': 'es' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return (asked.status === 204 ? null : await asked.json()) as Body
  }
  lineId = (await desk<MeView>('GET', '/me')).lines[0]?.id ?? ''
})
afterAll(() => house.close())

const check = async () => (await desk<{ data: AlertView[] }>('POST', `/lines/${lineId}/check`)).data
const told = async () => (await desk<{ data: NoticeView[] }>('GET', '/notices?show=all')).data
const mine = async () => (await desk<{ data: NoticeView[] }>('GET', '/notices/mine')).data
const inDays = (count: number) => Math.floor(Date.now() / 1000) + count * 86_400

test('a number that is well has no alerts', async () => {
  expect(await check()).toEqual([])
  expect(await told()).toEqual([])
})

test('what goes wrong is told once, to administrators too, and says when it is over by itself', async () => {
  meta = { quality: 'YELLOW', token: { is_valid: true, expires_at: inDays(3) } }
  expect((await check()).map(({ code }) => code).sort()).toEqual(['access-ending', 'quality-fell'])
  const [first] = await check()
  expect(first).toMatchObject({ lineId, severity: 'warning', title: expect.stringMatching(/Ventas/) })
  expect(await told()).toHaveLength(2)
  expect((await mine()).map(({ code }) => code).sort()).toEqual(['access-ending', 'quality-fell'])

  meta = { quality: 'GREEN', token: { is_valid: true, expires_at: inDays(3) } }
  expect((await check()).map(({ code }) => code)).toEqual(['access-ending'])
  const settled = (await told()).find(({ code }) => code === 'quality-fell')
  expect(settled).toMatchObject({ isOver: true, acknowledged: { by: null } })
  expect(await desk('GET', '/notices/counts')).toEqual({ warning: 1, danger: 0 })

  meta = { quality: 'YELLOW', token: { is_valid: true, expires_at: 0 } }
  expect((await check()).map(({ code }) => code)).toEqual(['quality-fell'])
  expect((await told()).filter(({ code, isOver }) => code === 'quality-fell' && !isOver)).toHaveLength(1)
})

const WELL = { quality: 'GREEN', token: { is_valid: true, expires_at: 0 } }
test.each([
  [{ status: 'BANNED' }, 'line-banned'],
  [{ status: 'RESTRICTED' }, 'line-limited'],
  [{ status: 'DISCONNECTED' }, 'line-unregistered'],
  [{ status: 'MIGRATED' }, 'line-moved-away'],
  [{ webhook_configuration: { phone_number: 'https://other.example/hook' } }, 'webhooks-elsewhere'],
  [{ new_name_status: 'DECLINED', new_display_name: 'La mejor' }, 'name-rejected'],
])('%o is an alert while it is so: %s', async (more, code) => {
  meta = { ...WELL, more }
  expect((await check()).map((alert) => alert.code)).toEqual([code])
  meta = WELL
  expect(await check()).toEqual([])
})

test('a token that Meta takes no more cuts the number off', async () => {
  meta = { quality: 'GREEN', token: null }
  await check()
  await until(async () => {
    const [cut] = await check()
    const isCut = cut?.code === 'line-cut-off' && cut.details.join().includes('Session has expired')
    return isCut || undefined
  })
})

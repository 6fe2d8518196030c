import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SetAsideView } from '#contract/set-aside.ts'
import type { AccountId, LineId } from '#core/account/account.ts'
import type { Sealed } from '#store/registry.ts'
import { whyOf } from './api/set-aside.ts'
import { type House, NUMBER, openHouse, textFrom, until, WABA } from './test-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

type Page = { readonly data: readonly SetAsideView[]; readonly next: string | null }

/** Calls as somebody signed in at the desk. */
async function deskOf(email: string) {
  const answer = await fetch(`${house.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'bacado-defigo-1234' }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const headers = { authorization: '', cookie, origin: 'http://localhost:4000' }
  return <Body>(method: string, route: string, body?: object) =>
    callWithCookie<Body>(method, `/api/v1${route}`, headers, body)
}
async function callWithCookie<Body>(method: string, route: string, headers: Record<string, string>, body?: object) {
  const { authorization: _, ...own } = headers
  const answer = await fetch(house.url + route, {
    method,
    headers: { ...own, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: answer.status, body: (await answer.json()) as Body }
}

const STRANGE = '777000777000777'
/** Of our business account, so the door lets it in; but the number is none of ours. */
const foreign = (text: string, number = STRANGE) => textFrom('5215500000777', text, number, WABA)

test('what is set aside is seen, looked at, dismissed, and released until it is understood', async () => {
  const ana = await deskOf('ana@aurora.example')
  const list = async (state = 'waiting') => (await ana<Page>('GET', `/set-aside?state=${state}`)).body.data
  await house.knock(foreign('uno'))
  await house.knock(foreign('dos'))
  const [second, first] = await until(async () => {
    const found = await list()
    return found.length === 2 ? found : undefined
  })
  if (!first || !second) throw new Error('Two were set aside')
  expect(first).toMatchObject({ why: 'unknown-line', state: 'waiting', times: 1, lineId: null, lineKey: STRANGE })
  expect(first.detail).toBe('foreign line')
  const content = await ana<{ raw: string }>('GET', `/set-aside/${first.id}/content`)
  expect(JSON.parse(content.body.raw)).toMatchObject({ kind: 'receive-message', content: { text: 'uno' } })
  expect((await ana('GET', '/set-aside/999/content')).status).toBe(404)

  expect((await ana('POST', '/set-aside/dismiss', { ids: [second.id] })).body).toEqual({ settled: [second.id] })
  expect((await list('dismissed'))[0]).toMatchObject({ history: [{ did: 'dismissed', by: 'Ana Morales' }] })
  expect((await ana('POST', '/set-aside/release', { ids: [second.id] })).body).toEqual({ settled: [] })

  expect((await ana('POST', '/set-aside/release', { ids: [first.id] })).body).toEqual({ settled: [first.id] })
  const again = await until(async () => (await list()).find(({ times }) => times === 2))
  expect(again).toMatchObject({ id: first.id, history: [{ did: 'released', by: 'Ana Morales' }, { did: 'returned' }] })

  await connect(STRANGE)
  await ana('POST', '/set-aside/release', { ids: [first.id] })
  const { body } = await until(async () => {
    const found = await house.api<{ data: { lastMessage: { preview: string } }[] }>('GET', '/api/v1/conversations')
    return found.body.data.some(({ lastMessage }) => lastMessage.preview === 'uno') ? found : undefined
  })
  expect(body.data.filter(({ lastMessage }) => lastMessage.preview === 'uno')).toHaveLength(1)
  expect((await ana('GET', '/set-aside/counts')).body).toEqual({ waiting: 0, released: 1, dismissed: 1 })
  const metrics = await house.api<string>('GET', '/metrics')
  expect(metrics.body).toContain('hilo_replayed_total{reason="released"} 2')
  expect(metrics.body).toContain('hilo_set_aside_waiting{owner="account"} 0')
  expect(metrics.body).toMatch(/hilo_delivery_oldest_seconds \d/)
})

test('a supervisor sees that and why, not what; agents and programs see nothing', async () => {
  await house.knock(foreign('tres', '666000666000666'))
  const diego = await deskOf('diego@aurora.example')
  const sofia = await deskOf('sofia@aurora.example')
  const programs = (route: string, method = 'GET', body?: object) =>
    house.api(method, `/api/v1/set-aside${route}`, body)
  const { data } = await until(async () => {
    const { body } = await diego<Page>('GET', '/set-aside')
    return body.data.length > 0 ? body : undefined
  })
  expect(data[0]).toMatchObject({ why: 'unknown-line', detail: null })
  expect((await diego('GET', `/set-aside/${data[0]?.id}/content`)).status).toBe(403)
  expect((await diego('POST', '/set-aside/release', { ids: [data[0]?.id] })).status).toBe(403)
  for (const answer of [
    await sofia('GET', '/set-aside'),
    await programs(''),
    await programs('/counts'),
    await programs('/dismiss', 'POST', { ids: ['1'] }),
  ]) {
    expect(answer.status).toBe(403)
  }
})

test('once a second company shares the app, what belongs to nobody is shown to neither', async () => {
  const ana = await deskOf('ana@aurora.example')
  const before = (await ana<Page>('GET', '/set-aside')).body.data.length
  await connect('888000888000888', '00000000-0000-7000-8000-0000000000bb' as AccountId)
  await house.knock(textFrom('5215500000777', 'whose?', '999000999000999', WABA))
  await until(async () => {
    const { data } = await house.store.setAsides.list(null, { state: 'waiting', limit: 10, cursor: null })
    return data.length > 0 ? true : undefined
  })
  expect((await ana<Page>('GET', '/set-aside')).body.data).toHaveLength(before)
})

test('a range of deliveries goes through the loop again and changes nothing that was understood', async () => {
  await house.write('5215500000999', 'una vez')
  const { reprocessing } = house.store
  const now = house.clock.now()
  const range = { from: (now - 60_000) as typeof now, to: (now + 1000) as typeof now, appId: null, rate: 1000 }
  const asked = await reprocessing.ask({ ...range, lineKey: NUMBER }, now)
  const done = await until(async () => {
    const found = (await reprocessing.list()).find(({ reprocessId }) => reprocessId === asked.reprocessId)
    return found?.state === 'done' ? found : undefined
  })
  expect(done.replayed).toBe(1)
  type List = { data: { id: string; contact: { phone: string } }[] }
  const { body } = await house.api<List>('GET', '/api/v1/conversations')
  const own = body.data.filter(({ contact }) => contact.phone === '+5215500000999')
  expect(own).toHaveLength(1)
  await until(async () => ((await house.store.health(house.clock.now())).lagMs === 0 ? true : undefined))
  const messages = await house.api<{ data: unknown[] }>('GET', `/api/v1/conversations/${own[0]?.id}/messages`)
  expect(messages.body.data).toHaveLength(1)
})

test.each([
  ['foreign line', 'unknown-line'],
  ['no channel telex', 'unknown-channel'],
  ['core: TypeError: x', 'our-fault'],
  ['channel: RangeError: x', 'our-fault'],
  ['store: value too long', 'not-storable'],
  ['A change without a field', 'not-understood'],
  ['The body is not JSON', 'not-understood'],
])('"%s" is told as %s', (reason, why) => {
  expect(whyOf(reason)).toBe(why)
})

/** One more number of the app, of the demo's company or of another. */
async function connect(key: string, owner?: AccountId): Promise<void> {
  const { registry } = house.store
  const [account] = await registry.accounts.list()
  const [known] = await registry.lines.list()
  if (!account || !known) throw new Error('The demo has a company and a line')
  if (owner) {
    const createdAt = house.clock.now()
    await registry.accounts.create({ accountId: owner, name: 'Otra', country: 'MX', createdAt })
  }
  const lineId = `00000000-0000-7000-8000-${key.slice(0, 12)}` as LineId
  const line = { ...known.line, accountId: owner ?? account.accountId, lineId, key }
  await registry.lines.put({ line, appId: known.appId, accessToken: 'sealed' as Sealed })
  await registry.announce('lines')
  await new Promise((resolve) => setTimeout(resolve, 300))
}

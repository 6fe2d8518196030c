import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HoursChangeView, KeptHoursView, OpeningHoursView } from '#contract/opening-hours.ts'
import type { MessageView, ProblemView } from '#contract/views.ts'
import { type House, openHouse, textFrom, until } from './test-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Calls as somebody signed in at the desk. */
async function deskOf(name: string) {
  const answer = await fetch(`${house.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${name}@aurora.example`, password: 'bacado-defigo-1234' }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return async <Body>(method: string, route: string, body?: object) => {
    const asked = await fetch(`${house.url}/api/v1${route}`, {
      method,
      headers: { cookie, origin: 'http://localhost:4000', ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    return { status: asked.status, body: (await asked.json()) as Body }
  }
}

const ALWAYS = [{ from: 0, to: 1440 }]
const week = (day: KeptHoursView['hours']['week'][0]): KeptHoursView['hours']['week'] => [
  ...([day, day, day, day, day, day, day] as const),
]
const kept = (day: KeptHoursView['hours']['week'][0], body = 'Cerrado: abrimos {{opens}}.'): KeptHoursView => ({
  hours: { zone: 'America/Mexico_City', week: week(day), dates: [], holidays: null },
  away: { texts: { es: { body, buttons: [] }, en: null, 'pt-BR': null } },
})

/** Away messages that went to this person, as the thread shows them. */
async function toldTo(phone: string): Promise<MessageView[]> {
  const { body } = await house.api<{ data: { id: string; contact: { phone: string | null } }[] }>(
    ...(['GET', `/api/v1/conversations?q=${phone}`] as const),
  )
  const id = body.data.find(({ contact }) => contact.phone === `+${phone}`)?.id
  if (id === undefined) return []
  const { body: thread } = await house.api<{ data: MessageView[] }>('GET', `/api/v1/conversations/${id}/messages`)
  return thread.data.filter(({ rule }) => rule === 'away')
}

test('hours are set by whom may, kept with who changed them, and asked by everybody', async () => {
  const [ana, sofia] = [await deskOf('ana'), await deskOf('sofia')]
  expect((await sofia<OpeningHoursView>('GET', '/opening-hours')).body.company).toBeNull()
  expect((await sofia<ProblemView>('POST', '/opening-hours', { kept: kept([]) })).status).toBe(403)
  expect((await sofia<ProblemView>('GET', '/opening-hours/changes')).status).toBe(403)

  const set = await ana<OpeningHoursView>('POST', '/opening-hours', { kept: kept(ALWAYS) })
  expect([set.status, set.body.companyNow]).toEqual([200, { isOpen: true, from: null, until: null }])
  const lineId = set.body.lines[0]?.lineId ?? ''
  const own = await ana<OpeningHoursView>('POST', `/lines/${lineId}/opening-hours`, { kept: kept([]) })
  expect(own.body.lines[0]).toMatchObject({ lineId, own: kept([]), now: { isOpen: false } })
  const back = await ana<OpeningHoursView>('POST', `/lines/${lineId}/opening-hours`, { kept: null })
  expect(back.body.lines[0]).toMatchObject({ own: null, now: { isOpen: true } })

  const { body } = await ana<{ data: HoursChangeView[] }>('GET', '/opening-hours/changes')
  expect(body.data.map(({ by, lineId: of, before, after }) => [by, of, before !== null, after !== null])).toEqual([
    ['Ana Morales', lineId, true, false],
    ['Ana Morales', lineId, false, true],
    ['Ana Morales', null, false, true],
  ])
})

test('what makes no sense is refused with its place', async () => {
  const codes = async (body: KeptHoursView) => {
    const answer = await (await deskOf('ana'))<ProblemView>('POST', '/opening-hours', { kept: body })
    return [answer.status, ...answer.body.errors.map(({ code, field }) => `${code} ${field}`)]
  }
  const crossing = [
    { from: 540, to: 840 },
    { from: 800, to: 900 },
  ]
  expect(await codes(kept(crossing))).toEqual([422, 'hours-overlap week.0.1'])
  expect(await codes(kept([], ' '))).toEqual([422, 'text-empty away.texts.es.text'])
  expect(await codes({ ...kept([]), away: { texts: { es: null, en: null, 'pt-BR': null } } })).toEqual([
    422,
    'text-empty away.texts',
  ])
  const long = { es: { body: 'Hola', buttons: ['un botón demasiado largo'] }, en: null, 'pt-BR': null }
  expect(await codes({ ...kept([]), away: { texts: long } })).toEqual([
    422,
    expect.stringContaining('away.texts.es.buttons.0'),
  ])
  const missing = await (
    await deskOf('ana')
  )<ProblemView>(...(['POST', '/lines/00000000-0000-4000-8000-000000000000/opening-hours', { kept: null }] as const))
  expect(missing.status).toBe(404)
})

test('while it is closed whoever writes is told once, however often and late it comes; in open hours nobody is', async () => {
  const ana = await deskOf('ana')
  await ana('POST', '/opening-hours', { kept: kept([]) })
  const first = textFrom('5215511110001', 'hola')
  const bodies = [first, first, textFrom('5215511110001', '¿hay alguien?'), first]
  await Promise.all(bodies.map((body) => house.knock(body)))
  const told = await until(async () => {
    const found = await toldTo('5215511110001')
    return found[0]?.status === 'accepted' ? found : undefined
  })
  expect(told.map(({ content, author }) => [content['text'], author.kind])).toEqual([
    ['Cerrado: abrimos pronto.', 'system'],
  ])
  expect(house.calls.filter(({ body }) => body.includes('abrimos pronto'))).toHaveLength(1)

  await ana('POST', '/opening-hours', { kept: kept(ALWAYS) })
  await house.write('5215511110002', 'buenas')
  expect(await toldTo('5215511110002')).toEqual([])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { GuideShareView, GuideView } from '#contract/guide.ts'
import type { NoticeView } from '#contract/notice.ts'
import { days } from '#base/time.ts'
import { type House, openHouse } from '../test-house.ts'

let house: House
const lines: string[] = []
beforeAll(async () => {
  house = await openHouse({}, { level: 'trace', write: (line) => lines.push(line) })
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

type Shared = { url: string; share: GuideShareView }
/** A fresh guide and a link to one of its steps; `path` is what stands behind the host. */
async function shared(step: string, name = 'Notaría Pérez') {
  const ana = await deskOf('ana')
  const { body: guide } = await ana<GuideView>('POST', '/guides')
  await ana('POST', `/guides/${guide.id}/answers`, { company: { ...COMPANY, verification: 'rejected' } })
  const made = await ana<Shared>('POST', `/guides/${guide.id}/shares`, { step, name })
  expect(made.status).toBe(201)
  const { pathname } = new URL(made.body.url)
  const read = async () => (await ana<GuideView>('GET', `/guides/${guide.id}`)).body
  return { ana, guide, path: pathname, share: made.body.share, read }
}
const COMPANY = { legalName: 'Aurora', taxId: '', portfolioId: '12345678', website: '', verification: 'not-begun' }

const open = (path: string, headers: Record<string, string> = {}) =>
  fetch(house.url + path, { headers, redirect: 'manual' })
const hand = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${house.url}${path}`, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' })
const LEGAL = {
  legalName: 'Financiera Aurora, S. A.',
  taxId: 'AUR010203XX1',
  website: 'https://aurora.example',
  note: '',
}
const eventsOf = (guide: GuideView) => guide.steps.flatMap(({ events }) => events)

test('somebody without an account sees one step, in the language of their browser, and nothing about them is told to others', async () => {
  const { path } = await shared('company')
  const page = await open(path, { 'accept-language': 'en' })
  const html = await page.text()
  expect(page.status).toBe(200)
  expect(html).toContain('The company’s legal data')
  expect(html).toContain('Financiera Aurora')
  expect(html).not.toMatch(/<script|password|12345678/)
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  expect(page.headers.get('x-robots-tag')).toBe('noindex')
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(page.headers.get('set-cookie')).toBeNull()
  expect(await (await open(path, { 'accept-language': 'pt-BR' })).text()).toContain('Os dados legais')
})

test('what they hand in stands in the guide with their name, once; then the link opens nothing any more', async () => {
  const { ana, path, read, share, guide } = await shared('company')
  const file = new FormData()
  file.set(
    'file',
    new Blob(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF'], { type: 'application/pdf' }),
    'acta.pdf',
  )
  const uploaded = await fetch(`${house.url}${path}?do=file`, { method: 'POST', body: file, redirect: 'manual' })
  expect(uploaded.status).toBe(303)
  const answers = await Promise.all(
    [1, 2, 3].map(() => hand(`${path}?do=answer`, { ...LEGAL, note: 'Adjunto el acta' })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404])
  const after = await read()
  expect(after.answers.company).toMatchObject({
    legalName: LEGAL.legalName,
    portfolioId: COMPANY.portfolioId,
    verification: 'rejected',
  })
  const events = eventsOf(after).filter(({ kind }) => kind.startsWith('outside') || kind === 'shared')
  expect(events.map(({ kind, details }) => [kind, details['name'], details['note'] ?? details['filename']])).toEqual([
    ['shared', 'Notaría Pérez', undefined],
    ['outside-file', 'Notaría Pérez', 'acta.pdf'],
    ['outside-answer', 'Notaría Pérez', 'Adjunto el acta'],
  ])
  expect((await open(path)).status).toBe(404)
  const { body } = await ana<{ data: GuideShareView[] }>('GET', `/guides/${guide.id}/shares`)
  expect(body.data).toMatchObject([{ id: share.id, standing: 'done', opened: 0 }])
  const { body: notices } = await ana<{ data: NoticeView[] }>('GET', '/notices?show=all')
  expect(notices.data.some(({ title }) => title.includes('Notaría Pérez'))).toBe(true)
  const mediaId = events[1]?.details['mediaId'] ?? ''
  const paper = await house.api<string>('GET', `/api/v1/media/${mediaId}`)
  expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf'])
})

test('a link to one step does nothing to another, nor to anything else of the company', async () => {
  const { path, read } = await shared('number')
  const answered = await hand(`${path}?do=answer`, { note: 'Libre', legalName: 'Otra, S. A.', step: 'company' })
  expect(answered.status).toBe(200)
  expect((await read()).answers.company?.legalName).toBe('Aurora')
  const { path: other } = await shared('company')
  const token = other.split('/').at(-1) ?? ''
  for (const route of ['/api/v1/me', '/api/v1/guides', '/api/v1/conversations']) {
    const asked = await fetch(house.url + route, {
      headers: { authorization: `Bearer ${token}`, cookie: `hilo=${token}` },
    })
    expect([route, asked.status]).toEqual([route, 401])
  }
  const code = await hand(`${other}?do=code`, { code: '123456' })
  expect(code.status).toBe(422)
})

test('a link that was taken back, has expired, or never was opens nothing, and nobody is told which', async () => {
  const { ana, path, guide, share } = await shared('name')
  const pages = [await open(`${path}x`)]
  const { body } = await ana<{ data: GuideShareView[] }>('POST', `/guides/${guide.id}/shares/${share.id}/revoke`)
  expect(body.data[0]?.standing).toBe('revoked')
  pages.push(await open(path))
  const { path: late } = await shared('name')
  house.clock.setOffset(days(8))
  pages.push(await open(late))
  const handed = await hand(`${late}?do=answer`, { note: 'En el pie' })
  house.clock.setOffset(days(0))
  expect(handed.status).toBe(404)
  expect(pages.map(({ status }) => status)).toEqual([404, 404, 404])
  expect(new Set(await Promise.all(pages.map((page) => page.text()))).size).toBe(1)
})

test('a form on another site does nothing, one without what is needed says what, a file that is no paper is refused', async () => {
  const { path, read } = await shared('company')
  expect((await hand(`${path}?do=answer`, LEGAL, { origin: 'https://evil.example' })).status).toBe(404)
  expect((await hand(`${path}?do=answer`, LEGAL, { 'sec-fetch-site': 'cross-site' })).status).toBe(404)
  const empty = await hand(`${path}?do=answer`, { legalName: ' ', website: 'javascript:alert(1)' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toMatch(/legalName-error[\s\S]*website-error/)
  const hostile = await hand(`${path}?do=answer`, { legalName: '', note: '"><script>x</script>' })
  expect(await hostile.text()).not.toContain('<script>')
  const file = new FormData()
  file.set('file', new Blob(['MZ\u0090\u0000']), 'factura.pdf')
  const refused = await fetch(`${house.url}${path}?do=file`, { method: 'POST', body: file })
  expect(refused.status).toBe(422)
  expect(eventsOf(await read()).filter(({ kind }) => kind.startsWith('outside'))).toEqual([])
})

test('only who looks after numbers makes links, and only to what can be let out', async () => {
  const { ana, guide } = await shared('company')
  const sofia = await deskOf('sofia')
  expect((await sofia('POST', `/guides/${guide.id}/shares`, { step: 'company', name: 'x' })).status).toBe(403)
  expect((await ana('POST', `/guides/${guide.id}/shares`, { step: 'connect', name: 'x' })).status).toBe(409)
  const nobody = '00000000-0000-4000-8000-000000000000'
  expect((await ana('POST', `/guides/${nobody}/shares`, { step: 'company', name: 'x' })).status).toBe(404)
})

test('whoever guesses links is slowed down, and no link is ever written to the log or kept', async () => {
  const { path } = await shared('company')
  const token = path.split('/').at(-1) ?? 'none'
  const statuses: number[] = []
  for (let guess = 0; guess < 40; guess++) statuses.push((await open(`/paso/${guess}`)).status)
  expect(statuses.at(-1)).toBe(429)
  expect(lines.join('\n')).not.toContain(token)
})

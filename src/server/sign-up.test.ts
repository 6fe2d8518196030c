import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, textFrom, until } from './test-house.ts'

let house: House
let page: string
let token: string
let edition: string
beforeAll(async () => {
  house = await openHouse()
  const { body: settings } = await house.api<{ invitations: object[] }>('GET', '/api/v1/consent-settings')
  const { body: lines } = await house.api<{ data: { id: string }[] }>('GET', '/api/v1/lines')
  const wording = { text: 'Acepto <b>promociones</b>\nde Aurora', version: '3"' }
  const invitation = {
    ...{ name: 'Cartel', lineId: lines.data[0]?.id, keyword: 'ALTA CLUB', purposes: ['marketing', 'notices'] },
    ...{ scope: { kind: 'brand' }, wording, language: 'es' },
  }
  const saved = await house.api<{ invitations: { token: string }[] }>('POST', '/api/v1/consent-settings', {
    ...settings,
    invitations: [invitation],
  })
  token = saved.body.invitations[0]?.token ?? ''
  page = `${house.url}/alta/${token}`
  edition = /name="edition" value="([\w-]{16})"/.exec(await (await fetch(page)).text())?.[1] ?? ''
})
afterAll(() => house.close())

const send = (about: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${page}?lang=es`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Teléfono/1', ...headers },
    body: new URLSearchParams({ edition, country: 'MX', phone: '55 1234 5678', purpose: 'marketing', ...about }),
  })
const codeOf = (answer: Response) => /&code=([0-9A-Z]{6})$/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
const entries = async () => (await house.api<{ data: Entry[] }>('GET', '/api/v1/consents?means=form')).body.data
const counts = async () =>
  (await house.api<{ data: object[] }>('GET', '/api/v1/consent-settings/invitations')).body.data[0]
type Entry = { purpose: string; change: string; wording: object; evidence: Readonly<Record<string, unknown>> }

test('the page shows what one agrees to, nothing ticked, in the language of the link, the browser or the invitation', async () => {
  const asked = async (query: string, languages?: string) => {
    const answer = await fetch(page + query, { headers: languages ? { 'accept-language': languages } : {} })
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.headers.get('content-security-policy')).toContain("form-action 'self'")
    return answer.text()
  }
  const text = await asked('')
  expect(text).toContain('Acepto &#60;b&#62;promociones&#60;/b&#62;\nde Aurora')
  expect(text).toContain('versión 3&#34;')
  expect(text).not.toContain(' checked')
  expect(text).not.toMatch(/<script/)
  expect(text).toContain('<option value="MX" selected>México +52</option>')
  const languageOf = (html: string) => /<html lang="([\w-]+)"/.exec(html)?.[1]
  expect(languageOf(await asked('', 'pt-PT,en;q=0.5'))).toBe('pt-BR')
  expect(languageOf(await asked('?lang=en', 'pt-BR'))).toBe('en')
  expect(languageOf(await asked('?lang=<x>', 'de'))).toBe('es')
})

test('who fills it in gets a code, and counts once it comes from that number; the evidence is kept', async () => {
  const answer = await send({ name: 'Lucía <i>' })
  expect(answer.status).toBe(303)
  const code = codeOf(answer)
  const shown = await (await fetch(new URL(answer.headers.get('location') ?? '', page))).text()
  expect(shown).toContain(`ALTA CLUB ${code}`)
  expect(shown).toContain(`?text=ALTA%20CLUB%20${code}`)
  expect(await entries()).toEqual([])

  await house.knock(textFrom('5215599990000', `ALTA CLUB ${code}`))
  await until(async () => house.calls.find(({ body }) => body.includes('Ese código es de otro número')))
  expect(await entries()).toEqual([])

  await house.knock(textFrom('5215512345678', `Alta club ${code.toLowerCase()}`))
  const [entry] = await until(async () => ((await entries()).length > 0 ? await entries() : undefined))
  expect(entry).toMatchObject({
    ...{ purpose: 'marketing', change: 'given' },
    wording: { text: 'Acepto <b>promociones</b>\nde Aurora', version: '3"' },
    evidence: {
      kind: 'sign-up',
      userAgent: 'Teléfono/1',
      name: 'Lucía <i>',
      url: `http://localhost:4000/alta/${token}`,
    },
  })
  expect(entry?.evidence['ipHash']).toMatch(/^[0-9a-f]{64}$/)
  await expect.poll(counts).toMatchObject({ token, signedUp: 1, confirmed: 1 })
})

test('the answer is the same for a number we know, one we do not, and one signed up too often', async () => {
  const shapeOf = async (phone: string) => {
    const answer = await send({ phone })
    return [answer.status, answer.headers.get('location')?.replace(/[0-9A-Z]{6}$/, ''), codeOf(answer).length]
  }
  const expected = [303, '?lang=es&code=', 6]
  expect(await shapeOf('55 1234 5678')).toEqual(expected)
  const codes = new Set<string>()
  for (let times = 0; times < 8; times++) codes.add(codeOf(await send({ phone: '55 8765 4321' })))
  expect(codes.size).toBe(5)
  expect(await shapeOf('55 8765 4321')).toEqual(expected)
})

test.each([
  ['no tick', { purpose: '' }, 'Marca al menos una opción'],
  ['a purpose that is not asked for', { purpose: 'collections' }, 'Marca al menos una opción'],
  ['no number', { phone: '' }, 'No es un número de ese país'],
  ['a number of another country', { country: 'CL' }, 'No es un número de ese país'],
  ['a country that does not exist', { country: '"><' }, 'No es un número de ese país'],
  [
    'a page that is attacked',
    { phone: '"><script>alert(1)</script>', name: '\u0000\u202e<svg onload=x>' },
    '&#34;&#62;&#60;script',
  ],
  ['a text that changed meanwhile', { edition: 'another' }, 'El texto cambió'],
] as const)('refused with words beside the field, and nothing kept: %s', async (_, about, words) => {
  const answer = await send(about)
  const text = await answer.text()
  expect([answer.status, text]).toEqual([422, expect.stringContaining(words)])
  expect(text).toContain('role="alert"')
  expect(text).not.toMatch(/<script|<svg/)
})

test.each([
  ['far too large', 'x'.repeat(20_000), 'application/x-www-form-urlencoded', 413],
  ['nothing', '', 'application/x-www-form-urlencoded', 422],
  ['JSON', '{}', 'application/json', 422],
  ['a file', 'x', 'multipart/form-data; boundary=y', 415],
] as const)('a body that is %s harms nobody', async (_, body, type, status) => {
  const answer = await fetch(page, { method: 'POST', headers: { 'content-type': type }, body })
  expect(answer.status).toBe(status)
})

test('an international number is taken whatever country is chosen, and a page that is gone says so', async () => {
  expect((await send({ country: 'CL', phone: '+52 55 1111 2222' })).status).toBe(303)
  expect((await fetch(`${house.url}/alta/nobody`, { method: 'POST' })).status).toBe(404)
})

test('one network sends so many forms an hour, and is told when to come back', async () => {
  const statuses = await Promise.all(Array.from({ length: 70 }, (_, nth) => send({ phone: `55 2222 ${1000 + nth}` })))
  const refused = statuses.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(9)
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(3_000)
})

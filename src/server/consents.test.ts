import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportReport } from '#contract/consent.ts'
import { asOwner } from '#store/postgres/migrate.ts'
import { type House, openHouse, textFrom } from './test-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const draft = (about: object = {}) => ({
  phone: '+52 55 1234 5678',
  purposes: ['marketing'],
  change: 'given',
  at: '2026-11-01T12:00:00.000Z',
  means: 'form',
  wording: { text: 'Quiero promociones', version: '3' },
  evidence: { kind: 'form', url: 'https://aurora.example', ip: '203.0.113.9', userAgent: null },
  ...about,
})
const record = (about: object = {}) =>
  house.api<{ contactId: string; repeated: boolean }>('POST', '/api/v1/consents', draft(about))
type Entry = {
  number: number
  purpose: string
  change: string
  means: string
  contact: { id: string; name: string | null }
}
const list = async (query = '') => (await house.api<{ data: Entry[] }>('GET', `/api/v1/consents${query}`)).body.data
const importCsv = (csv: string, query = '') =>
  house.api<ImportReport>('POST', `/api/v1/consents/import?source=Tienda%20Centro${query}`, csv, {
    'content-type': 'text/csv',
  })

describe('over the API', () => {
  test('a word is written down once, listed, and proved', async () => {
    const { status, body } = await record()
    expect([status, body.repeated]).toEqual([201, false])
    expect((await record()).body).toEqual({ contactId: body.contactId, repeated: true })
    const [entry] = await list(`?contactId=${body.contactId}`)
    expect(entry).toMatchObject({
      ...{ purpose: 'marketing', change: 'given', means: 'form', express: true, at: '2026-11-01T12:00:00.000Z' },
      wording: { text: 'Quiero promociones', version: '3' },
      evidence: { kind: 'form', ip: '203.0.113.9' },
      by: { kind: 'api' },
    })
    const contact = await house.api<{ consents: object[] }>('GET', `/api/v1/contacts/${body.contactId}`)
    expect(contact.body.consents).toHaveLength(1)
    const proof = await house.api<Proof>('GET', `/api/v1/contacts/${body.contactId}/consent-proof`)
    expect(proof.body.chain.holds).toBe(true)
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    for (const one of proof.body.entries) {
      expect(sha256(one.linkText)).toBe(one.hash)
      expect(sha256(one.detailText)).toBe(one.commitment)
      expect(one.linkText).toContain(one.commitment)
    }
    const pdf = await house.api<string>('GET', `/api/v1/contacts/${body.contactId}/consent-proof?format=pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.body).toMatch(/^%PDF-1\.4[^]*%%EOF\n$/)
  })

  test.each([
    ['nobody named', { phone: undefined }, 422],
    ['two named', { userId: 'MX.1' }, 422],
    ['no number', { phone: 'Lucía' }, 422],
    ['no such purpose', { purposes: ['spam'] }, 422],
    ['a contact of nobody', { phone: undefined, contactId: '00000000-0000-7000-8000-00000000dead' }, 404],
  ])('refused: %s', async (_, about, status) => {
    expect((await record(about)).status).toBe(status)
  })

  test('settings: a second keyword of the same line is refused; a good one has a link of its own', async () => {
    const { body: before } = await house.api<Settings>('GET', '/api/v1/consent-settings')
    const lines = await house.api<{ data: { id: string }[] }>('GET', '/api/v1/lines')
    const invitation = {
      ...{ name: 'Cartel', lineId: lines.body.data[0]?.id, keyword: 'Alta club', purposes: ['marketing'] },
      ...{ scope: { kind: 'brand' }, wording: { text: 'Quiero', version: '1' }, language: 'es' },
    }
    const put = (invitations: object[]) =>
      house.api<Settings>('POST', '/api/v1/consent-settings', { ...before, invitations })
    expect((await put([invitation, { ...invitation, keyword: 'ALTA CLUB!' }])).status).toBe(422)
    const saved = await put([invitation])
    expect(saved.body.invitations[0]?.token).toMatch(/^[\w-]{16}$/)
    const page = await house.api<string>('GET', `/alta/${saved.body.invitations[0]?.token}`, undefined, {
      authorization: '',
    })
    expect([page.status, page.body]).toEqual([200, expect.stringContaining('wa.me')])
    expect((await house.api('GET', '/alta/nobody', undefined, { authorization: '' })).status).toBe(404)
  })
})

describe('a file', () => {
  const HEAD = 'Teléfono;Finalidad;Fecha;Texto;Versión\n'
  test('with a bad line is refused whole, and says which and why', async () => {
    const { body } = await importCsv(
      `${HEAD}+525511110001;marketing;2026-10-01;Acepto;1\n123;marketing;2026-10-01;;\n+525511110003;spam;2026-10-01;;\n+525511110004;avisos;31/02/2026;;\n`,
    )
    expect(body).toMatchObject({ isDone: false, lines: 4, good: 1, bad: 3, recorded: 0 })
    expect(body.badLines.map(({ line, column, found }) => [line, column, found])).toEqual([
      [3, 'teléfono', '123'],
      [4, 'finalidad', 'spam'],
      [5, 'fecha', '31/02/2026'],
    ])
    expect(await list('?means=import')).toEqual([])
  })
  test('is read in without them if asked, once, however often it comes', async () => {
    const file = `${HEAD}+525511110001;"marketing,avisos";2026-10-01;"Acepto; ""todo""";1\nno;marketing;2026-10-01;;\n+525511110002;marketing;02/10/2026;;\n`
    expect((await importCsv(file, '&badLines=skip')).body).toMatchObject({
      isDone: true,
      good: 2,
      recorded: 2,
      repeated: 0,
      bad: 1,
    })
    expect((await importCsv(file, '&badLines=skip')).body).toMatchObject({ isDone: true, recorded: 0, repeated: 2 })
    expect((await list('?means=import')).map(({ purpose }) => purpose)).toEqual(['marketing', 'notices', 'marketing'])
  })
  test('without a column says which', async () => {
    const { body } = await importCsv('nombre;fecha\nAna;2026-01-01\n')
    expect([body.isDone, body.badLines.map(({ column }) => column)]).toEqual([false, ['teléfono', 'finalidad']])
  })
  test('needs a source', async () => {
    expect((await house.api('POST', '/api/v1/consents/import', HEAD, { 'content-type': 'text/csv' })).status).toBe(422)
  })
})

test('stop said on WhatsApp is in the ledger and answered; then a row altered by hand is found', async () => {
  await house.knock(textFrom('5215512345678', 'BAJA'))
  await expect.poll(async () => (await list('?change=withdrawn')).length).toBe(3)
  const person = (await list('?change=withdrawn'))[0]?.contact.id ?? ''
  expect((await house.api('GET', `/api/v1/contacts/${person}/export`)).status).toBe(403)
  const signedIn = await fetch(`${house.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost:4000' },
    body: JSON.stringify({ email: house.config.demo?.email, password: house.config.demo?.password }),
  })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const answer = await fetch(`${house.url}/api/v1/contacts/${person}/export`, { headers: { cookie } })
  const body = (await answer.json()) as Exported
  expect(body.contact.phone).toBe('+5215512345678')
  expect(body.conversations[0]?.messages.map(({ direction }) => direction)).toEqual(['out', 'in'])
  expect(body.consents.entries.length).toBeGreaterThan(3)
  const verify = async () =>
    (await house.api<{ holds: boolean; flaws: object[] }>('GET', '/api/v1/consents/verify')).body
  expect(await verify()).toMatchObject({ holds: true, flaws: [] })
  const last = (await list())[0]?.number ?? 0
  await asOwner(house.databaseUrl, async (owner) => {
    await owner.query('set session_replication_role = replica')
    await owner.query(`update consent_link set change = 'given' where number = $1`, [last])
  })
  expect(await verify()).toMatchObject({ holds: false, flaws: [{ number: last, what: 'altered' }] })
})

type Proof = {
  chain: { holds: boolean }
  entries: { linkText: string; detailText: string; hash: string; commitment: string }[]
}
type Settings = { invitations: { token?: string }[] }
type Exported = {
  contact: { phone: string }
  conversations: { messages: { direction: string }[] }[]
  consents: { entries: object[] }
}

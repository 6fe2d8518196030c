import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BarredView, PolicyChangeView, PolicyView } from '#contract/policy.ts'
import type { RecipientView } from '#contract/recipient.ts'
import type { RightView } from '#contract/right.ts'
import type { ProblemView } from '#contract/views.ts'
import { type House, openHouse } from './test-house.ts'

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
  return async <Body>(method: string, route: string, body?: object) => {
    const asked = await fetch(`${house.url}/api/v1${route}`, {
      method,
      headers: {
        cookie,
        origin: 'http://localhost:4000',
        'accept-language': 'es',
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return { status: asked.status, body: (await asked.json()) as Body }
  }
}

const NEVER = [null, null, null, null, null, null, null]
const settings = (policy: PolicyView, own: object = {}) => ({
  zone: policy.zone,
  own: { ...policy.own, ...own },
  consentFor: policy.consentFor,
  holidays: policy.holidays,
  isOwnerOnly: policy.isOwnerOnly,
})

test('the laws hold before anybody decides anything, and are told in plain words with their source', async () => {
  const { body } = await ana<PolicyView>('GET', '/contact-policy')
  expect(body).toMatchObject({ country: 'MX', zone: 'America/Mexico_City', exceptions: [], effective: [] })
  const colombia = body.laws.find(({ id }) => id === 'CO')
  expect(colombia?.rules).toEqual([
    'Cobranza y publicidad: lun–vie 7:00–19:00, sáb 8:00–15:00; nunca en festivos; 1 al día; un solo canal por semana; solo a quien lo aceptó.',
  ])
  expect(colombia).toMatchObject({ law: expect.stringContaining('2300'), checkedOn: '2026-11-29' })
})

test('a part of a law is set aside only with a reason, by a person, and the record keeps both', async () => {
  expect((await ana('POST', '/contact-policy/exceptions', { pack: 'CO', part: 'hours', reason: '' })).status).toBe(422)
  expect(
    (await house.api('POST', '/api/v1/contact-policy/exceptions', { pack: 'CO', part: 'hours', reason: 'porque sí' }))
      .status,
  ).toBe(403)
  const reason = 'Los clientes firmaron otro horario.'
  const made = await ana<PolicyView>('POST', '/contact-policy/exceptions', { pack: 'CO', part: 'hours', reason })
  expect(made.body.exceptions).toMatchObject([
    { pack: 'CO', part: 'hours', reason, by: expect.any(String), until: null },
  ])
  expect(made.body.laws.find(({ id }) => id === 'CO')?.rules[0]).not.toContain('lun–vie')
  const id = made.body.exceptions[0]?.id
  expect((await ana<PolicyView>('POST', `/contact-policy/exceptions/${id}/end`, {})).body.exceptions).toEqual([])
  const { body } = await ana<{ data: PolicyChangeView[] }>('GET', '/contact-policy/changes')
  expect(body.data.map(({ what }) => what)).toEqual(['exception-ended', 'exception-made'])
  expect(body.data[1]?.why).toContain(reason)
})

test('nobody but an administrator may', async () => {
  expect(
    (
      await house.api('POST', '/api/v1/do-not-contact', {
        addresses: ['+57 300 111 2233'],
        covers: 'everything',
        reason: 'lo pidió',
      })
    ).status,
  ).toBe(403)
})

test('what makes no sense is refused by place', async () => {
  const { body: policy } = await ana<PolicyView>('GET', '/contact-policy')
  const wrong = await ana<ProblemView>('POST', '/contact-policy', { ...settings(policy), zone: 'Marte/Olimpo' })
  expect(wrong.body.errors[0]).toMatchObject({ field: 'zone', found: 'Marte/Olimpo' })
  const upside = settings(policy, { hours: [{ from: 600, to: 600 }, ...NEVER.slice(1)] })
  expect((await ana<ProblemView>('POST', '/contact-policy', upside)).body.errors[0]).toMatchObject({
    field: 'own.hours.0',
  })
})

test('people come on the list in any spelling, bad lines are told, and a template to them is refused', async () => {
  const added = await ana<{ added: number; refused: { line: number; found: string }[] }>('POST', '/do-not-contact', {
    addresses: ['+52 1 55 1234 5678', 'no es un número', '00573001112233'],
    covers: 'everything',
    reason: 'Lo pidió por teléfono.',
  })
  expect(added.body).toMatchObject({ added: 2, refused: [{ line: 2, found: 'no es un número' }] })
  const { body } = await ana<{ data: BarredView[] }>('GET', '/do-not-contact')
  expect(body.data.map(({ address }) => address)).toEqual(['5215512345678', '573001112233'])
  const template = { kind: 'template', name: 'recordatorio_cuota', language: 'es_MX', values: {} }
  const sent = await house.api<ProblemView>('POST', '/api/v1/messages', {
    to: { phone: '+52 55 1234 5678' },
    content: template,
  })
  expect([404, 409, 422]).toContain(sent.status)
  const removed = await ana<{ removed: number }>('POST', '/do-not-contact/remove', {
    addresses: ['+57 300 111 2233', '5215512345678'],
    reason: 'Cambió de opinión.',
  })
  expect(removed.body.removed).toBe(2)
})

test('a conversation that is not there is not asked about', async () => {
  const conversationId = '00000000-0000-7000-8000-000000000000'
  const asked = await ana<ProblemView>('POST', '/messages/ask', {
    to: { conversationId },
    template: { name: 'x', language: 'es' },
  })
  expect(asked.body.code).toBe('conversation-missing')
})

test('before somebody new is written to, their number is read, the line is chosen with its reason, and the right is judged', async () => {
  const phone = '+52 1 55 8765 4321'
  const found = await ana<RecipientView>('POST', '/messages/recipient', { to: { phone } })
  expect(found.body).toMatchObject({
    phone: { e164: '+525587654321', country: 'MX' },
    contact: null,
    line: { because: 'only' },
    conversation: null,
  })
  const wrong = await ana<ProblemView>('POST', '/messages/recipient', { to: { phone: '+52 55 1234' } })
  expect(wrong.body).toMatchObject({ status: 422, code: 'phone-too-short', title: 'Al número le faltan cifras.' })
  const asked = await ana<RightView>('POST', '/messages/ask', {
    to: { phone: '+525587654321' },
    template: { name: 'x', language: 'es' },
  })
  expect(asked.body).toMatchObject({ kind: 'refused', reasons: [{ code: 'template-missing' }] })
})

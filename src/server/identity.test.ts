import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContactView, ConversationView, MessageView } from '#contract/views.ts'
import { type House, openHouse, textFrom, until } from './test-house.ts'

const PHONE = '5215512345678'

let house: House
let cookie: string
beforeAll(async () => {
  house = await openHouse()
  const answer = await fetch(`${house.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ana@aurora.example', password: 'bacado-defigo-1234' }),
  })
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
})
afterAll(() => house.close())

const settle = async (contactId: string, same: boolean) => {
  const answer = await fetch(`${house.url}/api/v1/contacts/${contactId}/identity`, {
    method: 'POST',
    headers: { cookie, origin: 'http://localhost:4000', 'content-type': 'application/json' },
    body: JSON.stringify({ same }),
  })
  return { status: answer.status, body: (await answer.json()) as ContactView }
}
const conversations = async () =>
  (await house.api<{ data: ConversationView[] }>('GET', '/api/v1/conversations')).body.data
const said = async (id: string, query = '') => {
  const { body } = await house.api<{ data: MessageView[]; next: string | null }>(
    'GET',
    `/api/v1/conversations/${id}/messages${query}`,
  )
  return { texts: body.data.map(({ content }) => content['text']), next: body.next }
}

/** The same body, so many seconds later: of two in one second nobody knows which came first. */
const later = (body: string, seconds: number): string =>
  body.replace(/"timestamp":"(\d+)"/, (_, at) => `"timestamp":"${Number(at) + seconds}"`)

test('what was said before an identity changed is shown once somebody has made sure who it is', async () => {
  const before = await house.write(PHONE, 'mi saldo es secreto')
  const system = { type: 'customer_identity_changed', body: 'El código cambió', customer: PHONE }
  const told = textFrom(PHONE, '').replace(
    '"type":"text","text":{"body":""}',
    `"type":"system","system":${JSON.stringify(system)}`,
  )
  expect((await house.knock(later(told, 1))).status).toBe(200)
  const [since] = await until(async () => {
    const open = await conversations()
    return open[0] && open[0].id !== before.id ? open : undefined
  })
  if (!since) throw new Error('No conversation began')
  expect(since.contact.succeeds).toMatchObject({ contactId: before.contact.id, because: 'identity-changed' })
  expect(await said(since.id)).toEqual({ texts: ['El código cambió'], next: null })

  const byKey = await house.api('POST', `/api/v1/contacts/${since.contact.id}/identity`, { same: true })
  expect(byKey.status).toBe(403)
  const settled = await settle(since.contact.id, true)
  expect(settled.body).toMatchObject({ id: before.contact.id, phone: `+${PHONE}`, succeeds: null })
  expect((await settle(since.contact.id, true)).status).toBe(409)

  const resolved = await house.api<{ data: ConversationView[] }>('GET', '/api/v1/conversations?view=resolved')
  expect(resolved.body.data).toEqual([])
  expect(await conversations()).toMatchObject([{ id: since.id, contact: { id: before.contact.id } }])
  expect((await said(since.id)).texts).toEqual(['El código cambió', 'mi saldo es secreto'])
  const first = await said(since.id, '?limit=1')
  expect(await said(since.id, `?limit=1&cursor=${first.next}`)).toMatchObject({ texts: ['mi saldo es secreto'] })
  await house.knock(later(textFrom(PHONE, 'gracias'), 2))
  const thanked = await until(async () =>
    (await conversations()).find(({ lastMessage }) => lastMessage?.preview === 'gracias'),
  )
  expect(thanked.id).toBe(since.id)
})

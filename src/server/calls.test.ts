import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccountId, ApiKeyId } from '#core/account/account.ts'
import { LANGUAGES } from '#base/language.ts'
import type { CallPermissionView } from '#contract/calls.ts'
import type { MessageView, ProblemView } from '#contract/views.ts'
import { hashToken } from './secrets.ts'
import { type House, openHouse, textFrom } from './test-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const permission = <Body = CallPermissionView>(id: string, headers?: Record<string, string>) =>
  house.api<Body>('GET', `/api/v1/conversations/${id}/call-permission`, undefined, headers)
const ask = <Body = ProblemView>(id: string, headers?: Record<string, string>) => {
  const content = { kind: 'call-request', body: '¿Le llamamos?' }
  return house.api<Body>('POST', '/api/v1/messages', { to: { conversationId: id }, content }, headers)
}
/** What the contact taps under the request. */
const answers = (phone: string, reply: object): string => {
  const interactive = { type: 'call_permission_reply', call_permission_reply: reply }
  const written = '"type":"text","text":{"body":""}'
  return textFrom(phone, '').replace(written, `"type":"interactive","interactive":${JSON.stringify(interactive)}`)
}

test('asking goes once a day, its answer is told, and why it goes no more is said in every language', async () => {
  const phone = '5215511160001'
  const { id } = await house.write(phone, 'hola')
  expect((await permission(id)).body).toMatchObject({ state: 'none', ask: { kind: 'allowed' }, askFrom: null })
  const [first, second] = await Promise.all([ask<MessageView>(id), ask<MessageView>(id)])
  expect([first.status, second.status].toSorted()).toEqual([202, 409])
  const { body } = await permission(id)
  expect(body).toMatchObject({
    state: 'asked',
    limits: [
      { hours: 24, used: 1 },
      { hours: 168, used: 1, until: null },
    ],
  })
  expect(body.ask).toMatchObject({ kind: 'refused', reasons: [{ code: 'call-asked-lately' }] })
  expect(Date.parse(body.askFrom ?? '')).toBeGreaterThan(Date.now())
  const words = await Promise.all(
    LANGUAGES.map(async (language) => (await ask(id, { 'accept-language': language })).body.detail),
  )
  expect(words).toEqual(['horas', 'hours', 'horas'].map((word) => expect.stringContaining(` 24 ${word}`)))

  const until = Math.floor(Date.now() / 1000) + 7 * 86_400
  await house.knock(answers(phone, { response: 'accept', is_permanent: false, expiration_timestamp: String(until) }))
  await expect.poll(async () => (await permission(id)).body.state).toBe('granted')
  expect(Date.parse((await permission(id)).body.until ?? '')).toBe(until * 1000)
  await house.knock(answers(phone, { response: 'accept', is_permanent: true }))
  await expect.poll(async () => (await permission(id)).body.state).toBe('permanent')
  expect(await ask(id)).toMatchObject({ status: 409, body: { code: 'calls-allowed' } })
})

test('nobody learns it who is not signed in, nor from another company, nor of what is no conversation', async () => {
  const { id } = await house.write('5215511160002', 'hola')
  expect((await permission(id, { authorization: 'Bearer nobody' })).status).toBe(401)
  expect((await ask(id, { authorization: 'Bearer nobody' })).status).toBe(401)
  const [account] = await house.store.registry.accounts.list()
  if (!account) throw new Error('No account')
  const accountId = '00000000-0000-7000-8000-00000000000f' as AccountId
  const key = `hilo_other_${randomBytes(12).toString('hex')}`
  await house.store.registry.accounts.create({ ...account, accountId, name: 'Otra' })
  const apiKeyId = '00000000-0000-7000-8000-000000000010' as ApiKeyId
  await house.store.registry.apiKeys.put({ accountId, apiKeyId, name: 'Otra', keyHash: hashToken(key) })
  await house.directory.reload()
  const stranger = { authorization: `Bearer ${key}` }
  const missing = { status: 404, body: { code: 'conversation-missing' } }
  expect(await permission<ProblemView>(id, stranger)).toMatchObject(missing)
  expect(await ask(id, stranger)).toMatchObject(missing)
  expect((await permission(id)).body.state).toBe('none')
  for (const other of ['00000000-0000-7000-8000-0000000000aa', 'no-uuid', '%00']) {
    expect([404, 422]).toContain((await permission(other)).status)
  }
})

test('somebody who is blocked is not asked', async () => {
  const { id } = await house.write('5215511160003', 'insultos')
  house.answerWith((_call, response) => response.end('{"block_users":{}}'))
  expect((await house.api('POST', `/api/v1/conversations/${id}/block`, { reason: 'Insultos' })).status).toBe(200)
  const { ask: right } = (await permission(id)).body
  expect(right).toMatchObject({ kind: 'refused', reasons: [{ code: 'contact-blocked' }] })
  expect(await ask(id)).toMatchObject({ status: 409, body: { code: 'contact-blocked' } })
})

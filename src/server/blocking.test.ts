import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContactId } from '#core/account/account.ts'
import type { ConversationView, MessageView, ProblemView } from '#contract/views.ts'
import { accepted, type House, openHouse, textFrom, until } from './test-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const move = <Body = ConversationView>(id: string, what: 'block' | 'unblock', body?: object) =>
  house.api<Body>('POST', `/api/v1/conversations/${id}/${what}`, body)
const write = <Body = ProblemView>(id: string) =>
  house.api<Body>('POST', '/api/v1/messages', { to: { conversationId: id }, content: { kind: 'text', text: 'hola' } })

test('somebody who is blocked at Meta is shown so, with who and why, is written nothing, and may be let in again', async () => {
  const { id, lineId } = await house.write('5215511140001', 'insultos')
  house.answerWith((call, response) =>
    call.url.includes('/block_users') ? response.end('{"block_users":{}}') : accepted(call, response),
  )
  const blocked = await move(id, 'block', { reason: ' Insultos ' })
  expect(blocked.status).toBe(200)
  expect(blocked.body.contact.blocks).toMatchObject([{ lineId, reason: 'Insultos', by: { kind: 'api' } }])
  expect(await write(id)).toMatchObject({ status: 409, body: { code: 'contact-blocked' } })
  expect((await move(id, 'block', { reason: 'Otra vez' })).body.contact.blocks).toHaveLength(1)

  expect((await move(id, 'unblock')).body.contact.blocks).toEqual([])
  expect((await write<MessageView>(id)).status).toBe(202)
  const asked = house.calls.filter(({ url }) => url.includes('/block_users'))
  expect(asked.map(({ method }) => method)).toEqual(['POST', 'POST', 'DELETE'])
  expect(asked[0]?.body).toContain('"user":"+5215511140001"')
})

test('what Meta refuses is said in plain words, and nobody is shown as blocked', async () => {
  const { id } = await house.write('5215511140002', 'hola')
  house.answerWith((_call, response) => {
    response.statusCode = 400
    response.end('{"error":{"code":139101,"message":"(#139101) Blocklist limit reached"}}')
  })
  expect(await move<ProblemView>(id, 'block', { reason: 'Insultos' })).toMatchObject({
    status: 409,
    body: { code: 'block-list-full' },
  })
  const { body } = await house.api<ConversationView>('GET', `/api/v1/conversations/${id}`)
  expect(body.contact.blocks).toEqual([])
  expect((await move<ProblemView>(id, 'block', { reason: '' })).status).toBe(422)
})

test('of merged contacts all are blocked and let in again; whom Meta does not take at once is told, and asked for later', async () => {
  const other = await house.write('5215511140003', 'hola')
  const { id, contact } = await house.write('5215511140004', 'insultos')
  const [line] = house.directory.allLines()
  if (!line) throw new Error('No line')
  const pair = { contactId: other.contact.id as ContactId, intoId: contact.id as ContactId, lineIds: [line.lineId] }
  const merged = await house.loop.submit({
    ...{ kind: 'merge-contacts', accountId: line.accountId, ...pair },
    ...{ by: { kind: 'system' }, why: null, evidence: [] },
  })
  expect(merged.ok).toBe(true)
  let answerOther = '{"error":{"code":131047,"message":"(#131047) Re-engagement message"}}'
  house.answerWith((call, response) => {
    if (!call.url.includes('/block_users')) return accepted(call, response)
    const isOther = call.body.includes('5215511140003') && answerOther !== ''
    response.statusCode = isOther ? 400 : 200
    response.end(isOther ? answerOther : '{"block_users":{}}')
  })
  const blocksOf = async () =>
    (await house.api<ConversationView>('GET', `/api/v1/conversations/${id}`)).body.contact.blocks
  const { body } = await move(id, 'block', { reason: 'Insultos' })
  expect(body.contact.blocks).toMatchObject([{ through: [other.contact.id], liftedBy: null }])

  answerOther = ''
  await house.knock(textFrom('5215511140003', 'y sigo'))
  await until(async () => ((await blocksOf())[0]?.through.length === 0 ? true : undefined))

  answerOther = '{"error":{"code":1,"message":"busy"}}'
  const lifted = await move(id, 'unblock')
  expect(lifted.body.contact.blocks).toMatchObject([{ through: [contact.id], liftedBy: { kind: 'api' } }])
  answerOther = ''
  await until(async () => ((await blocksOf()).length === 0 ? true : undefined))
})

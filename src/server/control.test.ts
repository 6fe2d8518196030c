import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ConversationView, ProblemView } from '#contract/views.ts'
import { accepted, type House, NUMBER, openHouse, WABA } from './test-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const release = <Body>(id: string) => house.api<Body>('POST', `/api/v1/conversations/${id}/release`)

test('only what the assistant handed over can be given back to it', async () => {
  const { id } = await house.write('5215511150001', 'hola')
  expect((await house.api<ConversationView>('GET', `/api/v1/conversations/${id}`)).body.control).toBeNull()
  expect(await release<ProblemView>(id)).toMatchObject({ status: 409, body: { code: 'conversation-not-ours' } })
})

test('what it handed over is given back by asking Meta, whose word alone says who has it', async () => {
  const phone = '5215511150002'
  const { id } = await house.write(phone, 'hola')
  const value = {
    ...{ recipient: { phone_number_id: NUMBER }, sender: { phone_number: phone }, timestamp: '1795000301' },
    ...{ type: 'control_passed', control_passed: { previous_owner_role: 'ai_agent', new_owner_role: 'escalation' } },
  }
  const entry = [{ id: WABA, changes: [{ field: 'messaging_handovers', value }] }]
  await house.knock(JSON.stringify({ object: 'whatsapp_business_account', entry }))
  const control = async () => (await house.api<ConversationView>('GET', `/api/v1/conversations/${id}`)).body.control
  await expect.poll(async () => (await control())?.owner).toBe('us')
  house.answerWith((call, response) =>
    call.url.includes('/thread_control') ? response.end('{"messaging_product":"whatsapp"}') : accepted(call, response),
  )
  expect((await release(id)).status).toBe(200)
  const asked = house.calls.find(({ url }) => url.includes('/thread_control'))
  expect(asked?.body).toContain(`"action":"release","to":"+${phone}"`)
  expect((await control())?.owner).toBe('us')
})

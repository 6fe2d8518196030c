import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ConversationView, MessageView } from '#contract/views.ts'
import { type House, NUMBER, openHouse, until, WABA } from './test-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

const bodyOf = (field: string, value: object) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: WABA,
        changes: [{ field, value: { messaging_product: 'whatsapp', metadata: { phone_number_id: NUMBER }, ...value } }],
      },
    ],
  })
const ECHO = bodyOf('smb_message_echoes', {
  message_echoes: [
    {
      from: '525550001000',
      to: '5215512345678',
      id: 'wamid.ECHO==',
      timestamp: String(Math.floor(Date.now() / 1000)),
      type: 'text',
      text: { body: 'Le contesto desde la tienda' },
    },
  ],
})
const READ = bodyOf('messages', {
  statuses: [
    {
      id: 'wamid.ECHO==',
      status: 'read',
      timestamp: String(Math.floor(Date.now() / 1000)),
      recipient_id: '5215512345678',
    },
  ],
})

test('what was answered in the app on a telephone is kept once, shown as ours, and never sent', async () => {
  const conversation = await house.write('5215512345678', '¿Están abiertos?')
  for (const body of [ECHO, ECHO, READ]) expect((await house.knock(body)).status).toBe(200)
  const messages = () =>
    house
      .api<{ data: MessageView[] }>('GET', `/api/v1/conversations/${conversation.id}/messages`)
      .then(({ body }) => body.data)
  const echoed = await until(async () => (await messages()).find(({ status }) => status === 'read'))
  expect(echoed).toMatchObject({
    direction: 'out',
    author: { kind: 'app', id: null },
    content: { text: 'Le contesto desde la tienda' },
    wireId: 'wamid.ECHO==',
  })
  expect(await messages()).toHaveLength(2)
  const { body } = await house.api<{ data: ConversationView[] }>('GET', '/api/v1/conversations')
  expect(body.data[0]).toMatchObject({ lastAnswer: { author: { kind: 'app' } } })
  expect(house.calls.filter(({ url }) => url.endsWith('/messages'))).toEqual([])
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Fields, fieldsOf, listOf } from '../json.ts'
import { errorOf, SALES, startTestWorld, type TestWorld } from '../testing.ts'
import { sampleSession } from './sdp.ts'

const LUCIA = '+5215512345678'
const HOUR = 3_600_000

let world: TestWorld
beforeAll(async () => {
  world = await startTestWorld()
  await world.control('PUT', 'faults', { rates: false })
})
afterAll(() => world.close())

const chat = `phones/lucia/chats/${SALES}`
const say = (answer: string) => world.control('POST', `${chat}/call-permission`, { answer })
const act = (act: string) => world.control('POST', `${chat}/call`, { act })
const calls = (body: Fields) => world.graph('POST', `${SALES}/calls`, { messaging_product: 'whatsapp', ...body })
const connect = () => calls({ to: LUCIA, action: 'connect', session: sampleSession('offer') })
const idOf = ({ body }: { body: Fields }) => String(fieldsOf(listOf(body['calls'])[0])['id'])
const ask = () =>
  world.send({
    ...{ to: LUCIA, type: 'interactive' },
    interactive: { type: 'call_permission_request', action: { name: 'call_permission_request' } },
  })
const codeOf = async (answer: Promise<{ body: Fields }>) => errorOf(await answer)['code']
const permission = async () => (await world.graph('GET', `${SALES}/call_permissions?user_wa_id=${LUCIA}`)).body
const told = (name: 'calls' | 'statuses') =>
  world.receiver.values().flatMap((value) => listOf(value[name]).map(fieldsOf))
const lastCall = () => told('calls').at(-1)
const replies = () =>
  world.receiver.messages().flatMap(({ interactive }) => {
    const reply = fieldsOf(interactive)['call_permission_reply']
    return reply === undefined ? [] : [fieldsOf(reply)]
  })

describe('calls', () => {
  it('need a permission, which is asked for once a day and twice a week', async () => {
    await world.write('lucia', { kind: 'text', text: 'hola' })
    expect(await codeOf(connect())).toBe(138006)
    expect((await ask()).status).toBe(200)
    expect(await codeOf(ask())).toBe(138009)
    expect((await permission())['actions']).toMatchObject([
      { action_name: 'send_call_permission_request', can_perform_action: false, limits: [{ current_usage: 1 }, {}] },
      { action_name: 'start_call', can_perform_action: false },
    ])
    await say('temporary')
    await expect.poll(() => replies().at(-1)).toMatchObject({ response: 'accept', is_permanent: false })
    expect(fieldsOf((await permission())['permission'])).toMatchObject({ status: 'temporary' })
    await say('permanent')
    expect((await permission())['permission']).toEqual({ status: 'permanent' })
    expect(await codeOf(ask())).toBe(138017)
  })

  it('ring, are taken and end, each told as Meta tells it', async () => {
    const id = idOf(await connect())
    expect(await codeOf(connect())).toBe(138003)
    expect((await act('take')).status).toBe(200)
    expect((await calls({ call_id: id, action: 'terminate' })).body).toEqual({
      messaging_product: 'whatsapp',
      success: true,
    })
    await expect.poll(lastCall).toMatchObject({
      ...{ id, event: 'terminate', direction: 'BUSINESS_INITIATED', status: 'COMPLETED', duration: 1 },
    })
    expect(told('calls')[0]).toMatchObject({ id, event: 'connect', session: { sdp_type: 'answer' } })
    expect(told('statuses').flatMap(({ id: of, status }) => (of === id ? [status] : []))).toEqual([
      'RINGING',
      'ACCEPTED',
    ])
    expect(await codeOf(calls({ call_id: id, action: 'terminate' }))).toBe(100)
  })

  it.each([
    ['no action', {}, 100],
    ['an answer instead of an offer', { to: LUCIA, action: 'connect', session: sampleSession('answer') }, 100],
    ['no lines', { to: LUCIA, action: 'connect', session: { sdp_type: 'offer', sdp: 'hello' } }, 100],
    [
      'no sound',
      { to: LUCIA, action: 'connect', session: { sdp_type: 'offer', sdp: 'v=0\r\no=- 1 1 IN IP4 x\r\ns=-\r\nt=0 0' } },
      100,
    ],
    ['a call nobody knows', { action: 'accept', call_id: 'wacid.x' }, 100],
    ['somebody without WhatsApp', { to: '+5215500000009', action: 'connect', session: sampleSession('offer') }, 138001],
  ])('are refused with %s', async (_, body, code) => {
    expect(await codeOf(calls(body))).toBe(code)
  })

  it('of ours that four times in a row nobody takes cost the permission', async () => {
    for (const end of ['refuse', 'refuse', 'refuse']) {
      await connect()
      await act(end)
    }
    const id = idOf(await connect())
    await world.control('POST', 'clock', { advanceMs: 60_000 })
    await expect.poll(() => replies().at(-1)).toMatchObject({ response: 'reject', response_source: 'automatic' })
    expect(lastCall()).toMatchObject({ id, status: 'FAILED' })
    expect(await codeOf(connect())).toBe(138006)
    const bubbles = listOf((await world.control('GET', chat)).body['data']).map((row) => fieldsOf(row))
    expect(bubbles.filter(({ message }) => fieldsOf(message)['type'] === 'call_reminder')).toHaveLength(1)
  })

  it('of a customer ring until the business takes or refuses them, open the window and let it ask anew', async () => {
    await world.control('POST', 'clock', { advanceMs: 48 * HOUR })
    const { body } = await act('call')
    const id = String(body['id'])
    await expect.poll(lastCall).toMatchObject({ id, event: 'connect', direction: 'USER_INITIATED' })
    const session = sampleSession('answer')
    const other = { ...session, sdp: `${session.sdp}a=x\r\n` }
    expect((await calls({ call_id: id, action: 'pre_accept', session })).status).toBe(200)
    expect(await codeOf(calls({ call_id: id, action: 'accept', session: other }))).toBe(100)
    expect((await calls({ call_id: id, action: 'accept', session })).status).toBe(200)
    expect(await codeOf(calls({ call_id: id, action: 'reject' }))).toBe(100)
    await act('hang-up')
    await expect.poll(lastCall).toMatchObject({ id, event: 'terminate', status: 'COMPLETED' })
    expect([(await ask()).status, await codeOf(ask())]).toEqual([200, 138009])
    await act('call')
    await world.control('POST', 'clock', { advanceMs: 60_000 })
    await expect.poll(lastCall).toMatchObject({ event: 'terminate', status: 'FAILED' })
    expect(lastCall()).not.toHaveProperty('duration')
  })

  it('let the business call back where it has said so, and are off where they are switched off', async () => {
    const calling = (settings: Fields) => world.graph('POST', `${SALES}/settings`, { calling: settings })
    await calling({ status: 'ENABLED', callback_permission_status: 'ENABLED' })
    await act('call')
    await expect.poll(() => replies().at(-1)).toMatchObject({ response: 'accept', response_source: 'automatic' })
    await act('hang-up')
    await calling({ status: 'DISABLED' })
    expect(await codeOf(connect())).toBe(138000)
  })
})

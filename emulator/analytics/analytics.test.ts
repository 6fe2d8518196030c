import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { fieldsOf, listOf } from '../json.ts'
import { errorOf, SALES, startTestWorld, type TestWorld, text, WABA } from '../testing.ts'

const LUCIA = '5215512345678'
let world: TestWorld
let template = ''
beforeAll(async () => {
  world = await startTestWorld()
  const [row] = listOf((await world.graph('GET', `${WABA}/message_templates?name=${NAME}&fields=id`)).body['data'])
  template = String(fieldsOf(row)['id'])
  await world.write('lucia', { kind: 'text', text: 'hola' })
  await world.send(text(LUCIA))
  await world.send(text(LUCIA))
  const sent = await world.send({
    to: LUCIA,
    type: 'template',
    template: { name: NAME, language: { code: 'es_MX' }, components: COMPONENTS },
  })
  await world.send(text('5215599990026'))
  const wamid = String(fieldsOf(listOf(sent.body['messages'])[0])['id'])
  await vi.waitFor(() => expect(world.emulator.world.messages.get(wamid)?.status).toBe('delivered'))
  await world.control('POST', `phones/lucia/chats/${SALES}/read`, {})
  await world.write('lucia', { kind: 'press', target: wamid, buttonId: '0' })
})
afterAll(() => world.close())

const NAME = 'bienvenida_solicitud'
const COMPONENTS = [
  { type: 'header', parameters: [{ type: 'text', text: 'A-1' }] },
  { type: 'body', parameters: ['Lucía', '$ 1'].map((value) => ({ type: 'text', text: value })) },
]

const day = 86_400
const span = () => {
  const now = Math.floor(world.emulator.world.clock.now() / 1000)
  return { start: now - day, end: now + day }
}
const asField = (metric: string, more = '') => {
  const { start, end } = span()
  return world.graph('GET', `${WABA}?fields=${metric}.start(${start}).end(${end})${more}`)
}
const pointsOf = (value: unknown) => listOf(fieldsOf(listOf(fieldsOf(value)['data'])[0])['data_points'])

describe('what is added up of what happened', () => {
  it('messages that left and arrived', async () => {
    const { body } = await asField('analytics', '.granularity(DAY)')
    const told = fieldsOf(body['analytics'])
    expect(told).toMatchObject({ granularity: 'DAY', phone_numbers: ['525550001000', '541150002000'] })
    expect(listOf(told['data_points'])).toMatchObject([{ sent: 3, delivered: 3 }])
    const templates = await asField('analytics', '.granularity(DAY).product_types([0])')
    expect(listOf(fieldsOf(templates.body['analytics'])['data_points'])).toMatchObject([{ sent: 1 }])
  })
  it('conversations: one of a category and a person within a day', async () => {
    const { body } = await asField(
      'conversation_analytics',
      '.granularity(DAILY).dimensions(["CONVERSATION_CATEGORY","CONVERSATION_DIRECTION"])',
    )
    expect(pointsOf(body['conversation_analytics'])).toMatchObject([
      { conversation_category: 'SERVICE', conversation_direction: 'USER_INITIATED', conversation: 1, cost: 0 },
      { conversation_category: 'UTILITY', conversation_direction: 'BUSINESS_INITIATED', conversation: 1 },
    ])
  })
  it('templates: sent, delivered, read, tapped, and what they cost', async () => {
    const { start, end } = span()
    const asked = `start=${start}&end=${end}&granularity=daily&template_ids=[${template}]`
    const { body } = await world.graph('GET', `${WABA}/template_analytics?${asked}`)
    expect(pointsOf(body)).toMatchObject([
      {
        template_id: template,
        ...{ sent: 1, delivered: 1, read: 1 },
        clicked: [{ type: 'quick_reply_button', count: 1 }],
        cost: [{ type: 'amount_spent', value: expect.any(Number) }, { type: 'cost_per_delivered' }, {}],
      },
    ])
    const some = await world.graph('GET', `${WABA}/template_analytics?${asked}&metric_types=sent,read`)
    expect(Object.keys(fieldsOf(pointsOf(some.body)[0]))).toEqual(['template_id', 'start', 'end', 'sent', 'read'])
  })
  it('calls that were taken', async () => {
    const call = (act: string) => world.control('POST', `phones/lucia/chats/${SALES}/call`, { act })
    await call('call')
    await call('hang-up')
    const { body } = await asField('call_analytics', '.granularity(DAILY)')
    expect(pointsOf(body['call_analytics'])).toEqual([])
  })
})

it.each([
  ['analytics', '.granularity(WEEK)'],
  ['conversation_analytics', '.granularity(DAY)'],
  ['template_analytics', '.granularity(DAILY)'],
  ['template_analytics', '.granularity(DAILY).template_ids([1,2,3,4,5,6,7,8,9,10,11])'],
  ['call_analytics', ''],
])('%s%s is refused', async (metric, more) => {
  expect(errorOf(await asField(metric, more))).toMatchObject({ code: 100 })
})

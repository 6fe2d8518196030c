import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Fields, fieldsOf, listOf } from '../json.ts'
import { SALES, startTestWorld, type TestWorld } from '../testing.ts'

let world: TestWorld
beforeEach(async () => {
  world = await startTestWorld()
})
afterEach(() => world.close())

const news = (): Fields[] => world.receiver.values().flatMap((value) => listOf(value['groups']).map(fieldsOf))
const types = () => news().map(({ type }) => type)
const open = async (phones: readonly string[]) => {
  const made = await world.control('POST', 'groups', { number: SALES, subject: 'Obra', phones })
  return String(made.body['id'])
}
const text = (to: string) => ({ recipient_type: 'group', to, type: 'text', text: { body: 'Hola a todos' } })

it('a group is created as asked, and what came of it is told', async () => {
  const asked = await world.graph('POST', `${SALES}/groups`, { messaging_product: 'whatsapp', subject: 'Obra' })
  expect(asked.body['request_id']).toEqual(expect.any(String))
  await expect.poll(types).toEqual(['group_create'])
  const [created] = news()
  expect(created).toMatchObject({ request_id: asked.body['request_id'], subject: 'Obra' })
  const id = String(created?.['group_id'])
  expect((await world.graph('GET', id)).body).toMatchObject({ subject: 'Obra', total_participant_count: 0 })
  expect((await world.graph('POST', id, { subject: 'Obra norte' })).status).toBe(200)
  expect((await world.graph('GET', `${id}/invite_link`)).body['invite_link']).toMatch(
    /^https:\/\/chat\.whatsapp\.com\//,
  )
  expect((await world.graph('DELETE', id)).status).toBe(200)
  await expect.poll(types).toEqual(['group_create', 'group_settings_update', 'group_delete'])
})

it('what one of them writes is told with who wrote it and where; whoever left cannot', async () => {
  const id = await open(['lucia'])
  await world.control('POST', `groups/${id}/messages`, { phone: 'lucia', text: 'hola' })
  await expect.poll(() => world.receiver.messages()).toMatchObject([{ group_id: id, text: { body: 'hola' } }])
  await world.control('POST', `groups/${id}/participants`, { phone: 'lucia', in: false })
  expect((await world.control('POST', `groups/${id}/messages`, { phone: 'lucia', text: 'x' })).status).toBe(409)
  await expect.poll(types).toEqual(['group_create', 'group_participants_add', 'group_participants_remove'])
})

it('a message to a group needs the group’s window, and is reported person by person', async () => {
  const id = await open(['lucia'])
  expect((await world.send(text(id))).status).toBe(400)
  await world.control('POST', `groups/${id}/messages`, { phone: 'lucia', text: 'hola' })
  expect((await world.send(text(id))).body).toMatchObject({ contacts: [{ wa_id: id }] })
  await expect
    .poll(() =>
      world.receiver.statuses().map(({ status, recipient_type }) => `${String(recipient_type)} ${String(status)}`),
    )
    .toEqual(['group sent', 'group delivered'])
  await world.control('POST', `groups/${id}/read`, { phone: 'lucia' })
  await expect.poll(() => world.receiver.statuses().at(-1)).toMatchObject({ status: 'read', recipient_id: id })
  const location = { recipient_type: 'group', to: id, type: 'location', location: { latitude: 1, longitude: 1 } }
  expect((await world.send(location)).status).toBe(400)
  await world.control('POST', `groups/${id}/suspend`, {})
  expect((await world.send(text(id))).status).toBeGreaterThanOrEqual(400)
})

it('a message to a group is billed for each whom it reaches, and says so', async () => {
  const id = await open(['lucia', 'rodrigo'])
  await world.control('POST', `groups/${id}/messages`, { phone: 'lucia', text: 'hola' })
  await world.control('PATCH', 'phones/rodrigo', { online: false })
  await world.send(text(id))
  const bill = async () => listOf((await world.control('GET', 'charges')).body['charges']).map(fieldsOf)
  await expect.poll(bill).toMatchObject([{ category: 'service', phoneNumberId: SALES }])
  await world.control('PATCH', 'phones/rodrigo', { online: true })
  await world.control('POST', `groups/${id}/read`, { phone: 'rodrigo' })
  expect(await bill()).toHaveLength(2)
  await expect
    .poll(() => world.receiver.statuses().map(({ status, pricing }) => [status, fieldsOf(pricing)['category']]))
    .toEqual([
      ['sent', 'service'],
      ['delivered', 'service'],
      ['delivered', 'service'],
      ['read', undefined],
    ])
})

it('a group that asks lets in whom the business lets in', async () => {
  const made = await world.control('POST', 'groups', { number: SALES, subject: 'Obra', asks: true })
  const id = String(made.body['id'])
  for (const phone of ['lucia', 'rodrigo', 'julian'])
    await world.control('POST', `groups/${id}/participants`, { phone, in: true })
  expect((await world.control('POST', `groups/${id}/participants`, { phone: 'lucia', in: true })).status).toBe(409)
  await world.control('POST', `groups/${id}/participants`, { phone: 'julian', in: false })
  const waiting = async () => listOf((await world.graph('GET', `${id}/join_requests`)).body['data']).map(fieldsOf)
  const [lucia, rodrigo] = (await waiting()).map((row) => row['join_request_id'])
  const approved = await world.graph('POST', `${id}/join_requests`, { join_requests: [lucia, 'none'] })
  expect(approved.body).toMatchObject({
    approved_join_requests: [lucia],
    failed_join_requests: [{ join_request_id: 'none' }],
  })
  expect((await world.graph('DELETE', `${id}/join_requests`, { join_requests: [rodrigo] })).body).toMatchObject({
    rejected_join_requests: [rodrigo],
  })
  expect(await waiting()).toEqual([])
  expect((await world.graph('GET', id)).body).toMatchObject({ total_participant_count: 1 })
  await expect
    .poll(types)
    .toEqual([
      'group_create',
      'group_join_request_created',
      'group_join_request_created',
      'group_join_request_created',
      'group_join_request_revoked',
      'group_participants_add',
    ])
})

const phone = async (id: string) => (await world.control('GET', `phones/${id}`)).body
const rowOn = async (id: string) => fieldsOf(listOf((await phone(id))['groups'])[0])
const threadOn = async (id: string, group: string) =>
  listOf((await world.control('GET', `phones/${id}/groups/${group}`)).body['data']).map(fieldsOf)

it('a phone has its groups in its list, and of each what was said while it was in it', async () => {
  const id = await open(['lucia'])
  await world.control('POST', `groups/${id}/messages`, { phone: 'lucia', text: 'antes' })
  await world.control('POST', `groups/${id}/participants`, { phone: 'rodrigo', in: true })
  await world.control('POST', `groups/${id}/messages`, { phone: 'lucia', text: 'hola' })
  expect(await rowOn('rodrigo')).toMatchObject({
    ...{ id, subject: 'Obra', standing: 'in', unread: 1 },
    members: [{ name: 'Lucía Paredes' }, { name: 'Rodrigo Maldonado' }],
    last: { from: 'member', writer: { name: 'Lucía Paredes' }, message: { text: { body: 'hola' } } },
  })
  expect(await threadOn('rodrigo', id)).toMatchObject([
    { kind: 'group_line', message: { group_line: { what: 'joined', is_you: true } } },
    { from: 'member', message: { text: { body: 'hola' } } },
  ])
  await world.control('POST', `groups/${id}/read`, { phone: 'rodrigo' })
  expect(await rowOn('rodrigo')).toMatchObject({ unread: 0 })
  await world.control('POST', `groups/${id}/participants`, { phone: 'rodrigo', in: false })
  await world.control('POST', `groups/${id}/messages`, { phone: 'lucia', text: 'después' })
  expect(await rowOn('rodrigo')).toMatchObject({ standing: 'out', last: { kind: 'group_line' } })
  expect(await rowOn('julian')).toEqual({})
})

it('a message has two ticks once it is with everybody, blue ones once everybody and the business have read it', async () => {
  const id = await open(['lucia', 'rodrigo'])
  const ticks = async () => (await threadOn('lucia', id)).at(-1)?.['status']
  await world.control('PATCH', 'phones/rodrigo', { online: false })
  const said = await world.control('POST', `groups/${id}/messages`, { phone: 'lucia', text: 'hola' })
  expect(await ticks()).toBe('sent')
  await world.control('PATCH', 'phones/rodrigo', { online: true })
  expect(await ticks()).toBe('delivered')
  await world.control('POST', `groups/${id}/read`, { phone: 'rodrigo' })
  expect(await ticks()).toBe('delivered')
  const read = { messaging_product: 'whatsapp', status: 'read', message_id: said.body['wamid'] }
  expect((await world.graph('POST', `${SALES}/messages`, read)).status).toBe(200)
  expect(await ticks()).toBe('read')
})

it('what is written without a connection leaves when there is one', async () => {
  const id = await open(['lucia'])
  await world.control('PATCH', 'phones/lucia', { online: false })
  await world.control('POST', `groups/${id}/messages`, { phone: 'lucia', text: 'hola' })
  expect((await threadOn('lucia', id)).at(-1)).toMatchObject({ status: 'waiting' })
  await world.control('PATCH', 'phones/lucia', { online: true })
  await expect.poll(() => world.receiver.messages()).toMatchObject([{ group_id: id, text: { body: 'hola' } }])
})

it('somebody reacts, answers, corrects and takes back, and the business is told where', async () => {
  const id = await open(['lucia', 'rodrigo'])
  const write = (body: Fields) => world.control('POST', `groups/${id}/messages`, body)
  const target = (await write({ phone: 'lucia', text: 'hola' })).body['wamid']
  await write({ phone: 'rodrigo', kind: 'reaction', target, emoji: '👍' })
  await write({ phone: 'rodrigo', kind: 'text', text: 'qué tal', replyTo: target })
  expect((await write({ phone: 'rodrigo', kind: 'revoke', target })).status).toBe(400)
  await write({ phone: 'lucia', kind: 'edit', target, text: 'Hola' })
  await write({ phone: 'lucia', kind: 'image', sample: true, caption: 'la obra' })
  expect((await threadOn('lucia', id)).slice(-3)).toMatchObject([
    { wamid: target, edited: true, reactions: [{ from: 'member', emoji: '👍' }], message: { text: { body: 'Hola' } } },
    { replyTo: target, from: 'member' },
    { from: 'customer', kind: 'image', message: { image: { caption: 'la obra' } } },
  ])
  await write({ phone: 'lucia', kind: 'revoke', target })
  await expect
    .poll(() => world.receiver.messages().map(({ type, group_id }) => [type, group_id]))
    .toEqual(['text', 'reaction', 'text', 'edit', 'image', 'revoke'].map((type) => [type, id]))
  expect(world.receiver.messages()[2]).toMatchObject({ context: { id: target, from: '5215512345678' } })
})

it('who follows the link sees the group, comes in or asks; a suspended one takes nobody and nothing', async () => {
  const id = await open(['lucia'])
  const link = String((await world.graph('GET', `${id}/invite_link`)).body['invite_link'])
  const code = link.split('/').at(-1)
  const seen = () => world.control('GET', `phones/rodrigo/invitations/${code}`)
  expect((await seen()).body).toMatchObject({ id, subject: 'Obra', standing: 'none', asks: false, isFull: false })
  await world.control('POST', `groups/${id}/suspend`, {})
  expect((await world.control('POST', `groups/${id}/participants`, { phone: 'rodrigo', in: true })).status).toBe(409)
  expect((await world.control('POST', `groups/${id}/messages`, { phone: 'lucia', text: 'x' })).status).toBe(409)
  await world.control('POST', `groups/${id}/suspend`, { suspended: false })
  await world.control('POST', `groups/${id}/participants`, { phone: 'rodrigo', in: true })
  expect((await seen()).body).toMatchObject({ standing: 'in' })
  expect((await world.control('GET', 'phones/rodrigo/invitations/none')).status).toBe(404)
})

it('the business pins up to three messages; the oldest goes, and each for its days', async () => {
  const id = await open(['lucia'])
  const wamids: unknown[] = []
  for (const text of ['1', '2', '3', '4'])
    wamids.push((await world.control('POST', `groups/${id}/messages`, { phone: 'lucia', text })).body['wamid'])
  const pin = (message_id: unknown, more: Fields = {}) =>
    world.send({ recipient_type: 'group', to: id, type: 'pin', pin: { type: 'pin', message_id, ...more } })
  const pins = async () => (await world.control('GET', `phones/lucia/groups/${id}`)).body['pins']
  for (const wamid of wamids) expect((await pin(wamid)).status).toBe(200)
  expect(await pins()).toEqual(wamids.slice(1))
  expect((await pin(wamids[3], { type: 'unpin' })).status).toBe(200)
  expect(await pins()).toEqual(wamids.slice(1, 3))
  expect((await pin('wamid.none')).status).toBe(400)
  expect((await pin(wamids[0], { expiration_days: 31 })).status).toBe(400)
  await world.control('POST', 'clock', { advanceMs: 8 * 24 * 3_600_000 })
  expect(await pins()).toEqual([])
})

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
      ['read', 'service'],
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

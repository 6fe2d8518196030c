import { afterEach, beforeEach, expect, it } from 'vitest'
import { errorOf, startTestWorld, type TestWorld, WABA } from '../testing.ts'

let world: TestWorld
beforeEach(async () => void (world = await startTestWorld()))
afterEach(() => world.close())

it.each([
  ['America/Los_Angeles', '1'],
  ['America/Bogota', '43'],
  ['Europe/Madrid', '55'],
  ['America/Mexico_City', '94'],
  ['Asia/Kathmandu', '0'],
])('an account in %s has the time zone %s', async (timeZone, id) => {
  await world.control('PUT', 'account', { timeZone })
  expect((await world.graph('GET', `${WABA}?fields=timezone_id`)).body['timezone_id']).toBe(id)
})

it('changes and looks at single templates two hundred times an hour, no more', async () => {
  const { body } = await world.graph('GET', `${WABA}/message_templates?limit=1`)
  const [{ id } = { id: '' }] = body['data'] as { id: string }[]
  for (let times = 0; times < 200; times++) expect((await world.graph('GET', `${id}`)).status).toBe(200)
  const refused = await world.graph('GET', `${id}`)
  expect([refused.status, errorOf(refused)['code']]).toEqual([400, 80007])
  await world.control('POST', 'clock', { advanceMs: 3_600_001 })
  expect((await world.graph('GET', `${id}`)).status).toBe(200)
})

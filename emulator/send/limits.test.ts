import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Fields, fieldsOf, listOf } from '../json.ts'
import { SALES, startTestWorld, type TestWorld, text } from '../testing.ts'

let world: TestWorld
beforeEach(async () => {
  world = await startTestWorld()
  await world.control('PUT', 'faults', { rates: false, strangers: 'reachable' })
})
afterEach(() => world.close())

const HOUR = 3_600_000
const LUCIA = '5215512345678'
const wait = (advanceMs: number) => world.control('POST', 'clock', { advanceMs })
const stranger = (index: number) => `57300${String(1_001_000 + index)}`
const reminder = (to: string) => ({
  to: `+${to}`,
  type: 'template',
  template: {
    name: 'appointment_reminder',
    language: { code: 'en_US' },
    components: [{ type: 'body', parameters: ['a', 'b', 'c'].map((each) => ({ type: 'text', text: each })) }],
  },
})
const offer = (to = LUCIA): Fields => ({
  to: `+${to}`,
  type: 'template',
  template: {
    name: 'campana_referidos',
    language: { code: 'es' },
    components: [{ type: 'body', parameters: [{ type: 'text', text: 'Ana' }] }],
  },
})
/** Sends and waits for what becomes of it: a status, or the code it failed with. */
async function fateOf(body: Fields): Promise<unknown> {
  const { body: answer } = await world.send(body)
  const id = fieldsOf(listOf(answer['messages'])[0])['id']
  const own = () => world.receiver.statuses().filter((status) => status['id'] === id && status['status'] !== 'sent')
  await expect.poll(() => own().length).toBeGreaterThan(0)
  return fieldsOf(listOf(own()[0]?.['errors'])[0])['code'] ?? own()[0]?.['status']
}

describe("the portfolio's limit", () => {
  const limit = (messagingLimit: string) => world.control('PUT', 'account', { messagingLimit, timeZone: 'UTC' })
  const many = async (from: number, to: number) => {
    const bodies = Array.from({ length: to - from }, (_, index) => reminder(stranger(from + index)))
    await Promise.all(bodies.map((body) => world.send(body)))
  }
  it('lets 250 people be written to first in a moving day, over all numbers', async () => {
    await limit('TIER_250')
    await many(0, 249)
    expect(await fateOf(reminder(stranger(249)))).toBe('delivered')
    expect(await fateOf(reminder(stranger(250)))).toBe(131048)
    expect(await fateOf(reminder(stranger(0)))).toBe('delivered')
    await world.write('lucia', { kind: 'text', text: 'hola' })
    expect(await fateOf(reminder(LUCIA))).toBe('delivered')
    expect(await fateOf(text(`+${LUCIA}`))).toBe('delivered')
    await wait(24 * HOUR)
    expect(await fateOf(reminder(stranger(250)))).toBe('delivered')
  })
  it('is raised six hours after half of it was used, and told', async () => {
    await limit('TIER_250')
    await many(0, 125)
    await wait(6 * HOUR)
    expect(world.emulator.world.account.of(world.emulator.world.wabas.first).messagingLimit).toBe('TIER_2K')
    const told = () =>
      world.receiver
        .values()
        .map((value) => value['max_daily_conversations_per_business'])
        .filter((tier) => tier !== undefined)
    await expect.poll(told).toEqual(['TIER_250', 'TIER_2K'])
    const { body } = await world.graph('GET', `${SALES}?fields=whatsapp_business_manager_messaging_limit`)
    expect(body).toMatchObject({ whatsapp_business_manager_messaging_limit: 'TIER_2K' })
  })
  it('stays while a number is red, or the business unverified', async () => {
    await limit('TIER_250')
    await world.control('PATCH', `numbers/${SALES}`, { quality: 'RED' })
    await many(0, 125)
    await wait(6 * HOUR)
    expect(world.emulator.world.account.of(world.emulator.world.wabas.first).messagingLimit).toBe('TIER_250')
  })
})

describe('marketing', () => {
  beforeEach(async () => void (await world.control('PATCH', 'templates/campana_referidos', { status: 'APPROVED' })))

  it('reaches one person three times a day, and as told', async () => {
    for (let count = 0; count < 3; count += 1) expect(await fateOf(offer())).toBe('delivered')
    expect(await fateOf(offer())).toBe(131049)
    await wait(24 * HOUR)
    expect(await fateOf(offer())).toBe('delivered')
    await world.control('PUT', 'account', { marketingCap: 1 })
    expect(await fateOf(offer())).toBe(131049)
    await world.control('PUT', 'account', { marketingCap: 'none' })
    expect(await fateOf(offer())).toBe('delivered')
  })
  it('reaches somebody who never opens it only once', async () => {
    for (let count = 0; count < 5; count += 1) {
      expect(await fateOf(offer())).toBe('delivered')
      await wait(24 * HOUR)
    }
    expect(await fateOf(offer())).toBe('delivered')
    expect(await fateOf(offer())).toBe(131049)
  })
  it('does not count within a window the person has opened', async () => {
    await world.write('lucia', { kind: 'text', text: 'hola' })
    for (let count = 0; count < 5; count += 1) expect(await fateOf(offer())).toBe('delivered')
  })
  it.each([
    ['who had enough of others', { capped: true }, 131049],
    ['in an experiment', { experiment: true }, 130472],
  ])('fails for somebody %s', async (_, change, code) => {
    await world.control('PATCH', 'phones/lucia', change)
    expect(await fateOf(offer())).toBe(code)
    expect(await fateOf(reminder(LUCIA))).toBe('delivered')
  })
  it('ends when the person says stop and begins again when they resume, told by webhook', async () => {
    const stop = (stopped: boolean) => world.control('POST', `phones/lucia/chats/${SALES}/marketing`, { stopped })
    await stop(true)
    expect((await world.control('GET', 'phones/lucia')).body['chats']).toMatchObject([{ stoppedMarketing: true }])
    expect(await fateOf(offer())).toBe(131050)
    await stop(false)
    expect(await fateOf(offer())).toBe('delivered')
    const preferences = world.receiver.values().flatMap((value) => listOf(value['user_preferences']))
    expect(preferences).toMatchObject([
      { category: 'marketing_messages', value: 'stop', wa_id: LUCIA, timestamp: expect.any(Number) },
      { value: 'resume' },
    ])
  })
})

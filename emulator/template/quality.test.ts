import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Fields, fieldsOf, listOf } from '../json.ts'
import { errorOf, SALES, startTestWorld, type TestWorld } from '../testing.ts'
import { qualityOf } from './quality.ts'

let world: TestWorld
beforeEach(async () => {
  world = await startTestWorld()
  await world.control('PUT', 'faults', { rates: false })
  await world.control('PUT', 'account', { marketingCap: 'none' })
})
afterEach(() => world.close())

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NAME = 'campana_referidos'
const numbers = ['5215512345678', '5215587654321', '5491144443333', '34600111222']
const phones = ['lucia', 'rodrigo', 'julian', 'noelia']
const wait = (advanceMs: number) => world.control('POST', 'clock', { advanceMs })
const campaign = () => [...world.emulator.world.templates.all()].find(({ name }) => name === NAME)
const set = (change: Fields) => world.control('PATCH', `templates/${NAME}`, change)
const send = (to: string | undefined) =>
  world.send({
    to: `+${to}`,
    type: 'template',
    template: {
      name: NAME,
      language: { code: 'es' },
      components: [{ type: 'body', parameters: [{ type: 'text', text: 'Ana' }] }],
    },
  })
const statusOf = (answer: { body: Fields }) => fieldsOf(listOf(answer.body['messages'])[0])['message_status']
const sent = (count: number) =>
  expect.poll(() => world.receiver.statuses().filter(({ status }) => status === 'delivered')).toHaveLength(count)
const updates = () => world.receiver.values().filter((value) => value['event'] !== undefined)
const block = (phone: string | undefined, blocked = true) =>
  world.control('POST', `phones/${phone}/chats/${SALES}/block`, { blocked })

describe('quality', () => {
  it.each<[string, number, number, number, string]>([
    ['falls to red with two blocks in ten', 10, 2, 9, 'RED'],
    ['to yellow with one', 10, 1, 9, 'YELLOW'],
    ['and when nobody reads', 40, 0, 1, 'YELLOW'],
    ['is good after ten messages', 10, 0, 5, 'GREEN'],
    ['stays unknown before', 9, 0, 5, 'UNKNOWN'],
  ])('%s', (_, count, blocks, read, quality) => {
    expect(qualityOf(count, blocks, read, 'UNKNOWN')).toBe(quality)
  })
  it('that is red pauses a template for three hours, then for six, and then disables it', async () => {
    await set({ status: 'APPROVED' })
    for (const [title, hours] of [
      ['FIRST_PAUSE', 3],
      ['SECOND_PAUSE', 6],
    ] as const) {
      for (const number of numbers) await send(number)
      await expect
        .poll(() => [...world.emulator.world.messages.all()].every(({ status }) => status !== 'waiting'))
        .toBe(true)
      for (const phone of phones.slice(0, 2)) await block(phone)
      expect(campaign()).toMatchObject({ status: 'PAUSED', quality: 'RED' })
      expect(errorOf(await send(numbers[2]))).toMatchObject({ code: 132015 })
      await expect.poll(() => updates().at(-1)).toMatchObject({ event: 'PAUSED', other_info: { title } })
      for (const phone of phones.slice(0, 2)) await block(phone, false)
      await wait(hours * HOUR)
      await expect.poll(() => updates().at(-1)).toMatchObject({ event: 'APPROVED', other_info: { title: 'UNPAUSED' } })
    }
    await set({ quality: 'RED' })
    await expect
      .poll(() => updates().at(-1))
      .toMatchObject({ event: 'DISABLED', disable_info: {}, other_info: { title: 'DISABLED' } })
    expect(world.receiver.values().filter((value) => value['new_quality_score'] === 'RED')).toHaveLength(3)
    expect(errorOf(await send(numbers[2]))).toMatchObject({ code: 132016 })
  })
})

describe('pacing', () => {
  const pace = (outcome: string) => world.control('PUT', 'account', { pacing: { sample: 1, decideMs: HOUR, outcome } })
  it('holds what follows the first messages and lets it go', async () => {
    await pace('own')
    await set({ status: 'APPROVED' })
    await set({ quality: 'UNKNOWN' })
    expect(statusOf(await send(numbers[0]))).toBe('accepted')
    expect(statusOf(await send(numbers[1]))).toBe('held_for_quality_assessment')
    await sent(1)
    await wait(HOUR)
    await sent(2)
    expect(statusOf(await send(numbers[2]))).toBe('accepted')
  })
  it('drops it with 132015 when the first were received badly, until somebody unpauses', async () => {
    await pace('drop')
    await set({ status: 'APPROVED' })
    await set({ quality: 'UNKNOWN' })
    await send(numbers[0])
    await send(numbers[1])
    await sent(1)
    await wait(HOUR)
    await expect
      .poll(() => world.receiver.statuses().at(-1))
      .toMatchObject({ status: 'failed', errors: [{ code: 132015 }] })
    expect(campaign()).toMatchObject({ status: 'PAUSED' })
    const id = String(campaign()?.id)
    expect((await world.graph('POST', `${id}/unpause`)).body).toEqual({ success: true })
    expect(campaign()).toMatchObject({ status: 'APPROVED' })
  })
})

describe('an idle template', () => {
  it('is put away after a year and deleted 28 days later, unless somebody takes it out', async () => {
    const codes = ['appointment_reminder', 'confirmacao_pagamento'].map((name) =>
      [...world.emulator.world.templates.all()].find((template) => template.name === name),
    )
    const [kept, lost] = codes.map((template) => String(template?.id))
    await wait(336 * DAY) // those of the demonstration are a month old
    await expect.poll(() => updates().filter(({ event }) => event === 'ARCHIVED').length).toBeGreaterThan(1)
    await world.graph('POST', `${kept}/unarchive`)
    await wait(28 * DAY)
    expect((await world.graph('GET', String(lost))).status).toBe(400)
    expect((await world.graph('GET', String(kept))).body).toMatchObject({ status: 'APPROVED' })
  })
})

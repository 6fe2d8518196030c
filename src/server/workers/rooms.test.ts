import { expect, test } from 'vitest'
import { SALES } from '#core/loop/scene.ts'
import { createRooms } from './rooms.ts'
import type { EffectOf } from './worker.ts'

const message = (priority: 0 | 1 | 2, lineId = SALES.lineId) =>
  ({ kind: 'deliver', lineId, priority }) as EffectOf<'deliver'>
const campaign = (count: number) => Array.from({ length: count }, () => message(2))

test('a line has room for about a second, and agents have a room of their own', async () => {
  const rooms = createRooms(() => [SALES])
  expect(rooms.free()).toEqual([{ lineId: SALES.lineId, urgent: 100, unhurried: 100 }])
  const taken = rooms.taken(campaign(100))
  expect(taken.isAll).toBe(false)
  const ends: (() => void)[] = []
  const work = taken.effects.map((effect) => rooms.hold(effect, () => new Promise<void>((end) => ends.push(end))))
  expect(rooms.free()).toEqual([{ lineId: SALES.lineId, urgent: 100, unhurried: 0 }])
  expect(rooms.isWorthwhile()).toBe(false)
  for (const end of ends.splice(0, 20)) end()
  await Promise.all(work.slice(0, 20))
  expect(rooms.isWorthwhile()).toBe(true)
  expect(rooms.free()).toEqual([{ lineId: SALES.lineId, urgent: 100, unhurried: 20 }])
  expect(rooms.taken([]).isAll).toBe(true)
})

test('a paused line has none', () => {
  const paused = { ...SALES, pausedAt: 1 as typeof SALES.pausedAt }
  expect(createRooms(() => [paused]).free()).toEqual([])
})

import { hours } from '#base/time.ts'
import type { Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { refuse } from './errors.ts'

/**
 * Management calls of one app on one account in a moving hour (Cloud API, Rate limits, 2026-05): the account itself and its
 * lists have the higher one, as soon as the account has a number; all else the lower one.
 */
const CALLS_PER_HOUR = { account: 5_000, other: 200 } as const

const calls = new WeakMap<World, Map<string, number[]>>()

/** Counts a management call. Throws Meta's refusal when it is one too many; that one is not counted. */
export function countManagement(world: World, waba: Waba, kind: keyof typeof CALLS_PER_HOUR): void {
  const counted = calls.get(world) ?? new Map<string, number[]>()
  const key = `${waba.id} ${kind}`
  calls.set(world, counted)
  const since = world.clock.now() - hours(1)
  const recent = (counted.get(key) ?? []).filter((at) => at > since)
  if (recent.length >= CALLS_PER_HOUR[kind])
    throw refuse(80007, `No more than ${CALLS_PER_HOUR[kind]} of these calls can be made in an hour.`)
  counted.set(key, [...recent, world.clock.now()])
}

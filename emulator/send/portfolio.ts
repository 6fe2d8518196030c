import { days, hours } from '#base/time.ts'
import { type MessagingLimit, messagingLimits } from '../world/account.ts'
import { tellAccount } from '../webhook/tell.ts'
import type { World } from '../world/world.ts'

/** Unique people first written to are counted over a moving 24 hours (Cloud API, Messaging limits, 2026-05). */
const COUNTED_MS = hours(24)
/** "Half of the limit within seven days" raises it "within six hours", quality permitting (same page). */
const RAISE_SHARE = 0.5
const RAISE_LOOK_BACK_MS = days(7)
const RAISE_AFTER_MS = hours(6)
const ladder = Object.keys(messagingLimits) as MessagingLimit[]

/** How many people the whole portfolio has written to first, and how many more it may. */
export type Portfolio = {
  /** Takes a place for a phone or address without an open window; `false` when there is none left. */
  readonly take: (person: string) => boolean
  /** People written to first within the last 24 hours. */
  readonly used: () => number
}

/** Counts from acceptance on, so that what is under way holds its place. */
export function openPortfolio(world: World): Portfolio {
  /** When each person was last written to first, oldest first. */
  const places = new Map<string, number>()
  const now = world.clock.now()
  for (const { send, phone, at, status } of world.messages.all()) {
    if (send?.opens && status !== 'failed' && now - at < RAISE_LOOK_BACK_MS) place(phone ?? send.recipient, at)
  }
  function place(person: string, at: number): void {
    places.delete(person)
    places.set(person, at)
  }
  const countSince = (since: number): number => {
    let count = 0
    for (const at of places.values()) if (at > since) count += 1
    return count
  }
  let usedCache = { at: Number.NaN, count: 0 }
  const used = (): number => {
    const at = world.clock.now()
    if (usedCache.at !== at) usedCache = { at, count: countSince(at - COUNTED_MS) }
    return usedCache.count
  }
  world.agenda.on('raise-limit', () => raise(world, countSince(world.clock.now() - RAISE_LOOK_BACK_MS)))

  return {
    used,
    take: (person) => {
      const { messagingLimit } = world.account.get()
      const limit = messagingLimits[messagingLimit]
      if (limit === Number.POSITIVE_INFINITY) return true
      const at = world.clock.now()
      const isNew = at - (places.get(person) ?? Number.NEGATIVE_INFINITY) >= COUNTED_MS
      const count = used()
      if (isNew && count >= limit) return false
      place(person, at)
      if (isNew) usedCache = { at, count: count + 1 }
      if (isNew && count + 1 === Math.ceil(limit * RAISE_SHARE))
        world.agenda.plan('raise-limit', messagingLimit, at + RAISE_AFTER_MS)
      return true
    },
  }
}

/** The next limit, when half of this one was used and no number of the portfolio is red; unverified ones stay at 250. */
function raise(world: World, count: number): void {
  const { messagingLimit, verified } = world.account.get()
  const next = ladder[ladder.indexOf(messagingLimit) + 1]
  const isGood = [...world.numbers.all()].every(({ quality }) => quality !== 'RED')
  if (next === undefined || !verified || !isGood || count < messagingLimits[messagingLimit] * RAISE_SHARE) return
  setMessagingLimit(world, next)
}

/** Another limit is told with `business_capability_update`; numbers per account are only told at 250 (cloud-api §2.5). */
export function setMessagingLimit(world: World, limit: MessagingLimit): void {
  if (limit === world.account.get().messagingLimit) return
  world.account.change({ messagingLimit: limit })
  tellAccount(world, 'business_capability_update', {
    max_daily_conversations_per_business: limit,
    ...(limit === 'TIER_250' ? { max_phone_numbers_per_business: 2 } : { max_phone_numbers_per_waba: 20 }),
  })
}

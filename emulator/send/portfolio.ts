import { days, hours } from '#base/time.ts'
import { type MessagingLimit, messagingLimits } from '../world/account.ts'
import { tellAccount } from '../webhook/tell.ts'
import type { Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'

/** Unique people first written to are counted over a moving 24 hours (Cloud API, Messaging limits, 2026-05). */
const COUNTED_MS = hours(24)
/** "Half of the limit within seven days" raises it "within six hours", quality permitting (same page). */
const RAISE_SHARE = 0.5
const RAISE_LOOK_BACK_MS = days(7)
const RAISE_AFTER_MS = hours(6)
const ladder = Object.keys(messagingLimits) as MessagingLimit[]

/** How many people each portfolio has written to first, over all its accounts and numbers, and how many more it may. */
export type Portfolios = {
  /** Takes a place for a phone or address without an open window; `false` when there is none left. */
  readonly take: (waba: Waba, person: string) => boolean
}

/** Counts from acceptance on, so that what is under way holds its place. */
export function openPortfolios(world: World): Portfolios {
  const counts = new Map<string, Count>()
  const countOf = (businessId: string): Count => {
    const known = counts.get(businessId) ?? newCount()
    counts.set(businessId, known)
    return known
  }
  const now = world.clock.now()
  for (const { send, phone, number, at, status } of world.messages.all()) {
    if (!send?.opens || status === 'failed' || now - at >= RAISE_LOOK_BACK_MS) continue
    const { businessId } = world.wabas.of(world.numbers.get(number) ?? {})
    countOf(businessId).place(phone ?? send.recipient, at)
  }
  world.agenda.on('raise-limit', ({ subject }) => {
    const [waba] = world.wabas.inPortfolio(subject)
    if (waba !== undefined) raise(world, waba, countOf(subject).since(world.clock.now() - RAISE_LOOK_BACK_MS))
  })

  return {
    take: (waba, person) => {
      const limit = messagingLimits[world.account.of(waba).messagingLimit]
      if (limit === Number.POSITIVE_INFINITY) return true
      const at = world.clock.now()
      const count = countOf(waba.businessId)
      const isNew = at - count.lastAt(person) >= COUNTED_MS
      const used = count.used(at)
      if (isNew && used >= limit) return false
      count.place(person, at)
      if (isNew) count.note(at, used + 1)
      if (isNew && used + 1 === Math.ceil(limit * RAISE_SHARE))
        world.agenda.plan('raise-limit', waba.businessId, at + RAISE_AFTER_MS)
      return true
    },
  }
}

type Count = {
  readonly place: (person: string, at: number) => void
  /** When somebody was last written to first; long ago when never. */
  readonly lastAt: (person: string) => number
  readonly since: (since: number) => number
  /** People written to first within the last 24 hours; remembered for the instant it was asked at. */
  readonly used: (at: number) => number
  readonly note: (at: number, used: number) => void
}

function newCount(): Count {
  const places = new Map<string, number>()
  let known = { at: Number.NaN, used: 0 }
  const since = (from: number): number => {
    let count = 0
    for (const at of places.values()) if (at > from) count += 1
    return count
  }
  return {
    place: (person, at) => {
      places.delete(person)
      places.set(person, at)
    },
    lastAt: (person) => places.get(person) ?? Number.NEGATIVE_INFINITY,
    since,
    used: (at) => {
      if (known.at !== at) known = { at, used: since(at - COUNTED_MS) }
      return known.used
    },
    note: (at, used) => {
      known = { at, used }
    },
  }
}

/** The next limit, when half of this one was used and no number of the portfolio is red; unverified ones stay at 250. */
function raise(world: World, waba: Waba, count: number): void {
  const { messagingLimit, verified } = world.account.of(waba)
  const next = ladder[ladder.indexOf(messagingLimit) + 1]
  const isGood = [...world.numbers.all()].every(
    (number) => number.quality !== 'RED' || world.wabas.of(number).businessId !== waba.businessId,
  )
  if (next === undefined || !verified || !isGood || count < messagingLimits[messagingLimit] * RAISE_SHARE) return
  setMessagingLimit(world, waba, next)
}

/**
 * Another limit of a portfolio is told each of its accounts with `business_capability_update`; numbers per account are only
 * told at 250 (cloud-api §2.5).
 */
export function setMessagingLimit(world: World, waba: Waba, limit: MessagingLimit): void {
  if (limit === world.account.of(waba).messagingLimit) return
  world.account.change(waba, { messagingLimit: limit })
  for (const told of world.wabas.inPortfolio(waba.businessId))
    tellAccount(world, told, 'business_capability_update', {
      max_daily_conversations_per_business: limit,
      ...(limit === 'TIER_250' ? { max_phone_numbers_per_business: 2 } : { max_phone_numbers_per_waba: 20 }),
    })
}

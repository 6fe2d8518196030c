import { days, hours } from '#base/time.ts'
import type { BusinessNumber, Phone } from '../world/model.ts'
import type { World } from '../world/world.ts'

/** A day of marketing for one person: Meta's cap moves and is not published; these figures are made up. */
const COUNTED_MS = hours(24)
const MOST_A_DAY = 3
/** Somebody who opens none of their last messages gets less. */
const LEFT_UNREAD = 5
const MOST_WHEN_UNREAD = 1
const LOOK_BACK_MS = days(30)

/**
 * Whether this person has had enough marketing (131049). Counted over all numbers; what was sent within a window the
 * person had opened does not count (Cloud API, Per-user marketing limits, 2025-11).
 */
export function hasEnoughMarketing(world: World, phone: Phone): boolean {
  if (phone.capped) return true
  const { marketingCap } = world.account.of(world.wabas.first)
  if (marketingCap === 'none') return false
  const now = world.clock.now()
  const recent = marketingTo(world, phone).filter(({ at }) => now - at < LOOK_BACK_MS)
  const today = recent.filter(({ at }) => now - at < COUNTED_MS).length
  if (typeof marketingCap === 'number') return today >= marketingCap
  const last = recent.slice(-LEFT_UNREAD)
  const isUnread = last.length === LEFT_UNREAD && last.every(({ seen }) => !seen)
  return today >= (isUnread ? MOST_WHEN_UNREAD : MOST_A_DAY)
}

const marketingTo = (world: World, phone: Phone) =>
  [...world.numbers.all()]
    .flatMap((number: BusinessNumber) => world.chats.messages(phone.id, number.id))
    .filter(({ send, status }) => send?.opens && send.pricing?.category.startsWith('marketing') && status !== 'failed')
    .toSorted((a, b) => a.at - b.at)

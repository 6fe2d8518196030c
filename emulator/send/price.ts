import { hours } from '#base/time.ts'
import type { Chat, Pricing, Template } from '../world/model.ts'
import type { World } from '../world/world.ts'

/** The service window: 24 hours from the customer's last message (Cloud API, Customer service windows, 2025-11). */
export const SERVICE_WINDOW_MS = hours(24)
/** The free entry point window: 72 hours from the answer to somebody who came by an advertisement (same page). */
const FREE_ENTRY_MS = hours(72)

/**
 * From here on Meta charges service messages, and utility templates also inside the service window (Meta, Pricing
 * updates, 2026-10-01). By the account's time zone; the emulator takes UTC.
 */
const CHARGED_SINCE = Date.UTC(2026, 9, 1)
/** "1,000 free service messages" per number and month from then on (same page). */
const FREE_SERVICE_PER_MONTH = 1_000
/**
 * How a service message within that allowance is marked is documented nowhere that we found; the word Meta used for free
 * service messages before is the likeliest.
 */
const FREE_ALLOWANCE_TYPE = 'free_customer_service'

export const isWindowOpen = (chat: Chat | null, now: number): boolean =>
  chat?.lastUserAt != null && now - chat.lastUserAt < SERVICE_WINDOW_MS

/** End of the free entry point window as it is when the business sends now; `null` when there is none. */
export function freeUntil(chat: Chat | null, now: number): number | null {
  if (chat === null) return null
  if (chat.freeUntil !== null && now < chat.freeUntil) return chat.freeUntil
  const answersInTime = chat.adClickAt !== null && now - chat.adClickAt < SERVICE_WINDOW_MS
  return answersInTime ? now + FREE_ENTRY_MS : null
}

/** What Meta will say about the price of a message sent now. Service messages are counted per number and month. */
export function priceOf(world: World, number: string, template: Template | null, chat: Chat | null): Pricing {
  const now = world.clock.now()
  const category = template === null ? 'service' : template.category.toLowerCase()
  const type = priceType(world, number, category, chat, now)
  return { billable: type === 'regular', pricing_model: 'PMP', type, category }
}

function priceType(world: World, number: string, category: string, chat: Chat | null, now: number): string {
  if (freeUntil(chat, now) !== null) return 'free_entry_point'
  if (now < CHARGED_SINCE) {
    const free = category === 'service' || (category === 'utility' && isWindowOpen(chat, now))
    return free ? 'free_customer_service' : 'regular'
  }
  if (category !== 'service') return 'regular'
  return countService(world, number, now) <= FREE_SERVICE_PER_MONTH ? FREE_ALLOWANCE_TYPE : 'regular'
}

/** The how-manieth service message of this number in this month this is. */
function countService(world: World, number: string, now: number): number {
  const table = world.store.table<{ count: number }>('service-counts')
  const key = `${number}|${new Date(now).toISOString().slice(0, 7)}`
  const count = (table.get(key)?.count ?? 0) + 1
  table.put(key, { count })
  return count
}

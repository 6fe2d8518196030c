import { hours } from '#base/time.ts'
import { freeUntil, isWindowOpen } from '../send/window.ts'
import { calendarOf } from '../world/local-time.ts'
import type { Chat, Pricing, Template } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { policyAt, priceType } from './policy.ts'

/** Until 2025-07 a conversation of one category was paid once for 24 hours (Meta, Conversation-based pricing). */
const CONVERSATION_MS = hours(24)

/**
 * What Meta says about the price of a message sent now: decided once, when the message is accepted, and the same on every
 * status that carries it. Whether the window or the monthly allowance is looked at then or on delivery is not documented.
 */
export function priceOf(world: World, number: string, template: Template | null, chat: Chat | null): Pricing {
  const now = world.clock.now()
  const category = template === null ? 'service' : template.category.toLowerCase()
  const policy = policyAt(calendarOf(timeZoneOf(world, number)), now)
  const type = priceType(policy, {
    category,
    isWindowOpen: isWindowOpen(chat, now),
    isFreeEntry: freeUntil(chat, now) !== null,
    freeServiceUsed: serviceMessages(world, number, now),
  })
  if (category === 'service' && type === 'free_customer_service') countService(world, number, now)
  const billable = type === 'regular' && (policy.model === 'PMP' || opensConversation(world, chat, category, now))
  return { billable, pricing_model: policy.model, type, category }
}

/** Bills are written by the clock of the account a number belongs to. */
export const timeZoneOf = (world: Pick<World, 'account' | 'wabas' | 'numbers'>, number: string): string =>
  world.account.of(world.wabas.of(world.numbers.get(number) ?? {})).timeZone

type Count = { readonly count: number }

const countKey = (world: World, number: string, now: number): string =>
  `${number}|${calendarOf(timeZoneOf(world, number)).monthOf(now)}`

const serviceMessages = (world: World, number: string, now: number): number =>
  world.store.table<Count>('service-counts').get(countKey(world, number, now))?.count ?? 0

function countService(world: World, number: string, now: number): void {
  const count = serviceMessages(world, number, now) + 1
  world.store.table<Count>('service-counts').put(countKey(world, number, now), { count })
}

/** Whether this message begins a conversation that is paid for; people without a phone here always begin one. */
function opensConversation(world: World, chat: Chat | null, category: string, now: number): boolean {
  if (chat === null) return true
  if ((chat.paidUntil?.[category] ?? 0) > now) return false
  const paidUntil = { ...chat.paidUntil, [category]: now + CONVERSATION_MS }
  world.chats.change(chat.phone, chat.number, { paidUntil })
  return true
}

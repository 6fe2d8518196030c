import type { Fields } from '../json.ts'
import type { BusinessNumber, CallbackOverride } from '../world/model.ts'
import type { World } from '../world/world.ts'

/** The account's subscription by the app; overrides of a WABA live here. */
export type Subscription = { readonly subscribed: boolean; readonly override: CallbackOverride | null }

export const subscriptionOf = (world: World): Subscription =>
  world.store.table<Subscription>('subscription').get(world.waba.id) ?? { subscribed: true, override: null }

export const digitsOfNumber = (number: BusinessNumber): string => number.displayPhoneNumber.replace(/\D/g, '')

/** Tells the business something that happened on one of its numbers. `key` keeps one customer's updates in order. */
export function tellNumber(world: World, number: BusinessNumber, key: string, value: Fields, field = 'messages'): void {
  const { subscribed, override } = subscriptionOf(world)
  const url = number.override?.url ?? override?.url ?? world.app.callbackUrl
  if (!subscribed || url === null) return
  const metadata = { display_phone_number: digitsOfNumber(number), phone_number_id: number.id }
  world.webhooks.enqueue({
    at: world.clock.now(),
    url,
    wabaId: number.wabaId,
    field,
    key: `${number.id}|${key}`,
    value: { messaging_product: 'whatsapp', metadata, ...value },
  })
}

/** Tells the business something about the account: templates, quality, names. `beside` stands outside of `value`. */
export function tellAccount(world: World, field: string, value: Fields, beside: Fields = {}): void {
  const { subscribed } = subscriptionOf(world)
  if (!subscribed || world.app.callbackUrl === null) return
  const { app, clock, waba } = world
  const url = app.callbackUrl ?? ''
  world.webhooks.enqueue({ at: clock.now(), url, wabaId: waba.id, field, key: field, value, beside })
}

import type { Fields } from '../json.ts'
import type { BusinessNumber, CallbackOverride, Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'

/** An account's subscription by the app; overrides of a WABA live here. */
export type Subscription = { readonly subscribed: boolean; readonly override: CallbackOverride | null }

/** The app hears of the first account from the beginning, of others once they are subscribed. */
export const subscriptionOf = (world: World, { id }: Waba): Subscription =>
  world.store.table<Subscription>('subscription').get(id) ?? { subscribed: id === world.wabas.first.id, override: null }

/** Where the app hears, and of what, as it said last; no fields: of everything. `null`: it does not hear any more. */
export type KeptCallback = { readonly url: string | null; readonly fields?: readonly string[] }

const hears = (world: World, field: string): boolean =>
  world.store.table<KeptCallback>('callback').get(world.app.id)?.fields?.includes(field) ?? true

export const digitsOfNumber = (number: BusinessNumber): string => number.displayPhoneNumber.replace(/\D/g, '')

/** Tells the business something that happened on one of its numbers. `key` keeps one customer's updates in order. */
export function tellNumber(world: World, number: BusinessNumber, key: string, value: Fields, field = 'messages'): void {
  const { subscribed, override } = subscriptionOf(world, world.wabas.of(number))
  const url = number.override?.url ?? override?.url ?? world.app.callbackUrl
  if (!subscribed || url === null || !hears(world, field)) return
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

/** Tells the business something about an account: templates, quality, names. `beside` stands outside of `value`. */
export function tellAccount(world: World, waba: Waba, field: string, value: Fields, beside: Fields = {}): void {
  const { subscribed } = subscriptionOf(world, waba)
  if (!subscribed || world.app.callbackUrl === null || !hears(world, field)) return
  const { app, clock } = world
  const url = app.callbackUrl ?? ''
  world.webhooks.enqueue({ at: clock.now(), url, wabaId: waba.id, field, key: field, value, beside })
}

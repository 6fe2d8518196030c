import type { Fields } from '../json.ts'
import type { BusinessNumber, Phone } from '../world/model.ts'
import { userIdIn } from '../world/user-id.ts'
import type { World } from '../world/world.ts'

/** A customer in `contacts[]`; a hidden phone shows no `wa_id` (Business-scoped user IDs, 2026-05). */
export const contactOf = (world: World, number: BusinessNumber, phone: Phone, withUsername = true): Fields => ({
  profile: { name: phone.name, ...(withUsername && phone.username !== null ? { username: phone.username } : {}) },
  ...(phone.hidden ? {} : { wa_id: phone.waId }),
  user_id: userIdIn(world, number, phone),
  ...(phone.hidden ? { country_code: phone.country } : {}),
})

/** Who a message is from: `from` is left out for a hidden phone. */
export const senderOf = (world: World, number: BusinessNumber, phone: Phone): Fields => ({
  ...(phone.hidden ? {} : { from: phone.waId }),
  from_user_id: userIdIn(world, number, phone),
})

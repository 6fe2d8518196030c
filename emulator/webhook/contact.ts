import type { Fields } from '../json.ts'
import type { Phone } from '../world/model.ts'

/** A customer in `contacts[]`; a hidden phone shows no `wa_id` (Business-scoped user IDs, 2026-05). */
export const contactOf = (phone: Phone, withUsername = true): Fields => ({
  profile: { name: phone.name, ...(withUsername && phone.username !== null ? { username: phone.username } : {}) },
  ...(phone.hidden ? {} : { wa_id: phone.waId }),
  user_id: phone.userId,
  ...(phone.hidden ? { country_code: phone.country } : {}),
})

/** Who a message is from: `from` is left out for a hidden phone. */
export const senderOf = (phone: Phone): Fields => ({
  ...(phone.hidden ? {} : { from: phone.waId }),
  from_user_id: phone.userId,
})

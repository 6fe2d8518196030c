import type { Instant } from '#base/time.ts'
import type { ContactId } from '../account/account.ts'
import type { ChannelId } from '../line/line.ts'
import type { World } from '../loop/world.ts'
import { type Address, addressKey, type Contact, type PastAddress } from './contact.ts'
import { variantsOf } from './phone-variants.ts'

/** Who had this phone last, now that nobody has it in that spelling; null: somebody has, or nobody ever had. */
function pastHolder(world: World, address: Address): { readonly contact: Contact; readonly past: PastAddress } | null {
  const key = addressKey(address)
  const contactId = world.contactByPastAddress.get(key)
  const contact = contactId === undefined ? undefined : world.contacts.get(contactId)
  const past = contact?.past?.find((other) => addressKey(other) === key)
  return contact && past ? { contact, past } : null
}

const pastHolders = (world: World, channel: ChannelId, phone: string) =>
  variantsOf(phone).flatMap((value) => pastHolder(world, { channel, kind: 'phone', value }) ?? [])

/**
 * Whether the contact was seen with this phone before it was given up, by them or by whoever had it after them: nothing
 * leads there any more. In the very second of giving up, only another than who gave it up can have been the next. What
 * somebody types now is never late.
 */
export function isPast(world: World, contactId: ContactId, { channel, kind, value, since }: Address): boolean {
  if (kind !== 'phone' || since === undefined) return false
  return pastHolders(world, channel, value).some(({ contact, past }) =>
    contact.contactId === contactId ? since <= past.until : since < past.until,
  )
}

/** Whoever gave up this phone later than `at`: what comes from it at that instant is theirs. Null: nobody. */
export function holderAt(world: World, channel: ChannelId, phone: string, at: Instant): Contact | null {
  return pastHolders(world, channel, phone).find(({ past }) => at < past.until)?.contact ?? null
}

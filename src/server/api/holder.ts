import type { AccountId, ContactId } from '#core/account/account.ts'
import { addressOf, type Contact, type Place, type Sender, userIdAt } from '#core/contact/contact.ts'
import { facing } from '#core/contact/part.ts'
import type { ApiParts } from './call.ts'

/** Whoever has the place of a contact now: they themselves, or whom they are a part of. Null: there is nobody of that id. */
export async function holderOf(
  { views }: Pick<ApiParts, 'views'>,
  accountId: AccountId,
  id: ContactId,
): Promise<Contact | null> {
  const contact = await views.contact(accountId, id)
  return contact?.joined ? holderOf({ views }, accountId, contact.joined.into) : contact
}

/** How a part of somebody is reached, or, where that is no more, the whole; null: nobody is. */
export function senderOf(holder: Contact, part: ContactId, place: Place): Sender | null {
  const faced = facing(holder, part)
  const phone = addressOf(faced, 'phone')?.value ?? null
  const userId = (userIdAt(faced, place) ?? (phone === null ? addressOf(faced, 'user-id') : null))?.value ?? null
  return phone === null && userId === null ? null : { userId, phone, name: null, username: null }
}

import type { ContactId } from '#core/account/account.ts'
import { addressOf, type Contact, displayName } from '#core/contact/contact.ts'
import { facing } from '#core/contact/part.ts'
import { useMe } from '../../session/session.ts'
import { phoneWords } from '../phone.ts'

/** One of two: a contact by itself, or a part of it. */
type Named = { readonly name: string; readonly contact: Contact; readonly of?: ContactId }

/** What two are called where they stand side by side: with their phones, where their names are the same. */
export function useNames(one: Named, other: Named): readonly [string, string] {
  const country = useMe().account.country
  const withPhone = ({ name, contact, of }: Named): string => {
    const phone = addressOf(facing(contact, of), 'phone')
    return phone ? `${name} (${phoneWords(phone.value, country)})` : name
  }
  return one.name === other.name ? [withPhone(one), withPhone(other)] : [one.name, other.name]
}

export const named = (contact: Contact): Named => ({ name: displayName(contact), contact })

import type { ContactId } from '#core/account/account.ts'
import { addressOf, type Contact } from '#core/contact/contact.ts'
import { facing } from '#core/contact/part.ts'
import { useMe } from '../../session/session.ts'
import { phoneWords } from '../phone.ts'
import { useName } from '../use-name.ts'

/** One of two: a contact by itself, or a part of it, which has a name of its own. */
type Named = { readonly contact: Contact; readonly part?: { readonly id: ContactId; readonly name: string } }

/**
 * What two are called where they stand side by side: with their phones, where their names are the same, and with these as
 * WhatsApp writes them, where people write them the same.
 */
export function useNames(one: Named, other: Named): readonly [string, string] {
  const country = useMe().account.country
  const nameOf = useName()
  const names = [one, other].map(({ contact, part }) => part?.name ?? nameOf(contact))
  const phones = [one, other].map(({ contact, part }) => addressOf(facing(contact, part?.id), 'phone')?.value)
  const spelled = phones.map((phone) => phone && phoneWords(phone, country))
  const isSpelledAlike = spelled[0] === spelled[1] || spelled[0] === names[0]
  const both = names.map((name, index) => {
    const phone = isSpelledAlike ? phones[index] && `+${phones[index]}` : spelled[index]
    return names[0] === names[1] && phone && phone !== name ? `${name} (${phone})` : name
  })
  return [both[0] ?? '', both[1] ?? '']
}

import type { RecipientView } from '#contract/recipient.ts'
import type { AccountId, ContactId } from '#core/account/account.ts'
import { addressOf, type Contact } from '#core/contact/contact.ts'
import { fromContactView } from '#contract/convert-contact.ts'

/** Whom an agent chose to write to. */
export type Person = {
  readonly to: { readonly contactId: ContactId } | { readonly phone: string }
  /** Null: nobody we know yet. */
  readonly contact: Contact | null
  /** Their name, or the number in the way people write it. */
  readonly name: string
  /** Digits; null: they hide it. */
  readonly phone: string | null
}

type NameOf = (contact: Contact) => string

export const knownPerson = (contact: Contact, nameOf: NameOf): Person => ({
  to: { contactId: contact.contactId },
  contact,
  name: nameOf(contact),
  phone: addressOf(contact, 'phone')?.value ?? null,
})

/** Whoever has the number that was typed; null: none was. */
export function personAt({ phone, contact: view }: RecipientView, accountId: AccountId, nameOf: NameOf): Person | null {
  if (phone === null) return null
  const contact = view && fromContactView(view, accountId)
  const name = contact ? nameOf(contact) : phone.shown
  return { to: { phone: phone.e164 }, contact, name, phone: phone.e164.slice(1) }
}

/** Whether somebody means a number by this rather than a name: digits and what people put between them. */
export const isNumber = (typed: string): boolean => /^[+\d\s().\p{Pd}/]+$/u.test(typed) && /\d/.test(typed)

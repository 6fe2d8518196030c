import type { Contact } from '#core/contact/contact.ts'

/** What a contact can be found by: names, username and phone digits, without accents and capitals. */
export const searchTextOf = (contact: Contact): string =>
  [
    contact.listed?.name ?? null,
    contact.name,
    contact.username,
    ...contact.addresses.filter(({ kind }) => kind === 'phone').map(({ value }) => value),
  ]
    .filter((part) => part !== null)
    .map(folded)
    .join('\n')

/**
 * The parts that must all occur in a contact's search text. A question of digits and what people put between them is one
 * phone number: "+52 (55) 1234" asks for 52551234. Empty for an empty question.
 */
export function searchPartsOf(question: string): readonly string[] {
  const phone = question.replace(/[\s\p{Pd}().+/]/gu, '')
  if (/^\d{2,}$/.test(phone)) return [phone]
  return folded(question)
    .split(/\s+/)
    .filter((part) => part !== '')
}

/** "José Ñandú" and "JOSE NANDU" become the same. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

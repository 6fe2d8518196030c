import type { ContactCard, Content } from '#core/message/content.ts'
import { type Json, listOf, objectOf, objectsIn, textOf } from './json.ts'

/** Contact cards inside a message (cloud-api §2.3); null when the list is missing, empty or holds something else. */
export function readCards(value: unknown): Content | null {
  const cards = listOf(value).map(objectOf)
  if (cards.length === 0 || !cards.every((card) => card !== null)) return null
  // cloud-api §1.12: somebody's own card, given on request.
  const own = cards.length === 1 && cards[0]?.['origin'] === 'contact_request'
  return { kind: 'contacts', contacts: cards.map(readCard), ...(own && { own }) }
}

function readCard(card: Json): ContactCard {
  const phones = objectsIn(card['phones']).flatMap((entry) => {
    const waId = textOf(entry['wa_id'])
    const phone = textOf(entry['phone']) ?? waId
    return phone === null ? [] : [{ phone, type: textOf(entry['type']), waId }]
  })
  const organisation = textOf(objectOf(card['org'])?.['company'])
  return {
    name: nameOf(objectOf(card['name'])) || organisation || phones[0]?.phone || '',
    phones,
    emails: objectsIn(card['emails']).flatMap((each) => textOf(each['email']) ?? []),
    organisation,
  }
}

const NAME_PARTS = ['prefix', 'first_name', 'middle_name', 'last_name', 'suffix']

function nameOf(name: Json | null): string {
  if (name === null) return ''
  return textOf(name['formatted_name']) ?? NAME_PARTS.flatMap((part) => textOf(name[part]) ?? []).join(' ')
}

/** A card as Meta wants it: besides the formatted name at least one other part of the name [K]. */
export const renderCard = (card: ContactCard) => ({
  name: { formatted_name: card.name, first_name: card.name },
  phones: card.phones.map(({ phone, type, waId }) => ({
    phone,
    ...(type !== null && { type }),
    ...(waId !== null && { wa_id: waId }),
  })),
  ...(card.emails.length > 0 && { emails: card.emails.map((email) => ({ email })) }),
  ...(card.organisation !== null && { org: { company: card.organisation } }),
})

import type { Built } from './built.ts'

const EMPTY = '…'
const or = (text: string): string => (text.trim() === '' ? EMPTY : text)

/** What is being built with dots where nothing has been written, so that the bubble shows its shape from the first key on. */
export function filledIn(built: Built): Built {
  switch (built.kind) {
    case 'buttons':
      return {
        ...built,
        body: or(built.body),
        buttons: built.buttons.map((each) => ({ ...each, title: or(each.title) })),
      }
    case 'list':
      return { ...built, body: or(built.body), button: or(built.button) }
    case 'link':
    case 'form':
      return { ...built, body: or(built.body), label: or(built.label) }
    case 'carousel':
      return {
        ...built,
        body: or(built.body),
        cards: built.cards.map((card) =>
          card.kind === 'link' ? { ...card, label: or(card.label) } : { ...card, productId: or(card.productId) },
        ),
      }
    case 'product':
      return { ...built, productId: or(built.productId) }
    case 'products':
      return {
        ...{ ...built, header: or(built.header), body: or(built.body) },
        sections: built.sections.map((each) => ({ ...each, productIds: each.productIds.map(or) })),
      }
    case 'order-details':
      return { ...built, body: or(built.body), items: built.items.map((item) => ({ ...item, name: or(item.name) })) }
    case 'contacts':
      return { ...built, contacts: built.contacts.map((card) => ({ ...card, name: or(card.name) })) }
    case 'location':
      return Number.isNaN(built.latitude)
        ? { ...built, latitude: 0, longitude: 0, address: built.address ?? EMPTY }
        : built
    default:
      return { ...built, body: or(built.body ?? '') }
  }
}

import type { OutgoingContent } from '#contract/content.ts'
import { type Instant, toIso } from '#base/time.ts'
import type { Content, Header, InteractiveContent, Media } from '#core/message/content.ts'

/** What the builder makes: the core's own content, of which not all need be right yet. */
export type Built = InteractiveContent | Extract<Content, { kind: 'location' | 'contacts' }>
export type BuiltOf<Kind extends Built['kind']> = Extract<Built, { kind: Kind }>

/** What is chosen in the gallery: a kind, but for the two sorts of carousel. */
export type Choice = Exclude<Built['kind'], 'carousel'> | 'cards' | 'product-cards'

export const choiceOf = (built: Built): Choice => {
  if (built.kind !== 'carousel') return built.kind
  return built.cards[0]?.kind === 'product' ? 'product-cards' : 'cards'
}

/** A content as the API asks for it: files by their ids, instants as text. */
export function askedOf(built: Built): OutgoingContent {
  switch (built.kind) {
    case 'buttons':
    case 'link':
    case 'form':
    case 'address-request':
      return { ...built, header: headerOf(built.header) } as OutgoingContent
    case 'order-details': {
      const expires = built.expires && { ...built.expires, at: isoOf(built.expires.at) }
      return { ...built, header: headerOf(built.header), expires } as OutgoingContent
    }
    case 'order-status':
      return { ...built, payment: built.payment && { ...built.payment, at: isoOf(built.payment.at) } }
    case 'carousel': {
      const cards = built.cards.map((card) => (card.kind === 'link' ? { ...card, picture: byId(card.picture) } : card))
      return { ...built, cards }
    }
    default:
      return built as OutgoingContent
  }
}

const isoOf = (at: Instant): string => toIso(at)
const headerOf = (header: Header | null) => (header === null || typeof header === 'string' ? header : byId(header))

const byId = <Kind extends string>({ kind, media }: { readonly kind: Kind; readonly media: Media }) => ({
  kind,
  mediaId: media.mediaId,
})

import type { Frame } from './frame.ts'
import type { Media } from './media.ts'
import type { OrderDetails, OrderStatus } from './payment.ts'

export type Button = { readonly id: string; readonly title: string }
export type ListRow = { readonly id: string; readonly title: string; readonly description: string | null }
export type ListSection = { readonly title: string | null; readonly rows: readonly ListRow[] }

type PlainFrame = Frame & { readonly header: string | null }

/** Where a form begins: as it is published, on a screen with something filled in, or where our server says. */
export type FormStart =
  | { readonly kind: 'first' }
  | {
      readonly kind: 'screen'
      readonly screen: string
      readonly data: Readonly<Record<string, unknown>> | null
    }
  | { readonly kind: 'server' }

export type CarouselCard =
  | {
      readonly kind: 'link'
      readonly picture: { readonly kind: 'image' | 'video'; readonly media: Media }
      readonly body: string | null
      readonly label: string
      readonly url: string
    }
  | { readonly kind: 'product'; readonly catalogId: string; readonly productId: string }

/** What we send that a contact can tap and answer. */
export type InteractiveContent =
  | (Frame & {
      readonly kind: 'buttons'
      /** 1–3. */
      readonly buttons: readonly Button[]
    })
  | (PlainFrame & {
      readonly kind: 'list'
      /** The label that opens the list. */
      readonly button: string
      readonly sections: readonly ListSection[]
    })
  /** One button that opens an address. */
  | (Frame & { readonly kind: 'link'; readonly label: string; readonly url: string })
  /** Asks where somebody is; the answer is a location. */
  | { readonly kind: 'location-request'; readonly body: string }
  /** Asks somebody without a visible phone for it; the answer is a contact card. */
  | { readonly kind: 'contact-request'; readonly body: string }
  /** Asks whether we may call. */
  | { readonly kind: 'call-request'; readonly body: string | null }
  /** A button that calls us; `minutes` is how long it works, `label` null leaves both to WhatsApp. */
  | {
      readonly kind: 'call-button'
      readonly body: string
      readonly label: string | null
      readonly minutes: number | null
    }
  /** Asks for a postal address; `known` fills the form in advance, by Meta's names of its fields. */
  | (Frame & {
      readonly kind: 'address-request'
      /** ISO 3166-1, two letters. */
      readonly country: string
      readonly known: Readonly<Record<string, string>>
    })
  | {
      readonly kind: 'product'
      readonly body: string | null
      readonly footer: string | null
      readonly catalogId: string
      readonly productId: string
    }
  | (PlainFrame & {
      readonly kind: 'products'
      readonly header: string
      readonly catalogId: string
      readonly sections: readonly { readonly title: string | null; readonly productIds: readonly string[] }[]
    })
  /** The whole catalogue; `thumbnailId` is the product whose picture stands for it, null the first one. */
  | {
      readonly kind: 'catalogue'
      readonly body: string
      readonly footer: string | null
      readonly thumbnailId: string | null
    }
  /** 2–10 cards of one sort. */
  | { readonly kind: 'carousel'; readonly body: string; readonly cards: readonly CarouselCard[] }
  | (Frame & {
      readonly kind: 'form'
      /** The label that opens it. */
      readonly label: string
      /** By id, or by name. */
      readonly form: { readonly id: string } | { readonly name: string }
      /** Comes back with the answer. */
      readonly token: string
      readonly start: FormStart
      /** A form that is not published yet: only for trying out. */
      readonly draft: boolean
    })
  | OrderDetails
  | OrderStatus

/** The files a content of ours is sent with besides its main one: a header, or the cards of a carousel. */
export function filesOfInteractive(content: InteractiveContent): readonly Media[] {
  if (content.kind === 'carousel')
    return content.cards.flatMap((card) => (card.kind === 'link' ? [card.picture.media] : []))
  const header = 'header' in content ? content.header : null
  return header === null || typeof header === 'string' ? [] : [header.media]
}

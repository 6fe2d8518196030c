import type { ContentKind } from '../content.ts'

/*
 * What Meta takes from us. Source unless said otherwise: cloud-api §1.3 (message types) and §1.4 (interactive), from
 * Meta's Cloud API documentation and OpenAPI v23.0, compiled 2026-11-22. Lengths are counted in UTF-16 code units, since
 * Meta says "characters" and this is the strictest reading. "MB" and "KB" are taken as 1024² and 1024 bytes [K].
 */
const KB = 1024
const MB = 1024 * KB

/** §1.3 text. */
export const TEXT_LENGTH = 4096
/** §1.3 image, video, document. */
export const CAPTION_LENGTH = 1024
/** §1.4 common header and footer. */
export const HEADER_LENGTH = 60
export const FOOTER_LENGTH = 60
/** §1.4: 1024, but 4096 in a list. */
export const BUTTONS_BODY_LENGTH = 1024
export const LIST_BODY_LENGTH = 4096
/** §1.4 button. */
export const BUTTONS_MAX = 3
export const BUTTON_TITLE_LENGTH = 20
export const BUTTON_ID_LENGTH = 256
/** §1.4 list; rows are counted over all sections. */
export const LIST_BUTTON_LENGTH = 20
export const LIST_SECTIONS_MAX = 10
export const LIST_ROWS_MAX = 10
export const LIST_SECTION_TITLE_LENGTH = 24
export const LIST_ROW_ID_LENGTH = 200
export const LIST_ROW_TITLE_LENGTH = 24
export const LIST_ROW_DESCRIPTION_LENGTH = 72
/** §1.4 cta_url and voice_call: what stands on the button; how long a call button works. */
export const LINK_LABEL_LENGTH = 20
export const CALL_BUTTON_MINUTES_MAX = 43_200
/** Meta says it for templates (§3.1); for messages it is unverified. */
export const URL_LENGTH = 2000
/** §1.4 address_message. Singapore had it too, and may again [U]. */
export const ADDRESS_COUNTRIES: readonly string[] = ['IN']
/** §1.4 product, product_list, catalog_message. */
export const PRODUCT_SECTIONS_MAX = 10
export const PRODUCTS_MAX = 30
export const PRODUCT_ID_LENGTH = 100
/** §1.4 carousel. */
export const CARDS_MIN = 2
export const CARDS_MAX = 10
export const CARD_BODY_LENGTH = 160
export const CARD_LINE_BREAKS_MAX = 2
/** §1.4 flow: Meta's pages say 20 in one place and 30 in another; the token's length is ours. */
export const FORM_LABEL_LENGTH = 20
export const FORM_TOKEN_LENGTH = 200
/** §1.4 order_details and order_status. */
export const ORDER_REFERENCE = /^[A-Za-z0-9_.-]{1,60}$/
export const ORDER_ITEM_NAME_LENGTH = 60
export const ORDER_WORDS_LENGTH = 120
/** §1.4: sums are in hundredths. Brazil's ways to pay only; India has others, which are not offered here. */
export const ORDER_OFFSET = 100
/** Where a business and whoever pays it must both be. */
export const ORDER_COUNTRIES: readonly string[] = ['BR']
export const ORDER_CURRENCIES: readonly string[] = ['BRL']
/** §1.3 contacts. */
export const CONTACTS_MAX = 257
/** §1.3 sticker: one that stands still. */
export const STILL_STICKER_BYTES = 100 * KB

/** What can be sent, and files by kind: greatest size, and accepted types as `acceptsMime` reads them. */
export type Abilities = {
  readonly sends: readonly ContentKind[]
  readonly media: Readonly<
    Record<
      'image' | 'video' | 'audio' | 'document' | 'sticker',
      { readonly mimes: readonly string[]; readonly maxBytes: number }
    >
  >
}

/** §1.3, with Meta's list of media types. Documents may be of any type in practice [K]. */
export const ABILITIES: Abilities = {
  sends: [
    'text',
    'image',
    'video',
    'audio',
    'document',
    'sticker',
    'location',
    'contacts',
    'reaction',
    'buttons',
    'list',
    'link',
    'location-request',
    'contact-request',
    'call-request',
    'call-button',
    'address-request',
    'product',
    'products',
    'catalogue',
    'carousel',
    'form',
    'order-details',
    'order-status',
    'template',
  ],
  media: {
    image: { mimes: ['image/jpeg', 'image/png'], maxBytes: 5 * MB },
    video: { mimes: ['video/mp4', 'video/3gpp'], maxBytes: 16 * MB },
    audio: { mimes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'], maxBytes: 16 * MB },
    document: { mimes: ['*/*'], maxBytes: 100 * MB },
    /** One that moves; one that stands still is held to `STILL_STICKER_BYTES`. */
    sticker: { mimes: ['image/webp'], maxBytes: 500 * KB },
  },
}

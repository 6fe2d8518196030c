import type { Abilities } from '#channels/channel.ts'

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
/** §1.3 contacts. */
export const CONTACTS_MAX = 257
/** §1.3 sticker: one that stands still. */
export const STILL_STICKER_BYTES = 100 * KB

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

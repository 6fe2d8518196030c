export type MediaRule = { readonly mimes: readonly string[]; readonly maxBytes: number }

const MB = 1024 * 1024

/** What may be sent, and how large (Cloud API reference, Media, "Supported media types", 2025-11). */
export const mediaRules: Readonly<Record<string, MediaRule>> = {
  audio: { mimes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/opus'], maxBytes: 16 * MB },
  image: { mimes: ['image/jpeg', 'image/png'], maxBytes: 5 * MB },
  video: { mimes: ['video/mp4', 'video/3gpp'], maxBytes: 16 * MB },
  sticker: { mimes: ['image/webp'], maxBytes: 500 * 1024 },
  document: {
    mimes: [
      'text/plain',
      'application/pdf',
      'application/vnd.ms-powerpoint',
      'application/msword',
      'application/vnd.ms-excel',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    maxBytes: 100 * MB,
  },
}

/** Every type an upload may have. */
export const uploadable: readonly string[] = Object.values(mediaRules).flatMap((rule) => rule.mimes)

/** The largest size an upload of this type may have; documents when nobody lists it. */
export const maxBytesOf = (mime: string): number =>
  Object.values(mediaRules).find((rule) => rule.mimes.includes(mime))?.maxBytes ?? 100 * MB

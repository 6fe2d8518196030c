/** How a file is sent on WhatsApp, by its type (cloud-api §1.3): what is not a picture, film or sound goes as a document. */
export type FileKind = 'image' | 'video' | 'audio' | 'document'

const LIMITS: Readonly<Record<FileKind, { readonly types: RegExp | null; readonly bytes: number }>> = {
  image: { types: /^image\/(jpeg|png)$/, bytes: 5_000_000 },
  video: { types: /^video\/(mp4|3gpp)$/, bytes: 16_000_000 },
  audio: { types: /^audio\/(aac|amr|mpeg|mp4|ogg|x-m4a)$/, bytes: 16_000_000 },
  document: { types: null, bytes: 100_000_000 },
}

/** The kind a file can go as. A picture too large for a picture goes as a document. */
export function kindOf(file: { readonly type: string; readonly size: number }): FileKind {
  for (const kind of ['image', 'video', 'audio'] as const) {
    const { types, bytes } = LIMITS[kind]
    if (types?.test(file.type) && file.size <= bytes) return kind
  }
  return 'document'
}

export const isTooLarge = (file: { readonly size: number }): boolean => file.size > LIMITS.document.bytes

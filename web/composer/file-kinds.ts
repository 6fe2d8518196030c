/** How a file is sent on WhatsApp, by its type (cloud-api §1.3): what is not a picture, film or sound goes as a document. */
export type FileKind = 'image' | 'video' | 'audio' | 'document'
/** A moving picture at the top of a template is a short film (cloud-api §3.1). */
export type HeaderFileKind = 'image' | 'video' | 'gif' | 'document'

type Limit = { readonly types: RegExp | null; readonly bytes: number }
/** As Meta writes "MB"; taken as 1000² bytes, which is never too much. */
export const FILE_LIMITS: Readonly<Record<FileKind | HeaderFileKind, Limit>> = {
  image: { types: /^image\/(jpeg|png)$/, bytes: 5_000_000 },
  video: { types: /^video\/(mp4|3gpp)$/, bytes: 16_000_000 },
  gif: { types: /^video\/mp4$/, bytes: 3_500_000 },
  audio: { types: /^audio\/(aac|amr|mpeg|mp4|ogg|x-m4a)$/, bytes: 16_000_000 },
  document: { types: null, bytes: 100_000_000 },
}
/** Pixels of a sticker's sides (cloud-api §1.3 [K]); a WebP of another size is a picture. */
export const STICKER_SIDE = 512
/** A heavier one loses its play button (cloud-api §1.3: "play icon only ≤512 KB"); KB taken as 1000 bytes. */
export const VOICE_NOTE_BYTES = 512_000
/** What a file dialogue offers. */
export const ACCEPTED: Readonly<Record<HeaderFileKind, string>> = {
  image: 'image/jpeg,image/png',
  video: 'video/mp4,video/3gpp',
  gif: 'video/mp4',
  document: '',
}

type Known = { readonly type: string; readonly size: number }

/** The kind a file can go as. A picture too large for a picture goes as a document. */
export function kindOf(file: Known): FileKind {
  for (const kind of ['image', 'video', 'audio'] as const) if (misfitOf(file, kind) === null) return kind
  return 'document'
}

/** Why a file cannot go as this; null: it can. */
export function misfitOf(file: Known, kind: FileKind | HeaderFileKind): 'type' | 'size' | 'empty' | null {
  const { types, bytes } = FILE_LIMITS[kind]
  if (types?.test(file.type) === false) return 'type'
  if (file.size === 0) return 'empty'
  return file.size > bytes ? 'size' : null
}

export const isTooLarge = (file: Pick<Known, 'size'>): boolean => file.size > FILE_LIMITS.document.bytes

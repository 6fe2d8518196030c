import { ABILITIES, STILL_STICKER_BYTES } from '#core/message/check/limits.ts'
import { hasTooManyPixels, type Pixels } from '#core/message/media.ts'
import { FILE_LIMITS, type FileKind, kindOf, STICKER_SIDE } from './file-kinds.ts'

/** What is done to a file before it leaves, and what of it whoever sends it should know. */
export type FilePlan =
  | { readonly kind: 'as-it-is'; readonly as: FileKind | 'sticker'; readonly note: FileNote | null }
  /** Drawn anew as a JPEG that WhatsApp takes; if the browser cannot, it goes as a document. */
  | { readonly kind: 'redraw' }
  /** Written anew as Ogg with Opus; likewise. */
  | { readonly kind: 'reencode' }

export type FileNote =
  | 'is-sticker'
  | 'made-smaller'
  | 'made-jpeg'
  | 'made-ogg'
  | 'picture-not-read'
  | 'picture-moves'
  | 'picture-too-large'
  | 'sound-not-read'
  | 'film-not-taken'
  | 'film-too-large'

type Known = { readonly type: string; readonly size: number; readonly pixels: Pixels | null; readonly moves: boolean }

/** `pixels`, `moves`: by the file's header; null when it tells none. */
export function planOf({ type, size, pixels, moves }: Known): FilePlan {
  const asDocument = (note: FileNote | null): FilePlan => ({ kind: 'as-it-is', as: 'document', note })
  if (type === 'image/svg+xml' || type === 'image/tiff') return asDocument('picture-not-read')
  if (type === 'image/gif') return asDocument('picture-moves')
  if (type === 'image/webp' && pixels?.width === STICKER_SIDE && pixels.height === STICKER_SIDE) {
    const most = moves ? ABILITIES.media.sticker.maxBytes : STILL_STICKER_BYTES
    if (size <= most) return { kind: 'as-it-is', as: 'sticker', note: 'is-sticker' }
  }
  if (type.startsWith('image/')) {
    if (pixels && hasTooManyPixels({ pixels })) return asDocument('picture-too-large')
    const isTaken = FILE_LIMITS.image.types?.test(type) === true
    if (isTaken && !pixels) return asDocument('picture-not-read')
    return isTaken && size <= FILE_LIMITS.image.bytes
      ? { kind: 'as-it-is', as: 'image', note: null }
      : { kind: 'redraw' }
  }
  const as = kindOf({ type, size })
  if (as === 'document' && type.startsWith('audio/') && type !== 'audio/midi') return { kind: 'reencode' }
  if (as === 'document' && type.startsWith('video/')) {
    return asDocument(FILE_LIMITS.video.types?.test(type) ? 'film-too-large' : 'film-not-taken')
  }
  return { kind: 'as-it-is', as, note: null }
}

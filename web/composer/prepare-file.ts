import type { Pixels } from '#core/message/media.ts'
import { isAnimatedWebp, PIXELS_WITHIN_BYTES, pixelsIn } from '#core/message/pixels.ts'
import { FILE_LIMITS, type FileKind } from './file-kinds.ts'
import { type FileNote, planOf } from './file-plan.ts'
import { asOpus } from './voice-format.ts'

/** A file as it will leave. */
export type PreparedFile = {
  readonly blob: Blob
  readonly filename: string
  readonly kind: FileKind | 'sticker'
  readonly pixels: Pixels | null
  /** Of a sticker. */
  readonly moves: boolean
  readonly note: FileNote | null
}

/** Makes of a file what WhatsApp takes, where this browser can; else it goes as a document, and the note says why. */
export async function prepareFile(file: File): Promise<PreparedFile> {
  const type = file.type || typeByName(file.name)
  const head = new Uint8Array(await file.slice(0, PIXELS_WITHIN_BYTES).arrayBuffer())
  const pixels = pixelsIn(head)
  const moves = isAnimatedWebp(head)
  const plan = planOf({ type, size: file.size, pixels, moves })
  const asDocument = (note: FileNote): PreparedFile => ({
    blob: file,
    filename: file.name,
    kind: 'document',
    pixels,
    moves,
    note,
  })
  switch (plan.kind) {
    case 'as-it-is':
      return { blob: file, filename: file.name, kind: plan.as, pixels, moves, note: plan.note }
    case 'redraw': {
      const drawn = await redraw(file).catch(() => null)
      if (!drawn) return asDocument('picture-not-read')
      const note = FILE_LIMITS.image.types?.test(type) ? 'made-smaller' : 'made-jpeg'
      return { ...drawn, filename: renamed(file.name, 'jpg'), kind: 'image', moves: false, note }
    }
    case 'reencode': {
      const blob = await asOpus(file).catch(() => null)
      if (!blob || blob.size === 0 || blob.size > FILE_LIMITS.audio.bytes) return asDocument('sound-not-read')
      return { blob, filename: renamed(file.name, 'ogg'), kind: 'audio', pixels: null, moves: false, note: 'made-ogg' }
    }
  }
}

/** The longest side, in pixels, of what is drawn anew: each is tried until it is light enough. */
const SIDES = [4096, 2560, 1600, 1024]
const JPEG_QUALITY = 0.88

async function redraw(file: Blob): Promise<{ readonly blob: Blob; readonly pixels: Pixels } | null> {
  const picture = await createImageBitmap(file)
  try {
    for (const side of SIDES) {
      const scale = Math.min(1, side / Math.max(picture.width, picture.height))
      const width = Math.max(1, Math.round(picture.width * scale))
      const height = Math.max(1, Math.round(picture.height * scale))
      const canvas = new OffscreenCanvas(width, height)
      const pen = canvas.getContext('2d')
      if (!pen) return null
      // A JPEG has no see-through places.
      pen.fillStyle = '#fff'
      pen.fillRect(0, 0, width, height)
      pen.drawImage(picture, 0, 0, width, height)
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY })
      if (blob.size <= FILE_LIMITS.image.bytes) return { blob, pixels: { width, height } }
    }
    return null
  } finally {
    picture.close()
  }
}

/** Types that some systems do not tell a browser. */
const TYPES: Readonly<Record<string, string>> = {
  heic: 'image/heic',
  heif: 'image/heif',
  avif: 'image/avif',
  webp: 'image/webp',
  m4a: 'audio/mp4',
  opus: 'audio/ogg',
  flac: 'audio/flac',
  mkv: 'video/x-matroska',
}
const typeByName = (name: string): string => TYPES[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? ''
const renamed = (name: string, extension: string): string => `${name.replace(/\.\w{1,5}$/, '')}.${extension}`

import type { MediaId } from '../account/account.ts'

/** A file in or on its way to our store. */
export type Media = {
  readonly mediaId: MediaId
  /** `waiting`: not fetched yet; `failed`: see `problem`. */
  readonly state: 'waiting' | 'stored' | 'failed'
  readonly mime: string
  readonly sizeBytes: number | null
  readonly filename: string | null
  /** Lower-case hex; null until stored. */
  readonly sha256: string | null
  /** Why it is not there, in a code of `refusal.ts`; null otherwise. */
  readonly problem: string | null
  /** Of a picture, as its header says; absent of what is none or hides it, and until it is stored. */
  readonly pixels?: Pixels
}
export type Pixels = { readonly width: number; readonly height: number }

/**
 * The most pixels anything of ours decodes: four bytes each, so 200 MB. A telephone's photo has 12 million, or 50 at most
 * as WhatsApp sends it; a few kilobytes can hold thousands of millions. Ours, 2026-11.
 */
export const MOST_PIXELS = 50_000_000
export const hasTooManyPixels = ({ pixels }: Pick<Media, 'pixels'>): boolean =>
  pixels !== undefined && pixels.width * pixels.height > MOST_PIXELS

/** What every browser shows as a picture. */
const PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])

/** Whether a file may be drawn as a picture, whatever it was sent as: by its content, and small enough to be decoded. */
export const isPicture = (media: Media): boolean =>
  PICTURES.has(essenceOf(media.mime)) && media.pixels !== undefined && !hasTooManyPixels(media)

/** The type without parameters, lower case. */
export const essenceOf = (mime: string): string => (mime.split(';', 1)[0] ?? '').trim().toLowerCase()

/** Endings that promise one type, and nothing else goes by. */
const PROMISED: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
}

/** Whether a file is, by its content, something else than its name promises. */
export function isMisnamed({ state, filename, mime }: Pick<Media, 'state' | 'filename' | 'mime'>): boolean {
  const promised = PROMISED[/\.([a-z0-9]+)$/i.exec(filename ?? '')?.[1]?.toLowerCase() ?? '']
  return state === 'stored' && promised !== undefined && promised !== essenceOf(mime)
}

/** Whether a type, written with or without parameters (`audio/ogg; codecs=opus`), is on a list; star slash star is any. */
export function acceptsMime(mimes: readonly string[], mime: string): boolean {
  const essence = essenceOf(mime)
  return mimes.includes(essence) || (mimes.includes('*/*') && /^[\w.+-]+\/[\w.+-]+$/.test(essence))
}

/** A file that travels with a contact's message and is not in our store yet. */
export type WireMedia = { readonly wireMediaId: string; readonly mime: string }

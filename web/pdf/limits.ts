import type { Media } from '#core/message/content.ts'
import { essenceOf } from '#core/message/media.ts'

/** Larger files are shown by their name alone; statements and contracts have hundreds of kilobytes. Ours, 2026-11. */
export const MOST_PREVIEW_BYTES = 25_000_000

/** Whether it is worth looking; of a file whose size is not known only what is shown is fetched, like of any other. */
export const hasFirstPage = ({ mime, sizeBytes }: Pick<Media, 'mime' | 'sizeBytes'>): boolean =>
  essenceOf(mime) === 'application/pdf' && (sizeBytes ?? 0) <= MOST_PREVIEW_BYTES

import type { Pixels } from './media.ts'

/** So much of a file's beginning holds its measures: cameras put profiles, previews and depth maps of a JPEG first. */
export const PIXELS_WITHIN_BYTES = 2 * 1024 * 1024

/**
 * How large a picture is, as its header says, without decoding any of it; null for what is no picture, is cut short or hides
 * it. Of one that moves it is the canvas, which no frame exceeds. Sources: PNG 3rd edition §11.2.2, GIF89a §18, WebP
 * container specification with RFC 6386 §9.1, JPEG T.81 §B.2.2.
 */
export function pixelsIn(head: Uint8Array): Pixels | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const begins = (magic: string, at = 0): boolean =>
    head.length >= at + magic.length && [...magic].every((letter, index) => head[at + index] === letter.charCodeAt(0))
  if (begins('\x89PNG')) {
    return head.length < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) }
  }
  if (begins('GIF8')) {
    return head.length < 10 ? null : { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  }
  if (begins('\xff\xd8')) return inJpeg(view)
  if (!begins('RIFF') || head.length < 30) return null
  if (begins('VP8X', 12)) {
    return { width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 }
  }
  if (begins('VP8L', 12)) {
    const sizes = view.getUint32(21, true)
    return { width: (sizes & 0x3fff) + 1, height: ((sizes >>> 14) & 0x3fff) + 1 }
  }
  if (begins('VP8 ', 12)) return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  return null
}

/** Whether the first bytes are of an animated WebP: the animation flag of its VP8X chunk (WebP container, "Extended"). */
export const isAnimatedWebp = (head: Uint8Array): boolean =>
  String.fromCharCode(...head.subarray(12, 16)) === 'VP8X' && ((head[20] ?? 0) & 0x02) !== 0

/** From segment to segment up to the frame's header: one of the markers C0 to CF that are of no table. */
function inJpeg(view: DataView): Pixels | null {
  for (let at = 2; at + 9 <= view.byteLength;) {
    const marker = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff) return null
    const isFrame = marker === 0xc0 || (marker > 0xc0 && marker <= 0xcf && marker % 4 !== 0)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    // Bytes of FF may fill up before a marker.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

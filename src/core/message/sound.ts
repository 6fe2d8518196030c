/**
 * Whether a film (MP4, 3GP: ISO/IEC 14496-12) has a sound track, by its first bytes; null: they do not tell. WhatsApp sends
 * what people know as a GIF as a short film without sound, and does not say so.
 */
export function hasSound(head: Uint8Array): boolean | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  for (let at = 0; at + HEADER <= head.length;) {
    const size = view.getUint32(at)
    if (nameAt(head, at + 4) === 'moov')
      return at + size <= head.length ? hasSoundTrack(head.subarray(at, at + size)) : null
    // A size of 0 or 1 means "to the end" or "see below": neither comes before the list of tracks in such a film.
    if (size < HEADER) return null
    at += size
  }
  return null
}

/** Four bytes of size, four of name. */
const HEADER = 8
/** From the name of a `hdlr` box to the kind of its track: version and flags, and four bytes that mean nothing. */
const TO_KIND = 12

/** A track says in its `hdlr` box what it holds; no other four bytes of that name stand before them. */
function hasSoundTrack(moov: Uint8Array): boolean {
  for (let at = 0; at + TO_KIND + 4 <= moov.length; at += 1) {
    if (nameAt(moov, at) === 'hdlr' && nameAt(moov, at + TO_KIND) === 'soun') return true
  }
  return false
}

const nameAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0)

/** Fixed and laced parts of an Ogg page (RFC 3533 §6). */
const PAGE_HEAD = 27
const SEGMENTS_AT = 26
const FULL_SEGMENT = 255
/** A stream begins with two packets that hold no sound (RFC 7845 §3). */
const HEADERS = 2
const OPUS_HEAD = 'OpusHead'
/** Milliseconds of a frame in each of the 32 configurations (RFC 6716 §3.1, table 2). */
const FRAME_MS = [
  ...[10, 20, 40, 60, 10, 20, 40, 60, 10, 20, 40, 60],
  ...[10, 20, 10, 20],
  ...[2.5, 5, 10, 20, 2.5, 5, 10, 20, 2.5, 5, 10, 20, 2.5, 5, 10, 20],
]

/**
 * How long the sound in an Ogg/Opus file is, by its packets: what decoding will make of it, whatever the file says of itself.
 * `null`: it is no such file. What is cut off counts as far as it goes.
 */
export function opusSeconds(bytes: Uint8Array): number | null {
  let packets = 0
  let ms = 0
  let isContinued = false
  for (let page = 0; isPage(bytes, page);) {
    const count = bytes[page + SEGMENTS_AT] ?? 0
    let at = page + PAGE_HEAD + count
    for (let segment = 0; segment < count; segment++) {
      const size = bytes[page + PAGE_HEAD + segment] ?? 0
      if (!isContinued) {
        if (packets === 0 && textAt(bytes, at, OPUS_HEAD.length) !== OPUS_HEAD) return null
        if (packets >= HEADERS && size > 0) ms += packetMs(bytes[at] ?? 0, size > 1 ? (bytes[at + 1] ?? 0) : 0)
        packets += 1
      }
      isContinued = size === FULL_SEGMENT
      at += size
    }
    page = at
  }
  return packets === 0 ? null : ms / 1000
}

/** The first byte tells the configuration and how many frames there are: one, two, or as many as the second says. */
function packetMs(first: number, second: number): number {
  const code = first & 0b11
  const frames = code === 0 ? 1 : code === 3 ? second & 0b11_1111 : 2
  return frames * (FRAME_MS[first >> 3] ?? 0)
}

const isPage = (bytes: Uint8Array, at: number): boolean =>
  at + PAGE_HEAD <= bytes.length && textAt(bytes, at, 4) === 'OggS'

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))

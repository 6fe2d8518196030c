/** The mono frame of 20 ms that decodes to silence: CELT, full band (RFC 6716 §3.1, configuration 31). */
const SILENCE = Buffer.from([0xf8, 0xff, 0xfe])
/** Samples of 20 ms at the 48 kHz that Ogg counts in, whatever the input was (RFC 7845 §4). */
const SAMPLES_PER_FRAME = 960
const PRE_SKIP = 312
const FRAMES_PER_PAGE = 50

/** A voice note of some seconds of silence: Opus in Ogg (RFC 7845, RFC 3533). */
export function oggSilence(seconds: number): Buffer {
  const frames = Array.from({ length: seconds * 50 }, () => SILENCE)
  return oggOpus(frames)
}

/** Opus frames of 20 ms as an Ogg file. */
export function oggOpus(frames: readonly Buffer[]): Buffer {
  const pages = [page([head()], 0, 0, 2), page([tags()], 1, 0, 0)]
  for (let start = 0; start < frames.length; start += FRAMES_PER_PAGE) {
    const end = Math.min(start + FRAMES_PER_PAGE, frames.length)
    pages.push(page(frames.slice(start, end), pages.length, end * SAMPLES_PER_FRAME, end === frames.length ? 4 : 0))
  }
  return Buffer.concat(pages)
}

function head(): Buffer {
  const bytes = Buffer.alloc(19)
  bytes.write('OpusHead', 0, 'latin1')
  bytes.set([1, 1], 8)
  bytes.writeUInt16LE(PRE_SKIP, 10)
  bytes.writeUInt32LE(16_000, 12)
  return bytes
}

function tags(): Buffer {
  const vendor = Buffer.from('Hilo emulator')
  const bytes = Buffer.alloc(8 + 4 + vendor.length + 4)
  bytes.write('OpusTags', 0, 'latin1')
  bytes.writeUInt32LE(vendor.length, 8)
  vendor.copy(bytes, 12)
  return bytes
}

/** `flags`: 2 begins the stream, 4 ends it. */
function page(packets: readonly Buffer[], sequence: number, granule: number, flags: number): Buffer {
  const lacing = packets.flatMap((packet) => [
    ...Array<number>(Math.floor(packet.length / 255)).fill(255),
    packet.length % 255,
  ])
  const header = Buffer.alloc(27 + lacing.length)
  header.write('OggS', 0, 'latin1')
  header[5] = flags
  header.writeBigUInt64LE(BigInt(granule), 6)
  header.writeUInt32LE(0x48494c4f, 14)
  header.writeUInt32LE(sequence, 18)
  header[26] = lacing.length
  header.set(lacing, 27)
  const whole = Buffer.concat([header, ...packets])
  whole.writeUInt32LE(oggCrc(whole), 22)
  return whole
}

/** CRC-32 with polynomial 0x04c11db7, not reflected, from zero (RFC 3533 §6). */
export function oggCrc(bytes: Buffer): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte << 24
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000_0000 ? (crc << 1) ^ 0x04c1_1db7 : crc << 1
  }
  return crc >>> 0
}

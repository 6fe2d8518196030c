import { fileTypeFromBuffer } from 'file-type'
import { describe, expect, it } from 'vitest'
import { mediaProblem } from '../send/media-content.ts'
import { sampleOf } from './samples.ts'

describe('samples', () => {
  it.each(['image', 'video', 'voice', 'audio', 'sticker', 'moving-sticker', 'document'])(
    '%s is what it says, and Meta would take it',
    async (kind) => {
      const sample = sampleOf(kind)
      if (sample === undefined) throw new Error('no sample')
      const sniffed = (await fileTypeFromBuffer(sample.bytes))?.mime
      expect(sniffed?.split(';')[0]).toBe(sample.mime)
      const media = {
        ...sample,
        sniffed: sniffed ?? null,
        sizeBytes: sample.bytes.length,
        id: '1',
        owner: 'business',
        number: null,
        sha256: '',
        createdAt: 0,
      } as const
      const type = { voice: 'audio', 'moving-sticker': 'sticker' }[kind] ?? kind
      expect(mediaProblem(type, media)).toBeNull()
    },
  )
  it('has no sample of what is no media', () => {
    expect(sampleOf('text')).toBeUndefined()
  })
  it('has a voice note whose pages carry the right check sums', () => {
    const { bytes } = sampleOf('voice') ?? { bytes: Buffer.alloc(0) }
    let pages = 0
    for (let start = 0; start < bytes.length; pages += 1) {
      expect(bytes.toString('latin1', start, start + 4)).toBe('OggS')
      const segments = bytes[start + 26] ?? 0
      const lacing = bytes.subarray(start + 27, start + 27 + segments)
      const length = 27 + segments + lacing.reduce((sum, each) => sum + each, 0)
      const page = Buffer.from(bytes.subarray(start, start + length))
      const written = page.readUInt32LE(22)
      page.writeUInt32LE(0, 22)
      expect(oggCrc(page)).toBe(written)
      start += length
    }
    expect(pages).toBeGreaterThan(2)
  })
})

/** CRC-32 with polynomial 0x04c11db7, not reflected, from zero (RFC 3533 §6). */
function oggCrc(bytes: Buffer): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte << 24
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000_0000 ? (crc << 1) ^ 0x04c1_1db7 : crc << 1
  }
  return crc >>> 0
}

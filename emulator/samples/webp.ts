const SIDE = 512

/** A sticker: a face on a transparent ground, 512 × 512, lossless WebP (WebP Lossless Bitstream, RFC 9649 §3). */
export function webpFace(): Buffer {
  const bits = new BitWriter()
  bits.put(0x2f, 8)
  bits.put(SIDE - 1, 14)
  bits.put(SIDE - 1, 14)
  bits.put(1, 1)
  bits.put(0, 3)
  bits.put(0, 1)
  bits.put(0, 1)
  bits.put(0, 1)
  twoSymbols(bits, 40, 200)
  oneSymbol(bits, 250)
  oneSymbol(bits, 40)
  twoSymbols(bits, 0, 255)
  oneSymbol(bits, 0)
  for (let y = 0; y < SIDE; y += 1) for (let x = 0; x < SIDE; x += 1) putPixel(bits, x, y)
  return riff(bits.bytes())
}

/** Two bits a pixel: which green, and whether it is seen. */
function putPixel(bits: BitWriter, x: number, y: number): void {
  const dx = x - SIDE / 2
  const dy = y - SIDE / 2
  const isFace = Math.hypot(dx, dy) < 240
  const isEye = Math.hypot(Math.abs(dx) - 80, dy + 70) < 32
  const isMouth = Math.abs(Math.hypot(dx, dy - 10) - 140) < 16 && dy > 50
  bits.put(isEye || isMouth ? 0 : 1, 1)
  bits.put(isFace ? 1 : 0, 1)
}

/** A prefix code of one symbol takes no bits. */
function oneSymbol(bits: BitWriter, symbol: number): void {
  bits.put(1, 1)
  bits.put(0, 1)
  bits.put(1, 1)
  bits.put(symbol, 8)
}

function twoSymbols(bits: BitWriter, zero: number, one: number): void {
  bits.put(1, 1)
  bits.put(1, 1)
  bits.put(1, 1)
  bits.put(zero, 8)
  bits.put(one, 8)
}

function riff(stream: Buffer): Buffer {
  const padded = stream.length % 2 === 0 ? stream : Buffer.concat([stream, Buffer.alloc(1)])
  const header = Buffer.alloc(20)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(12 + padded.length, 4)
  header.write('WEBPVP8L', 8, 'latin1')
  header.writeUInt32LE(stream.length, 16)
  return Buffer.concat([header, padded])
}

/** Bits from the lowest of each byte on. */
class BitWriter {
  readonly #bytes: number[] = []
  #current = 0
  #count = 0

  put(value: number, width: number): void {
    for (let bit = 0; bit < width; bit += 1) {
      this.#current |= ((value >> bit) & 1) << this.#count
      this.#count += 1
      if (this.#count === 8) this.#flush()
    }
  }

  bytes(): Buffer {
    if (this.#count > 0) this.#flush()
    return Buffer.from(this.#bytes)
  }

  #flush(): void {
    this.#bytes.push(this.#current)
    this.#current = 0
    this.#count = 0
  }
}

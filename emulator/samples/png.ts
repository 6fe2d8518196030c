import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 640
const HEIGHT = 480

/** A picture like a holiday photo: sky, sun and hills at dusk, 640 × 480 (PNG, RFC 2083). */
export function pngScene(): Buffer {
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3))
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) rows.set(colourAt(x, y), y * (1 + WIDTH * 3) + 1 + x * 3)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

type Colour = readonly [number, number, number]

function colourAt(x: number, y: number): Colour {
  const near = 360 + 24 * Math.sin(x / 70 + 1) + 10 * Math.sin(x / 23)
  if (y > near) return shade([38, 70, 54], (y - near) / 200)
  const far = 300 + 40 * Math.sin(x / 110 + 4) + 8 * Math.sin(x / 31)
  if (y > far) return shade([72, 104, 98], (y - far) / 160)
  const fromSun = Math.hypot(x - 430, y - 190)
  if (fromSun < 46) return [255, 236, 170]
  const glow = Math.max(0, 1 - fromSun / 320)
  const depth = y / HEIGHT
  return [mix(70 + 150 * depth, 255, glow), mix(110 + 70 * depth, 190, glow), mix(190 - 60 * depth, 120, glow)]
}

const shade = ([red, green, blue]: Colour, by: number): Colour => {
  const keep = Math.max(0.35, 1 - by)
  return [red * keep, green * keep, blue * keep]
}

const mix = (from: number, to: number, share: number): number => from + (to - from) * share

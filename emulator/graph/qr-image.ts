import { crc32, deflateSync } from 'node:zlib'
import { encode, renderSVG } from 'uqr'

/** The side of one module of the code, in pixels. */
const MODULE_PX = 8

export type QrFormat = 'SVG' | 'PNG'
export const QR_FORMATS: readonly QrFormat[] = ['SVG', 'PNG']

/** A QR code for this text, with its quiet zone, black on white. */
export function qrImage(text: string, format: QrFormat): { readonly mime: string; readonly bytes: Buffer } {
  if (format === 'SVG') return { mime: 'image/svg+xml', bytes: Buffer.from(renderSVG(text, { border: 4 })) }
  return { mime: 'image/png', bytes: png(encode(text, { border: 4 }).data) }
}

/** A picture of one bit a pixel (PNG, 1996: signature, header, one block of data, end). */
function png(modules: readonly (readonly boolean[])[]): Buffer {
  const side = modules.length * MODULE_PX
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = modules.flatMap((row) => Array.from({ length: MODULE_PX }, () => line(row)))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** One row of pixels behind its filter byte: a module is exactly one byte wide. */
const line = (row: readonly boolean[]): Buffer => Buffer.from([0, ...row.map((dark) => (dark ? 0x00 : 0xff))])

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}

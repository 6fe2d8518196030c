import { encode } from 'uqr'

/** A QR code as it is drawn: dark modules on light, with the light margin that readers need around it. */
export type Qr = {
  /** Modules on each side, margin included. */
  readonly size: number
  /** By row from the top, then by column from the left. */
  readonly isDark: (row: number, column: number) => boolean
}

/** Light modules on every side (ISO/IEC 18004, "quiet zone"). */
export const MARGIN = 4
/** A picture for print has at least so many pixels on each side: 8 cm at 300 dots per inch. */
const PNG_PIXELS = 960

/** Level M: readable with up to 15 % of it dirty or torn. */
export function qrOf(text: string): Qr {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  return {
    size: size + 2 * MARGIN,
    isDark: (row, column) => data[row - MARGIN]?.[column - MARGIN] === true,
  }
}

/** The dark modules as an SVG path in module units; runs of one row are one rectangle, so that no seams show. */
export function pathOf({ size, isDark }: Qr): string {
  const parts: string[] = []
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!isDark(row, column)) continue
      const from = column
      while (isDark(row, column + 1)) column++
      parts.push(`M${from} ${row}h${column + 1 - from}v1H${from}z`)
    }
  }
  return parts.join('')
}

/** A file that scales to any poster. */
export function svgOf(qr: Qr, title: string): string {
  const escaped = title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${qr.size} ${qr.size}" shape-rendering="crispEdges">` +
    `<title>${escaped}</title><path fill="#fff" d="M0 0h${qr.size}v${qr.size}H0z"/><path d="${pathOf(qr)}"/></svg>\n`
  )
}

/** A file for where SVG is not taken. Every module is the same whole number of pixels. */
export function pngOf(qr: Qr): Promise<Blob | null> {
  const scale = Math.ceil(PNG_PIXELS / qr.size)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = qr.size * scale
  const pen = canvas.getContext('2d')
  if (pen === null) return Promise.resolve(null)
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#000'
  pen.scale(scale, scale)
  pen.fill(new Path2D(pathOf(qr)))
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

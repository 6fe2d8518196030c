/** A line of a page: text, and how large; `gap` points are left free above it. */
export type PdfLine = { readonly text: string; readonly size: number; readonly bold?: true; readonly gap?: number }

/** A4 in points, and its margins. */
const [WIDTH, HEIGHT, MARGIN] = [595, 842, 56]
/** Helvetica is this wide on average, in parts of its size: lines are broken a little early rather than cut off. */
const AVERAGE_WIDTH = 0.53

/**
 * A PDF of plain lines in Helvetica, which every reader has built in: no file of letters has to travel with it. Letters
 * beyond those of western Europe become "?"; the JSON of a proof keeps them all. (PDF 1.4, ISO 32000-1 §7 and §9.6.2.2.)
 */
export function pdfOf(lines: readonly PdfLine[], title: string): Buffer {
  const pages = paged(lines.flatMap(wrapped))
  const objects: Buffer[] = []
  const add = (body: string | Buffer): number =>
    objects.push(Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1'))
  const catalog = add('<< /Type /Catalog /Pages 2 0 R /Lang (es) >>')
  const first = 6
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
  add(font('Helvetica'))
  add(font('Helvetica-Bold'))
  const info = add(`<< /Title ${quoted(title)} /Producer (Hilo) >>`)
  pages.forEach((page, index) => {
    const number = `${index + 1} / ${pages.length}`
    const stream = Buffer.from(`${page.join('\n')}\n${drawn(number, 8, false, WIDTH - MARGIN, MARGIN / 2)}`, 'latin1')
    const resources = '<< /Font << /F1 3 0 R /F2 4 0 R >> >>'
    const content = first + index * 2 + 1
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources ${resources} /Contents ${content} 0 R >>`,
    )
    add(Buffer.concat([Buffer.from(`<< /Length ${stream.length} >>\nstream\n`), stream, Buffer.from('\nendstream')]))
  })
  return written(objects, catalog, info)
}

function written(objects: readonly Buffer[], catalog: number, info: number): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  objects.forEach((object, index) => {
    offsets.push(length)
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    parts.push(part)
    length += part.length
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root ${catalog} 0 R /Info ${info} 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

function paged(lines: readonly PdfLine[]): string[][] {
  const pages: string[][] = [[]]
  let y = HEIGHT - MARGIN
  for (const { text, size, bold = false, gap = 0 } of lines) {
    y -= size * 1.35 + gap
    if (y < MARGIN) {
      pages.push([])
      y = HEIGHT - MARGIN - size * 1.35
    }
    pages.at(-1)?.push(drawn(text, size, bold, MARGIN, y))
  }
  return pages
}

const drawn = (text: string, size: number, bold: boolean, x: number, y: number): string =>
  `BT /${bold ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x} ${y.toFixed(1)} Tm ${quoted(text)} Tj ET`

/** Broken between words, or within one that is longer than a line. */
function wrapped(line: PdfLine): PdfLine[] {
  const longest = Math.floor((WIDTH - 2 * MARGIN) / (line.size * AVERAGE_WIDTH))
  const rows: string[] = []
  for (const paragraph of line.text.split('\n')) {
    let row = ''
    for (const word of paragraph
      .split(' ')
      .flatMap((whole) => whole.match(new RegExp(`.{1,${longest}}`, 'gsu')) ?? [''])) {
      if (row !== '' && row.length + 1 + word.length > longest) {
        rows.push(row)
        row = word
      } else row = row === '' ? word : `${row} ${word}`
    }
    rows.push(row)
  }
  return rows.map((text, index) => ({ ...line, text, gap: index === 0 ? (line.gap ?? 0) : 0 }))
}

/** Characters of Windows-1252 above 0x7f that are not where Unicode has them (ISO 32000-1, annex D). */
const SPECIAL: Readonly<Record<string, number>> = {
  ...{ '€': 0x80, '‚': 0x82, '„': 0x84, '…': 0x85, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94 },
  ...{ '•': 0x95, '–': 0x96, '—': 0x97, '™': 0x99 },
}

function quoted(text: string): string {
  const letters = [...text.normalize('NFC')].map((letter) => {
    const code = letter.codePointAt(0) ?? 0
    if (code >= 0x20 && code < 0x7f) return letter
    if (code >= 0xa0 && code <= 0xff) return letter
    const special = SPECIAL[letter]
    return special === undefined ? '?' : String.fromCharCode(special)
  })
  return `(${letters.join('').replace(/[\\()]/g, '\\$&')})`
}

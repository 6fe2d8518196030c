/** A row of a file with the line it begins in, counted from 1. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }

const SEPARATORS = [',', ';', '\t'] as const

/**
 * Rows of a file as spreadsheets write it (RFC 4180): cells in quotes may hold separators, quotes and line breaks. The
 * separator is what the file has most of outside quotes. Empty rows are left out, a byte-order mark too.
 */
export function readCsv(text: string): { readonly separator: string; readonly rows: readonly CsvRow[] } {
  const content = text.replace(/^\uFEFF/, '')
  const bare = content.replace(/"(?:[^"]|"")*"/g, '')
  const count = (separator: string) => bare.split(separator).length
  const separator = SEPARATORS.reduce((best, each) => (count(each) > count(best) ? each : best))
  const rows: CsvRow[] = []
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  let line = 1
  let begun = 1
  const endRow = () => {
    cells.push(cell.trim())
    if (cells.some((each) => each !== '')) rows.push({ line: begun, cells })
    cells = []
    cell = ''
    begun = line
  }
  for (let index = 0; index < content.length; index++) {
    const char = content[index] as string
    if (char === '\n') line += 1
    if (isQuoted) {
      if (char !== '"') cell += char
      else if (content[index + 1] === '"') {
        cell += '"'
        index += 1
      } else isQuoted = false
    } else if (char === '"' && cell.trim() === '') {
      isQuoted = true
      cell = ''
    } else if (char === separator) {
      cells.push(cell.trim())
      cell = ''
    } else if (char === '\n') endRow()
    else if (char !== '\r') cell += char
  }
  endRow()
  return { separator, rows }
}

/**
 * Cells of a file for others to open in a spreadsheet. What a spreadsheet would take for a formula gets an apostrophe in
 * front, so that nobody's name can run anything (OWASP, CSV injection); plain negative numbers stay as they are.
 */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  const cellOf = (value: string | number): string => {
    const text = typeof value === 'number' || NUMBER.test(value) ? String(value) : value.replace(RISKY, `'$&`)
    return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')
}
const NUMBER = /^-?\d+(\.\d+)?$/
const RISKY = /^\s*[=+\-@\t\r]/

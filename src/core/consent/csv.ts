/** A row of a file: its cells, and the line of the file it begins on, counted from 1. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }

/** A quote was never closed, or a cell is longer than anything a person wrote. */
export class CsvBroken extends Error {}

const LONGEST_CELL = 10_000

/**
 * Takes a CSV file apart, piece by piece, as it comes: commas, semicolons or tabs, whichever the first line holds most of;
 * quotes as in RFC 4180; lines that end as in Windows or not. Empty lines are left out, and so is a byte order mark.
 */
export function csvReader(): { readonly push: (text: string) => CsvRow[]; readonly end: () => CsvRow[] } {
  let [line, begunOn] = [1, 1]
  let separator: string | null = null
  let [cell, cells]: [string, string[]] = ['', []]
  let isQuoted = false
  /** A quote inside of quotes: the end of them, or the first half of a written one. */
  let isMaybeEnd = false
  let held = ''

  const endRow = (rows: CsvRow[]) => {
    cells.push(cell)
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: begunOn, cells })
    ;[cell, cells] = ['', []]
  }

  function read(text: string): CsvRow[] {
    const rows: CsvRow[] = []
    for (const letter of text) {
      if (cell.length > LONGEST_CELL) throw new CsvBroken(`line ${begunOn}`)
      if (letter === '\n') line += 1
      if (isMaybeEnd) {
        isMaybeEnd = false
        isQuoted = letter === '"'
        if (isQuoted) {
          cell += letter
          continue
        }
      }
      if (isQuoted) {
        if (letter === '"') isMaybeEnd = true
        else cell += letter
      } else if (letter === '"' && cell.trim() === '') {
        cell = ''
        isQuoted = true
      } else if (letter === separator) {
        cells.push(cell)
        cell = ''
      } else if (letter === '\n') {
        endRow(rows)
        begunOn = line
      } else if (letter !== '\r') cell += letter
    }
    return rows
  }

  return {
    push(text) {
      if (separator !== null) return read(text)
      // The first line says what separates; it is waited for whole.
      held += text
      if (!held.includes('\n') && held.length < LONGEST_CELL) return []
      return begin()
    },
    end() {
      const rows = separator === null ? begin() : []
      if (isQuoted && !isMaybeEnd) throw new CsvBroken(`line ${begunOn}`)
      endRow(rows)
      return rows
    },
  }

  function begin(): CsvRow[] {
    const first = held.split('\n', 1)[0] ?? ''
    const times = (one: string) => first.split(one).length
    separator = [',', ';', '\t'].reduce((best, one) => (times(one) > times(best) ? one : best))
    const text = held.replace(/^\ufeff/, '')
    held = ''
    return read(text)
  }
}

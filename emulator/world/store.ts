import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Rows by key, in the order they were first put. What is changed here is written to the journal. */
export type Table<Row> = {
  readonly get: (key: string) => Row | undefined
  readonly all: () => IterableIterator<Row>
  readonly size: () => number
  readonly put: (key: string, row: Row) => void
  /** Replaces some columns of a row that exists; without the row, nothing happens. Gives the new row. */
  readonly patch: (key: string, change: Partial<Row>) => Row | undefined
  readonly remove: (key: string) => void
}

export type Store = {
  readonly table: <Row extends object>(name: string) => Table<Row>
  /** Everything changed so far is with the operating system. */
  readonly flush: () => void
  readonly close: () => void
}

/**
 * Opens the journal `journal.jsonl` in a directory, reads it, and writes it anew without what has been overwritten.
 * `null` keeps everything in memory. Changes are written at the end of the turn of the event loop that made them and
 * before any answer leaves, so a `kill -9` loses at most the turn it interrupts.
 */
export function openStore(directory: string | null): Store {
  const rows = new Map<string, Map<string, object>>()
  const rowsOf = (name: string) => {
    const found = rows.get(name) ?? new Map<string, object>()
    rows.set(name, found)
    return found
  }
  const file = directory === null ? null : openCompacted(directory, rowsOf, rows)
  let waiting: string[] = []

  const flush = () => {
    if (waiting.length === 0 || file === null) return
    const text = waiting.join('')
    waiting = []
    writeAll(file, text)
  }
  const note = (line: readonly unknown[]) => {
    if (file === null) return
    if (waiting.length === 0) queueMicrotask(flush)
    waiting.push(`${JSON.stringify(line)}\n`)
  }

  const table = <Row extends object>(name: string): Table<Row> => {
    const own = rowsOf(name) as Map<string, Row>
    return {
      get: (key) => own.get(key),
      all: () => own.values(),
      size: () => own.size,
      put: (key, row) => {
        own.set(key, row)
        note([name, key, row])
      },
      patch: (key, change) => {
        const row = own.get(key)
        if (row === undefined) return undefined
        const next = { ...row, ...change }
        own.set(key, next)
        note([name, key, change, 1])
        return next
      },
      remove: (key) => {
        if (own.delete(key)) note([name, key])
      },
    }
  }
  const close = () => {
    flush()
    if (file !== null) closeSync(file)
  }
  return { table, flush, close }
}

type RowsOf = (name: string) => Map<string, object>

/** Reads the old journal, writes a compact one beside it and swaps them. */
function openCompacted(directory: string, rowsOf: RowsOf, rows: Map<string, Map<string, object>>): number {
  mkdirSync(directory, { recursive: true })
  const path = join(directory, 'journal.jsonl')
  if (existsSync(path)) replay(readFileSync(path, 'utf8'), rowsOf)
  const fresh = `${path}.new`
  const file = openSync(fresh, 'w')
  for (const [name, table] of rows) {
    let lines = ''
    for (const [key, row] of table) {
      lines += `${JSON.stringify([name, key, row])}\n`
      if (lines.length < 1_000_000) continue
      writeAll(file, lines)
      lines = ''
    }
    writeAll(file, lines)
  }
  fsyncSync(file)
  renameSync(fresh, path)
  return file
}

function replay(journal: string, rowsOf: RowsOf): void {
  for (const line of journal.split('\n')) {
    const entry = parsed(line)
    if (entry === null) continue
    const [name, key, row, isPatch] = entry
    const table = rowsOf(name)
    if (row === undefined) table.delete(key)
    else table.set(key, isPatch === 1 ? { ...table.get(key), ...row } : row)
  }
}

type Entry = readonly [name: string, key: string, row?: object, isPatch?: 1]

/** `null` for a line that a crash has torn. */
function parsed(line: string): Entry | null {
  if (line === '') return null
  try {
    return JSON.parse(line) as Entry
  } catch {
    return null
  }
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written)
}

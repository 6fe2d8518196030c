import { createReadStream } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js'
import type { Instant } from '#base/time.ts'
import type { Loop } from '#app/loop.ts'
import type { ImportReport } from '#contract/consent.ts'
import type { AccountId, Actor } from '#core/account/account.ts'
import { CsvBroken, csvReader, type CsvRow } from '#core/consent/csv.ts'
import { type BadLine, columnsOf, type ImportColumns, type ImportRow, importRow } from '#core/consent/import-row.ts'
import type { Command } from '#core/loop/command.ts'
import type { ConsentImports } from '#store/consents.ts'

/** A file on disk, and what is said about it. */
export type ConsentFile = {
  readonly accountId: AccountId
  readonly path: string
  readonly sha256: string
  readonly source: string
  readonly country: string
  readonly by: Actor
  /** Bad lines are left out; otherwise one of them stops it all. */
  readonly skipsBad: boolean
}
type Parts = { readonly loop: Loop; readonly consents: ConsentImports; readonly now: () => Instant }

const MOST_BAD_LINES = 1_000
/** Rows decided and committed together; what is in memory at once. */
const ROWS_AT_ONCE = 200
/** Rows read before others have their turn: some two milliseconds. */
const ROWS_IN_A_ROW = 50

/** As it is reported, but for words. */
export type Imported = Omit<ImportReport, 'badLines'> & { readonly badLines: readonly BadLine[] }

/** The store is away; the same file, sent again, goes on where it was interrupted. */
export class ImportInterrupted extends Error {}

/**
 * Reads a file of consents twice: first all of it only to look, then, if it may, row by row into the ledger. However large
 * it is, a few hundred rows are in memory.
 */
export async function importConsents(parts: Parts, file: ConsentFile): Promise<Imported> {
  const looked = { lines: 0, good: 0, bad: 0, badLines: [] as BadLine[] }
  for await (const read of linesOf(file, parts.now())) {
    looked.lines += 1
    if (!('expected' in read)) looked.good += 1
    else {
      looked.bad += 1
      if (looked.badLines.length < MOST_BAD_LINES) looked.badLines.push(read)
    }
  }
  const report = { sha256: file.sha256, ...looked, isDone: false, recorded: 0, repeated: 0 }
  if (looked.good === 0 || (looked.bad > 0 && !file.skipsBad)) return report
  return { ...report, ...(await readIn(parts, file)), isDone: true }
}

async function readIn({ loop, consents, now }: Parts, file: ConsentFile) {
  const { accountId } = file
  const done = await consents.linesDone(accountId, file.sha256)
  const counts = { recorded: 0, repeated: 0 }
  let rows: ImportRow[] = []
  const flush = async () => {
    const results = await Promise.all(rows.map((row) => loop.submit(commandOf(row, file))))
    for (const result of results) {
      if (!result.ok) throw new ImportInterrupted(result.error[0]?.code)
      counts[result.value.repeated ? 'repeated' : 'recorded'] += 1
    }
    await consents.advance(accountId, file, rows.at(-1)?.line ?? done, now())
    rows = []
  }
  for await (const read of linesOf(file, now())) {
    if ('expected' in read) continue
    if (read.line <= done) {
      counts.repeated += 1
      continue
    }
    rows.push(read)
    if (rows.length === ROWS_AT_ONCE) await flush()
  }
  if (rows.length > 0) await flush()
  return counts
}

async function* linesOf(file: ConsentFile, now: Instant): AsyncGenerator<ImportRow | BadLine> {
  const phoneOf = (text: string) => {
    const phone = parsePhoneNumberFromString(text, file.country as CountryCode)
    return phone?.isValid() ? phone.number.slice(1) : null
  }
  let columns: ImportColumns | null = null
  let rows = 0
  for await (const row of rowsOf(file.path)) {
    if (++rows % ROWS_IN_A_ROW === 0) await setImmediate()
    if ('expected' in row) yield row
    else if (columns !== null) yield importRow(row, columns, now, phoneOf)
    else {
      const head: ImportColumns | readonly BadLine[] = columnsOf(row)
      if (Array.isArray(head)) return yield* head as readonly BadLine[]
      columns = head as ImportColumns
    }
  }
}

async function* rowsOf(path: string): AsyncGenerator<CsvRow | BadLine> {
  const reader = csvReader()
  try {
    for await (const text of createReadStream(path, { encoding: 'utf8' })) yield* reader.push(text as string)
    yield* reader.end()
  } catch (error) {
    if (!(error instanceof CsvBroken)) throw error
    const line = Number(/\d+/.exec(error.message)?.[0] ?? 0)
    yield { line, column: 'phone', found: '"', expected: 'quote' }
  }
}

const commandOf = (row: ImportRow, file: ConsentFile): Command => ({
  kind: 'record-consent',
  accountId: file.accountId,
  of: { kind: 'person', channel: 'whatsapp', sender: { userId: null, phone: row.phone, name: null, username: null } },
  saying: {
    words: row.purposes.map((purpose) => ({ purpose, scope: { kind: 'brand' }, change: row.change, until: null })),
    at: row.at,
    means: 'import',
    isExpress: true,
    wording: row.wording,
    evidence: { kind: 'file', sha256: file.sha256, row: row.line, source: file.source },
    by: file.by,
  },
})

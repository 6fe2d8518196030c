import { type Instant, instant } from '#base/time.ts'
import { type ConsentChange, PURPOSES, type Purpose } from './consent.ts'
import type { CsvRow } from './csv.ts'
import type { Wording } from './entry.ts'
import { plainOf } from './recognise.ts'

/** Which cell of a row holds what; -1: the file has no such column. */
export type ImportColumns = Readonly<Record<ImportColumn, number>>
export type ImportColumn = (typeof COLUMNS)[number]
const COLUMNS = ['phone', 'purpose', 'date', 'change', 'wording', 'version'] as const

/** What is wrong with a line, and what was expected instead; the words are in `import-words.ts`. */
export type BadLine = {
  readonly line: number
  readonly column: ImportColumn
  readonly found: string
  readonly expected: Expected
}
export type Expected = 'column' | 'phone' | 'purpose' | 'date' | 'past-date' | 'change' | 'short-wording' | 'quote'

/** A line that was understood. */
export type ImportRow = {
  readonly line: number
  /** Digits. */
  readonly phone: string
  readonly purposes: readonly Purpose[]
  readonly change: ConsentChange
  readonly at: Instant
  readonly wording: Wording | null
}

const NAMES: Readonly<Record<ImportColumn, readonly string[]>> = {
  phone: ['phone', 'telefono', 'telefone', 'celular', 'movil', 'numero', 'whatsapp', 'mobile', 'phone number'],
  purpose: ['purpose', 'purposes', 'finalidad', 'finalidades', 'finalidade'],
  date: ['date', 'fecha', 'data', 'at', 'fecha de consentimiento'],
  change: ['change', 'cambio', 'mudanca', 'estado', 'status'],
  wording: ['wording', 'texto', 'text', 'texto aceptado', 'clausula'],
  version: ['version', 'versao', 'edicion'],
}
const REQUIRED = ['phone', 'purpose', 'date'] as const

/** Reads the header; the columns that are missing otherwise. */
export function columnsOf({ cells, line }: CsvRow): ImportColumns | readonly BadLine[] {
  const heads = cells.map(plainOf)
  const columns = Object.fromEntries(
    COLUMNS.map((name) => [name, heads.findIndex((head) => NAMES[name].includes(head))]),
  ) as ImportColumns
  const missing = REQUIRED.filter((name) => columns[name] === -1)
  if (missing.length === 0) return columns
  return missing.map((column) => ({ line, column, found: cells.join(' | ').slice(0, 200), expected: 'column' }))
}

/** Reads one line. `phoneOf` answers the digits of an international number, or null for what is none. */
export function importRow(
  row: CsvRow,
  columns: ImportColumns,
  now: Instant,
  phoneOf: (text: string) => string | null,
): ImportRow | BadLine {
  const cell = (name: ImportColumn) => row.cells[columns[name]]?.trim() ?? ''
  const bad = (column: ImportColumn, expected: Expected): BadLine => ({
    ...{ line: row.line, column, found: cell(column).slice(0, 80), expected },
  })
  const phone = phoneOf(cell('phone'))
  if (phone === null) return bad('phone', 'phone')
  const purposes = cell('purpose')
    .split(/[|,;+]/)
    .map((word) => PURPOSE_NAMES.get(plainOf(word)))
  if (!purposes.every((purpose) => purpose !== undefined)) return bad('purpose', 'purpose')
  const at = dateOf(cell('date'))
  if (at === null || at < FIRST_DATE) return bad('date', 'date')
  if (at > now) return bad('date', 'past-date')
  const change = cell('change') === '' ? 'given' : CHANGE_NAMES.get(plainOf(cell('change')))
  if (change === undefined) return bad('change', 'change')
  const text = cell('wording')
  if (text.length > 4_000) return bad('wording', 'short-wording')
  const wording = text === '' ? null : { text, version: cell('version').slice(0, 60) || '1' }
  return { line: row.line, phone, purposes: [...new Set(purposes)], change, at, wording }
}

/** WhatsApp was opened to companies in 2018; consents by other ways may be older, but not older than e-mail. */
const FIRST_DATE = Date.UTC(1990, 0, 1)

const PURPOSE_NAMES: ReadonlyMap<string, Purpose> = new Map([
  ...PURPOSES.map((purpose) => [purpose, purpose] as const),
  ...(['atencion', 'servicio', 'atendimento', 'servico'] as const).map((name) => [name, 'service'] as const),
  ...(['avisos', 'notificaciones', 'notices', 'utility'] as const).map((name) => [name, 'notices'] as const),
  ...(['promociones', 'publicidad', 'promocoes', 'publicidade'] as const).map((name) => [name, 'marketing'] as const),
  ...(['cobranza', 'cobros', 'cobranca', 'recobro'] as const).map((name) => [name, 'collections'] as const),
])
const CHANGE_NAMES: ReadonlyMap<string, ConsentChange> = new Map([
  ...(['given', 'si', 'yes', 'sim', 'alta', 'otorgado', 'concedido', '1', 'true'] as const).map(
    (name) => [name, 'given'] as const,
  ),
  ...(['withdrawn', 'no', 'nao', 'baja', 'retirado', '0', 'false'] as const).map(
    (name) => [name, 'withdrawn'] as const,
  ),
])

/** ISO 8601, or day, month and year as Spanish and Portuguese write them; a date without a time is noon in UTC. */
function dateOf(text: string): Instant | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text)
  const own = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: (\d{2}:\d{2}(?::\d{2})?))?$/.exec(text)
  const [year, month, day, time, zone] = iso
    ? [iso[1], iso[2], iso[3], iso[4], iso[5]]
    : own
      ? [own[3], own[2], own[1], own[4], undefined]
      : []
  if (year === undefined || month === undefined || day === undefined) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = Date.parse(`${date}T${time ?? '12:00'}${zone ?? 'Z'}`)
  // 31 February is read as March by some; a day must be the one that was written.
  if (Number.isNaN(at) || new Date(Date.parse(`${date}T12:00Z`)).toISOString().slice(0, 10) !== date) return null
  return instant(at)
}

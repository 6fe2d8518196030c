import type { Instant } from '#base/time.ts'
import { Unstorable } from '../ledger.ts'
import { encodeJson, encodeText } from './awkward-text.ts'
import { checkInstant } from './rows.ts'

/**
 * A list of rows, sent as one array per column in PostgreSQL's own binary form: the server reads each byte once. As one
 * JSON parameter, taken apart by `json_to_recordset`, the same rows cost it more than writing them does.
 */
export type Columns<Row> = {
  /** `unnest(…) as row(…)`, its parameters numbered from `$first` on. */
  readonly from: (first?: number) => string
  /** One parameter per column. */
  readonly values: (rows: readonly Row[]) => Buffer[]
  readonly names: string
}

/** How a value of each type comes: ids as text, instants as instants, JSON as what is to be written. */
type TypeOf = {
  readonly uuid: string
  readonly text: string
  readonly json: unknown
  readonly int: number
  readonly smallint: number
  readonly bigint: number
  readonly timestamptz: Instant
  readonly bytea: Uint8Array
}
export type ColumnType = keyof TypeOf
type RowOf<Types extends Readonly<Record<string, ColumnType>>> = {
  readonly [Name in keyof Types]: TypeOf[Types[Name]] | null
}

export function columns<const Types extends Readonly<Record<string, ColumnType>>>(types: Types): Columns<RowOf<Types>> {
  const all = Object.entries(types)
  const names = all.map(([name]) => `"${name}"`).join(', ')
  return {
    names,
    from: (first = 1) =>
      `unnest(${all.map(([, type], index) => `$${first + index}::${type}[]`).join(', ')}) as row(${names})`,
    values: (rows) =>
      all.map(([name, type]) =>
        arrayOf(
          type,
          rows.map((row) => row[name] ?? null),
        ),
      ),
  }
}

/** One column by itself: the elements of `$n::type[]`. */
export function arrayOf(type: ColumnType, elements: readonly unknown[]): Buffer {
  const { oid, fixed } = FORMATS[type]
  if (type === 'bytea') return bytesArray(oid, elements as readonly Uint8Array[])
  return fixed === null ? textArray(oid, type, elements) : fixedArray(oid, type, fixed, elements)
}

/** Type numbers of PostgreSQL's catalogue (pg_type.dat), and bytes of an element where all have as many. */
const FORMATS: Readonly<Record<ColumnType, { readonly oid: number; readonly fixed: number | null }>> = {
  uuid: { oid: 2950, fixed: 16 },
  text: { oid: 25, fixed: null },
  json: { oid: 114, fixed: null },
  int: { oid: 23, fixed: 4 },
  smallint: { oid: 21, fixed: 2 },
  bigint: { oid: 20, fixed: 8 },
  timestamptz: { oid: 1184, fixed: 8 },
  bytea: { oid: 17, fixed: null },
}

/** Dimensions, "has nulls", element type, length and lower bound (array_recv in PostgreSQL's arrayfuncs.c). */
const HEADER_BYTES = 20

function header(bytes: Buffer, oid: number, count: number): Buffer {
  bytes.writeInt32BE(1, 0)
  bytes.writeInt32BE(1, 4)
  bytes.writeInt32BE(oid, 8)
  bytes.writeInt32BE(count, 12)
  bytes.writeInt32BE(1, 16)
  return bytes
}

function fixedArray(oid: number, type: ColumnType, size: number, elements: readonly unknown[]): Buffer {
  const bytes = header(Buffer.allocUnsafe(HEADER_BYTES + elements.length * (4 + size)), oid, elements.length)
  let at = HEADER_BYTES
  for (const element of elements) {
    at = bytes.writeInt32BE(element === null ? -1 : size, at)
    if (element === null) continue
    if (type === 'uuid') writeUuid(bytes, element as string, at)
    else if (type === 'int') bytes.writeInt32BE(element as number, at)
    else if (type === 'smallint') bytes.writeInt16BE(element as number, at)
    else bytes.writeBigInt64BE(type === 'timestamptz' ? microsOf(element as Instant) : BigInt(element as number), at)
    at += size
  }
  return bytes.subarray(0, at)
}

function textArray(oid: number, type: ColumnType, elements: readonly unknown[]): Buffer {
  const texts = elements.map((element) => {
    if (element === null) return null
    return type === 'json' ? encodeJson(element) : encodeText(element as string)
  })
  const sizes = texts.map((text) => (text === null ? 0 : Buffer.byteLength(text)))
  const total = sizes.reduce((sum, size) => sum + size, HEADER_BYTES + 4 * texts.length)
  const bytes = header(Buffer.allocUnsafe(total), oid, texts.length)
  let at = HEADER_BYTES
  texts.forEach((text, index) => {
    at = bytes.writeInt32BE(text === null ? -1 : (sizes[index] ?? 0), at)
    if (text !== null) at += bytes.write(text, at)
  })
  return bytes
}

function bytesArray(oid: number, elements: readonly Uint8Array[]): Buffer {
  const total = elements.reduce((sum, { byteLength }) => sum + 4 + byteLength, HEADER_BYTES)
  const bytes = header(Buffer.allocUnsafe(total), oid, elements.length)
  let at = HEADER_BYTES
  for (const element of elements) {
    at = bytes.writeInt32BE(element.byteLength, at)
    bytes.set(element, at)
    at += element.byteLength
  }
  return bytes
}

/** By hand: cutting the dashes out and decoding hexadecimal text costs five times as much, ten times a message. */
function writeUuid(bytes: Buffer, id: string, at: number): void {
  let written = 0
  for (let index = 0; index < id.length && written < 32; index++) {
    const code = id.charCodeAt(index)
    if (code === DASH) continue
    const digit = DIGITS[code] ?? NO_DIGIT
    if (digit === NO_DIGIT) break
    const place = at + (written >> 1)
    bytes[place] = written % 2 === 0 ? digit << 4 : (bytes[place] ?? 0) | digit
    written++
  }
  if (written !== 32 || id.length !== 36) throw new Unstorable(`An id must be a UUID; found ${JSON.stringify(id)}.`)
}
const DASH = '-'.charCodeAt(0)
const NO_DIGIT = 255
/** What a hexadecimal digit is worth, by its character code. */
const DIGITS = new Uint8Array(128).fill(NO_DIGIT)
for (const [worth, digit] of [...'0123456789abcdef'].entries()) {
  DIGITS[digit.charCodeAt(0)] = worth
  DIGITS[digit.toUpperCase().charCodeAt(0)] = worth
}

/** PostgreSQL counts microseconds from the beginning of the year 2000, UTC. */
const POSTGRES_EPOCH = Date.UTC(2000, 0, 1)

function microsOf(at: Instant): bigint {
  checkInstant(at)
  return BigInt(at - POSTGRES_EPOCH) * 1000n
}

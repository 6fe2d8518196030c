import type { Fields } from '../json.ts'
import { badParameter, refuse } from './errors.ts'
import type { GraphCall } from './call.ts'

const DEFAULT_LIMIT = 25

/** One page of a list, with cursors as Graph gives them: `after` and `before` point at the last and first row shown. */
export function page(call: GraphCall, rows: readonly Fields[], keyOf: (row: Fields) => string): Fields {
  const limit = readLimit(call)
  const { after, before } = call.query
  let start = 0
  if (after !== undefined) start = position(rows, after, keyOf) + 1
  else if (before !== undefined) start = Math.max(0, position(rows, before, keyOf) - limit)
  const end = before === undefined ? start + limit : Math.min(start + limit, position(rows, before, keyOf))
  const shown = rows.slice(start, end)
  const [first] = shown
  const last = shown.at(-1)
  if (first === undefined || last === undefined) return { data: [] }
  const cursors = { before: encode(keyOf(first)), after: encode(keyOf(last)) }
  return {
    data: shown,
    paging: {
      cursors,
      ...(end < rows.length ? { next: address(call, { limit: String(limit), after: cursors.after }) } : {}),
      ...(start > 0 ? { previous: address(call, { limit: String(limit), before: cursors.before }) } : {}),
    },
  }
}

function readLimit(call: GraphCall): number {
  const { limit } = call.query
  if (limit === undefined) return DEFAULT_LIMIT
  const count = Number(limit)
  if (!Number.isInteger(count) || count < 1)
    throw badParameter('Param limit must be an integer greater than or equal to 1')
  return Math.min(count, 1_000)
}

function position(rows: readonly Fields[], cursor: string, keyOf: (row: Fields) => string): number {
  const key = Buffer.from(cursor, 'base64').toString('utf8')
  const index = rows.findIndex((row) => keyOf(row) === key)
  if (index < 0) throw refuse(131059, 'The paging cursor is not valid; start again without it')
  return index
}

const encode = (key: string): string => Buffer.from(key, 'utf8').toString('base64')

/** Graph's own addresses carry the access token; the emulator leaves it out, clients send it in the header. */
function address(call: GraphCall, change: Record<string, string>): string {
  const { after: _after, before: _before, access_token: _token, ...kept } = call.query
  return `${call.origin}/${call.version}/${call.path.join('/')}?${new URLSearchParams({ ...kept, ...change })}`
}

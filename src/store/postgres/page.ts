import { instant } from '#base/time.ts'
import { BadCursor, type Page } from '../views/views.ts'
import { timestamp } from './rows.ts'

/** The place after a row, as opaque text: the row's values in the order of the list. */
export const cursorOf = (...place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url')

/** Opens a cursor and holds it against the kinds of values its list is ordered by; throws `BadCursor` on anything else. */
export function placeOf<Kinds extends readonly RegExp[]>(
  cursor: string,
  ...kinds: Kinds
): { [Index in keyof Kinds]: string } {
  let place: unknown
  try {
    place = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw new BadCursor('This cursor cannot be read; begin with the first page.')
  }
  const fits =
    Array.isArray(place) &&
    place.length === kinds.length &&
    place.every((value, index) => {
      const kind = kinds[index]
      return (typeof value === 'string' || typeof value === 'number') && kind?.test(String(value))
    })
  if (!fits) throw new BadCursor('This cursor belongs to another list; begin with the first page.')
  return (place as (string | number)[]).map(String) as { [Index in keyof Kinds]: string }
}

/** What cursors hold: an instant, an id. */
export const EPOCH_MS = /^-?\d{1,13}$/
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
export const LAST_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** One row more than asked for was read: it says whether there is a next page. */
export function page<Item>(items: readonly Item[], limit: number, cursor: (last: Item) => string): Page<Item> {
  const data = items.slice(0, limit)
  const last = data.at(-1)
  return { data, next: items.length > limit && last !== undefined ? cursor(last) : null }
}

/** The place to read on from in a list ordered by instant and id, newest first: before everything at the start. */
export function newestFirst(cursor: string | null): readonly [at: string, id: string] {
  if (cursor === null) return ['infinity', LAST_UUID]
  const [at, id] = placeOf(cursor, EPOCH_MS, UUID)
  return [timestamp(instant(Number(at))), id]
}

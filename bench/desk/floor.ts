import type pg from 'pg'
import { alone, json, statement } from '#store/postgres/transaction.ts'
import { LARGE } from './company.ts'

/** What any list costs at the least: fifty whole rows by their keys, as the product's own connections read them. */
const FIFTY = statement(
  'bench-floor',
  `select c.* from json_to_recordset($2) as wanted(id uuid)
   join conversation c on (c.account_id, c.conversation_id) = ($1, wanted.id)`,
)

/** Milliseconds of each read; every read asks for other rows. */
export async function keyFloor(pool: pg.Pool, ids: readonly string[], reads: number): Promise<readonly number[]> {
  const times: number[] = []
  for (let read = 0; read < reads; read++) {
    const fifty = Array.from({ length: 50 }, (_, index) => ({ id: ids[(read * 50 + index * 37) % ids.length] }))
    const startedMs = performance.now()
    const { rows } = await alone(pool, [LARGE], FIFTY, [LARGE, json(fifty)])
    times.push(performance.now() - startedMs)
    if (rows.length === 0) throw new Error('The floor found no rows.')
  }
  return times
}

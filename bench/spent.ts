import pg from 'pg'
import type { House } from './house.ts'
import { cpuMsOf } from './machine.ts'

/** What was used up so far: CPU in ms, WAL and disk in bytes. */
export type Spent = {
  readonly product: number
  readonly postgres: number
  readonly wal: number
  readonly commits: number
  readonly disk: number
}

/** `pid`: of the server. */
export async function spentBy(house: House, pid: number): Promise<Spent> {
  const client = new pg.Client({ connectionString: house.postgres.url })
  await client.connect()
  try {
    const { rows } = await client.query<{ wal: string; commits: string; disk: string }>(
      `select pg_current_wal_lsn() - '0/0'::pg_lsn as wal, pg_database_size(current_database()) as disk,
         (select xact_commit from pg_stat_database where datname = current_database()) as commits`,
    )
    const [row] = rows
    return {
      product: cpuMsOf(pid),
      postgres: cpuMsOf(house.postgres.pid, true),
      wal: Number(row?.wal),
      commits: Number(row?.commits),
      disk: Number(row?.disk),
    }
  } finally {
    await client.end()
  }
}

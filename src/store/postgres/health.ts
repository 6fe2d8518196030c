import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import { timestamp } from './rows.ts'
import { alone, statement } from './transaction.ts'

/** How the store is doing, for those who watch. */
export type Health = {
  readonly isReady: boolean
  /** A plain word on what is wrong; null when nothing is. */
  readonly problem: string | null
  /** Age of the oldest delivery nobody has read; 0 when there is none. */
  readonly lagMs: number
  /** Effects that wait and may be taken; counted to a thousand. */
  readonly effectsDue: number
}

/** Asks the database; rejects when it does not answer. `now` is the clock that deliveries and effects are dated by. */
export async function health(pool: pg.Pool, now: Instant): Promise<Health> {
  const { rows } = await alone<{ oldest: Instant | null; due: number }>(pool, 'installation', LOOK, [timestamp(now)])
  const oldest = rows[0]?.oldest ?? null
  return {
    isReady: true,
    problem: null,
    lagMs: oldest === null ? 0 : Math.max(0, now - oldest),
    effectsDue: Number(rows[0]?.due ?? 0),
  }
}

const LOOK = statement(
  'health',
  `select
     (select received_at from delivery
      where (xid, id) > ((select xid from delivery_lease where shard = 'whatsapp'),
                         (select id from delivery_lease where shard = 'whatsapp'))
      order by xid, id limit 1) as oldest,
     (select count(*) from (select from effect where take_at <= $1::timestamptz limit 1000) as due) as due`,
)

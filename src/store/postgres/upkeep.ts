import type pg from 'pg'
import { type Duration, type Instant, plus } from '#base/time.ts'
import type { Kept, Upkeep, UpkeepRound } from '../upkeep.ts'
import { asOwner } from './migrate.ts'
import { makePartitions, PARTITIONS_LOCK, patiently } from './partitions.ts'
import { timestamp } from './rows.ts'
import { alone, type Statement, statement } from './transaction.ts'

/** Structure is changed as the owner, rows are removed as everybody else: by the runtime role, within its rights. */
export const postgresUpkeep = (databaseUrl: string, pool: pg.Pool): Upkeep => ({
  round: (now, keep) =>
    asOwner(databaseUrl, async (owner) => {
      const { rows } = await owner.query('select pg_try_advisory_lock($1, $2) as ours', [...PARTITIONS_LOCK])
      if (!rows[0].ours) return null
      const before = plus(now, -keep as Duration)
      const { made, isLocked } = await makePartitions(owner, now)
      const days = await dropExpired(owner, before, isLocked)
      return { made, ...days, removed: await removeExpired(owner, pool, now, before) }
    }),
  async kept(now) {
    const { rows } = await alone<KeptRow>(pool, 'installation', KEPT)
    return keptFrom(rows[0] as KeptRow, now)
  },
})

/** Days that lie before `before` as a whole, oldest first. Once a lock was not to be had, the rest waits for another time. */
async function dropExpired(
  owner: pg.Client,
  before: Instant,
  wasLocked: boolean,
): Promise<Pick<UpkeepRound, 'dropped' | 'postponed'>> {
  const dropped: string[] = []
  const postponed: string[] = []
  let isLocked = wasLocked
  for (const name of await daysBefore(owner, before)) {
    const mayGo = !isLocked && !(await isUnread(owner, name))
    const outcome = mayGo ? await patiently(owner, () => drop(owner, name)) : 'not-now'
    isLocked ||= outcome === 'locked'
    if (outcome === 'done') dropped.push(name)
    else postponed.push(name)
  }
  return { dropped, postponed }
}

/**
 * The table is locked for as long as it takes to look at one index and to strike the partition from the catalogue;
 * PostgreSQL removes the files after the locks are given back. (`detach … concurrently` is not to be had beside a default
 * partition.)
 */
async function drop(owner: pg.Client, name: string): Promise<boolean> {
  await owner.query('lock table only delivery in access exclusive mode')
  if (await isUnread(owner, name)) return false
  await owner.query(`drop table ${name}`)
  return true
}

async function daysBefore(owner: pg.Client, before: Instant): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; day: string }>(
    `select inhrelid::regclass::text as name, right(inhrelid::regclass::text, 10) as day from pg_inherits
     where inhparent = 'delivery'::regclass and inhrelid::regclass::text ~ '^delivery_\\d{4}_\\d{2}_\\d{2}$' order by 1`,
  )
  const endOf = (day: string): number => Date.parse(`${day.replaceAll('_', '-')}T00:00:00Z`) + DAY_MS
  return rows.filter(({ day }) => endOf(day) <= before).map(({ name }) => name)
}
const DAY_MS = 86_400_000

/** A delivery behind some reader's position, or any while there is no reader. Half-finished requests to repeat count, too. */
async function isUnread(owner: pg.Client, name: string): Promise<boolean> {
  const { rows } = await owner.query<{ unread: boolean }>(
    `select exists (select from ${name}) and (not exists (select from delivery_lease)
       or exists (select from delivery_lease lease
         where exists (select from ${name} day where (day.xid, day.id) > (lease.xid, lease.id)))
       or exists (select from reprocess where state = 'running'
         and exists (select from ${name} where received_at >= from_at and received_at < to_at))) as unread`,
  )
  return rows[0]?.unread ?? true
}

/** Rows of one statement; a round goes on while there are as many, so many times. */
const REMOVED_AT_ONCE = 1_000
const MOST_STATEMENTS = 200

async function removeExpired(
  owner: pg.Client,
  pool: pg.Pool,
  now: Instant,
  before: Instant,
): Promise<UpkeepRound['removed']> {
  const own = (what: Statement, at: Instant) => () =>
    alone(pool, 'installation', what, [timestamp(at), REMOVED_AT_ONCE])
  return {
    delivery_default: await repeatedly(() => owner.query(STRAY_DELIVERIES, [timestamp(before), REMOVED_AT_ONCE])),
    set_aside: await repeatedly(own(SETTLED, before)),
    set_aside_body: await repeatedly(own(BODIES, before)),
    media_wire: await repeatedly(own(WIRE_MEDIA, now)),
  }
}

async function repeatedly(remove: () => Promise<{ rowCount: number | null }>): Promise<number> {
  let removed = 0
  for (let count = 0; count < MOST_STATEMENTS; count++) {
    const { rowCount } = await remove()
    removed += rowCount ?? 0
    if ((rowCount ?? 0) < REMOVED_AT_ONCE) break
  }
  return removed
}

/** In the default partition lie days that a turned clock wrote; nobody's unread ones go. */
const STRAY_DELIVERIES = `delete from delivery_default where ctid = any (array(
  select ctid from delivery_default
  where received_at < $1::timestamptz and exists (select from delivery_lease)
    and not exists (select from delivery_lease lease
      where (delivery_default.xid, delivery_default.id) > (lease.xid, lease.id))
    and not exists (select from reprocess where state = 'running' and received_at >= from_at and received_at < to_at)
  limit $2))`
const SETTLED = statement(
  'remove-settled-set-aside',
  `delete from set_aside where ctid = any (array(
     select ctid from set_aside where settled_at < $1::timestamptz limit $2))`,
)
const BODIES = statement(
  'remove-set-aside-bodies',
  `delete from set_aside_body where received_at < $1::timestamptz and ctid = any (array(
     select ctid from set_aside_body body where received_at < $1::timestamptz
       and not exists (select from set_aside where set_aside.delivery_id = body.delivery_id) limit $2))`,
)
const WIRE_MEDIA = statement(
  'remove-media-wire',
  `delete from media_wire where ctid = any (array(
     select ctid from media_wire where valid_until <= $1::timestamptz limit $2))`,
)

type Parent = 'delivery' | 'message' | 'fact'
type KeptRow = {
  oldest: Instant | null
  partitions: Record<Parent, number>
  strays: Record<Parent, number>
  newest_day: string | null
  waiting_own: number
  waiting_installation: number
  reprocessing: number
  unindexed: number
}

const keptFrom = (row: KeptRow, now: Instant): Kept => ({
  oldestDeliveryMs: row.oldest === null ? 0 : Math.max(0, now - row.oldest),
  partitionsAheadMs:
    row.newest_day === null ? -DAY_MS : Date.parse(`${row.newest_day.replaceAll('_', '-')}T00:00:00Z`) + DAY_MS - now,
  partitions: row.partitions,
  strays: row.strays,
  setAsideWaiting: { ofAccounts: row.waiting_own, ofInstallation: row.waiting_installation },
  reprocessing: row.reprocessing,
  unindexed: row.unindexed,
})

const PARENTS: readonly Parent[] = ['delivery', 'message', 'fact']
const waiting = (whose: string): string =>
  `(select count(*) from (select from set_aside where state = 'waiting' and account_id is ${whose} limit 1000) as few)`
/** The runtime role may not read a default partition by its name; through its parent it may. */
const strays = (parent: Parent): string =>
  `'${parent}', (select coalesce(n_live_tup, 0) from pg_stat_all_tables where relid = '${parent}_default'::regclass)`
const KEPT = statement(
  'kept',
  `select
     (select received_at from delivery order by xid, id limit 1) as oldest,
     (select json_build_object(${PARENTS.map(
       (parent) => `'${parent}',
        (select count(*) - 1 from pg_inherits where inhparent = '${parent}'::regclass)`,
     ).join(', ')})) as partitions,
     json_build_object(${PARENTS.map(strays).join(', ')}) as strays,
     (select max(right(relname, 10)) from pg_inherits join pg_class on pg_class.oid = inhrelid
      where inhparent = 'delivery'::regclass and relname ~ '^delivery_\\d{4}_\\d{2}_\\d{2}$') as newest_day,
     ${waiting('not null')} as waiting_own,
     ${waiting('null')} as waiting_installation,
     (select count(*) from reprocess where state = 'running') as reprocessing,
     (select count(*) from (select from contact_unindexed limit 10000) as few) as unindexed`,
)

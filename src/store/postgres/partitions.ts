import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import { codeOf } from './errors.ts'
import { asOwner } from './migrate.ts'

export type Partition = { readonly parent: string; readonly name: string; readonly from: string; readonly to: string }

const MONTHS_AHEAD = 3
const DAYS_AHEAD = 7
/** All that changes partitions takes this lock first; see `migrate.ts` for the numbers. */
export const PARTITIONS_LOCK = [74_111, 2] as const
/** Who waits for a lock makes everybody behind it wait: the door, too. So we rather come back. */
const LOCK_PATIENCE = '200ms'
const TRIES = 5
/** More stray rows than this stay where they are; moving them would block the table for too long. */
const MOST_MOVED = 20_000

/**
 * Makes the partitions around `now`: this month, the one before and some ahead for messages and facts, yesterday and a
 * week ahead for deliveries. To be called at the start and once a day. Rows that a jumping clock has put into a default
 * partition meanwhile move to the one made for them.
 */
export async function ensurePartitions(databaseUrl: string, now: Instant): Promise<void> {
  await asOwner(databaseUrl, async (owner) => {
    await owner.query('select pg_advisory_lock($1, $2)', [...PARTITIONS_LOCK])
    await makePartitions(owner, now)
  })
}

/** The caller holds the lock. Gives up at the first that somebody's lock stands in the way of. */
export async function makePartitions(
  owner: pg.Client,
  now: Instant,
): Promise<{ readonly made: readonly string[]; readonly isLocked: boolean }> {
  const made: string[] = []
  for (const partition of partitionsAround(now)) {
    const { rows } = await owner.query('select to_regclass($1) is not null as there', [partition.name])
    if (rows[0].there) continue
    const outcome = await patiently(owner, () => make(owner, partition))
    if (outcome === 'locked') return { made, isLocked: true }
    if (outcome === 'done') made.push(partition.name)
  }
  return { made, isLocked: false }
}

/**
 * One short transaction, begun again a few times when a lock was not to be had at once. Nothing has changed unless it is
 * `done`; `not-now` when `work` answers false.
 */
export async function patiently(
  owner: pg.Client,
  work: () => Promise<boolean>,
): Promise<'done' | 'not-now' | 'locked'> {
  for (let tries = 1; ; tries++) {
    try {
      await owner.query(`begin; set local lock_timeout = '${LOCK_PATIENCE}'; set local app.scope = 'installation'`)
      const isDone = await work()
      await owner.query(isDone ? 'commit' : 'rollback')
      return isDone ? 'done' : 'not-now'
    } catch (error) {
      await owner.query('rollback').catch(() => {})
      if (codeOf(error) !== LOCK_NOT_AVAILABLE) throw error
      if (tries === TRIES) return 'locked'
      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** tries))
    }
  }
}
const LOCK_NOT_AVAILABLE = '55P03'

export function partitionsAround(now: Instant): Partition[] {
  const date = new Date(now)
  const month = (offset: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset, 1)
  const day = (offset: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + offset)
  const partitions: Partition[] = []
  for (let offset = -1; offset <= MONTHS_AHEAD; offset++) {
    const [from, to] = [month(offset), month(offset + 1)]
    const label = isoOf(from).slice(0, 7).replace('-', '_')
    partitions.push({ parent: 'message', name: `message_${label}`, from: firstIdAt(from), to: firstIdAt(to) })
    partitions.push({ parent: 'fact', name: `fact_${label}`, from: isoOf(from), to: isoOf(to) })
  }
  for (let offset = -1; offset <= DAYS_AHEAD; offset++) {
    const [from, to] = [day(offset), day(offset + 1)]
    const label = isoOf(from).slice(0, 10).replaceAll('-', '_')
    partitions.push({ parent: 'delivery', name: `delivery_${label}`, from: isoOf(from), to: isoOf(to) })
  }
  return partitions
}

const isoOf = (epochMs: number): string => new Date(epochMs).toISOString()

/** The least id a UUIDv7 of this millisecond can have. */
function firstIdAt(epochMs: number): string {
  const time = epochMs.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`
}

const KEY: Readonly<Record<string, string>> = { message: 'message_id', fact: 'at', delivery: 'received_at' }
/** Statuses change a message in place, again and again: room on its page keeps that off the indexes. */
const STORAGE: Readonly<Record<string, string>> = { message: 'with (fillfactor = 85)' }

/** Made beside its parent and then attached: that, unlike `partition of`, lets others go on reading and writing. */
async function make(owner: pg.Client, { parent, name, from, to }: Partition): Promise<boolean> {
  const range = `${KEY[parent]} >= '${from}' and ${KEY[parent]} < '${to}'`
  const strays = await owner.query(`select from ${parent}_default where ${range} limit ${MOST_MOVED + 1}`)
  if ((strays.rowCount ?? 0) > MOST_MOVED) return false
  await owner.query(
    `create table ${name} (like ${parent} including defaults including constraints) ${STORAGE[parent] ?? ''}`,
  )
  if (strays.rowCount !== 0) {
    await owner.query(`lock table ${parent} in access exclusive mode`)
    await owner.query(`with moved as (delete from ${parent}_default where ${range} returning *)
      insert into ${name} select * from moved`)
  }
  await owner.query(`alter table ${name} add constraint ${name}_range check (${range})`)
  await owner.query(`alter table ${parent} attach partition ${name} for values from ('${from}') to ('${to}')`)
  await owner.query(`alter table ${name} drop constraint ${name}_range`)
  return true
}

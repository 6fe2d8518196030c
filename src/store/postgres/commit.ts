import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { type Ids, uuidv7 } from '#base/ids.ts'
import type { AccountId, EffectId } from '#core/account/account.ts'
import type { Effect } from '#core/loop/effect.ts'
import type { Fact, NewFact } from '#core/loop/fact.ts'
import { type Changes, type Committed, REACH_USED_UP } from '../ledger.ts'
import { stage } from '../staged.ts'
import { arrayOf, columns } from './columns.ts'
import { addLinks, lockHeads } from './consent-writes.ts'
import { isLostRace, raceOf } from './errors.ts'
import { holdsAll } from './reach.ts'
import type { Recent } from './recent.ts'
import { effectRow, factRow } from './rows.ts'
import { inTransaction, type Run, statement, together } from './transaction.ts'
import { type Write, writesOf } from './writes.ts'

/**
 * One transaction for the whole batch. All rows are sent in one go, each table in one statement; who finds fewer rows
 * than it names has lost against another process. Then the facts get their numbers from the counters, which stay locked
 * for the rest: one round trip more, the commit with it.
 */
export async function commit(pool: pg.Pool, recent: Recent, changes: Changes): Promise<Committed> {
  const effects = withIds(changes)
  const accounts = new Set(changes.loaded.worlds.map(({ accountId }) => accountId))
  for (const { accountId } of [...changes.facts, ...effects, ...changes.finished]) accounts.add(accountId)
  for (const { accountId } of changes.setAside) if (accountId !== null) accounts.add(accountId)
  const staged = stage(changes.loaded)
  const counts = countsOf(changes.facts)
  recent.committing(staged, counts)
  try {
    const { facts, numbers } = await inTransaction(pool, [...accounts], async (run, atLast) => {
      const { given, heads } = await write(
        run,
        writesOf(staged, changes, effects.map(effectRow)),
        changes.facts,
        counts,
      )
      if (changes.reach?.length && !(await holdsAll(run, changes.reach))) throw new Conflict(REACH_USED_UP)
      const made = numbered(changes.facts, given)
      if (made.length > 0)
        atLast(run(ADD_FACTS, FACT.values(made.map(factRow))), run(NUDGE, [arrayOf('text', newest(given))]))
      if (heads !== null) atLast(...addLinks(run, changes.facts, heads))
      return { facts: made, numbers: given }
    })
    recent.committed(staged, numbers)
    return { kind: 'committed', facts, effects }
  } catch (error) {
    recent.forget(accounts)
    if (error instanceof Fenced) return { kind: 'fenced' }
    if (error instanceof Conflict) return { kind: 'conflict', what: error.message }
    if (isLostRace(error)) return { kind: 'conflict', what: raceOf(error) }
    throw error
  }
}

type Numbers = ReadonlyMap<AccountId, { readonly seq: number; readonly count: number }>

class Conflict extends Error {}
class Fenced extends Error {}

/** What the facts get: how many each account, with the number of its newest; and the chains of consent they lengthen. */
type Given = { readonly given: Numbers; readonly heads: Awaited<ReturnType<typeof lockHeads>> }

/** How many facts each account gets. */
function countsOf(facts: readonly NewFact[]): ReadonlyMap<AccountId, number> {
  const counts = new Map<AccountId, number>()
  for (const { accountId } of facts) counts.set(accountId, (counts.get(accountId) ?? 0) + 1)
  return counts
}

async function write(
  run: Run,
  writes: readonly Write[],
  facts: readonly NewFact[],
  counts: ReadonlyMap<AccountId, number>,
): Promise<Given> {
  const wanted = [...counts].map(([account_id, count]) => ({ account_id, count }))
  const results = await together([
    together(writes.map(({ what, values }) => run(what, values))),
    wanted.length === 0
      ? Promise.resolve(null)
      : run<{ account_id: AccountId; fact_seq: number }>(COUNT, COUNTED.values(wanted)),
    Promise.resolve(lockHeads(run, facts)),
  ] as const)
  const [written, counted, heads] = results
  writes.forEach(({ what, rows, fences }, index) => {
    const found = written[index]?.rowCount ?? 0
    if (rows === null || found === rows) return
    if (fences) throw new Fenced()
    throw new Conflict(`${what.name}: ${found} of ${rows} rows`)
  })
  const seqs = new Map(counted?.rows.map(({ account_id, fact_seq }) => [account_id, fact_seq]))
  const given = new Map(
    wanted.map(({ account_id, count }) => {
      const seq = seqs.get(account_id)
      if (seq === undefined) throw new Error(`Account ${account_id} has facts but is not in the registry.`)
      return [account_id, { seq, count }] as const
    }),
  )
  return { given, heads }
}

/** In the given order; the last fact of an account gets the account's newest number. */
function numbered(facts: readonly NewFact[], numbers: Numbers): Fact[] {
  const next = new Map([...numbers].map(([accountId, { seq }]) => [accountId, seq]))
  return facts
    .toReversed()
    .map((fact) => {
      const seq = next.get(fact.accountId) ?? 0
      next.set(fact.accountId, seq - 1)
      return { ...fact, seq }
    })
    .reverse()
}

const newest = (numbers: Numbers): string[] => [...numbers].map(([accountId, { seq }]) => `${accountId}:${seq}`)

const ids: Ids = uuidv7({ next: Math.random, bytes: (count) => randomBytes(count) })

const withIds = ({ effects, now }: Changes): Effect[] =>
  effects.map((effect) => ({ ...effect, effectId: ids.next(now) as EffectId, attempts: 0 }))

const COUNTED = columns({ account_id: 'uuid', count: 'bigint' })
/** Counters are locked in one order, so that two batches never wait for each other in a circle. */
const COUNT = statement(
  'commit-count',
  `with wanted as materialized (
     select counter.account_id, row.count
     from ${COUNTED.from()} join account_counter counter using (account_id)
     order by counter.account_id for update of counter
   )
   update account_counter counter set fact_seq = fact_seq + wanted.count
   from wanted where counter.account_id = wanted.account_id
   returning counter.account_id, fact_seq`,
)
const FACT = columns({
  account_id: 'uuid',
  seq: 'bigint',
  at: 'timestamptz',
  kind: 'text',
  conversation_id: 'uuid',
  marks: 'smallint',
  message_id: 'uuid',
  rest: 'json',
})
const ADD_FACTS = statement(
  'commit-facts',
  `insert into fact (${FACT.names})
   select * from ${FACT.from()}`,
)
/** Heard after the commit by every process; the facts themselves are read by number. */
const NUDGE = statement('commit-nudge', `select pg_notify('hilo_fact', payload) from unnest($1::text[]) as payload`)

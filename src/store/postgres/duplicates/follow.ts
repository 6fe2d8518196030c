import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { AccountId, ContactId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import { proposed } from '#core/contact/propose.ts'
import type { Projected } from '../../costs.ts'
import { CHANGES_LIKENESS } from '../../duplicates.ts'
import { arrayOf, columns } from '../columns.ts'
import { contactFrom, type ContactRow, timestamp } from '../rows.ts'
import { inSnapshot, inTransaction, json, type Run, statement } from '../transaction.ts'
import { alikeTo } from './alike.ts'
import { bitsOf, rankOf } from './bits.ts'

/** Facts looked at in one go, and contacts compared: few enough that no webhook waits for them. */
const PORTION = 1_000
const AT_ONCE = 100

type Pair = { readonly one_id: ContactId; readonly other_id: ContactId }
type Found = Pair & { readonly strength: number; readonly kinds: number }
/** What follows from the facts after `from` and up to `until`. */
type Portion = {
  readonly from: number
  readonly until: number
  readonly isBehind: boolean
  readonly found: readonly Found[]
  readonly gone: readonly Pair[]
}
const NOTHING: Projected = { rows: 0, isDone: true, isBehind: false }

/**
 * Compared in a snapshot, written in a transaction that holds nobody up; only one who read the same position moves it, so of
 * two processes one does it. What changed between the two has a later fact, and is compared again.
 */
export async function follow(pool: pg.Pool, accountId: AccountId, now: Instant): Promise<Projected> {
  const portion = await inSnapshot(pool, [accountId], (run) => compare(run, accountId))
  if (portion === null) return NOTHING
  const { from, until, found, gone, isBehind } = portion
  return inTransaction(pool, [accountId], async (run) => {
    await run(ENSURE, [accountId])
    const moved = await run(MOVE, [accountId, from, until])
    if (moved.rowCount === 0) return NOTHING
    const at = timestamp(now)
    const kept = found.length === 0 ? 0 : (await run(KEEP, [accountId, at, ...FOUND.values(found)])).rowCount
    const dropped = gone.length === 0 ? 0 : (await run(DROP, [accountId, ...PAIR.values(gone)])).rowCount
    return { rows: (kept ?? 0) + (dropped ?? 0), isDone: false, isBehind }
  })
}

/** Null: nothing is new, or the search index has not come so far. */
async function compare(run: Run, accountId: AccountId): Promise<Portion | null> {
  const [reader] = (await run<{ seq: number; newest: number }>(READER, [accountId])).rows
  if (!reader || reader.newest <= reader.seq) return null
  const end = Math.min(reader.newest, reader.seq + PORTION)
  const values = [accountId, reader.seq, end, json([...CHANGES_LIKENESS])]
  const told = (await run<Told>(TOLD, values)).rows
  const stop = stopOf(told)
  const until = stop === undefined ? end : stop - 1
  if (until <= reader.seq) return null
  const ids = [...new Set(told.flatMap(({ seq, contact_id }) => (seq <= until ? [contact_id] : [])))]
  const about = { from: reader.seq, until, isBehind: until < reader.newest && !told.some(({ waits }) => waits) }
  return { ...about, ...(ids.length === 0 ? { found: [], gone: [] } : await pairsOf(run, accountId, ids)) }
}

/** The first fact that is left to the next time: its contact cannot be found by its username yet, or is one too many. */
function stopOf(told: readonly Told[]): number | undefined {
  const seen = new Set<ContactId>()
  return told.find(({ contact_id, waits }) => waits || seen.add(contact_id).size > AT_ONCE)?.seq
}

async function pairsOf(
  run: Run,
  accountId: AccountId,
  ids: readonly ContactId[],
): Promise<Pick<Portion, 'found' | 'gone'>> {
  const values = [accountId, arrayOf('uuid', ids)]
  const [contacts, kept] = await Promise.all([run<ContactRow>(CONTACTS, values), run<Pair>(KEPT, values)])
  const asked = contacts.rows.map(contactFrom)
  const known = kept.rows.flatMap(({ one_id, other_id }) => [[one_id, other_id] as const, [other_id, one_id] as const])
  const alike = await alikeTo(run, accountId, asked, known)
  const found = new Map<string, Found>()
  for (const contact of asked) {
    for (const other of alike.get(contact.contactId) ?? []) {
      const evidence = proposed(contact, other)
      if (evidence.length === 0) continue
      const pair = inOrder(contact, other)
      found.set(keyOf(pair), { ...pair, strength: rankOf(evidence), kinds: bitsOf(evidence) })
    }
  }
  return { found: [...found.values()], gone: kept.rows.filter((pair) => !found.has(keyOf(pair))) }
}

const keyOf = ({ one_id, other_id }: Pair): string => `${one_id}:${other_id}`

function inOrder(a: Contact, b: Contact): Pair {
  const isFirst = a.createdAt === b.createdAt ? a.contactId < b.contactId : a.createdAt < b.createdAt
  const [one, other] = isFirst ? [a, b] : [b, a]
  return { one_id: one.contactId, other_id: other.contactId }
}

const READER = statement(
  'duplicates-reader',
  `select coalesce(reader.seq, 0) as seq, counter.fact_seq as newest
   from account_counter counter left join possible_duplicate_reader reader using (account_id)
   where account_id = $1`,
)
type Told = { readonly seq: number; readonly contact_id: ContactId; readonly waits: boolean }
const TOLD = statement(
  'duplicates-told',
  `select fact.seq, about.id::uuid as contact_id, exists (
     select from contact_unindexed waiting where (waiting.account_id, waiting.contact_id) = ($1, about.id::uuid)) as waits
   from fact cross join lateral (
     values (rest -> 'contact' ->> 'contactId'), (rest ->> 'contactId'), (rest ->> 'otherId'), (rest ->> 'intoId')
   ) as about(id)
   where fact.account_id = $1 and seq > $2 and seq <= $3
     and kind in (select json_array_elements_text($4)) and about.id is not null
   order by seq`,
)
const CONTACTS = statement(
  'duplicates-contacts',
  `select account_id, contact_id, created_at, name, rest from contact where account_id = $1 and contact_id = any ($2::uuid[])`,
)
const KEPT = statement(
  'duplicates-kept',
  `select one_id, other_id from possible_duplicate where account_id = $1 and one_id = any ($2::uuid[])
   union select one_id, other_id from possible_duplicate where account_id = $1 and other_id = any ($2::uuid[])`,
)
const ENSURE = statement(
  'duplicates-ensure',
  'insert into possible_duplicate_reader (account_id) values ($1) on conflict do nothing',
)
const MOVE = statement(
  'duplicates-move',
  'update possible_duplicate_reader set seq = $3::bigint where account_id = $1 and seq = $2::bigint',
)

const PAIR = columns({ one_id: 'uuid', other_id: 'uuid' })
const FOUND = columns({ one_id: 'uuid', other_id: 'uuid', strength: 'smallint', kinds: 'smallint' })
/** New evidence makes it new; who is known to be alike in all of it stays where they are. */
const KEEP = statement(
  'duplicates-keep',
  `insert into possible_duplicate as kept (account_id, one_id, other_id, strength, kinds, found_at)
   select $1, one_id, other_id, strength, kinds, $2::timestamptz from ${FOUND.from(3)}
   on conflict (account_id, one_id, other_id) do update
   set strength = excluded.strength, kinds = excluded.kinds,
     found_at = case when excluded.kinds & ~kept.kinds = 0 then kept.found_at else excluded.found_at end
   where kept.kinds <> excluded.kinds`,
)
const DROP = statement(
  'duplicates-drop',
  `delete from possible_duplicate using ${PAIR.from(2)}
   where (account_id, possible_duplicate.one_id, possible_duplicate.other_id) = ($1, row.one_id, row.other_id)`,
)

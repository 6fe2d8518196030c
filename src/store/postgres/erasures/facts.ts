import { type Instant, plus, type Duration } from '#base/time.ts'
import type { ConversationId, MediaId } from '#core/account/account.ts'
import { addressesIn, erasedFact } from '#core/privacy/erased.ts'
import { CLOCKS_DIFFER, union } from '../../erasure-work.ts'
import { arrayOf, columns } from '../columns.ts'
import { factFrom, type FactRow, timestamp } from '../rows.ts'
import { type Run, statement } from '../transaction.ts'
import { isBehind } from './followers.ts'
import type { About, Portion } from './portion.ts'

/** Facts of one portion that are looked at; most are of others and are passed over in the database. */
const AT_ONCE = 20_000

/**
 * What the facts say of the person, from the day they came. Who follows the facts has to be past them. On the way
 * are found other addresses the person had, and which of the files we sent them others were sent as well.
 */
export async function sweepFacts(run: Run, about: About): Promise<Portion> {
  const { accountId, contactId, work } = about
  if (work.facts === null) return begin(run, about)
  const { done, until, since } = work.facts
  if (await isBehind(run, accountId, until)) return { work, swept: { kind: 'wait', what: 'facts' } }
  if (done >= until) return { work: { ...work, step: 'deliveries' } }
  const upTo = Math.min(until, done + AT_ONCE)
  const ids = arrayOf('uuid', work.conversationIds)
  const range = [accountId, done, upTo, timestamp(since), ids] as const
  const here = arrayOf('uuid', union(work.conversationIds, work.groupConversationIds))
  const ours = work.files.flatMap(({ mediaId, isOurs }) => (isOurs ? [mediaId] : []))
  const [found, used] = await Promise.all([
    run<FactRow>(PAGE, [accountId, done, upTo, timestamp(since), here]),
    run<{ id: MediaId }>(USED, [...range, arrayOf('text', ours)]),
  ])
  const facts = found.rows.map(factFrom)
  const addresses = union(
    work.addresses,
    facts.flatMap((fact) => addressesIn(fact, contactId).map(({ value }) => value)),
  )
  const conversationIds: ReadonlySet<ConversationId> = new Set(work.conversationIds)
  const gone = facts.filter((fact) => erasedFact(fact, { contactId, conversationIds, addresses }) !== null)
  const rows = gone.map(({ seq, at }) => ({ account_id: accountId, seq, at }))
  if (rows.length > 0) await run(ERASE, KEY.values(rows))
  const usedElsewhere = union(
    work.usedElsewhere,
    used.rows.map(({ id }) => id),
  )
  return {
    work: { ...work, addresses, usedElsewhere, facts: { done: upTo, until, since } },
    counts: { fact: rows.length },
  }
}

async function begin(run: Run, { accountId, work }: About): Promise<Portion> {
  const ours = arrayOf(
    'uuid',
    work.files.flatMap(({ mediaId, isOurs }) => (isOurs ? [mediaId] : [])),
  )
  const earliest = timestamp(plus(work.createdAt, -CLOCKS_DIFFER as Duration))
  const { rows } = await run<BoundsRow>(BOUNDS, [accountId, earliest, ours])
  const bounds = rows[0]
  if (!bounds) return { work: { ...work, step: 'deliveries' } }
  return { work: { ...work, facts: { done: bounds.first - 1, until: bounds.newest, since: bounds.since } } }
}

type BoundsRow = { since: Instant; first: number; newest: number }

const BOUNDS = statement(
  'erase-facts-bounds',
  `select since, newest,
     coalesce((select seq from fact where account_id = $1 and at >= since order by seq limit 1), newest + 1) as first
   from (
     select fact_seq as newest,
       least($2::timestamptz, (select min(created_at) from media where account_id = $1 and media_id = any ($3::uuid[])))
         as since
     from account_counter where account_id = $1
   ) as bounds`,
)
const PAGE = statement(
  'erase-facts-page',
  `select account_id, seq, at, rest from fact
   where account_id = $1 and seq > $2::bigint and seq <= $3::bigint and at >= $4::timestamptz
     and (conversation_id = any ($5::uuid[]) or kind in ('contact-added', 'contact-named', 'contact-listed', 'address-added',
       'address-retired', 'consent-recorded', 'contact-placed', 'contact-blocked', 'contact-unblocked', 'identity-known',
       'contacts-merged', 'merge-undone', 'phone-claimed', 'platform-notice-received'))
   order by seq`,
)
const USED = statement(
  'erase-facts-files',
  `select file.id from unnest($6::text[]) as file(id)
   where exists (
     select from fact where account_id = $1 and seq > $2::bigint and seq <= $3::bigint and at >= $4::timestamptz
       and kind = 'message-queued' and conversation_id <> all ($5::uuid[]) and position(file.id in rest::text) > 0)`,
)
const KEY = columns({ account_id: 'uuid', seq: 'bigint', at: 'timestamptz' })
const ERASE = statement(
  'erase-facts',
  `update fact set kind = 'fact-erased', rest = '{"kind":"fact-erased"}' from ${KEY.from()}
   where (fact.account_id, fact.seq, fact.at) = (row.account_id, row.seq, row.at)`,
)

import type pg from 'pg'
import type { MessageId } from '#core/account/account.ts'
import { rateNameOf, settle, type CostRow, type VolumeGroup, volumeRow } from '#core/cost/charge.ts'
import type { RateCard } from '#core/cost/rate-card.ts'
import type { Costs, Projected } from '../../costs.ts'
import { arrayOf, columns } from '../columns.ts'
import { CHARGES, isMarked } from '../fact-marks.ts'
import { inTransaction, statement } from '../transaction.ts'
import { tellBudgets } from './budgets.ts'
import { deliveredOf, tariffsOf } from './delivered.ts'
import { allowanceOf } from './spending.ts'
import {
  ADD_ROWS,
  ADD_TOTALS,
  costRowFrom,
  type LedgerRow,
  ROW_COLUMNS,
  rowValues,
  type Settling,
  totalValues,
} from './rows.ts'

/** Facts looked at, and messages recounted, in one transaction. */
const PORTION = 1_000
/** Messages charged in one turn: longer, and webhooks would wait for it. */
const AT_ONCE = 200

/** The ledger follows the facts: see `Costs.project`. */
export const projectCosts =
  (pool: pg.Pool): Costs['project'] =>
  (accountId, now) =>
    inTransaction(pool, [accountId], async (run) => {
      await run(ENSURE_READER, [accountId])
      const [reader] = (await run<{ seq: number }>(LOCK_READER, [accountId])).rows
      if (!reader) return IDLE
      const [read] = (await run<Read>(READ, [accountId, reader.seq, PORTION])).rows
      if (read && read.until > reader.seq) {
        const rows = read.ids.length === 0 ? 0 : await settleMessages({ run, accountId, now }, read.ids, null)
        await run(MOVE, [accountId, read.until])
        return { rows, isDone: false, isBehind: read.until - reader.seq === PORTION }
      }
      return recount({ run, accountId, now })
    })

const IDLE: Projected = { rows: 0, isDone: true, isBehind: false }
type Read = { until: number; ids: MessageId[] }

/** One portion of the oldest card that has to be held against what is in the ledger already. */
async function recount(settling: Settling): Promise<Projected> {
  const { run, accountId } = settling
  const [asked] = (await run<Recount>(NEXT_RECOUNT, [accountId])).rows
  if (!asked) return IDLE
  const values = [accountId, asked.after_row, asked.until_row, asked.from_month, PORTION]
  const { rows: found } = await run<{ row_id: number; message_id: MessageId }>(RECOUNTED, values)
  const ids = [...new Set(found.map(({ message_id }) => message_id))]
  const rows = await settleMessages(settling, ids, asked.from_month)
  const isDone = found.length < PORTION
  await run(MOVE_RECOUNT, [accountId, asked.recount_id, found.at(-1)?.row_id ?? asked.until_row, isDone])
  return { rows, isDone: false, isBehind: true }
}
type Recount = { recount_id: number; from_month: string; after_row: number; until_row: number }

/** Adds what these messages charge now. `since`: tiers of all months from then on are looked at, too. Answers the rows. */
async function settleMessages(settling: Settling, ids: readonly MessageId[], since: string | null): Promise<number> {
  const { run, accountId } = settling
  const { cards, tariffOf } = await tariffsOf(run, accountId)
  const allowance = await allowanceOf(run, accountId)
  const rows: CostRow[] = []
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const delivered = await deliveredOf(run, accountId, ids.slice(first, first + AT_ONCE))
    const known = await latestOf(settling, delivered)
    const added = delivered.flatMap((each) => {
      const charged = settle(each, tariffOf(each.lineId), known.get(each.messageId) ?? null, allowance)
      for (const row of charged) allowance.note(row)
      return charged
    })
    await add(settling, added)
    rows.push(...added)
  }
  const volumes = await volumesOf(settling, cards, rows, since)
  await add(settling, volumes)
  const all = [...rows, ...volumes]
  if (all.length > 0) await tellBudgets(settling, [...new Set(all.map(({ month }) => month))])
  return all.length
}

/** What the ledger says of each by now. */
async function latestOf({ run, accountId }: Settling, messages: readonly { readonly messageId: MessageId }[]) {
  const ids = messages.map(({ messageId }) => messageId)
  const { rows } = await run<LedgerRow>(LATEST, [accountId, arrayOf('uuid', ids)])
  return new Map(rows.map((row) => [row.message_id ?? '', costRowFrom(row)]))
}

async function add({ run, accountId, now }: Settling, rows: readonly CostRow[]): Promise<void> {
  if (rows.length === 0) return
  await Promise.all([run(ADD_ROWS, rowValues(accountId, rows, now)), run(ADD_TOTALS, totalValues(accountId, rows))])
}

/** What is missing to the discounts that the months' counts earn. */
async function volumesOf(
  { run, accountId, now }: Settling,
  cards: readonly RateCard[],
  rows: readonly CostRow[],
  since: string | null,
): Promise<readonly CostRow[]> {
  const touched = rows.filter(({ outcome, category }) => outcome === 'charged' && hasTiers(cards, category))
  if (touched.length === 0 && since === null) return []
  const groups = [
    ...new Map(
      touched.map((row) => [JSON.stringify([row.month, row.currency, row.market, row.category]), row]),
    ).values(),
  ]
  const { rows: counted } =
    since === null
      ? await run<Counted>(
          COUNT_GROUPS,
          GROUP.values(groups.map((row) => ({ account_id: accountId, ...groupOf(row) }))),
        )
      : await run<Counted>(COUNT_SINCE, [accountId, since])
  return counted.flatMap((group) => volumeRow(group, group, cards, now) ?? [])
}
type Counted = VolumeGroup & { readonly count: number; readonly discounted: number }
const groupOf = ({ month, currency, market, category }: VolumeGroup): VolumeGroup => ({
  month,
  currency,
  market,
  category,
})

function hasTiers(cards: readonly RateCard[], category: string): boolean {
  const rate = rateNameOf(category)
  return (
    rate !== null && cards.some(({ markets }) => Object.values(markets).some((rates) => (rates[rate]?.length ?? 0) > 1))
  )
}

const ENSURE_READER = statement(
  'cost-ensure-reader',
  `insert into cost_reader (account_id) values ($1) on conflict do nothing`,
)
/** Whoever is at it goes on alone. */
const LOCK_READER = statement(
  'cost-lock-reader',
  `select seq from cost_reader where account_id = $1 for update skip locked`,
)
/** Facts get their numbers in the order of commits, so that none below the newest one seen is still to come. */
const READ = statement(
  'cost-read',
  `select least($2::bigint + $3::bigint, newest.seq) as until, array(
     select distinct coalesce(message_id, (rest ->> 'messageId')::uuid) from fact
     where account_id = $1 and seq > $2 and seq <= $2 + $3 and kind = 'message-progressed'
       and ${isMarked(CHARGES, `rest ->> 'after' in ('delivered', 'read', 'played')`)})::text[] as ids
   from (select coalesce((select fact_seq from account_counter where account_id = $1), 0) as seq) as newest`,
)
const MOVE = statement('cost-move', `update cost_reader set seq = $2::bigint where account_id = $1`)
const LATEST = statement(
  'cost-latest',
  `select distinct on (message_id) ${ROW_COLUMNS} from cost_row
   where account_id = $1 and message_id = any ($2::uuid[]) order by message_id, revision desc`,
)
const NEXT_RECOUNT = statement(
  'cost-next-recount',
  `select recount_id, from_month, after_row, until_row from cost_recount
   where account_id = $1 and not is_done order by recount_id limit 1`,
)
const RECOUNTED = statement(
  'cost-recounted',
  `select row_id, message_id from cost_row
   where account_id = $1 and row_id > $2 and row_id <= $3 and month >= $4 and message_id is not null
   order by row_id limit $5`,
)
const MOVE_RECOUNT = statement(
  'cost-move-recount',
  `update cost_recount set after_row = $3::bigint, is_done = $4 where account_id = $1 and recount_id = $2`,
)
const SUMS = `month, currency, market, category,
  coalesce(sum(messages) filter (where outcome = 'charged'), 0)::bigint as count,
  coalesce(sum(micros) filter (where outcome = 'volume'), 0)::bigint as discounted`
const GROUP = columns({ account_id: 'uuid', month: 'text', currency: 'text', market: 'text', category: 'text' })
const COUNT_GROUPS = statement(
  'cost-count-groups',
  `select ${SUMS} from ${GROUP.from()} join cost_total using (account_id, month, currency, market, category)
   group by month, currency, market, category`,
)
const COUNT_SINCE = statement(
  'cost-count-since',
  `select ${SUMS} from cost_total where account_id = $1 and month >= $2 group by month, currency, market, category`,
)

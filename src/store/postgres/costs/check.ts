import type pg from 'pg'
import type { Balance, Costs } from '../../costs.ts'
import { inSnapshot, statement } from '../transaction.ts'

/** The ledger held against its sums, its own rule and the messages, all at one moment. */
export const checkCosts =
  (pool: pg.Pool): Costs['check'] =>
  (accountId) =>
    inSnapshot(pool, [accountId], async (run) => {
      const [counted, differing, miscounted, missing, sums] = await Promise.all([
        run<{ rows: number; behind: number }>(COUNTED, [accountId]),
        run<{ count: number }>(DIFFERING, [accountId]),
        run<{ count: number }>(MISCOUNTED, [accountId]),
        run<{ count: number }>(MISSING, [accountId]),
        run<Balance['micros'][number]>(SUMS, [accountId]),
      ])
      const found = {
        rows: counted.rows[0]?.rows ?? 0,
        behind: counted.rows[0]?.behind ?? 0,
        differing: differing.rows[0]?.count ?? 0,
        miscounted: miscounted.rows[0]?.count ?? 0,
        missing: missing.rows[0]?.count ?? 0,
        micros: sums.rows,
      }
      const isComplete = found.missing === 0 || found.behind > 0
      return { isBalanced: found.differing === 0 && found.miscounted === 0 && isComplete, ...found }
    })

const COUNTED = statement(
  'cost-check-counted',
  `select (select count(*) from cost_row where account_id = $1) as rows,
     coalesce((select fact_seq from account_counter where account_id = $1), 0)
       - coalesce((select seq from cost_reader where account_id = $1), 0) as behind`,
)
const KEY = 'month, currency, line_id, market, category, template, author, outcome'
const DIFFERING = statement(
  'cost-check-differing',
  `with added as (
     select month, currency, coalesce(line_id, '00000000-0000-0000-0000-000000000000') as line_id, market, category,
       template, author, outcome, sum(messages)::bigint as messages, sum(micros)::bigint as micros
     from cost_row where account_id = $1 group by 1, 2, 3, 4, 5, 6, 7, 8
   ), kept as (
     select ${KEY}, messages, micros from cost_total where account_id = $1
   )
   select count(*) from (
     (select * from added except select * from kept) union all (select * from kept except select * from added)) as either`,
)
const MISCOUNTED = statement(
  'cost-check-miscounted',
  `select count(*) from (
     select message_id from cost_row where account_id = $1 and message_id is not null
     group by message_id
     having sum(messages) <> (array_agg(messages order by revision desc))[1] or sum(messages) < 1
       or count(*) <> max(revision) + 1) as wrong`,
)
const MISSING = statement(
  'cost-check-missing',
  `select count(*) from message m
   where m.account_id = $1 and m.direction = 'out' and m.rest ->> 'pricing' is not null
     and coalesce(m.rest -> 'times' ->> 'delivered', m.rest -> 'times' ->> 'read', m.rest -> 'times' ->> 'played')
       is not null
     and not exists (select from cost_row
       where (cost_row.account_id, cost_row.message_id, cost_row.revision) = (m.account_id, m.message_id, 0))`,
)
const SUMS = statement(
  'cost-check-sums',
  `select currency, sum(micros)::bigint as micros from cost_row where account_id = $1 group by currency order by currency`,
)

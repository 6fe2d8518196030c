import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { TemplateId } from '#core/account/account.ts'
import { NO_NUMBERS, type TemplateNumbers } from '#core/template/numbers.ts'
import type { Templates } from '../templates.ts'
import { isMarked, OF_TEMPLATE } from './fact-marks.ts'
import { countFacts } from './fact-reader.ts'
import { timestamp } from './rows.ts'
import { alone, json, statement } from './transaction.ts'

/** How templates do, counted from the facts and read from days. */
export const postgresTemplateNumbers = (pool: pg.Pool): Pick<Templates, 'count' | 'numbers'> => ({
  count: countFacts(pool, 'template_day_reader', COUNT),
  async numbers(accountId, ids, since) {
    if (ids.length === 0) return () => NO_NUMBERS
    const { rows } = await alone<Row>(pool, [accountId], NUMBERS, [accountId, timestamp(since), json(ids)])
    const known = new Map(rows.map((row) => [row.template_id, numbersFrom(row)]))
    return (id) => known.get(id) ?? NO_NUMBERS
  },
})

type Row = {
  template_id: TemplateId
  last_at: Instant | null
  sent: number | null
  delivered: number | null
  read: number | null
  micros: number | null
  currency: string | null
}
const numbersFrom = (row: Row): TemplateNumbers => ({
  lastSentAt: row.last_at,
  sent: row.sent ?? 0,
  delivered: row.delivered ?? 0,
  read: row.read ?? 0,
  price: row.micros === null || row.currency === null ? null : { micros: row.micros, currency: row.currency },
})

const isIn = (what: 'before' | 'after', ...statuses: readonly string[]): string =>
  `${what} in (${statuses.map((status) => `'${status}'`).join(', ')})`
const SENT = ['accepted', 'sent', 'failed', 'delivered', 'read', 'played']
const DELIVERED = ['delivered', 'read', 'played']
const READ = ['read', 'played']
const reaches = (statuses: readonly string[]): string =>
  `${isIn('after', ...statuses)} and not ${isIn('before', ...statuses)}`

/**
 * Each step of a message is one fact, which tells from where to where, so that every message counts once in each column;
 * what Meta could not deliver was sent.
 */
const COUNT = statement(
  'template-days-count',
  `with counted as (
     select fact.account_id, (to_timestamp(used.at / 1000.0) at time zone 'UTC')::date as day, line.group_key, used.name,
       used.language, count(*) filter (where ${reaches(SENT)}) as sent,
       count(*) filter (where ${reaches(DELIVERED)}) as delivered, count(*) filter (where ${reaches(READ)}) as read,
       max(fact.at) filter (where ${reaches(SENT)}) as last_at
     from fact
     cross join lateral json_to_record(fact.rest) as told(before text, after text, template json)
     cross join lateral json_to_record(told.template) as used(name text, language text, "lineId" uuid, at float8)
     join line on (line.account_id, line.line_id) = (fact.account_id, used."lineId")
     where fact.account_id = $1 and seq > $2 and seq <= $3 and kind = 'message-progressed'
       and ${isMarked(OF_TEMPLATE, 'true')}
       and told.template is not null and before <> after and ${isIn('after', ...SENT)}
     group by 1, 2, 3, 4, 5
   ), last_sent as (
     insert into template_last_sent (account_id, group_key, name, language, at)
     select account_id, group_key, name, language, max(last_at) from counted where last_at is not null group by 1, 2, 3, 4
     on conflict (account_id, group_key, name, language) do update
     set at = greatest(template_last_sent.at, excluded.at)
   )
   insert into template_day (account_id, day, group_key, name, language, sent, delivered, read)
   select account_id, day, group_key, name, language, sent, delivered, read from counted
   on conflict (account_id, group_key, name, language, day) do update
   set sent = template_day.sent + excluded.sent, delivered = template_day.delivered + excluded.delivered,
     read = template_day.read + excluded.read`,
)

/**
 * What a template's messages cost on average since the month before began ($2 is at most 31 days ago); of several
 * currencies, the one of most messages.
 */
const PRICE = `select distinct on (group_key, template) group_key, template, currency,
    (sum(micros) / nullif(sum(messages), 0))::bigint as micros
  from cost_total join line using (account_id, line_id)
  where account_id = $1 and month >= to_char($2::timestamptz at time zone 'UTC', 'YYYY-MM') and template <> ''
  group by group_key, template, currency
  order by group_key, template, sum(messages) desc`

/** All numbers of the templates in `scope`; `$1` the account, `$2` since when. */
export const numbersOf = (scope: string): string => `select t.template_id, t.name, t.language, t.group_key,
    last.at as last_at, days.sent, days.delivered, days.read, price.micros, price.currency
  from ${scope} t
  left join template_last_sent last on (last.account_id, last.group_key, last.name, last.language)
    = (t.account_id, t.group_key, t.name, t.language)
  left join (
    select group_key, name, language, sum(sent)::bigint as sent, sum(delivered)::bigint as delivered,
      sum(read)::bigint as read
    from template_day where account_id = $1 and day >= ($2::timestamptz at time zone 'UTC')::date
    group by group_key, name, language
  ) days on (days.group_key, days.name, days.language) = (t.group_key, t.name, t.language)
  left join (${PRICE}) price on (price.group_key, price.template) = (t.group_key, t.name || '|' || t.language)`

const NUMBERS = statement(
  'list-template-numbers',
  numbersOf(
    `(select account_id, template_id, name, language, group_key from template
      where account_id = $1 and template_id in (select json_array_elements_text($3)::uuid))`,
  ),
)

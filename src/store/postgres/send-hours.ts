import type pg from 'pg'
import type { ConversationId } from '#core/account/account.ts'
import type { Instant } from '#base/time.ts'
import { FAILED as FAILS, TURNED_OUT as TURNS_OUT } from '#core/message/send-step.ts'
import type { Numbers } from '../numbers.ts'
import { isMarked, SEND_STEP } from './fact-marks.ts'
import { countFacts } from './fact-reader.ts'
import { timestamp } from './rows.ts'
import { alone, statement } from './transaction.ts'

/** How sends end, counted from the facts and read from hours. */
export const postgresSendHours = (pool: pg.Pool): Pick<Numbers, 'count' | 'sends'> => ({
  count: countFacts(pool, 'send_hour_reader', COUNT),
  async sends(accountId, lineId, since) {
    const { rows } = await alone<Row>(pool, [accountId], SENDS, [accountId, lineId, timestamp(since)])
    const all = rows.find(({ code }) => code === TRIED)
    return {
      ...{ tried: all?.messages ?? 0, taken: all?.taken ?? 0, told: all?.told ?? 0, firstAt: all?.first_at ?? null },
      failures: rows
        .filter(({ code }) => code !== TRIED)
        .map(({ code, messages, last_at, last_conversation_id }) => ({
          ...{ code, messages, lastAt: last_at, lastConversationId: last_conversation_id },
        })),
    }
  },
})

/** In place of a code: all that were tried. */
const TRIED = ''
type Row = {
  code: string
  messages: number
  taken: number
  told: number
  first_at: Instant
  last_at: Instant
  last_conversation_id: ConversationId
}

const quoted = (statuses: readonly string[]): string => statuses.map((status) => `'${status}'`).join(', ')
const TURNED_OUT = quoted(TURNS_OUT)
const FAILED = quoted(FAILS)
const UNTOLD = quoted(['accepted'])
const TOLD = quoted(['sent', 'failed', 'delivered', 'read', 'played'])

/**
 * Each step of a message is one fact, which tells from where to where, so that every message counts once as tried, once as
 * told of and once as failed. One that a telephone showed after Meta had called it failed stays counted.
 */
const COUNT = statement(
  'send-hours-count',
  `with step as (
     select conversation.line_id, date_trunc('hour', fact.at, 'UTC') as hour, fact.at, conversation.conversation_id,
       (before not in (${TURNED_OUT}))::int as tried,
       (after <> 'refused' and (before = 'refused' or before not in (${TURNED_OUT})))::int as taken,
       (after in (${TOLD}) and before not in (${TOLD}))::int as told,
       case when after in (${FAILED}) and before not in (${FAILED})
         then coalesce(problem ->> 'code', 'unknown') end as code
     from fact
     cross join lateral json_to_record(fact.rest)
       as progress("conversationId" uuid, before text, after text, problem json)
     join conversation on (conversation.account_id, conversation.conversation_id)
       = (fact.account_id, progress."conversationId")
     where fact.account_id = $1 and seq > $2 and seq <= $3 and kind = 'message-progressed'
       and ${isMarked(SEND_STEP, 'true')}
       and before <> after and after in (${TURNED_OUT})
       and (before not in (${TURNED_OUT}) or after in (${FAILED}) or before in (${UNTOLD}, 'refused'))
   ), counted as (
     select line_id, hour, '${TRIED}' as code, at, conversation_id, tried as messages, taken, told
     from step where tried + taken + told > 0
     union all
     select line_id, hour, code, at, conversation_id, 1, 0, 0 from step where code is not null
   )
   insert into send_hour
     (account_id, line_id, hour, code, messages, taken, told, first_at, last_at, last_conversation_id)
   select $1, line_id, hour, code, sum(messages), sum(taken), sum(told), min(at), max(at),
     (array_agg(conversation_id order by at desc))[1]
   from counted group by line_id, hour, code order by line_id, hour, code
   on conflict (account_id, line_id, hour, code) do update
   set messages = send_hour.messages + excluded.messages, taken = send_hour.taken + excluded.taken,
     told = send_hour.told + excluded.told, last_at = greatest(send_hour.last_at, excluded.last_at),
     last_conversation_id = excluded.last_conversation_id`,
)

const SENDS = statement(
  'send-hours-of-line',
  `select code, sum(messages)::bigint as messages, sum(taken)::bigint as taken, sum(told)::bigint as told,
     min(first_at) as first_at, max(last_at) as last_at,
     (array_agg(last_conversation_id order by last_at desc))[1] as last_conversation_id
   from send_hour
   where account_id = $1 and line_id = $2 and hour >= date_trunc('hour', $3::timestamptz, 'UTC')
   group by code order by messages desc, code`,
)

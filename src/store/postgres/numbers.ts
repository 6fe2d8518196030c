import type pg from 'pg'
import { instant } from '#base/time.ts'
import type { Numbers } from '../numbers.ts'
import { postgresSendHours } from './send-hours.ts'
import { alone, statement } from './transaction.ts'

/** How numbers are doing, from conversations and messages. */
export const postgresNumbers = (pool: pg.Pool): Numbers => ({
  async lastHeard(accountId, lineId) {
    const { rows } = await alone<{ at: number; received: number }>(pool, [accountId], LAST_HEARD, [accountId, lineId])
    const [row] = rows
    return row === undefined ? null : { writtenAt: instant(row.at), receivedAt: instant(row.received) }
  },
  ...postgresSendHours(pool),
})

/** Of the conversations somebody wrote in last, the newest message that came in. */
const LAST_HEARD = statement(
  'last-heard',
  `with latest as (
     select conversation_id from conversation
     where account_id = $1 and line_id = $2 and state = 'open' and customer_wrote_at is not null
     order by customer_wrote_at desc limit 3)
   select extract(epoch from m.at)::float8 * 1000 as at, (m.rest ->> 'receivedAt')::float8 as received
   from latest, lateral (
     select at, rest from message
     where account_id = $1 and conversation_id = latest.conversation_id and direction = 'in'
     order by at desc, message_id desc limit 1) m
   order by m.at desc limit 1`,
)

import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { AccountId, AgentId, LineId } from '#core/account/account.ts'
import { COUNTED_UP_TO, type ViewName, VIEWS } from '#core/conversation/view.ts'
import type { Counts } from '../views/views.ts'
import { VIEW_CONDITIONS } from './conversation-list.ts'
import { timestamp } from './rows.ts'
import { alone, statement } from './transaction.ts'

/** How many conversations each view holds, of one line or of all, and each line. Counting stops at `COUNTED_UP_TO`. */
export async function counts(
  pool: pg.Pool,
  accountId: AccountId,
  agentId: AgentId | null,
  lineId: LineId | null,
  now: Instant,
): Promise<Counts> {
  const values = [accountId, agentId, timestamp(now)]
  const { rows } = await (lineId === null
    ? alone<CountsRow>(pool, [accountId], OF_ACCOUNT, values)
    : alone<CountsRow>(pool, [accountId], OF_LINE, [...values, lineId]))
  const [row] = rows
  if (!row) throw new Error('The counts were not answered; expected one row.')
  const { seq, lines, ...views } = row
  return { views, lines, seq }
}

type CountsRow = Record<ViewName, number> & { lines: { lineId: LineId; open: number }[]; seq: number }

const counted = (conditions: string): string =>
  `(select count(*) from (select from conversation c where c.account_id = $1 and ${conditions} limit ${COUNTED_UP_TO}) as bounded)`

/** One statement, so that the numbers and `seq` are of one moment. */
const countsText = (narrowed: string): string =>
  `with every_value as (select $2::uuid, $3::timestamptz)
   select ${VIEWS.map((view) => `${counted(`${VIEW_CONDITIONS[view]} ${narrowed}`)} as "${view}"`).join(', ')},
     coalesce((
       select json_agg(json_build_object('lineId', line_id, 'open', open) order by line_id)
       from (select l.line_id, ${counted(`c.line_id = l.line_id and ${VIEW_CONDITIONS.all}`)} as open
         from line l where l.account_id = $1 offset 0) as per_line
       where open > 0), '[]') as lines,
     coalesce((select fact_seq from account_counter where account_id = $1), 0) as seq`

const OF_ACCOUNT = statement('view-counts', countsText(''))
const OF_LINE = statement('view-counts-line', countsText('and c.line_id = $4'))

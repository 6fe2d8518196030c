import type pg from 'pg'
import { isUuid } from '#base/ids.ts'
import { ok } from '#base/result.ts'
import type { Instant } from '#base/time.ts'
import type { AccountId, AgentId } from '#core/account/account.ts'
import type { KeptTemplate, TemplateChange, TemplateEvent, TemplateVersion } from '#core/template/kept.ts'
import { TEMPLATE_ORDERS, type TemplateOrder } from '#core/template/numbers.ts'
import type { Template } from '#core/template/template.ts'
import { Taken } from '../registry.ts'
import { folded } from '../search.ts'
import type { KeptTemplateFilter, TemplateCounts, Templates } from '../templates.ts'
import type { Page } from '../views/views.ts'
import { cursorOf, page, placeOf } from './page.ts'
import { timestamp } from './rows.ts'
import { numbersOf, postgresTemplateNumbers } from './template-numbers.ts'
import { alone, inTransaction, json, type Run, statement } from './transaction.ts'

/** Templates in PostgreSQL. Ids that are no UUIDs lead nowhere. */
export const postgresTemplates = (pool: pg.Pool): Templates => ({
  ...postgresTemplateNumbers(pool),
  list: (accountId, filter) => list(pool, accountId, filter),
  counts: (accountId, groupKey) => counts(pool, accountId, groupKey),
  async get(accountId, id) {
    if (!isUuid(id)) return null
    const { rows } = await alone<KeptRow>(pool, [accountId], GET, [accountId, id])
    return rows[0] ? keptFrom(rows[0]) : null
  },
  async find(accountId, { groupKey, name, language }) {
    const { rows } = await alone<KeptRow>(pool, [accountId], FIND, [accountId, groupKey, name, language])
    return rows[0] ? keptFrom(rows[0]) : null
  },
  add: (change) => {
    const { accountId } = change.kept.template
    return inTransaction(pool, [accountId], async (run) => {
      const { rowCount } = await run(ADD, [accountId, json([rowOf(change.kept)])])
      if (rowCount === 0) return false
      await record(run, accountId, [change])
      return true
    })
  },
  change: async (accountId, id, decide) => {
    if (!isUuid(id)) return null
    return inTransaction(pool, [accountId], async (run) => {
      const { rows } = await run<KeptRow>(LOCK, [accountId, id])
      if (!rows[0]) return null
      const before = keptFrom(rows[0])
      const decided = decide(before)
      if (!decided.ok) return decided
      if (decided.value === null) return ok(before)
      const { kept } = decided.value
      const { name, language } = kept.template
      const { rowCount } = await run(CHANGE, [accountId, id, name, language, json([rowOf(kept)])])
      if (rowCount === 0) throw new Taken(`${name} (${language})`)
      await record(run, accountId, [decided.value])
      return ok(kept)
    })
  },
  async remove(accountId, id) {
    if (isUuid(id)) await alone(pool, [accountId], REMOVE, [accountId, id])
  },
  reconcile: (accountId, groupKey, decide) =>
    inTransaction(pool, [accountId], async (run) => {
      // Two readings of one group come one after the other.
      await run(LOCK_GROUP, [`templates ${accountId} ${groupKey}`])
      const { rows } = await run<KeptRow>(GROUP, [accountId, groupKey])
      const changes = decide(rows.map(keptFrom))
      if (changes.length === 0) return changes
      await run(PUT, [accountId, json(changes.map(({ kept }) => rowOf(kept)))])
      await record(run, accountId, changes)
      return changes
    }),
  async versions(accountId, id) {
    if (!isUuid(id)) return []
    const { rows } = await alone<{ rest: TemplateVersion }>(pool, [accountId], VERSIONS, [accountId, id])
    return rows.map(({ rest }) => rest)
  },
  async events(accountId, id) {
    if (!isUuid(id)) return []
    const { rows } = await alone<{ rest: TemplateEvent }>(pool, [accountId], EVENTS, [accountId, id])
    return rows.map(({ rest }) => rest)
  },
  async noteUse(accountId, { groupKey, name, language }, agentId, at) {
    await alone(pool, [accountId], NOTE_USE, [accountId, groupKey, name, language, agentId, timestamp(at)])
  },
  async usersOf(accountId, { groupKey, name, language }, since) {
    const values = [accountId, groupKey, name, language, timestamp(since)]
    const { rows } = await alone<{ agent_id: AgentId }>(pool, [accountId], USERS, values)
    return rows.map(({ agent_id }) => agent_id)
  },
  async used(accountId, groupKey) {
    const { rows } = await alone<{ count: number }>(pool, [accountId], USED, [accountId, groupKey])
    return rows[0]?.count ?? 0
  },
  async deletedNames(accountId, groupKey, since) {
    type Row = { name: string; at: number }
    const { rows } = await alone<Row>(pool, [accountId], DELETED_NAMES, [accountId, groupKey, since])
    return rows.map(({ name, at }) => ({ name, at: at as Instant }))
  },
  async times(accountId, about, kinds, since) {
    const [groupKey, id] = 'groupKey' in about ? [about.groupKey, null] : [null, about.templateId]
    const values = [accountId, groupKey, id, json(kinds), timestamp(since)]
    const { rows } = await alone<{ at: Instant }>(pool, [accountId], TIMES, values)
    return rows.map(({ at }) => at)
  },
})

async function list(pool: pg.Pool, accountId: AccountId, filter: KeptTemplateFilter): Promise<Page<KeptTemplate>> {
  const { groupKey, q, status, category, language, quality, purpose, order, since, limit, cursor } = filter
  const [rank, ...after] = cursor === null ? START : placeOf(cursor, RANK, /^/, /^/, /^/)
  const part = q === null ? '' : folded(q).trim().replaceAll(' ', '_')
  const chosen = [groupKey, status, category, language, quality, purpose]
  const values = [accountId, timestamp(since), ...after, ...chosen, part, limit + 1, rank]
  const { rows } = await alone<Ranked>(pool, [accountId], LISTS[order], values)
  const { data, next } = page(rows, limit, ({ rank: last, rest }) =>
    cursorOf(last, rest.name, rest.language, rest.groupKey),
  )
  return { data: data.map(keptFrom), next }
}

async function counts(pool: pg.Pool, accountId: AccountId, groupKey: string | null): Promise<TemplateCounts> {
  type Row = { what: keyof TemplateCounts; value: string; count: number }
  const { rows } = await alone<Row>(pool, [accountId], COUNTS, [accountId, groupKey])
  const of = (what: keyof TemplateCounts) =>
    Object.fromEntries(rows.filter((row) => row.what === what).map(({ value, count }) => [value, count]))
  return {
    status: of('status'),
    category: of('category'),
    language: of('language'),
    quality: of('quality'),
    purpose: of('purpose'),
  }
}

async function record(run: Run, accountId: AccountId, changes: readonly TemplateChange[]): Promise<void> {
  const versions = changes.flatMap(({ kept, version }) =>
    version === null
      ? []
      : [{ template_id: kept.template.templateId, version: version.version, at: timestamp(version.at), rest: version }],
  )
  const events = changes.flatMap(({ kept: { template }, events: happened }) =>
    happened.map((event) => ({
      template_id: template.templateId,
      group_key: template.groupKey,
      kind: event.what.kind,
      at: timestamp(event.at),
      rest: event,
    })),
  )
  if (versions.length > 0) await run(ADD_VERSIONS, [accountId, json(versions)])
  if (events.length > 0) await run(ADD_EVENTS, [accountId, json(events)])
}

type Ranked = KeptRow & { rank: number }
type KeptRow = { rest: Template; kept: Omit<KeptTemplate, 'template'> }
const keptFrom = ({ rest, kept }: KeptRow): KeptTemplate => ({ template: rest, ...kept })

function rowOf({ template, ...kept }: KeptTemplate) {
  const { templateId, groupKey, name, language, status, category, quality, purpose } = template
  return {
    ...{ template_id: templateId, group_key: groupKey, name, language, status, category, quality, purpose },
    ...{ rest: template, kept },
  }
}

const ROW = `json_to_recordset($2) as row(template_id uuid, group_key text, name text, language text, status text,
  category text, quality text, purpose text, rest json, kept json)`
const NAMES = 'template_id, group_key, name, language, status, category, quality, purpose, rest, kept'
const OVERWRITE = `status = excluded.status, category = excluded.category, quality = excluded.quality,
  purpose = excluded.purpose, rest = excluded.rest, kept = excluded.kept,
  template_id = excluded.template_id`

const GET = statement(
  'get-template',
  `select rest, kept from template where account_id = $1 and template_id = $2 and kept is not null`,
)
const FIND = statement(
  'find-template',
  `select rest, kept from template
   where account_id = $1 and group_key = $2 and name = $3 and language = $4 and kept is not null`,
)
const LOCK = statement('lock-template', `${GET.text} for update`)
const LOCK_GROUP = statement('lock-template-group', `select pg_advisory_xact_lock(hashtextextended($1, 0))`)
const GROUP = statement(
  'list-template-group',
  `select rest, kept from template where account_id = $1 and group_key = $2 and kept is not null for update`,
)
const ADD = statement(
  'add-template',
  `insert into template (account_id, ${NAMES}) select $1, ${NAMES} from ${ROW} on conflict do nothing`,
)
/** A row without `kept` is one of an older server, and its id is nobody's yet. */
const PUT = statement(
  'put-templates',
  `insert into template (account_id, ${NAMES}) select $1, ${NAMES} from ${ROW}
   on conflict (account_id, group_key, name, language) do update set ${OVERWRITE}`,
)
const CHANGE = statement(
  'change-template',
  `update template set name = $3, language = $4, status = row.status, category = row.category,
     quality = row.quality, purpose = row.purpose, rest = row.rest, kept = row.kept
   from ${ROW.replace('$2', '$5')}
   where template.account_id = $1 and template.template_id = $2 and not exists (
     select from template other
     where other.account_id = $1 and other.group_key = row.group_key and other.name = $3 and other.language = $4
       and other.template_id <> $2)`,
)
const REMOVE = statement(
  'remove-template',
  `delete from template
   where account_id = $1 and template_id = $2 and status = 'DRAFT' and kept->>'deletedAt' is null`,
)
const VERSIONS = statement(
  'list-template-versions',
  `select rest from template_version where account_id = $1 and template_id = $2 order by version desc`,
)
const EVENTS = statement(
  'list-template-events',
  `select rest from template_event where account_id = $1 and template_id = $2 order by event_id desc limit 200`,
)
const ADD_VERSIONS = statement(
  'add-template-versions',
  `insert into template_version (account_id, template_id, version, at, rest)
   select $1, template_id, version, at, rest
   from json_to_recordset($2) as row(template_id uuid, version int, at timestamptz, rest json)`,
)
const ADD_EVENTS = statement(
  'add-template-events',
  `insert into template_event (account_id, template_id, group_key, kind, at, rest)
   select $1, template_id, group_key, kind, at, rest
   from json_to_recordset($2) as row(template_id uuid, group_key text, kind text, at timestamptz, rest json)`,
)
const NOTE_USE = statement(
  'note-template-use',
  `insert into template_use (account_id, group_key, name, language, agent_id, day)
   values ($1, $2, $3, $4, $5, $6::timestamptz::date)
   on conflict (account_id, group_key, name, language, agent_id) do update set day = excluded.day
   where template_use.day < excluded.day`,
)
const USERS = statement(
  'list-template-users',
  `select agent_id from template_use
   where account_id = $1 and group_key = $2 and name = $3 and language = $4 and day >= $5::timestamptz::date
   order by agent_id`,
)
const USED = statement(
  'count-used-templates',
  `select count(*)::int as count from template
   where account_id = $1 and group_key = $2 and status not in ('DRAFT', 'DELETED')`,
)
const DELETED_NAMES = statement(
  'list-deleted-template-names',
  `select name, max((kept->>'deletedAt')::float8) as at from template
   where account_id = $1 and group_key = $2 and kept->>'approvedVersion' is not null
     and (kept->>'deletedAt')::float8 > $3
   group by name order by name`,
)
const TIMES = statement(
  'list-template-times',
  `select at from template_event
   where account_id = $1 and ($2::text is null or group_key = $2) and ($3::uuid is null or template_id = $3)
     and kind in (select json_array_elements_text($4)) and at > $5::timestamptz
   order by at`,
)
/** Less is earlier; 0 of all by name. */
const RANKS: Readonly<Record<TemplateOrder, string | null>> = {
  name: null,
  'last-sent': `coalesce(-extract(epoch from last_at), 1)::float8`,
  sent: `-coalesce(sent, 0)::float8`,
  delivered: `-coalesce(delivered, 0)::float8`,
  'read-rate': `coalesce(-read / nullif(delivered, 0)::float8, 1)`,
  price: `coalesce(-micros, 1)::float8`,
}
const RANK = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/
/** Before every template of every list. */
const START = ['-Infinity', '', '', ''] as const

/** Underscores in names stand for spaces; like in `like`, they match any one character of the question. */
const listBy = (order: TemplateOrder) => {
  const rank = RANKS[order]
  const numbers = rank === null ? '' : `join (${numbersOf('template')}) n using (template_id)`
  return statement(
    `list-templates-by-${order}`,
    `select * from (
       select ${rank ?? '0::float8'} as rank, t.name, t.language, t.group_key, t.rest, t.kept
       from template t ${numbers}
       where t.account_id = $1 and $2::timestamptz is not null and t.kept is not null
         and ($6::text is null or t.group_key = $6)
         and case when $7::text is null then t.status <> 'DELETED' else t.status = $7 end
         and ($8::text is null or t.category = $8) and ($9::text is null or t.language = $9)
         and ($10::text is null or t.quality = $10) and ($11::text is null or t.purpose = $11)
         and ($12 = '' or strpos(t.name, $12) > 0)) as ranked
     where (rank, name, language, group_key) > ($14::float8, $3, $4, $5)
     order by rank, name, language, group_key limit $13`,
  )
}
const LISTS = Object.fromEntries(TEMPLATE_ORDERS.map((order) => [order, listBy(order)])) as Readonly<
  Record<TemplateOrder, ReturnType<typeof statement>>
>
const COUNTS = statement(
  'count-templates',
  `select what, value, count(*)::int as count
   from template, lateral (values ('status', status), ('category', category), ('language', language),
     ('quality', quality), ('purpose', purpose)) as each(what, value)
   where account_id = $1 and ($2::text is null or group_key = $2) and kept is not null
     and value is not null and (what = 'status' or status <> 'DELETED')
   group by what, value`,
)

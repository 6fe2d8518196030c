import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import { templateKey } from '#core/loop/world.ts'
import type { Template } from '#core/template/template.ts'
import type { Registry } from '../../registry.ts'
import { inTransaction, json, statement } from '../transaction.ts'

export const templates = (pool: pg.Pool): Registry['templates'] => ({
  replace: (accountId, groupKey, wanted) =>
    inTransaction(pool, [accountId], async (run) => {
      // Two syncs of one group come one after the other.
      await run(LOCK_GROUP, [`templates ${accountId} ${groupKey}`])
      const { rows } = await run<{ rest: Template }>(LIST_GROUP, [accountId, groupKey])
      const known = new Map(rows.map(({ rest }) => [templateKey(rest), rest]))
      const next = new Map(wanted.map((template) => [templateKey(template), template]))
      const gone = [...known].filter(([key]) => !next.has(key)).map(([, template]) => template)
      const put = [...next].filter(([key, template]) => !isDeepStrictEqual(known.get(key), template))
      if (gone.length > 0) await run(REMOVE, [accountId, groupKey, json(gone.map(keyOf))])
      if (put.length > 0) await run(PUT, [accountId, groupKey, json(put.map(([, template]) => rowOf(template)))])
      return gone.length + put.length > 0
    }),
})

const keyOf = ({ name, language }: Template) => ({ name, language })
const rowOf = (template: Template) => ({ ...keyOf(template), status: template.status, rest: template })

const LOCK_GROUP = statement('lock-template-group', `select pg_advisory_xact_lock(hashtextextended($1, 0))`)
const LIST_GROUP = statement(
  'list-template-group',
  `select rest from template where account_id = $1 and group_key = $2`,
)
const REMOVE = statement(
  'remove-templates',
  `delete from template using json_to_recordset($3) as row(name text, language text)
   where account_id = $1 and group_key = $2 and (template.name, template.language) = (row.name, row.language)`,
)
const PUT = statement(
  'put-templates',
  `insert into template (account_id, group_key, name, language, status, rest)
   select $1, $2, name, language, status, rest
   from json_to_recordset($3) as row(name text, language text, status text, rest json)
   on conflict (account_id, group_key, name, language) do update set status = excluded.status, rest = excluded.rest`,
)

import type pg from 'pg'
import { RUNTIME_ROLE } from '#store/postgres/role.ts'

/** A statement of the product's as PostgreSQL carried it out. One of a trigger is named by its text. */
export type Planned = { readonly name: string; readonly plan: PlanNode }

/** What EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) says of a step. Rows are per loop. */
export type PlanNode = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly PlanNode[]
}

/**
 * Tells how each statement on the pool's connections is really carried out, those of triggers too. PostgreSQL says so
 * itself (auto_explain), which only a superuser may ask of it. To be called before the pool is used.
 */
export function explainAll(pool: pg.Pool, planned: (statement: Planned) => void): void {
  const names = new Map<string, string>()
  const hear = ({ message = '' }: { readonly message?: string | undefined }) => {
    if (!/^duration: .* plan:/.test(message)) return
    const told = JSON.parse(message.slice(message.indexOf('{'))) as {
      readonly 'Query Text': string
      readonly Plan: PlanNode
    }
    planned({ name: names.get(told['Query Text']) ?? told['Query Text'].trim(), plan: told.Plan })
  }
  pool.on('connect', (client) => {
    client.on('notice', hear)
    const query = client.query.bind(client) as (asked: unknown) => unknown
    const named = (asked: string | { readonly name: string; readonly text: string }) => {
      if (typeof asked === 'object') names.set(asked.text, asked.name)
      return query(asked)
    }
    Object.assign(client, { query: named })
    void client.query(EXPLAIN_ALL)
  })
}

const EXPLAIN_ALL = `
  set role none;
  load 'auto_explain';
  set auto_explain.log_analyze = on;
  set auto_explain.log_buffers = on;
  set auto_explain.log_timing = off;
  set auto_explain.log_nested_statements = on;
  set auto_explain.log_format = json;
  set auto_explain.log_level = notice;
  set auto_explain.log_min_duration = 0;
  set role ${RUNTIME_ROLE}`
export const stepsOf = (plan: PlanNode): readonly PlanNode[] => [plan, ...(plan.Plans ?? []).flatMap(stepsOf)]

/** Pages of 8 KiB that were looked at, wherever they were. */
export const pagesOf = ({ plan }: Planned): number => plan['Shared Hit Blocks'] + plan['Shared Read Blocks']

import pg from 'pg'

/** A statement of the product's as PostgreSQL carried it out. */
export type Planned = { readonly name: string; readonly plan: PlanNode; readonly planningMs: number }

/** What EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) says of a step. Rows are per loop. */
export type PlanNode = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Actual Total Time': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly PlanNode[]
}

type Query = { readonly name: string; readonly text: string; readonly values: readonly unknown[] }

/**
 * A pool for the product's own functions: each named statement is explained where and as it is run, with the same values
 * in the same transaction on a connection set up in the same way, and taken back before it really runs.
 */
export function explainingPool(pool: pg.Pool, planned: (statement: Planned) => void): pg.Pool {
  const explaining = {
    connect: async () => {
      const client = await pool.connect()
      let isOpen = false
      const query = async (asked: string | Query) => {
        if (typeof asked === 'string') {
          isOpen = asked.startsWith('begin') || (isOpen && !/^(commit|rollback)/.test(asked))
          return client.query(asked)
        }
        const explained = inOrder(client, [
          isOpen ? 'savepoint explained' : 'begin',
          `prepare explained as ${asked.text}`,
          `explain (analyze, buffers, format json) execute explained${listOf(asked.values)}`,
          isOpen ? 'rollback to savepoint explained' : 'rollback',
          'deallocate explained',
        ])
        const answer = client.query({ ...asked, values: [...asked.values] })
        const [, , { rows }] = await explained
        const [{ Plan: plan, 'Planning Time': planningMs }] = (rows[0] as Explained)['QUERY PLAN']
        planned({ name: asked.name, plan, planningMs })
        return answer
      }
      return { query, on: () => undefined, off: () => undefined, release: (broken: boolean) => client.release(broken) }
    },
  }
  return explaining as unknown as pg.Pool
}

type Explained = { readonly 'QUERY PLAN': readonly [{ readonly Plan: PlanNode; readonly 'Planning Time': number }] }

/** Sent at once: what the product sends next comes after all of them. */
const inOrder = async (client: pg.PoolClient, texts: readonly string[]) =>
  (await Promise.all(texts.map((text) => client.query(text)))) as [pg.QueryResult, pg.QueryResult, pg.QueryResult]

function listOf(values: readonly unknown[]): string {
  const literal = (value: unknown): string => {
    if (value === null || value === undefined) return 'null'
    return Buffer.isBuffer(value) ? `'\\x${value.toString('hex')}'` : pg.escapeLiteral(String(value))
  }
  return values.length === 0 ? '' : `(${values.map(literal).join(', ')})`
}

export const stepsOf = (plan: PlanNode): readonly PlanNode[] => [plan, ...(plan.Plans ?? []).flatMap(stepsOf)]

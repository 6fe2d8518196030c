import { asOwner } from './migrate.ts'

/**
 * Everything the tables hold, as one text to look for words in: each row as PostgreSQL writes it, and each column of bytes
 * once more as its characters.
 */
export const dumpOf = (databaseUrl: string, include: (table: string) => boolean = () => true): Promise<string> =>
  asOwner(databaseUrl, async (owner) => {
    const tables = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`,
    )
    const texts: string[] = []
    for (const { name } of tables.rows.filter((table) => include(table.name))) {
      const { rows } = await owner.query<{ row: string }>(`select to_jsonb(each)::text as row from "${name}" each`)
      for (const { row } of rows) texts.push(`${name} ${row}`, ...bytesIn(row))
    }
    return texts.join('\n')
  })

const bytesIn = (row: string): readonly string[] =>
  [...row.matchAll(/"\\\\x([0-9a-f]{2,})"/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))

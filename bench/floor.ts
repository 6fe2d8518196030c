import pg from 'pg'

const ROWS_AT_ONCE = 500
const MOST_MS = 4_000

/** Rows per second of a bare multi-row INSERT of these bodies, one connection, every statement durable. */
export async function insertFloor(databaseUrl: string, bodies: readonly Buffer[]): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('create table bench_floor (id bigserial primary key, body bytea not null)')
    const startedMs = performance.now()
    let rows = 0
    for (let first = 0; performance.now() - startedMs < MOST_MS; first = (first + ROWS_AT_ONCE) % bodies.length) {
      const some = bodies.slice(first, first + ROWS_AT_ONCE)
      await client.query({
        name: `floor-${some.length}`,
        text: `insert into bench_floor (body) values ${some.map((_, index) => `($${index + 1})`).join(',')}`,
        values: some,
      })
      rows += some.length
    }
    const seconds = (performance.now() - startedMs) / 1000
    await client.query('drop table bench_floor')
    return rows / seconds
  } finally {
    await client.end()
  }
}

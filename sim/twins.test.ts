import pg from 'pg'
import { expect, test } from 'vitest'
import type { Sealed } from '#store/registry.ts'
import { openStore, type Store } from '#store/postgres/open.ts'
import { freshDatabase } from '#tools/test-database.ts'
import { ACCOUNTS, AGENTS, APP, LINES, START } from './company.ts'
import { runSeed } from './sim.ts'
import { twins } from './twins.ts'

/** Some of the worlds of the larger run, in which PostgreSQL has to keep the same rows as memory. */
const SEEDS = Number(process.env['HILO_TWIN_SEEDS'] ?? 2)
const STEPS = 60

test(
  `in ${SEEDS} worlds PostgreSQL loads and decides as memory does, in every process`,
  { timeout: 600_000 },
  async () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const database = await freshDatabase()
      const stores: Store[] = [openStore({ databaseUrl: database.url })]
      await furnish(stores[0] as Store, database.url)
      const differences: string[] = []
      const run = await runSeed(seed, STEPS, {
        ofCopy: (memory) => {
          const store = openStore({ databaseUrl: database.url })
          stores.push(store)
          return twins(memory, store.ledger, (what) => differences.push(what))
        },
      })
      for (const store of stores) await store.close()
      await database.drop()
      expect([seed, differences.slice(0, 3), run.violation]).toEqual([seed, [], null])
      expect(run.facts).toBeGreaterThan(50)
    }
  },
)

async function furnish({ migrate, ensurePartitions, registry }: Store, url: string): Promise<void> {
  await migrate()
  await ensurePartitions(START)
  const sealed = 'sealed' as Sealed
  await registry.apps.put({
    appId: APP,
    channel: 'whatsapp',
    secret: sealed,
    previousSecret: null,
    verifyToken: sealed,
  })
  for (const accountId of ACCOUNTS) {
    await registry.accounts.create({ accountId, name: accountId, country: 'MX', createdAt: START })
  }
  for (const line of LINES) await registry.lines.put({ line, appId: APP, accessToken: sealed })
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  for (const [index, accountId] of ACCOUNTS.entries()) {
    for (const agentId of AGENTS) {
      const values = [accountId, agentId, `${agentId}-${index}@example.com`]
      await owner.query(`insert into agent values ($1, $2, $3, 'Ana', 'agent', 'x')`, values)
    }
  }
  await owner.end()
}

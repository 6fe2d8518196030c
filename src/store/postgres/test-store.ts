import { type FreshDatabase, freshDatabase } from '#tools/test-database.ts'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { accountId, lineId, lineOf, NOW } from '../ledger.scene.ts'
import type { Sealed } from '../registry.ts'
import { openStore, type Store } from './open.ts'

/** A store in a database of its own with the accounts 1 to 4, each with the line of its number. */
export type TestStore = { readonly store: Store; readonly url: string; readonly drop: () => Promise<void> }

export async function testStore(): Promise<TestStore> {
  const database: FreshDatabase = await freshDatabase({ name: `store_${schemaHash()}`, prepare })
  const store = openStore({ databaseUrl: database.url })
  return {
    store,
    url: database.url,
    async drop() {
      await store.close()
      await database.drop()
    },
  }
}

/** A database with the schema of today and nothing in it. */
export const migratedDatabase = (): Promise<FreshDatabase> =>
  freshDatabase({
    name: `schema_${schemaHash()}`,
    async prepare(url) {
      const { migrate, close } = openStore({ databaseUrl: url })
      await migrate()
      await close()
    },
  })

/** A database outlives the migrations it was made with when somebody brings his own server. */
function schemaHash(): string {
  const folder = path.resolve(import.meta.dirname, '../../../migrations')
  const hash = createHash('sha256')
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(path.join(folder, file)))
  return hash.digest('hex').slice(0, 12)
}

async function prepare(url: string): Promise<void> {
  const { migrate, ensurePartitions, registry, close } = openStore({ databaseUrl: url })
  await migrate()
  await ensurePartitions(NOW)
  const sealed = 'sealed' as Sealed
  await registry.apps.put({
    appId: 'app',
    channel: 'whatsapp',
    secret: sealed,
    previousSecret: null,
    verifyToken: sealed,
  })
  for (const id of [1, 2, 3, 4]) {
    await registry.accounts.create({ accountId: accountId(id), name: `Account ${id}`, country: 'MX', createdAt: NOW })
    const line = lineOf(accountId(id), lineId(id), `10000000000${id}`)
    await registry.lines.put({ line, appId: 'app', accessToken: sealed })
  }
  await close()
}

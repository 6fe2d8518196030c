import { afterEach, describe } from 'vitest'
import { ledgerContract } from '../ledger.contract.ts'
import { openStore, type Store } from './open.ts'
import { testStore, type TestStore } from './test-store.ts'

describe('the ledger in PostgreSQL', () => {
  const opened: { test: TestStore; second: Store }[] = []
  afterEach(async () => {
    for (const { test, second } of opened.splice(0)) {
      await second.close()
      await test.drop()
    }
  })

  ledgerContract(async () => {
    const test = await testStore()
    const second = openStore({ databaseUrl: test.url })
    opened.push({ test, second })
    return [test.store.ledger, second.ledger]
  })
})

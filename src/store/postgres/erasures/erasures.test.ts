import { afterEach } from 'vitest'
import { erasuresContract } from '../../erasures.contract.ts'
import { openStore, type Store } from '../open.ts'
import { testStore, type TestStore } from '../test-store.ts'

const opened: { test: TestStore; second: Store }[] = []
afterEach(async () => {
  for (const { test, second } of opened.splice(0)) {
    await second.close()
    await test.drop()
  }
})

erasuresContract(async () => {
  const test = await testStore()
  const second = openStore({ databaseUrl: test.url })
  opened.push({ test, second })
  const { ledger, erasures, consents, searchIndex } = test.store
  return { ledger, other: second.ledger, erasures, consents, fill: () => searchIndex.fill(100) }
})

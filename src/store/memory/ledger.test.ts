import { describe, expect, test } from 'vitest'
import { consentContract } from '../consents.contract.ts'
import { erasuresContract } from '../erasures.contract.ts'
import { ledgerContract } from '../ledger.contract.ts'
import { LedgerUnavailable } from '../ledger.ts'
import { ACME, added, begun, commitFacts, contactId, given, needsOf, worldOf } from '../ledger.scene.ts'
import { memoryStore } from './ledger.ts'

describe('the ledger in memory', () => {
  ledgerContract(async () => {
    const store = memoryStore()
    return [store.ledger(), store.ledger()]
  })

  consentContract(async () => {
    const store = memoryStore()
    return { ledger: store.ledger(), other: store.ledger(), consents: store.consents }
  })

  erasuresContract(async () => {
    const store = memoryStore()
    const { erasures, consents } = store
    return { ledger: store.ledger(), other: store.ledger(), erasures, consents, fill: async () => undefined }
  })

  test('goes wrong on demand', async () => {
    const store = memoryStore()
    const faults = ['unavailable', 'conflict', 'answer-lost'] as const
    let calls = 0
    const ledger = store.ledger((call) => (call === 'commit' ? (faults[calls++] ?? null) : null))
    const attempt = async () => commitFacts(ledger, await ledger.load([needsOf()]), begun)
    await expect(attempt()).rejects.toBeInstanceOf(LedgerUnavailable)
    expect(await attempt()).toMatchObject({ kind: 'conflict' })
    expect(await ledger.newestSeq(ACME)).toBe(0)
    await expect(attempt()).rejects.toBeInstanceOf(LedgerUnavailable)
    expect(await ledger.newestSeq(ACME)).toBe(3)
    expect(await attempt()).toMatchObject({ kind: 'conflict' })
  })

  test('keeps what was stored from being changed', async () => {
    const ledger = memoryStore().ledger()
    await given(ledger, [added(1)])
    const world = worldOf(await ledger.load([needsOf({ contacts: [{ contactId: contactId(1), lineId: null }] })]))
    const contact = world.contacts.get(contactId(1)) as { name: string }
    expect(() => (contact.name = 'Eve')).toThrow(TypeError)
  })
})

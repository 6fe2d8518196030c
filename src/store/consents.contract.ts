import { beforeEach, describe, expect, test } from 'vitest'
import { NO_LINKS, verifyChain } from './consent-chain.ts'
import { chainOf, type ConsentLedger } from './consents.ts'
import type { Ledger } from './ledger.ts'
import {
  ACME,
  BETA,
  NOW,
  added,
  commitFacts,
  contact,
  contactId,
  given,
  needsOf,
  said,
  worldOf,
} from './ledger.scene.ts'

/** What every consent ledger must do; `open` gives two processes' ledgers on one new store, and the reading side of it. */
export function consentContract(
  open: () => Promise<{ readonly ledger: Ledger; readonly other: Ledger; readonly consents: ConsentLedger }>,
): void {
  let ledger: Ledger
  let other: Ledger
  let consents: ConsentLedger
  beforeEach(async () => {
    ;({ ledger, other, consents } = await open())
  })
  const contacts = [{ contactId: contactId(1), lineId: null }]
  const verify = async (account = ACME) =>
    verifyChain(chainOf(consents, account), await consents.head(account), () => false)

  describe('the consent ledger', () => {
    test('of nobody is an empty chain that holds', async () => {
      expect(await consents.head(ACME)).toEqual(NO_LINKS)
      expect(await verify()).toEqual({ links: 0, head: NO_LINKS, flaws: [] })
    })

    test('is lengthened by every commit with words in it, and holds', async () => {
      await given(ledger, [added(1), said(1), said(2, { purpose: 'notices', until: NOW })])
      await given(ledger, [said(3, { change: 'withdrawn', wording: null })], { contacts })
      const rows = await consents.after(ACME, 0, 10)
      expect(rows.map(({ link }) => [link.number, link.purpose, link.change, link.recordedAt])).toEqual([
        [1, 'marketing', 'given', NOW],
        [2, 'notices', 'given', NOW],
        [3, 'marketing', 'withdrawn', NOW],
      ])
      expect(rows[1]?.link.previous).toBe(rows[0]?.link.hash)
      expect(await consents.after(ACME, 1, 1)).toEqual([rows[1]])
      expect(await verify()).toMatchObject({ links: 3, flaws: [], head: { number: 3, hash: rows[2]?.link.hash } })
    })

    test('gives back what was said, word for word, with the contact too', async () => {
      await given(ledger, [added(1), said(1)])
      const [row] = await consents.of(ACME, [contactId(1)])
      const fact = said(1)
      if (fact.kind !== 'consent-recorded') throw new Error('Not a word.')
      const { address, wording, evidence, by, ...standing } = fact.entry
      expect(row?.detail?.detail).toEqual({ address, wording, evidence, by })
      const world = worldOf(await ledger.load([needsOf({ contacts })]))
      expect(world.contacts.get(contactId(1))?.consents).toEqual([{ ...standing, address }])
      expect(await consents.of(ACME, [contactId(2)])).toEqual([])
    })

    test('is one for each company', async () => {
      await given(ledger, [added(1), said(1)])
      await given(ledger, [
        { ...added(2), kind: 'contact-added', contact: contact(2, { accountId: BETA }), accountId: BETA },
        { ...said(2, {}, 2), accountId: BETA },
      ])
      expect(await verify(BETA)).toMatchObject({ links: 1, flaws: [] })
      expect(await verify()).toMatchObject({ links: 1, flaws: [] })
    })

    test('takes nothing of a commit that lost its race', async () => {
      await given(ledger, [added(1)])
      const [mine, theirs] = [await ledger.load([needsOf({ contacts })]), await other.load([needsOf({ contacts })])]
      expect(await commitFacts(ledger, mine, [said(1)])).toMatchObject({ kind: 'committed' })
      expect(await commitFacts(other, theirs, [said(2)])).toMatchObject({ kind: 'conflict' })
      expect(await verify()).toMatchObject({ links: 1, flaws: [] })
    })

    test('does not branch when two processes lengthen it at once', async () => {
      await given(ledger, [added(1), added(2), added(3), added(4)])
      const word = async (own: Ledger, id: number) =>
        given(own, [said(id, {}, id)], { contacts: [{ contactId: contactId(id), lineId: null }] })
      await Promise.all([word(ledger, 1), word(other, 2), word(ledger, 3), word(other, 4)])
      expect(await verify()).toMatchObject({ links: 4, flaws: [] })
    })
  })
}

import { describe, expect, test } from 'vitest'
import type { NewFact } from '#core/loop/fact.ts'
import { type ConsentRow, consentFacts, lengthen, NO_LINKS, verifyChain } from './consent-chain.ts'
import { ACME, NOW, said } from './ledger.scene.ts'

const facts = [1, 2, 3, 4, 5].map((id): NewFact => ({ ...said(id), accountId: ACME, at: NOW }))
const { rows, heads } = lengthen(
  consentFacts(facts),
  () => NO_LINKS,
  () => 'ab'.repeat(16),
)
const head = heads.get(ACME) ?? NO_LINKS

async function* inTurn(list: readonly ConsentRow[]) {
  yield* list
}
const flaws = async (list: readonly ConsentRow[], isErased = false) =>
  (await verifyChain(inTurn(list), head, () => isErased)).flaws.map(({ number, what }) => `${number} ${what}`)
const withLink = (number: number, about: Partial<ConsentRow['link']>) =>
  rows.map((row) => (row.link.number === number ? { ...row, link: { ...row.link, ...about } } : row))

describe('a chain', () => {
  test('that nobody touched holds', async () => {
    expect(await flaws(rows)).toEqual([])
  })
  test.each<[string, readonly ConsentRow[], string[]]>([
    ['a grant turned into a withdrawal', withLink(2, { change: 'withdrawn' }), ['2 altered']],
    ['a date moved by a millisecond', withLink(2, { at: (NOW + 1) as typeof NOW }), ['2 altered']],
    ['a link taken out', rows.filter(({ link }) => link.number !== 3), ['3 missing']],
    ['the last one taken out', rows.slice(0, 4), ['4 cut-short']],
    ['all taken out', [], ['0 cut-short']],
    [
      'two links that changed places',
      [rows[0], rows[2], rows[1], rows[3], rows[4]].map((row, index) => ({
        ...row,
        link: { ...row?.link, number: index + 1 },
      })) as ConsentRow[],
      ['2 altered', '3 altered', '4 unchained'],
    ],
    [
      'a detail rewritten',
      rows.map((row) =>
        row.link.number === 4 && row.detail
          ? { ...row, detail: { ...row.detail, detail: { ...row.detail.detail, address: 'whatsapp:phone:1' } } }
          : row,
      ),
      ['4 detail-altered'],
    ],
    [
      'a detail thrown away',
      rows.map((row) => (row.link.number === 4 ? { ...row, detail: null } : row)),
      ['4 detail-missing'],
    ],
  ])('with %s tells which', async (_, list, found) => {
    expect(await flaws(list)).toEqual(found)
  })
  test('whose link was altered and hashed anew no longer fits the next', async () => {
    const [, second] = lengthen(
      consentFacts(
        facts.map((fact, index) => (index === 1 ? ({ ...said(9), accountId: ACME, at: NOW } as NewFact) : fact)),
      ),
      () => NO_LINKS,
      () => 'ab'.repeat(16),
    ).rows
    const list = rows.map((row) => (row.link.number === 2 && second ? second : row))
    expect(await flaws(list)).toEqual(['3 unchained'])
  })
  test('whose details were erased as they should be still holds', async () => {
    expect(
      await flaws(
        rows.map((row) => ({ ...row, detail: null })),
        true,
      ),
    ).toEqual([])
  })
})

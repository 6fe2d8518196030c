import { expect, test } from 'vitest'
import { hours, instant, plus } from '#base/time.ts'
import type { AccountId, ContactId, LineId, MessageId } from '../account/account.ts'
import type { NewFact } from '../loop/fact.ts'
import { emptyWorld } from '../loop/world.ts'
import { lawsIn } from './policy.ts'
import { reachLimits } from './reach.ts'
import { plainRights, type Rights } from './rights.ts'

const NOON = instant(Date.UTC(2026, 10, 29, 12))
const ACME = 'acme' as AccountId
const SALES = 'sales' as LineId
const EAST = 'east' as LineId
const people = ['lucia', 'julian'] as ContactId[]

/** Two people are begun with, from a line whose limit was told so. */
function limitsOf(told: string | null, reached: number) {
  const world = emptyWorld(ACME)
  const facts = people.map((contactId): NewFact => {
    const messageId = `to-${contactId}` as MessageId
    world.reached.add(contactId)
    const outreach = { messageId, lineId: SALES, at: NOON, purpose: 'notices', channel: 'whatsapp' } as const
    return { kind: 'outreach-counted', accountId: ACME, at: NOON, contactId, outreach }
  })
  const rights: Rights = {
    ...plainRights(lawsIn('MX')),
    reached: () => reached,
    standing: () => (told === null ? [] : [{ aspect: 'limit', value: told, until: null }]),
  }
  return reachLimits(world, facts, rights, NOON)
}

test.each([
  ['nobody told one', null, 0],
  ['there is none', 'TIER_UNLIMITED', 90_000],
  ['it is further away than others can have come meanwhile', 'TIER_10K', 4_997],
] as const)('no limit is held to when %s', (_, told, reached) => {
  expect(limitsOf(told, reached)).toEqual([])
})

test.each([
  ['TIER_250', 0, 250],
  ['TIER_10K', 4_998, 10_000],
] as const)('%s is held to when %i people were begun with, over the last day', (told, reached, most) => {
  const since = plus(NOON, hours(-24))
  expect(limitsOf(told, reached)).toEqual([{ accountId: ACME, most, since, people, lines: null }])
})

test('who begins with nobody holds to nothing', () => {
  expect(reachLimits(emptyWorld(ACME), [], plainRights(lawsIn('MX')), NOON)).toEqual([])
})

test('each portfolio holds to its own limit, with its own people', () => {
  const world = emptyWorld(ACME)
  const begun = (contactId: string, lineId: LineId): NewFact => {
    world.reached.add(contactId as ContactId)
    const outreach = {
      messageId: contactId as MessageId,
      lineId,
      at: NOON,
      purpose: 'notices',
      channel: 'whatsapp',
    } as const
    return { kind: 'outreach-counted', accountId: ACME, at: NOON, contactId: contactId as ContactId, outreach }
  }
  const rights: Rights = {
    ...plainRights(lawsIn('MX')),
    sharing: (lineId) => [lineId],
    standing: (lineId) => [{ aspect: 'limit', value: lineId === SALES ? 'TIER_250' : 'TIER_2K', until: null }],
  }
  const facts = [begun('lucia', SALES), begun('julian', EAST), begun('lucia', EAST)]
  expect(reachLimits(world, facts, rights, NOON)).toMatchObject([
    { most: 250, people: ['lucia'], lines: [SALES] },
    { most: 2_000, people: ['julian', 'lucia'], lines: [EAST] },
  ])
})

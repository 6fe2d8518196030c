import { expect, test } from 'vitest'
import { hours, instant, plus } from '#base/time.ts'
import type { AccountId, ContactId, ConversationId, LineId, MessageId } from '../account/account.ts'
import type { NewFact } from '../loop/fact.ts'
import { emptyWorld } from '../loop/world.ts'
import { lawsIn } from './policy.ts'
import { reachLimit } from './reach.ts'
import { plainRights, type Rights } from './rights.ts'

const NOON = instant(Date.UTC(2026, 10, 29, 12))
const ACME = 'acme' as AccountId
const people = ['lucia', 'julian'] as ContactId[]

/** Two people are begun with, from a line whose limit was told so. */
function limitOf(told: string | null, reached: number) {
  const world = emptyWorld(ACME)
  const facts = people.map((contactId): NewFact => {
    const messageId = `to-${contactId}` as MessageId
    const conversationId = `with-${contactId}` as ConversationId
    world.reached.add(contactId)
    world.messages.set(messageId, { messageId, conversationId } as never)
    world.conversations.set(conversationId, { conversationId, lineId: 'sales' as LineId } as never)
    const outreach = { messageId, at: NOON, purpose: 'notices', channel: 'whatsapp' } as const
    return { kind: 'outreach-counted', accountId: ACME, at: NOON, contactId, outreach }
  })
  const rights: Rights = {
    ...plainRights(lawsIn('MX')),
    reached: () => reached,
    standing: () => (told === null ? [] : [{ aspect: 'limit', value: told, until: null }]),
  }
  return reachLimit(world, facts, rights, NOON)
}

test.each([
  ['nobody told one', null, 0],
  ['there is none', 'TIER_UNLIMITED', 90_000],
  ['it is further away than others can have come meanwhile', 'TIER_10K', 4_997],
] as const)('no limit is held to when %s', (_, told, reached) => {
  expect(limitOf(told, reached)).toBeNull()
})

test.each([
  ['TIER_250', 0, 250],
  ['TIER_10K', 4_998, 10_000],
] as const)('%s is held to when %i people were begun with, over the last day', (told, reached, most) => {
  expect(limitOf(told, reached)).toEqual({ accountId: ACME, most, since: plus(NOON, hours(-24)), people })
})

test('who begins with nobody holds to nothing', () => {
  expect(reachLimit(emptyWorld(ACME), [], plainRights(lawsIn('MX')), NOON)).toBeNull()
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hours, type Instant, minutes, plus } from '#base/time.ts'
import type { AgentId, ConversationId } from '#core/account/account.ts'
import { addressKey } from '#core/contact/contact.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { type ViewName, VIEWS } from '#core/conversation/view.ts'
import {
  ACME,
  BETA,
  contact,
  contactId,
  conversationId,
  inbound,
  lineId,
  lineOf,
  messageId,
  needsOf,
  NOW,
  nothing,
  opened,
  phone,
  SALES,
  worldOf,
} from '../ledger.scene.ts'
import type { Sealed } from '../registry.ts'
import { BadCursor, type ConversationFilter, type Views } from '../views/views.ts'
import { testStore, type TestStore } from './test-store.ts'

let test_: TestStore
let views: Views
const ANA = contactId(99) as string as AgentId
const BEN = contactId(98) as string as AgentId
const SUPPORT = lineId(9)

/** Twelve conversations, one per contact, the later ones newer; some of them special. */
const special: Readonly<Record<number, Partial<Conversation>>> = {
  1: { assigneeId: ANA },
  2: { assigneeId: ANA, waitingSince: NOW },
  3: { assigneeId: BEN, failedSends: 2 },
  4: { state: 'resolved', resolvedAt: NOW },
  5: { customerWroteAt: plus(NOW, hours(-24)) },
  6: { customerWroteAt: plus(NOW, hours(-23)) },
  7: { customerWroteAt: (plus(NOW, hours(-23)) + 1) as Instant },
  8: { customerWroteAt: (plus(NOW, hours(-24)) + 1) as Instant, lineId: SUPPORT },
  9: { state: 'resolved', resolvedAt: NOW, assigneeId: ANA, waitingSince: null },
  12: { lineId: SUPPORT, waitingSince: NOW },
}
/** As in a group: somebody else wrote last. */
const written: Conversation['lastMessage'] = {
  ...{ messageId: messageId(1), direction: 'in', kind: 'text', preview: 'hola', at: NOW, status: null },
  writerId: contactId(2),
}
const names: Readonly<Record<number, string>> = {
  1: 'Lucía Fernández',
  2: 'José Ñandú',
  3: '100% _real_',
  4: 'lucia gomez',
}

beforeAll(async () => {
  test_ = await testStore()
  const { ledger, registry } = test_.store
  views = test_.store.views
  for (const agentId of [ANA, BEN]) {
    await registry.agents.put({
      accountId: ACME,
      agentId,
      email: `${agentId}@x`,
      name: 'A',
      role: 'agent',
      passwordHash: '',
    })
  }
  await registry.lines.put({ line: lineOf(ACME, SUPPORT, '9'), appId: 'app', accessToken: '' as Sealed })
  const loaded = await ledger.load([needsOf()])
  const world = worldOf(loaded)
  for (let id = 1; id <= 12; id++) {
    const who = contact(id, {
      name: names[id] ?? `Contact ${id}`,
      addresses: [phone(`5255${String(id).repeat(8).slice(0, 8)}`)],
    })
    world.contacts.set(who.contactId, who)
    world.changed.contacts.add(who.contactId)
    for (const address of who.addresses)
      world.changed.addresses.set(addressKey(address), { address, contactId: who.contactId })
    const conversation: Conversation = {
      ...({} as Conversation),
      accountId: ACME,
      conversationId: conversationId(id),
      contactId: who.contactId,
      lineId: SALES,
      state: 'open',
      assigneeId: null,
      openedAt: NOW,
      resolvedAt: null,
      customerWroteAt: NOW,
      freeEntryAt: null,
      freeEntryUntil: null,
      waitingSince: null,
      unread: 0,
      failedSends: 0,
      lastFailure: null,
      lastMessage: id === 11 ? written : null,
      // Pairs share an instant: the id decides.
      sortAt: plus(NOW, minutes(Math.floor(id / 2))),
      ...special[id],
    }
    world.conversations.set(conversation.conversationId, conversation)
    world.changed.conversations.add(conversation.conversationId)
  }
  for (let id = 1; id <= 9; id++) {
    world.messages.set(messageId(id), inbound(id, { at: plus(NOW, minutes(-Math.floor(id / 2))) }))
    world.changed.messages.add(messageId(id))
  }
  const fact = { ...opened(1, 1), accountId: ACME, at: NOW }
  expect((await ledger.commit({ ...nothing(loaded), facts: [fact] })).kind).toBe('committed')
  while ((await test_.store.searchIndex.fill(5)) > 0);
})
afterAll(() => test_.drop())

const filter = (more: Partial<ConversationFilter> = {}): ConversationFilter => ({
  view: 'all',
  agentId: ANA,
  lineId: null,
  contactId: null,
  q: null,
  limit: 50,
  cursor: null,
  now: NOW,
  ...more,
})
test('a row tells who wrote last in a group, in the same question', async () => {
  const { data } = await views.conversations(ACME, filter())
  const told = data.filter(({ writer }) => writer !== null)
  expect(numbers(told.map(({ conversation }) => conversation.conversationId))).toEqual([11])
  expect(told[0]?.writer).toMatchObject({ contactId: contactId(2), name: 'José Ñandú' })
  expect((await views.conversation(ACME, conversationId(11)))?.writer?.name).toBe('José Ñandú')
})

const numbers = (ids: readonly ConversationId[]) => ids.map((id) => Number.parseInt(id.slice(-4), 16))
const list = async (more: Partial<ConversationFilter> = {}) =>
  numbers((await views.conversations(ACME, filter(more))).data.map(({ conversation }) => conversation.conversationId))

const expected: Readonly<Record<ViewName, readonly number[]>> = {
  all: [12, 11, 10, 8, 7, 6, 5, 3, 2, 1],
  mine: [2, 1],
  unassigned: [12, 11, 10, 8, 7, 6, 5],
  waiting: [12, 2],
  // At the very instant a window ends it is closed; at the full hour before, it is closing.
  closing: [8, 6],
  failed: [3],
  resolved: [9, 4],
}

describe('conversations', () => {
  test.each(VIEWS)('the view %s holds its conversations, newest activity first', async (view) => {
    expect(await list({ view })).toEqual(expected[view])
  })

  test('an API key has none of its own', async () => {
    expect(await list({ view: 'mine', agentId: null })).toEqual([])
  })

  test('may be narrowed to a line, to a contact, or both', async () => {
    expect(await list({ lineId: SUPPORT })).toEqual([12, 8])
    expect(await list({ contactId: contactId(4), view: 'resolved' })).toEqual([4])
    expect(await list({ contactId: contactId(8), lineId: SALES })).toEqual([])
  })

  test.each([
    ['lucia', [1]],
    ['LUCÍA fer', [1]],
    ['dez luc', [1]],
    ['nandu', [2]],
    ['+52 55 1111', [11, 1]],
    ['5512121212', [12]],
    ['100%', [3]],
    ['_real_', [3]],
    ['%', [3]],
    ['nobody', []],
  ])('the question %j finds %j', async (q, found) => {
    expect(await list({ q })).toEqual(found)
  })

  test('questions and views go together', async () => {
    expect(await list({ q: 'lucia', view: 'resolved' })).toEqual([4])
    expect(await list({ q: 'contact', view: 'closing', lineId: SUPPORT })).toEqual([8])
  })

  test.each(VIEWS)('pages of the view %s join up, whatever their size', async (view) => {
    for (const limit of [1, 2, 3, 50]) {
      const seen: number[] = []
      for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
        const page: Awaited<ReturnType<Views['conversations']>> = await views.conversations(
          ACME,
          filter({ view, limit, cursor }),
        )
        expect(page.data.length).toBeLessThanOrEqual(limit)
        seen.push(...numbers(page.data.map(({ conversation }) => conversation.conversationId)))
        cursor = page.next
      }
      expect(seen).toEqual(expected[view])
    }
  })

  test('come with their contact, whole', async () => {
    const row = await views.conversation(ACME, conversationId(1))
    expect(row?.contact).toEqual(contact(1, { name: 'Lucía Fernández', addresses: [phone('525511111111')] }))
    expect(row?.conversation).toMatchObject({ conversationId: conversationId(1), assigneeId: ANA, sortAt: NOW })
    expect(await views.contact(ACME, contactId(1))).toEqual(row?.contact)
  })

  test('of another account do not exist', async () => {
    expect(await views.conversation(BETA, conversationId(1))).toBe(null)
    expect(await views.contact(BETA, contactId(1))).toBe(null)
    expect(await views.message(BETA, messageId(1))).toBe(null)
    expect((await views.conversations(BETA, filter())).data).toEqual([])
    expect((await views.messages(BETA, conversationId(1), { limit: 5, cursor: null })).data).toEqual([])
    expect((await views.counts(BETA, ANA, null, NOW)).views.all).toBe(0)
  })

  test('with ids that are no UUIDs do not exist', async () => {
    const junk = 'x' as never
    expect(
      await Promise.all([views.conversation(ACME, junk), views.contact(ACME, junk), views.message(ACME, junk)]),
    ).toEqual([null, null, null])
  })
})

test('the counts are those of the lists', async () => {
  const { views: counts, lines, seq } = await views.counts(ACME, ANA, null, NOW)
  expect(counts).toEqual(Object.fromEntries(VIEWS.map((view) => [view, expected[view].length])))
  expect(lines).toEqual([
    { lineId: SALES, open: 8 },
    { lineId: SUPPORT, open: 2 },
  ])
  expect(seq).toBe(1)
  const support = await views.counts(ACME, null, SUPPORT, NOW)
  expect(support.views).toMatchObject({ all: 2, mine: 0, unassigned: 2, closing: 1, resolved: 0 })
})

test('a thread is read newest first, page by page', async () => {
  const seen: string[] = []
  for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
    const page: Awaited<ReturnType<Views['messages']>> = await views.messages(ACME, conversationId(1), {
      limit: 2,
      cursor,
    })
    seen.push(...page.data.map((message) => message.messageId))
    cursor = page.next
  }
  expect(seen).toEqual([1, 3, 2, 5, 4, 7, 6, 9, 8].map(messageId))
  expect(await views.message(ACME, messageId(4))).toEqual(inbound(4, { at: plus(NOW, minutes(-2)) }))
})

test.each([
  'x',
  'bm9wZQ',
  'W10',
  'WyJhIiwiYiJd',
  Buffer.from('[1e99,"x"]').toString('base64url'),
  Buffer.from('[99999999999999,"019aab00-0000-7000-8004-000000000001"]').toString('base64url'),
  'ä',
])('the cursor %j is refused', async (cursor) => {
  await expect(views.conversations(ACME, filter({ cursor }))).rejects.toBeInstanceOf(BadCursor)
  await expect(views.messages(ACME, conversationId(1), { limit: 1, cursor })).rejects.toBeInstanceOf(BadCursor)
  const templates = { groupKey: null, q: null, status: null, limit: 1, cursor }
  await expect(views.templates(ACME, templates)).rejects.toBeInstanceOf(BadCursor)
})

test('the lines somebody has written to are told, and never another company’s', async () => {
  expect(await views.wroteTo(ACME, { contactId: contactId(1) })).toEqual([SALES])
  expect(await views.wroteTo(ACME, { addresses: ['525599999990'] })).toEqual([])
  expect(await views.wroteTo(BETA, { contactId: contactId(1) })).toEqual([])
})

test('people are found by any part of their names or numbers, those who can be written to', async () => {
  const called = async (question: string) => (await views.contactsCalled(ACME, question, 20)).map((found) => found.name)
  expect(await called('luc')).toEqual(['Lucía Fernández', 'lucia gomez'])
  expect(await called('ñandu')).toEqual(['José Ñandú'])
  expect(await called('_real_')).toEqual(['100% _real_'])
  expect(await called('lu')).toEqual([])
  expect(await views.contactsCalled(BETA, 'luc', 20)).toEqual([])
})

test('who has an address is found by the first that anybody has, and never by another company', async () => {
  const asked = ['525599999990', '525522222222', '525511111111']
  expect((await views.contactAt(ACME, asked))?.contactId).toBe(contactId(2))
  expect(await views.contactAt(ACME, ['525599999990'])).toBeNull()
  expect(await views.contactAt(BETA, ['525599999990'])).toBeNull()
})

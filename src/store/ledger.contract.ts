import { beforeEach, describe, expect, test } from 'vitest'
import type { LineId } from '#core/account/account.ts'
import type { Command } from '#core/loop/command.ts'
import type { FactBody } from '#core/loop/fact.ts'
import { wireKey } from '#core/loop/world.ts'
import { type Committed, type Ledger, type Loaded, REACH_USED_UP } from './ledger.ts'
import {
  ACME,
  added,
  accountId,
  begun,
  BETA,
  commitFacts,
  contact,
  contactId,
  conversationId,
  deliver,
  given,
  inbound,
  later,
  lineId,
  messageId,
  needsOf,
  NOW,
  nothing,
  opened,
  outbound,
  outreach,
  phone,
  queued,
  received,
  SALES,
  text,
  worldOf,
} from './ledger.scene.ts'

/**
 * What every ledger must do. `open` gives two ledgers, as two processes have them, on one new store that knows the
 * accounts 1 to 4 with line n of account n.
 */
export function ledgerContract(open: () => Promise<readonly [Ledger, Ledger]>): void {
  let ledger: Ledger
  let other: Ledger
  beforeEach(async () => {
    ;[ledger, other] = await open()
  })

  const loadWorld = async (needs: Parameters<typeof needsOf>[0]) => worldOf(await ledger.load([needsOf(needs)]))
  const wire = (wireId: string) => ({ lineId: SALES, wireId })

  describe('loading', () => {
    test('an empty store gives empty worlds, in the order asked', async () => {
      const { worlds } = await ledger.load([needsOf({ accountId: BETA }), needsOf()])
      expect(worlds.map((world) => [world.accountId, world.contacts.size])).toEqual([
        [BETA, 0],
        [ACME, 0],
      ])
    })

    test('an address leads to the contact with all addresses and the newest conversation on the line', async () => {
      const addresses = [{ ...phone('MX.1'), kind: 'user-id' as const }, phone('525512345678')]
      await given(ledger, [added(1, { addresses }), opened(1, 1), received(inbound(1))])
      const world = await loadWorld({ addresses: [{ address: phone('525512345678'), lineId: SALES }] })
      expect(world.contacts.get(contactId(1))).toEqual(contact(1, { addresses }))
      expect([...world.contactByAddress.keys()]).toEqual(['whatsapp:user-id:MX.1', 'whatsapp:phone:525512345678'])
      expect([...world.conversationByContact.values()]).toEqual([conversationId(1)])
      expect(world.conversations.get(conversationId(1))).toMatchObject({ state: 'open', unread: 1, sortAt: NOW })
    })

    test('a wire id, an id and a client key lead to the message, its conversation and its contact', async () => {
      await given(ledger, [...begun, queued(outbound(2))])
      for (const needs of [{ wireIds: [wire('wamid.in1')] }, { messages: [messageId(1)] }, { clientKeys: ['key-2'] }]) {
        const world = await loadWorld(needs)
        const [message] = [...world.messages.values()]
        expect(message).toEqual('clientKeys' in needs ? outbound(2) : inbound(1))
        expect([...world.conversations.keys()]).toEqual([conversationId(1)])
        expect([...world.contacts.keys()]).toEqual([contactId(1)])
      }
    })

    test('of several conversations the open one is the newest, else the one opened last', async () => {
      await given(ledger, begun)
      const by = { kind: 'system' } as const
      const needs = { conversations: [conversationId(1)] }
      await given(ledger, [{ kind: 'conversation-resolved', conversationId: conversationId(1), by }], needs)
      await given(ledger, [opened(2, 1)])
      await given(ledger, [{ kind: 'conversation-resolved', conversationId: conversationId(2), by }], {
        conversations: [conversationId(2)],
      })
      const pair = { contacts: [{ contactId: contactId(1), lineId: SALES }] }
      expect([...(await loadWorld(pair)).conversationByContact.values()]).toEqual([conversationId(2)])
      await given(ledger, [{ kind: 'conversation-reopened', conversationId: conversationId(1) }], needs)
      expect([...(await loadWorld(pair)).conversationByContact.values()]).toEqual([conversationId(1)])
      const byId = await loadWorld({ conversations: [conversationId(2)] })
      expect([...byId.conversationByContact.values()]).toEqual([conversationId(1)])
    })

    test('a conversation that another goes on from is not the newest, though it was opened later', async () => {
      await given(ledger, begun)
      const by = { kind: 'system' } as const
      const [first, second] = [conversationId(1), conversationId(2)]
      const continued = { contactId: contactId(1), of: null, earlier: [], waitingSince: null, unread: 0 }
      await given(ledger, [{ kind: 'conversation-resolved', conversationId: first, by }], { conversations: [first] })
      await given(ledger, [opened(2, 1)])
      const later = [
        { kind: 'conversation-resolved', conversationId: second, by },
        { kind: 'conversation-arranged', conversationId: second, ...continued, continuedBy: first },
      ] as const
      await given(ledger, later, { conversations: [second] })
      const pair = { contacts: [{ contactId: contactId(1), lineId: SALES }] }
      expect([...(await loadWorld(pair)).conversationByContact.values()]).toEqual([first])
    })

    test('ids that are no UUIDs, and needs said twice, do no harm', async () => {
      await given(ledger, begun)
      const junk = 'tracking-42' as never
      const world = await loadWorld({
        messages: [junk, messageId(1), messageId(1)],
        conversations: [junk],
        contacts: [{ contactId: junk, lineId: SALES }],
        wireIds: [wire('wamid.in1'), wire('wamid.in1')],
      })
      expect(world.messages.size).toBe(1)
    })

    test('two entries for one account are our mistake', async () => {
      await expect(ledger.load([needsOf(), needsOf()])).rejects.toThrow(/two entries/)
    })
  })

  describe('races between two processes', () => {
    const race = async (
      first: (ledger: Ledger) => Promise<Committed>,
      second: (ledger: Ledger) => Promise<Committed>,
    ) => [(await first(ledger)).kind, (await second(other)).kind] as const

    test('the same message twice: one wire id, one message', async () => {
      await given(ledger, [added(1), opened(1, 1)])
      const needs = [needsOf({ wireIds: [wire('wamid.x')], conversations: [conversationId(1)] })]
      const [mine, theirs] = [await ledger.load(needs), await other.load(needs)]
      expect(
        await race(
          (l) => commitFacts(l, mine, [received(inbound(1, { wireId: 'wamid.x' }))]),
          (l) => commitFacts(l, theirs, [received(inbound(2, { wireId: 'wamid.x' }))]),
        ),
      ).toEqual(['committed', 'conflict'])
      expect([...(await loadWorld({ wireIds: [wire('wamid.x')] })).messages.keys()]).toEqual([messageId(1)])
    })

    test('a client key is used once', async () => {
      await given(ledger, [added(1), opened(1, 1)])
      const [mine, theirs] = [await ledger.load([needsOf()]), await other.load([needsOf()])]
      const keyed = (id: number) => queued(outbound(id, { clientKey: 'once' }))
      expect(
        await race(
          (l) => commitFacts(l, mine, [keyed(1)]),
          (l) => commitFacts(l, theirs, [keyed(2)]),
        ),
      ).toEqual(['committed', 'conflict'])
    })

    test('what the history tells begins no conversation beside one that is begun meanwhile', async () => {
      await given(ledger, [added(1)])
      const needs = [needsOf({ contacts: [{ contactId: contactId(1), lineId: SALES }] })]
      const [mine, theirs] = [await ledger.load(needs), await other.load(needs)]
      const past = { ...opened(2, 1), historyFrom: later(-60) } as FactBody
      expect(
        await race(
          (l) => commitFacts(l, mine, [opened(1, 1)]),
          (l) => commitFacts(l, theirs, [past]),
        ),
      ).toEqual(['committed', 'conflict'])
    })

    test('no more people are begun with than are granted, however many processes begin', async () => {
      await given(ledger, [added(1), added(2), added(3), added(4)])
      const since = later(-60)
      const begin = async (l: Ledger, ids: readonly number[], most: number) => {
        const people = ids.map(contactId)
        const loaded = await l.load([needsOf({ contacts: people.map((one) => ({ contactId: one, lineId: null })) })])
        const facts = ids.map((id) => outreach(id))
        return commitFacts(l, loaded, facts, { reach: [{ accountId: ACME, most, since, people, lines: null }] })
      }
      expect((await begin(ledger, [1], 2)).kind).toBe('committed')
      const both = await Promise.all([begin(ledger, [2], 2), begin(other, [3], 2)])
      expect(both.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict'])
      expect(await begin(other, [4], 2)).toEqual({ kind: 'conflict', what: REACH_USED_UP })
      expect((await begin(other, [1], 2)).kind).toBe('committed')
      expect((await begin(other, [4], 3)).kind).toBe('committed')
    })

    test('the people of another portfolio do not count towards the limit', async () => {
      await given(ledger, [added(1), added(2), added(3), added(4)])
      const [north, south, east] = [lineId(1), lineId(2), lineId(3)]
      const begin = async (id: number, on: LineId | undefined, lines: readonly LineId[]) => {
        const people = [contactId(id)]
        const loaded = await ledger.load([needsOf({ contacts: [{ contactId: contactId(id), lineId: null }] })])
        const reach = [{ accountId: ACME, most: 1, since: later(-60), people, lines }]
        return (await commitFacts(ledger, loaded, [outreach(id, on)], { reach })).kind
      }
      expect(await begin(1, east, [east])).toBe('committed')
      expect(await begin(2, north, [north, south])).toBe('committed')
      expect(await begin(3, south, [north, south])).toBe('conflict')
      expect(await begin(1, east, [east])).toBe('committed')
    })

    test('what leaves on the word of a contact does not leave once that has changed', async () => {
      await given(ledger, [added(1), opened(1, 1)])
      await given(ledger, [queued(outbound(1))], { conversations: [conversationId(1)] })
      const needs = [needsOf({ messages: [messageId(1)], contacts: [{ contactId: contactId(1), lineId: null }] })]
      const sending: FactBody = {
        kind: 'message-progressed',
        conversationId: conversationId(1),
        messageId: messageId(1),
        status: 'sending',
        statusAt: NOW,
        before: 'queued',
        after: 'sending',
        wireId: null,
        problem: null,
        pricing: null,
      }
      const claim = async (by: Ledger, begins: (claiming: Loaded) => Promise<unknown>) => {
        const loaded = await by.load(needs)
        loaded.worlds[0]?.relied.add(contactId(1))
        await begins(loaded)
        return (await commitFacts(by, loaded, [sending])).kind
      }
      const rename = async (by: Ledger, name: string) =>
        commitFacts(by, await by.load(needs), [
          { kind: 'contact-named', contactId: contactId(1), name, username: null },
        ])
      expect(await claim(other, () => rename(ledger, 'Lucía'))).toBe('conflict')
      expect(await claim(other, async () => undefined)).toBe('committed')
    })

    test('an album opens one conversation', async () => {
      await given(ledger, [added(1)])
      const needs = [needsOf({ contacts: [{ contactId: contactId(1), lineId: SALES }] })]
      const [mine, theirs] = [await ledger.load(needs), await other.load(needs)]
      expect(
        await race(
          (l) => commitFacts(l, mine, [opened(1, 1)]),
          (l) => commitFacts(l, theirs, [opened(2, 1)]),
        ),
      ).toEqual(['committed', 'conflict'])
    })

    test('a contact has one open conversation on a line, also where nobody has read the contact', async () => {
      await given(ledger, [added(1)])
      const [mine, theirs] = [await ledger.load([needsOf()]), await other.load([needsOf()])]
      expect(
        await race(
          (l) => commitFacts(l, mine, [opened(1, 1)]),
          (l) => commitFacts(l, theirs, [opened(2, 1)]),
        ),
      ).toEqual(['committed', 'conflict'])
    })

    test('an address belongs to one contact', async () => {
      const [mine, theirs] = [await ledger.load([needsOf()]), await other.load([needsOf()])]
      expect(
        await race(
          (l) => commitFacts(l, mine, [added(1, { addresses: [phone('1')] })]),
          (l) => commitFacts(l, theirs, [added(2, { addresses: [phone('1')] })]),
        ),
      ).toEqual(['committed', 'conflict'])
      expect((await loadWorld({ contacts: [{ contactId: contactId(2), lineId: null }] })).contacts.size).toBe(0)
    })

    test('an address that moved meanwhile is not moved again', async () => {
      await given(ledger, [
        added(1, { addresses: [phone('1')] }),
        added(2, { addresses: [] }),
        added(3, { addresses: [] }),
      ])
      const contacts = [1, 2, 3].map((id) => ({ contactId: contactId(id), lineId: null }))
      const needs = [needsOf({ contacts, addresses: [{ address: phone('1'), lineId: null }] })]
      const [mine, theirs] = [await ledger.load(needs), await other.load(needs)]
      const to = (id: number) => [{ kind: 'address-added', contactId: contactId(id), address: phone('1') } as const]
      expect(
        await race(
          (l) => commitFacts(l, mine, to(2)),
          (l) => commitFacts(l, theirs, to(3)),
        ),
      ).toEqual(['committed', 'conflict'])
      const world = await loadWorld({ addresses: [{ address: phone('1'), lineId: null }] })
      expect([...world.contacts.values()]).toEqual([contact(2, { addresses: [phone('1')], merged: [contactId(1)] })])
    })

    test('an address that was given up still tells whose it was, and is taken by one', async () => {
      await given(ledger, [added(1, { addresses: [phone('1')] }), added(2, { addresses: [] })])
      await given(
        ledger,
        [{ kind: 'address-retired', contactId: contactId(1), address: phone('1'), until: later(1) }],
        { contacts: [{ contactId: contactId(1), lineId: null }] },
      )
      const past = contact(1, { addresses: [], past: [{ ...phone('1'), until: later(1) }] })
      const asked = { addresses: [{ address: phone('1'), lineId: null }] }
      const needs = [needsOf({ ...asked, contacts: [{ contactId: contactId(2), lineId: null }] })]
      const [mine, theirs] = [await ledger.load(needs), await other.load(needs)]
      expect([...worldOf(mine).contacts.values()]).toContainEqual(past)
      expect([...worldOf(mine).contactByPastAddress]).toEqual([['whatsapp:phone:1', contactId(1)]])
      expect(worldOf(mine).contactByAddress.size).toBe(0)
      const taken = [{ kind: 'address-added', contactId: contactId(2), address: phone('1') } as const]
      expect(
        await race(
          (l) => commitFacts(l, mine, taken),
          (l) => commitFacts(l, theirs, [added(3, { addresses: [phone('1')] })]),
        ),
      ).toEqual(['committed', 'conflict'])
      expect([...(await loadWorld(asked)).contacts.values()]).toEqual([contact(2, { addresses: [phone('1')] })])
      expect((await loadWorld(needs[0] ?? {})).contactByPastAddress.size).toBe(0)
    })

    test('a row that changed since it was read is not written over', async () => {
      await given(ledger, begun)
      for (const needs of [{ conversations: [conversationId(1)] }, { wireIds: [wire('wamid.in1')] }]) {
        const [mine, theirs] = [await ledger.load([needsOf(needs)]), await other.load([needsOf(needs)])]
        const at = needs.conversations ? later(1) : later(2)
        const edit = {
          kind: 'message-edited',
          conversationId: conversationId(1),
          messageId: messageId(1),
          content: text('!'),
          editedAt: at,
        } as const
        const seen = {
          kind: 'conversation-assigned',
          conversationId: conversationId(1),
          assigneeId: null,
          by: { kind: 'system' },
        } as const
        const facts = needs.conversations ? [seen] : [edit]
        expect(
          await race(
            (l) => commitFacts(l, mine, facts),
            (l) => commitFacts(l, theirs, facts),
          ),
        ).toEqual(['committed', 'conflict'])
      }
    })

    test('a conflict stores nothing at all, and deciding again goes through', async () => {
      await given(ledger, begun)
      const stale = await other.load([needsOf({ conversations: [conversationId(1)] })])
      await given(ledger, [received(inbound(2))], { conversations: [conversationId(1)] })
      const seq = await ledger.newestSeq(ACME)
      const facts = [added(9), received(inbound(3))]
      const effects = [deliver(3)]
      expect(await commitFacts(other, stale, facts, { effects })).toMatchObject({ kind: 'conflict' })
      expect(await ledger.newestSeq(ACME)).toBe(seq)
      expect(await ledger.effects.take(['deliver'], NOW, later(1), 10)).toEqual([])
      const fresh = await other.load([needsOf({ conversations: [conversationId(1)] })])
      expect(await commitFacts(other, fresh, facts, { effects })).toMatchObject({ kind: 'committed' })
    })

    test('two contacts merge once, whichever way round two processes do it, and are two again with all they had', async () => {
      await given(ledger, [added(1, { addresses: [phone('1')] }), added(2, { addresses: [phone('2')] })])
      const both = { contacts: [1, 2].map((id) => ({ contactId: contactId(id), lineId: null })) }
      const [mine, theirs] = [await ledger.load([needsOf(both)]), await other.load([needsOf(both)])]
      const merged = (from: number, into: number) => {
        const about = { contactId: contactId(from), intoId: contactId(into), by: { kind: 'system' } as const }
        return [{ kind: 'contacts-merged', ...about, why: null, evidence: [] } as const]
      }
      expect(
        await race(
          (l) => commitFacts(l, mine, merged(2, 1)),
          (l) => commitFacts(l, theirs, merged(1, 2)),
        ),
      ).toEqual(['committed', 'conflict'])
      const at = (value: string) => loadWorld({ addresses: [{ address: phone(value), lineId: null }] })
      for (const value of ['1', '2']) {
        const [joint] = (await at(value)).contacts.values()
        expect(joint?.contactId).toBe(contactId(1))
        expect(joint?.addresses).toEqual([phone('1'), { ...phone('2'), of: contactId(2) }])
      }
      const undone = { contactId: contactId(2), intoId: contactId(1), by: { kind: 'system' }, why: null } as const
      await given(ledger, [{ kind: 'merge-undone', ...undone }], both)
      for (const [value, id] of [
        ['1', 1],
        ['2', 2],
      ] as const) {
        const [contact] = (await at(value)).contacts.values()
        expect([contact?.contactId, contact?.addresses]).toEqual([contactId(id), [phone(value)]])
      }
    })

    test('a conversation that is arranged is found as the newest of whoever it is with, unless another goes on from it', async () => {
      await given(ledger, [...begun, added(2)])
      const pairs = (id: number) => ({ contacts: [{ contactId: contactId(id), lineId: SALES }] })
      const arranged = {
        kind: 'conversation-arranged' as const,
        ...{ conversationId: conversationId(1), contactId: contactId(2), of: contactId(1) },
        ...{ earlier: [], waitingSince: null, unread: 0 },
      }
      const newest = async (process: Ledger) => {
        const worlds = await Promise.all([1, 2].map(async (id) => worldOf(await process.load([needsOf(pairs(id))]))))
        return worlds.map(({ conversationByContact }) => [...conversationByContact.values()])
      }
      const all = { contacts: [...pairs(1).contacts, ...pairs(2).contacts] }
      await given(ledger, [{ ...arranged, continuedBy: null }], all)
      for (const process of [ledger, other]) expect(await newest(process)).toEqual([[], [conversationId(1)]])
      const by = { kind: 'system' } as const
      const resolved = { kind: 'conversation-resolved', conversationId: conversationId(1), by } as const
      await given(ledger, [resolved, { ...arranged, continuedBy: conversationId(9) }], all)
      for (const process of [ledger, other]) expect(await newest(process)).toEqual([[], []])
    })

    test('one conversation gives way to another in one commit', async () => {
      await given(ledger, begun)
      await given(
        ledger,
        [{ kind: 'conversation-resolved', conversationId: conversationId(1), by: { kind: 'system' } }, opened(2, 1)],
        { conversations: [conversationId(1)] },
      )
      const world = await loadWorld({ contacts: [{ contactId: contactId(1), lineId: SALES }] })
      expect([...world.conversationByContact.values()]).toEqual([conversationId(2)])
    })
  })

  describe('what waits for a message', () => {
    const waiting: Command = { kind: 'note-line', accountId: ACME, lineId: SALES }
    const second: Command = { lineId: SALES, kind: 'note-line', accountId: ACME }
    const park = (loaded: Awaited<ReturnType<Ledger['load']>>, wireId: string, command: Command) => {
      worldOf(loaded).changed.parked.set(wireKey(wire(wireId)), { ref: wire(wireId), taken: false, added: [command] })
    }

    test('is kept just as it was, in order, until it is taken', async () => {
      await given(ledger, [added(1), opened(1, 1)])
      for (const command of [waiting, second]) {
        const loaded = await ledger.load([needsOf({ wireIds: [wire('w')] })])
        park(loaded, 'w', command)
        expect(await ledger.commit(nothing(loaded))).toMatchObject({ kind: 'committed' })
      }
      const loaded = await ledger.load([needsOf({ wireIds: [wire('w')], conversations: [conversationId(1)] })])
      const world = worldOf(loaded)
      expect(JSON.stringify(world.parked.get(wireKey(wire('w'))))).toBe(JSON.stringify([waiting, second]))
      world.changed.parked.set(wireKey(wire('w')), { ref: wire('w'), taken: true, added: [] })
      expect(await commitFacts(ledger, loaded, [received(inbound(1, { wireId: 'w' }))])).toMatchObject({
        kind: 'committed',
      })
      const after = await loadWorld({ wireIds: [wire('w')] })
      expect(after.parked.size).toBe(0)
      expect(after.messageByWireId.get(wireKey(wire('w')))).toBe(messageId(1))
    })

    test('a status that parks and the send it waits for cannot miss each other', async () => {
      await given(ledger, [...begun, queued(outbound(2))])
      const [status, send] = [
        await ledger.load([needsOf({ wireIds: [wire('w')] })]),
        await other.load([needsOf({ wireIds: [wire('w')], messages: [messageId(2)] })]),
      ]
      const accepted = {
        kind: 'message-progressed',
        conversationId: conversationId(1),
        messageId: messageId(2),
        status: 'accepted',
        statusAt: NOW,
        before: 'queued',
        after: 'accepted',
        wireId: 'w',
        problem: null,
        pricing: null,
      } as const
      park(status, 'w', waiting)
      expect(await ledger.commit(nothing(status))).toMatchObject({ kind: 'committed' })
      expect(await commitFacts(other, send, [accepted])).toMatchObject({ kind: 'conflict' })
      const again = await other.load([needsOf({ wireIds: [wire('w')], messages: [messageId(2)] })])
      expect(worldOf(again).parked.size).toBe(1)
      expect(await commitFacts(other, again, [accepted])).toMatchObject({ kind: 'committed' })
    })

    test('and the other way round', async () => {
      await given(ledger, begun)
      const status = await ledger.load([needsOf({ wireIds: [wire('w')] })])
      await given(other, [received(inbound(2, { wireId: 'w' }))], { conversations: [conversationId(1)] })
      park(status, 'w', waiting)
      expect(await ledger.commit(nothing(status))).toMatchObject({ kind: 'conflict' })
    })
  })

  describe('facts', () => {
    test('are numbered from 1 without gaps in the order of commits, per account, however many commit at once', async () => {
      const accounts = [1, 2, 3, 4].map(accountId)
      const rounds = Array.from({ length: 24 }, async (_, round) => {
        const committer = round % 2 ? ledger : other
        const some = accounts.filter((_, index) => (round + index) % 3 !== 0)
        const loaded = await committer.load(some.map((id) => needsOf({ accountId: id })))
        const notices = [0, 1, 2].flatMap((n) =>
          some.map((id) => ({
            kind: 'platform-notice-received' as const,
            accountId: id,
            lineId: null,
            field: `round ${round}`,
            value: n,
          })),
        )
        const committed = await commitFacts(committer, loaded, notices)
        if (committed.kind !== 'committed') throw new Error(committed.kind)
        expect(committed.facts.map(({ accountId: id }) => id)).toEqual(notices.map(({ accountId: id }) => id))
      })
      await Promise.all(rounds)
      for (const id of accounts) {
        const facts = await ledger.factsAfter(id, 0, 1000)
        expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1))
        expect(await ledger.newestSeq(id)).toBe(facts.length)
        for (let index = 0; index < facts.length; index += 3) {
          expect(facts.slice(index, index + 3)).toMatchObject([{ value: 0 }, { value: 1 }, { value: 2 }])
        }
      }
    })

    test('are read after a number, oldest first, at most so many', async () => {
      const facts = await given(ledger, [...begun, received(inbound(2)), received(inbound(3))])
      expect(await ledger.factsAfter(ACME, 0, 100)).toEqual(facts)
      expect((await ledger.factsAfter(ACME, 2, 2)).map(({ seq }) => seq)).toEqual([3, 4])
      expect(await ledger.factsAfter(ACME, 5, 2)).toEqual([])
    })
  })

  describe('accounts', () => {
    test('do not see each other: neither by id nor by key', async () => {
      await given(ledger, begun)
      const needs = {
        accountId: BETA,
        addresses: [{ address: phone('52550000001'), lineId: SALES }],
        wireIds: [wire('wamid.in1')],
        messages: [messageId(1)],
        conversations: [conversationId(1)],
        contacts: [{ contactId: contactId(1), lineId: SALES }],
      }
      for (const both of [[needsOf(needs)], [needsOf(needs), needsOf()]]) {
        const beta = worldOf(await ledger.load(both), BETA)
        for (const map of [beta.contacts, beta.conversations, beta.messages, beta.messageByWireId])
          expect(map.size).toBe(0)
      }
      expect(await ledger.factsAfter(BETA, 0, 10)).toEqual([])
    })

    test('may hold the same address, wire id and client key', async () => {
      await given(ledger, [...begun, queued(outbound(2))])
      const theirs = { accountId: BETA, lineId: lineId(2), conversationId: conversationId(2) }
      await given(ledger, [
        {
          kind: 'contact-added',
          contact: contact(2, { accountId: BETA, addresses: contact(1).addresses }),
          accountId: BETA,
        },
        {
          kind: 'conversation-opened',
          conversationId: conversationId(2),
          contactId: contactId(2),
          lineId: lineId(2),
          accountId: BETA,
        },
        { ...received(inbound(3, { ...theirs, wireId: 'wamid.in1' })), accountId: BETA },
        { ...queued(outbound(4, { ...theirs, clientKey: 'key-2' })), accountId: BETA },
      ])
      expect([...(await loadWorld({ clientKeys: ['key-2'] })).messages.keys()]).toEqual([messageId(2)])
    })
  })

  describe('awkward things', () => {
    const words = ['a\0b', '\ud800', '\udc00x', 'x\ufdd0000y', '\ufdd0', '\\u0000', '"\\', '👩‍👧', '\u202e', '', 'ñandú']

    test('NUL characters, half surrogate pairs and all other text come back as they went in', async () => {
      for (const [index, word] of words.entries()) {
        const id = index + 1
        const message = inbound(id, {
          content: text(word),
          wireId: `wamid.${word}.${id}`,
          conversationId: conversationId(id),
        })
        const who = contact(id, { name: word, addresses: [phone(`${word}${id}`)] })
        const facts = await given(ledger, [{ kind: 'contact-added', contact: who }, opened(id, id), received(message)])
        const world = await loadWorld({ wireIds: [{ lineId: SALES, wireId: message.wireId }] })
        expect([...world.messages.values()]).toEqual([message])
        const found = await loadWorld({ addresses: [{ address: phone(`${word}${id}`), lineId: null }] })
        expect([...found.contacts.values()]).toEqual([who])
        expect(await ledger.factsAfter(ACME, (facts[0]?.seq ?? 1) - 1, 10)).toEqual(facts)
      }
    })

    test('keys that have a meaning in JavaScript are only keys', async () => {
      await given(ledger, [added(1), opened(1, 1)])
      const raw: unknown = JSON.parse('{"__proto__": {"x": 1}, "constructor": null, "a": [1e300, -0.5, true]}')
      const message = inbound(1, { content: { kind: 'unknown', type: 'odd', raw } })
      await given(ledger, [received(message)], { conversations: [conversationId(1)] })
      const [found] = [...(await loadWorld({ messages: [messageId(1)] })).messages.values()]
      expect(JSON.stringify(found?.content)).toBe(JSON.stringify(message.content))
    })

    test('what is set aside may be anything', async () => {
      const loaded = await ledger.load([])
      const deep = '['.repeat(20_000) + ']'.repeat(20_000)
      const raws: unknown[] = [
        'text\0',
        { a: '\ud800' },
        null,
        undefined,
        7n,
        JSON.parse('['.repeat(5000) + ']'.repeat(5000)),
        deep,
      ]
      const origin = { ...delivery('odd'), deliveryId: '7', position: { xid: '7', id: '7' } }
      const setAside = raws.map((raw) => ({ accountId: null, delivery: origin, reason: 'odd', raw }))
      expect(await ledger.commit({ ...nothing(loaded), setAside })).toMatchObject({ kind: 'committed' })
    })
  })

  describe('deliveries', () => {
    const lease = async (holder = 'one', now = NOW) => {
      const taken = await ledger.deliveries.lease('all', holder, now, later(1))
      if (taken) return taken
      throw new Error('Expected the lease.')
    }

    test('are read in the order of arrival, byte for byte, from the position on', async () => {
      const large = Uint8Array.from({ length: 3_000_000 }, (_, index) => index % 256)
      await ledger.deliveries.append([delivery('one'), delivery(large), delivery('')])
      await ledger.deliveries.append([delivery('four')])
      await ledger.deliveries.append([])
      const reader = await lease()
      const all = await ledger.deliveries.read(reader, null, 10)
      expect(all.map(({ body }) => body.byteLength)).toEqual([3, 3_000_000, 0, 4])
      expect(Buffer.compare(all[1]?.body ?? Buffer.of(), large)).toBe(0)
      expect(all[0]).toMatchObject({ channel: 'whatsapp', appId: 'app', receivedAt: NOW })
      const [second] = await ledger.deliveries.read(reader, all[0]?.position ?? null, 1)
      expect(second?.deliveryId).toBe(all[1]?.deliveryId)
    })

    test('what several processes took in is read by one of them, in its order and as often as it asks', async () => {
      await ledger.deliveries.append([delivery('one')])
      await other.deliveries.append([delivery('two')])
      await ledger.deliveries.append([delivery('three'), delivery('four')])
      const reader = await lease()
      const read = async () =>
        (await ledger.deliveries.read(reader, null, 10)).map(({ body }) => String(Buffer.from(body)))
      expect(await read()).toEqual(['one', 'two', 'three', 'four'])
      expect(await read()).toEqual(['one', 'two', 'three', 'four'])
    })

    test('the position moves with the commit, from where it was read and never back', async () => {
      await ledger.deliveries.append([delivery('one'), delivery('two')])
      const reader = await lease()
      const [one, two] = await ledger.deliveries.read(reader, null, 10)
      if (!one || !two) throw new Error('Expected two deliveries.')
      type Position = typeof one.position
      const move = async (from: Position, after: Position) =>
        (await ledger.commit({ ...nothing(await ledger.load([])), position: { lease: reader, from, after } })).kind
      expect(await move(one.position, two.position)).toBe('fenced')
      expect(await move(reader.position, one.position)).toBe('committed')
      expect((await lease()).position).toEqual(one.position)
      expect(await move(one.position, two.position)).toBe('committed')
      expect(await move(one.position, two.position)).toBe('fenced')
      expect(await move(reader.position, one.position)).toBe('fenced')
      expect(await ledger.deliveries.read(await lease(), null, 10)).toEqual([])
    })

    test('a conflict leaves the position where it was', async () => {
      await given(ledger, begun)
      await ledger.deliveries.append([delivery('one')])
      const reader = await lease()
      const [one] = await ledger.deliveries.read(reader, null, 1)
      const position = one ? { lease: reader, from: reader.position, after: one.position } : null
      const loaded = await ledger.load([needsOf()])
      expect(await commitFacts(ledger, loaded, begun, { position })).toMatchObject({ kind: 'conflict' })
      expect(await ledger.deliveries.read(await lease(), null, 1)).toHaveLength(1)
    })

    test('one reader at a time; who comes after has a higher fence, and the earlier one is refused', async () => {
      await ledger.deliveries.append([delivery('one')])
      const first = await lease('one')
      expect(await other.deliveries.lease('all', 'two', later(0), later(2))).toBe(null)
      expect((await lease('one')).fence).toBe(first.fence)
      const second = await other.deliveries.lease('all', 'two', later(1), later(2))
      expect(second?.fence).toBeGreaterThan(first.fence)
      const [one] = await ledger.deliveries.read(first, null, 1)
      if (!one) throw new Error('Expected a delivery.')
      const loaded = await ledger.load([needsOf()])
      const stale = { position: { lease: first, from: first.position, after: one.position } }
      expect(await commitFacts(ledger, loaded, begun, stale)).toEqual({ kind: 'fenced' })
      expect(await ledger.newestSeq(ACME)).toBe(0)
    })

    test('a lease given back is free at once; giving back one that is lost changes nothing', async () => {
      const first = await lease('one')
      await ledger.deliveries.release(first)
      const second = await other.deliveries.lease('all', 'two', NOW, later(2))
      expect(second?.fence).toBeGreaterThan(first.fence)
      await ledger.deliveries.release(first)
      expect(await ledger.deliveries.lease('all', 'one', NOW, later(2))).toBe(null)
    })
  })

  describe('effects', () => {
    const store = async (...effects: ReturnType<typeof deliver>[]) => {
      const committed = await ledger.commit({ ...nothing(await ledger.load([needsOf()])), effects })
      if (committed.kind !== 'committed') throw new Error(committed.kind)
      return committed.effects
    }
    const take = async (now = NOW, heldUntil = later(1), limit = 10) =>
      ledger.effects.take(['deliver', 'mark-read'], now, heldUntil, limit)
    const ids = (effects: readonly { effectId: string }[]) => effects.map(({ effectId }) => effectId)

    test('come most urgent first, then by due time, then as they were stored; only due ones of the kinds asked for', async () => {
      const stored = await store(
        deliver(1, { priority: 2 }),
        deliver(2, { dueAt: later(-1) }),
        deliver(3),
        deliver(4),
        deliver(5, { dueAt: later(1) }),
        { kind: 'sync-templates', accountId: ACME, lineId: SALES, dueAt: NOW },
        { kind: 'mark-read', accountId: ACME, lineId: SALES, wireId: 'w\0', typing: false, dueAt: NOW },
      )
      const [urgent2, first, third, fourth, , , read] = stored
      const taken = await take()
      expect(ids(taken)).toEqual([first, third, fourth, read, urgent2].map((effect) => effect?.effectId))
      expect(taken[3]).toEqual(read)
    })

    test('of all accounts are taken together, by one taker each', async () => {
      const theirs = Array.from({ length: 30 }, (_, index) => deliver(index, { accountId: BETA }))
      await store(...Array.from({ length: 30 }, (_, index) => deliver(index)))
      await ledger.commit({ ...nothing(await ledger.load([needsOf({ accountId: BETA })])), effects: theirs })
      const takers = Array.from({ length: 8 }, (_, index) =>
        (index % 2 ? ledger : other).effects.take(['deliver'], NOW, later(1), 10),
      )
      const taken = (await Promise.all(takers)).flat()
      const rest = [...(await take(NOW, later(1), 60))]
      expect(new Set(ids([...taken, ...rest])).size).toBe(taken.length + rest.length)
      expect(taken.length + rest.length).toBe(60)
    })

    test('messages to be sent are taken by line, so many of each urgency, and those of other lines stay', async () => {
      const elsewhere = deliver(9, { lineId: lineId(2) })
      const [first, second, , campaign, other] = await store(
        deliver(1, { dueAt: later(-2) }),
        deliver(2, { dueAt: later(-1) }),
        deliver(3),
        deliver(4, { priority: 2 }),
        elsewhere,
      )
      const room = { lineId: SALES, urgent: 2, unhurried: 5 }
      const taken = await ledger.effects.takeDeliveries([room], NOW, later(1))
      expect(ids(taken)).toEqual([first, second, campaign].map((effect) => effect?.effectId))
      expect(taken[2]).toEqual(campaign)
      const full = { lineId: SALES, urgent: 0, unhurried: 0 }
      expect(await ledger.effects.takeDeliveries([full], NOW, later(1))).toEqual([])
      const rest = await ledger.effects.takeDeliveries([{ ...room, lineId: lineId(2) }], NOW, later(1))
      expect(rest).toEqual([other])
      expect(await ledger.effects.takeDeliveries([{ ...room, lineId: lineId(2) }], NOW, later(1))).toEqual([])
    })

    test('are held, and taken again when the hold runs out', async () => {
      const [effect] = await store(deliver(1))
      expect(await take()).toHaveLength(1)
      expect(await take()).toEqual([])
      expect(await take(later(1), later(2))).toEqual([effect])
    })

    test('put off count the attempt and keep their content', async () => {
      const [effect] = await store(deliver(1))
      const [taken] = await take()
      if (!effect || !taken) throw new Error('Expected an effect.')
      await ledger.effects.postpone(taken, later(5))
      expect(await take(later(4), later(5))).toEqual([])
      expect(await take(later(5), later(6))).toEqual([{ ...effect, dueAt: later(5), attempts: 1 }])
    })

    test('are finished by themselves or with a commit, also when they are gone already', async () => {
      const [one, two] = await store(deliver(1), deliver(2))
      if (!one || !two) throw new Error('Expected two effects.')
      await ledger.effects.finish([one])
      await ledger.effects.finish([one])
      await ledger.effects.finish([])
      const loaded = await ledger.load([needsOf()])
      expect(await ledger.commit({ ...nothing(loaded), finished: [one, two] })).toMatchObject({ kind: 'committed' })
      expect(await take()).toEqual([])
    })
  })
}

const delivery = (body: string | Uint8Array) => ({
  channel: 'whatsapp',
  appId: 'app',
  body: typeof body === 'string' ? Buffer.from(body) : body,
  receivedAt: NOW,
})

import { beforeEach, describe, expect, test } from 'vitest'
import { plus, seconds } from '#base/time.ts'
import type { PrivacyRequestId } from '#core/account/account.ts'
import type { FactBody } from '#core/loop/fact.ts'
import type { Content } from '#core/message/content.ts'
import type { InboundMessage } from '#core/message/message.ts'
import { wireKey } from '#core/loop/world.ts'
import { type ConsentRow, verifyChain } from './consent-chain.ts'
import { chainOf, type ConsentLedger } from './consents.ts'
import type { Erasures, Swept } from './erasures.ts'
import type { Ledger } from './ledger.ts'
import {
  ACME,
  added,
  begun,
  commitFacts,
  contact,
  contactId,
  conversationId,
  deliver,
  given,
  inbound,
  messageId,
  needsOf,
  NOW,
  opened,
  outbound,
  phone,
  queued,
  received,
  said,
  SALES,
  worldOf,
} from './ledger.scene.ts'

type Opened = {
  readonly ledger: Ledger
  readonly other: Ledger
  readonly erasures: Erasures
  readonly consents: ConsentLedger
  /** What makes people findable, where there is such a thing. */
  readonly fill: () => Promise<unknown>
}

const REQUEST = '00000000-0000-7000-8000-0000000e4a5e' as PrivacyRequestId
type Said = Extract<FactBody, { kind: 'consent-recorded' }>
const erase = (of = 1): FactBody => ({ kind: 'contact-erased', contactId: contactId(of), requestId: REQUEST })
const ofFirst = { contacts: [{ contactId: contactId(1), lineId: null }] }

/** What erasing must do in every ledger. */
export function erasuresContract(open: () => Promise<Opened>): void {
  let opened_: Opened
  beforeEach(async () => {
    opened_ = await open()
  })

  const begin = (of = 1) =>
    opened_.erasures.begin({
      ...{ accountId: ACME, contactId: contactId(of), requestId: REQUEST, erasedAt: NOW, erasedBy: { kind: 'system' } },
      ...{
        addresses: contact(of).addresses,
        createdAt: NOW,
        groups: [contactId(9)],
        digests: [{ digest: 'd1', covers: 'marketing' as const }],
      },
    })
  async function sweep(mostTurns = 100, of = 1): Promise<Swept> {
    let swept: Swept = { kind: 'more' }
    for (let turn = 0; turn < mostTurns && swept.kind !== 'done'; turn++) {
      await opened_.fill()
      swept = await opened_.erasures.sweep(ACME, contactId(of), NOW)
      if (swept.kind === 'files') await opened_.erasures.removed(ACME, contactId(of), swept.sha256s)
    }
    return swept
  }
  const everything = async () => {
    const facts = await opened_.ledger.factsAfter(ACME, 0, 100)
    const world = worldOf(
      await opened_.ledger.load([
        needsOf({
          ...ofFirst,
          conversations: [conversationId(1)],
          messages: [messageId(1), messageId(2)],
          clientKeys: ['key-2'],
          wireIds: [{ lineId: SALES, wireId: 'wamid.in1' }],
          addresses: [{ address: phone('52550000001'), lineId: SALES }],
        }),
      ]),
    )
    return { facts, world }
  }
  const lucia: readonly FactBody[] = [
    added(1, { name: 'Lucía Marcador' }),
    opened(1, 1),
    received(inbound(1)),
    queued(outbound(2)),
    said(1),
  ]

  describe('erasing a person', () => {
    test('leaves a nameless contact, an empty conversation, and nothing by which messages were known', async () => {
      await given(opened_.ledger, lucia, {}, { effects: [deliver(2)] })
      await begin()
      await given(opened_.ledger, [erase()], ofFirst)
      expect((await sweep()).kind).toBe('done')
      const { facts, world } = await everything()
      expect(world.contacts.get(contactId(1))).toEqual({
        ...contact(1, { name: null, addresses: [] }),
        erasedAt: NOW,
      })
      expect(world.conversations.get(conversationId(1))).toMatchObject({
        ...{ state: 'resolved', lastMessage: null, lastAnswer: null, lastInbound: null, unread: 0 },
      })
      expect([...world.messages.keys(), ...world.contactByAddress.keys()]).toEqual([])
      expect(world.messageByWireId.get(wireKey({ lineId: SALES, wireId: 'wamid.in1' }))).toBeUndefined()
      expect(facts.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6])
      expect(facts.map(({ kind }) => kind)).toEqual([
        ...['fact-erased', 'conversation-opened', 'fact-erased', 'fact-erased', 'fact-erased', 'contact-erased'],
      ])
      expect(await opened_.ledger.effects.take(['deliver'], plus(NOW, seconds(9)), plus(NOW, seconds(99)), 9)).toEqual(
        [],
      )
      expect(await opened_.erasures.counts(ACME, contactId(1))).toMatchObject({ message: 2, conversation: 1, fact: 4 })
      expect(await opened_.erasures.addresses()).toEqual([
        { accountId: ACME, digest: 'd1', erasedAt: NOW, covers: 'marketing' },
      ])
    })

    test('takes what they said in a group with them, and leaves what the others said there', async () => {
      const inGroup = (id: number, of: number, more: Partial<InboundMessage> = {}) =>
        received(inbound(id, { conversationId: conversationId(9), writerId: contactId(of), ...more }))
      const joined: Content = { kind: 'group-event', event: 'joined', who: [contactId(1)], text: null }
      const { ledger, erasures } = opened_
      await given(ledger, [
        ...[added(1), added(2), added(9), opened(9, 9)],
        received(inbound(3, { conversationId: conversationId(9), content: joined })),
        ...[inGroup(4, 2), inGroup(5, 1)],
      ])
      await begin()
      await given(ledger, [erase()], ofFirst)
      expect((await sweep()).kind).toBe('done')
      const facts = await ledger.factsAfter(ACME, 4, 3)
      expect(facts.map(({ kind }) => kind)).toEqual(['fact-erased', 'message-received', 'fact-erased'])
      const ids = [3, 4, 5].map(messageId)
      const world = worldOf(await ledger.load([needsOf({ messages: ids, conversations: [conversationId(9)] })]))
      expect([...world.messages.keys()]).toEqual([messageId(4)])
      expect(world.conversations.get(conversationId(9))).toMatchObject({ state: 'open', lastMessage: null })
      expect(await erasures.counts(ACME, contactId(1))).toMatchObject({ message: 2 })
    })

    test('leaves others as they were, and the chain of consent whole', async () => {
      const others: readonly FactBody[] = [
        added(2),
        opened(2, 2),
        received(inbound(3, { conversationId: conversationId(2) })),
      ]
      await given(opened_.ledger, [...lucia, ...others])
      const before = await opened_.ledger.factsAfter(ACME, 5, 100)
      await begin()
      await given(opened_.ledger, [erase()], ofFirst)
      await sweep()
      expect((await opened_.ledger.factsAfter(ACME, 5, 3)).map((fact) => fact)).toEqual(before)
      const world = worldOf(await opened_.ledger.load([needsOf({ messages: [messageId(3)] })]))
      expect(world.messages.get(messageId(3))).toMatchObject({ content: { text: 'Hola 3' } })
      const { consents } = opened_
      const erased = await consents.erased(ACME)
      expect([...erased]).toEqual([contactId(1)])
      const verdict = await verifyChain(chainOf(consents, ACME), await consents.head(ACME), ({ link }) =>
        erased.has(link.contactId),
      )
      expect(verdict.flaws).toEqual([])
      expect((await consents.of(ACME, [contactId(1)])).map(({ detail }) => detail)).toEqual([null])
    })

    describe('who was one with another for a while', () => {
      const by = { kind: 'system' } as const
      const why = 'lo dijo ella'
      const [own, work] = [phone('52550000001'), phone('52550000002')]
      const pair = { contacts: [contactId(1), contactId(2)].map((id) => ({ contactId: id, lineId: null })) }
      /** The first was a part of the second, said yes meanwhile and changed their number. */
      const wereOne: readonly FactBody[] = [
        added(1, { addresses: [own] }),
        added(2, { addresses: [work] }),
        { kind: 'contacts-merged', contactId: contactId(1), intoId: contactId(2), by, why, evidence: [] },
        { ...(said(1, {}, 2) as Said), of: contactId(1) },
        said(2, { address: 'whatsapp:phone:52550000002' }, 2),
        { kind: 'address-added', contactId: contactId(2), address: { ...phone('52550000003'), of: contactId(1) } },
        { kind: 'address-added', contactId: contactId(2), address: phone('52550000004') },
        { kind: 'merge-undone', contactId: contactId(1), intoId: contactId(2), by, why },
      ]

      test.each([
        [
          'the part',
          1,
          'whatsapp:phone:52550000002',
          ['fact-erased', 'consent-recorded', 'fact-erased', 'address-added'],
        ],
        [
          'the other',
          2,
          'whatsapp:phone:52550000001',
          ['consent-recorded', 'fact-erased', 'address-added', 'fact-erased'],
        ],
      ] as const)(
        'takes along what was said meanwhile, when it is %s, and leaves the rest',
        async (_, of, left, kinds) => {
          const { ledger, consents } = opened_
          await given(ledger, wereOne, pair)
          await begin(of)
          await given(ledger, [erase(of)], pair)
          expect((await sweep(100, of)).kind).toBe('done')
          const rows = await consents.of(ACME, [contactId(1), contactId(2)])
          expect(rows.flatMap(({ detail }) => (detail ? [detail.detail.address] : []))).toEqual([left])
          expect((await ledger.factsAfter(ACME, 3, 4)).map(({ kind }) => kind)).toEqual(kinds)
          const [erased, head] = [await consents.erased(ACME), await consents.head(ACME)]
          const flawsOf = async (chain: AsyncIterable<ConsentRow>) =>
            (await verifyChain(chain, head, ({ link }) => erased.has(link.contactId))).flaws
          expect(await flawsOf(chainOf(consents, ACME))).toEqual([])
          expect(await flawsOf(withoutDetails(chainOf(consents, ACME)))).toMatchObject([{ what: 'detail-missing' }])
        },
      )
    })

    test('twice, or stopped after any portion and gone on with, is the same as once', async () => {
      await given(opened_.ledger, lucia)
      await begin()
      await given(opened_.ledger, [erase()], ofFirst)
      await sweep(1)
      await begin()
      await sweep(2)
      expect((await sweep()).kind).toBe('done')
      const first = await everything()
      const counts = await opened_.erasures.counts(ACME, contactId(1))
      await begin()
      expect(await opened_.erasures.sweep(ACME, contactId(1), NOW)).toEqual({ kind: 'done' })
      expect((await everything()).facts).toEqual(first.facts)
      expect(await opened_.erasures.counts(ACME, contactId(1))).toEqual(counts)
    })

    test('another process that had decided on the old rows has to decide again', async () => {
      await given(opened_.ledger, begun)
      const loaded = await opened_.other.load([needsOf({ conversations: [conversationId(1)] })])
      await begin()
      await given(opened_.ledger, [erase()], ofFirst)
      await sweep()
      const late = await commitFacts(opened_.other, loaded, [received(inbound(4))])
      expect(late.kind).toBe('conflict')
    })

    test('empties the deliveries that were read and name them, and waits for those that were not', async () => {
      const { ledger } = opened_
      const bodyOf = (text: string) => Buffer.from(JSON.stringify({ id: '100000000001', text }))
      const delivery = (text: string) => ({ channel: 'whatsapp', appId: 'app', body: bodyOf(text), receivedAt: NOW })
      await ledger.deliveries.append([delivery('from 52550000001'), delivery('from 525599999999')])
      await given(ledger, [added(1, { addresses: [phone('52550000001')] })])
      await opened_.erasures.begin({
        ...{ accountId: ACME, contactId: contactId(1), requestId: REQUEST, erasedAt: NOW },
        ...{ erasedBy: { kind: 'system' }, addresses: [phone('52550000001')], createdAt: NOW, groups: [], digests: [] },
      })
      await given(ledger, [erase()], ofFirst)
      expect((await sweep(20)).kind).toBe('wait')
      const lease = await ledger.deliveries.lease('all', 'me', NOW, plus(NOW, seconds(9)))
      if (!lease) throw new Error('no lease')
      const read = await ledger.deliveries.read(lease, null, 9)
      const after = read.at(-1)?.position ?? lease.position
      const loaded = await ledger.load([])
      await ledger.commit({
        ...{ loaded, facts: [], effects: [], finished: [], setAside: [], now: NOW },
        position: { lease, from: lease.position, after },
      })
      expect((await sweep()).kind).toBe('done')
      const bodies = await ledger.deliveries.read(lease, { xid: '0', id: '0' }, 9)
      expect(bodies.map(({ body }) => Buffer.from(body).toString())).toEqual([
        '',
        bodyOf('from 525599999999').toString(),
      ])
    })
  })
}

/** As if somebody had taken away what nobody erased. */
async function* withoutDetails(chain: AsyncIterable<ConsentRow>): AsyncGenerator<ConsentRow> {
  for await (const row of chain) yield { ...row, detail: null }
}

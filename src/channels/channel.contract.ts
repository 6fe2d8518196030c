import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type { AccountId, ContactId, ConversationId, LineId, MessageId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { Line } from '#core/line/line.ts'
import type { Inbound } from '#core/loop/command.ts'
import { filesIn, type OutboundContent } from '#core/message/content.ts'
import type { OutboundMessage } from '#core/message/message.ts'
import type { Channel, Received, WireAnswer } from './channel.ts'

/** What a channel brings to be held to the contract. */
export type ChannelSamples = {
  readonly line: Line
  readonly contact: Contact
  /** Bodies as the platform sends them, parsed. */
  readonly bodies: ReadonlyMap<string, unknown>
  /**
   * The things that happened according to a body, in its order: the id on the wire, or null where it has none. Written
   * apart from the channel, so that the two can disagree.
   */
  readonly itemsOf: (body: unknown) => readonly (string | null)[]
  /** One content of every kind the channel sends. */
  readonly contents: readonly OutboundContent[]
}

const NOW = instant(1_795_000_000_000)
const MESSAGE_ID = '0199c0de-0000-7000-8000-000000000001' as MessageId
const bytesOf = (body: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(body))

/** How many things somebody told a command holds: one, but for portions of what an app on a telephone brings along. */
function partsOf(command: Inbound): number {
  if (command.kind === 'receive-app-contacts') return command.contacts.length
  if (command.kind !== 'receive-history' || command.threads.length === 0) return 1
  return command.threads.reduce((sum, { messages }) => sum + messages.length, 0)
}

/** Holds a channel to what everything else relies on. Call it in the channel folder's test. */
export function describeChannel(channel: Channel, samples: ChannelSamples): void {
  const { bodies, itemsOf } = samples

  const expectNothingLost = (body: unknown, received: Received) => {
    if (received.kind === 'not-ours') return
    const items = itemsOf(body)
    const parts = received.inbound.reduce((sum, command) => sum + partsOf(command), 0)
    expect(parts + received.setAside.length).toBe(items.length)
    // News of a group have no id on the wire; the channel makes one.
    const told = received.inbound.filter(({ kind }) => kind !== 'receive-group')
    const ids = told.flatMap((command) => ('wireId' in command ? [command.wireId] : []))
    expect(isSubsequence(ids, items)).toBe(true)
    for (const command of received.inbound) {
      expect(command.lineKey.channel).toBe(channel.id)
      expect(command.lineKey.key).not.toBe('')
    }
    for (const { reason } of received.setAside) expect(reason).not.toBe('')
  }

  describe(`${channel.id} receives`, () => {
    test.each([...bodies])('%s: everything in it, in its order, nothing set aside but what has no place', (_, body) => {
      const received = channel.receive(bytesOf(body))
      expect(received.kind).toBe('ours')
      expectNothingLost(body, received)
    })

    test('bodies broken in any way: nothing thrown, nothing lost, twice the same', () => {
      const broken = fc
        .tuple(fc.constantFrom(...bodies.values()), fc.array(mutation, { minLength: 1, maxLength: 6 }))
        .map(([body, mutations]) => mutations.reduce(mutate, body))
      fc.assert(
        fc.property(broken, (body) => {
          const received = channel.receive(bytesOf(body))
          expectNothingLost(JSON.parse(JSON.stringify(body)), received)
          expect(channel.receive(bytesOf(body))).toEqual(received)
        }),
        { numRuns: 5_000 },
      )
    })

    test('any JSON and any bytes without throwing', () => {
      fc.assert(fc.property(fc.json(), (text) => void channel.receive(new TextEncoder().encode(text))))
      fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void channel.receive(bytes)))
    })

    test('text that can be stored: no NUL, no half characters', () => {
      for (const body of bodies.values()) {
        const spoilt = JSON.stringify(body).replaceAll('o', '\\u0000\\ud83d')
        const received = channel.receive(new TextEncoder().encode(spoilt))
        expect(JSON.stringify(received)).not.toMatch(/\\u0000|\\ud83d/)
      }
    })
  })

  describe(`${channel.id} renders`, () => {
    const { line, contact } = samples
    const message = (content: OutboundMessage['content']): OutboundMessage => ({
      accountId: line.accountId as AccountId,
      messageId: MESSAGE_ID,
      conversationId: '0199c0de-0000-7000-8000-000000000002' as ConversationId,
      lineId: line.lineId as LineId,
      author: { kind: 'system' },
      content,
      at: NOW,
      replyTo: null,
      reactions: [],
      editedAt: null,
      revokedAt: null,
      direction: 'out',
      wireId: null,
      status: 'sending',
      times: {},
      problem: null,
      pricing: null,
      clientKey: 'k',
      clientFingerprint: 'f',
      attempts: 1,
      supersededBy: null,
    })

    test('an example exists of every kind that it says it sends', () => {
      expect(new Set(samples.contents.map(({ kind }) => kind))).toEqual(new Set(channel.abilities.sends))
    })

    test.each(samples.contents.map((content) => [content.kind, content] as const))(
      '%s: asks for its file first, then carries our message id',
      (_, content) => {
        expect(channel.check(content)).toEqual([])
        const media = filesIn(content)
        if (media.length > 0) {
          expect(channel.render(message(content), contact, line, new Map())).toEqual({ kind: 'needs-files', media })
        }
        const files = new Map(media.map(({ mediaId }) => [mediaId, 'file-1']))
        const rendered = channel.render(message(content), contact, line, files)
        if (rendered.kind !== 'request') throw new Error(`Not rendered: ${JSON.stringify(rendered)}`)
        expect(JSON.stringify(rendered.request.body)).toContain(MESSAGE_ID)
        if (media.length > 0) expect(JSON.stringify(rendered.request.body)).toContain('file-1')
      },
    )

    test('nothing for a contact without an address, nor what only contacts send', () => {
      const nowhere = { ...contact, contactId: contact.contactId as ContactId, addresses: [] }
      for (const content of samples.contents) {
        expect(channel.render(message(content), nowhere, line, new Map()).kind).toBe('cannot')
      }
      const revoke = { kind: 'revoke', targetWireId: 'x' } as const
      expect(channel.render(message(revoke), contact, line, new Map()).kind).toBe('cannot')
      expect(channel.check(revoke)).not.toEqual([])
    })
  })

  describe(`${channel.id} interprets`, () => {
    const answer: fc.Arbitrary<WireAnswer> = fc.oneof(
      fc.record({
        kind: fc.constant('answered' as const),
        status: fc.integer({ min: 100, max: 599 }),
        body: fc.oneof(
          fc.jsonValue(),
          fc.record({ error: fc.record({ code: fc.oneof(fc.integer(), fc.jsonValue()), message: fc.jsonValue() }) }),
        ),
        retryAfterMs: fc.option(fc.oneof(fc.integer(), fc.double())),
      }),
      fc.record({ kind: fc.constantFrom('not-sent' as const, 'lost' as const), reason: fc.string() }),
    )

    test('any answer: never throws, and waits a whole, positive, bounded time before it tries again', () => {
      fc.assert(
        fc.property(answer, fc.integer({ min: 1, max: 1_000 }), (each, attempt) => {
          const outcome = channel.interpret(each, attempt, NOW)
          expect(['accepted', 'again', 'refused', 'unknown']).toContain(outcome.kind)
          if (outcome.kind !== 'again') return
          expect(Number.isInteger(outcome.notBefore)).toBe(true)
          expect(outcome.notBefore).toBeGreaterThan(NOW)
          expect(outcome.notBefore).toBeLessThanOrEqual(NOW + 86_400_000)
        }),
        { numRuns: 2_000 },
      )
    })

    test('no answer is tried again for ever', () => {
      fc.assert(
        fc.property(answer, (each) => {
          expect(channel.interpret(each, 1_000, NOW).kind).not.toBe('again')
        }),
      )
    })

    test('what may have arrived is never tried again', () => {
      const open: WireAnswer[] = [
        { kind: 'lost', reason: 'time-out' },
        { kind: 'answered', status: 200, body: {}, retryAfterMs: null },
        { kind: 'answered', status: 502, body: '<html>Bad Gateway</html>', retryAfterMs: 1_000 },
      ]
      for (const each of open) expect(channel.interpret(each, 1, NOW)).toEqual({ kind: 'unknown' })
    })
  })
}

function isSubsequence(part: readonly string[], whole: readonly (string | null)[]): boolean {
  let at = 0
  for (const item of whole) if (at < part.length && part[at] === item) at += 1
  return at === part.length
}

/** One way to break a body: `where` picks a place in it. */
type Mutation = { readonly where: number; readonly how: 'drop' | 'replace' | 'wrap' | 'repeat'; readonly by: unknown }
const mutation: fc.Arbitrary<Mutation> = fc.record({
  where: fc.nat(),
  how: fc.constantFrom('drop', 'replace', 'wrap', 'repeat'),
  by: fc.oneof(fc.constant(null), fc.constant([]), fc.constant({}), fc.constant(''), fc.jsonValue({ maxDepth: 2 })),
})

/** A copy of `body` broken at one place below its root. */
function mutate(body: unknown, { where, how, by }: Mutation): unknown {
  const copy: unknown = structuredClone(body)
  const places: { readonly parent: Record<string, unknown>; readonly key: string }[] = []
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return
    const parent = node as Record<string, unknown>
    for (const key of Object.keys(parent)) {
      places.push({ parent, key })
      visit(parent[key])
    }
  }
  visit(copy)
  const place = places[where % Math.max(1, places.length)]
  if (place === undefined) return copy
  const { parent, key } = place
  if (how === 'replace') parent[key] = by
  else if (how === 'wrap') parent[key] = [parent[key]]
  else if (how === 'repeat') parent[key] = [parent[key], parent[key], by]
  else if (Array.isArray(parent)) parent.splice(Number(key), 1)
  else delete parent[key]
  return copy
}

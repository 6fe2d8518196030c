import { milliseconds, type Instant } from '#base/time.ts'
import type { ContactId, ConversationId, MediaId } from '#core/account/account.ts'
import type { Message } from '#core/message/message.ts'
import { filesIn, type Content } from '#core/message/content.ts'
import { targetOf } from '#core/privacy/erased.ts'
import { UNASSIGNED } from '#core/loop/command.ts'
import type { WireRef } from '#core/loop/world.ts'
import { variantsOf } from '#core/contact/phone-variants.ts'
import type { Counts } from './erasures.ts'

/**
 * What one erasure goes through, in this order. `messages` and what they said in `groups` come before `facts`, so that no new fact can speak of them;
 * `facts` before `deliveries`, for they tell what else the person was reached at.
 */
export const STEPS = ['messages', 'groups', 'facts', 'deliveries', 'files', 'disk', 'rest', 'index'] as const
export type Step = (typeof STEPS)[number]

/** What an erasure still looks for, and how far it has come. Personal, so it goes with the end. */
export type Work = {
  readonly step: Step
  readonly createdAt: Instant
  /** All they ever had: digits and user ids, just as they were received. */
  readonly addresses: readonly string[]
  /** Those they had when they were erased; an earlier one may be somebody else's by now. */
  readonly present: readonly string[]
  readonly conversationIds: readonly ConversationId[]
  /** Groups they were ever seen in, and the conversations of these. */
  readonly groups: readonly ContactId[]
  readonly groupConversationIds: readonly ConversationId[]
  readonly files: readonly WorkFile[]
  /** Files we sent to others as well. */
  readonly usedElsewhere: readonly MediaId[]
  /** Who follows the facts has to be past this one before messages go; null: not begun. */
  readonly readUpTo: number | null
  /** Facts up to this one were looked at, and up to which they have to be; null: not begun. */
  readonly facts: { readonly done: number; readonly until: number; readonly since: Instant } | null
  /** Likewise deliveries. */
  readonly deliveries: { readonly xid: string; readonly id: string }
  /** Contents that nobody needs any more and that may still lie on the disk. */
  readonly sha256s: readonly string[]
}
export type WorkFile = { readonly mediaId: MediaId; readonly isOurs: boolean }

export const FIRST_WORK = (createdAt: Instant, addresses: readonly string[], groups: readonly ContactId[]): Work => ({
  ...{ groups, groupConversationIds: [] },
  ...{ step: 'messages', createdAt, addresses, present: addresses, conversationIds: [], files: [], usedElsewhere: [] },
  ...{ readUpTo: null, facts: null, deliveries: { xid: '0', id: '0' }, sha256s: [] },
})

/** Clocks of two machines differ by less. */
export const CLOCKS_DIFFER = milliseconds(86_400_000)

/** Everything that messages are known by elsewhere. */
export const tracesOf = (messages: readonly Message[]) => ({
  messageIds: messages.map(({ messageId }) => messageId),
  wires: messages.flatMap(({ lineId, wireId, content }): WireRef[] =>
    [wireId, targetOf(content)].flatMap((id) => (id === null ? [] : [{ lineId, wireId: id }])),
  ),
  clientKeys: messages.flatMap((message) => (message.direction === 'out' ? [message.clientKey] : [])),
  files: messages.flatMap(({ content, direction }): WorkFile[] =>
    allFilesIn(content).flatMap(({ mediaId }) =>
      mediaId === UNASSIGNED ? [] : [{ mediaId, isOurs: direction === 'out' }],
    ),
  ),
})

/** What an edit says of the file there is already has no id of its own. */
const allFilesIn = (content: Content): ReturnType<typeof filesIn> =>
  content.kind === 'edit' ? allFilesIn(content.content) : filesIn(content)

/** Shorter values would be found in what has nothing to do with the person. */
const SHORTEST_NEEDLE = 6

/** What tells that a text speaks of the person: every spelling of their phones, and their user ids. */
export const needlesOf = (addresses: readonly string[]): readonly string[] =>
  [...new Set(addresses.flatMap((value) => (/^\d+$/.test(value) ? variantsOf(value) : [value])))].filter(
    ({ length }) => length >= SHORTEST_NEEDLE,
  )

export const withCounts = (counts: Counts, more: Readonly<Record<string, number>>): Counts => {
  const sum: Record<string, number> = { ...counts }
  for (const [table, count] of Object.entries(more)) if (count > 0) sum[table] = (sum[table] ?? 0) + count
  return sum
}

export const union = <Item>(one: readonly Item[], other: readonly Item[]): readonly Item[] => [
  ...new Set([...one, ...other]),
]

import type { Instant } from '#base/time.ts'
import type { AccountId, AgentId, ConversationId, LineId, MediaId, MessageId } from '#core/account/account.ts'
import type { Content, Media } from '#core/message/content.ts'
import type { Message, OutboundMessage } from '#core/message/message.ts'
import type { OutgoingContent } from '#contract/content.ts'
import { clientKeyOf } from '#contract/convert.ts'
import type { ProblemView } from '#contract/views.ts'

/** What an agent asked to send and the server has not yet confirmed. Survives a reload. */
export type OutboxEntry = {
  /** Idempotency key: however often it is tried, one message comes of it. */
  readonly key: string
  readonly accountId: AccountId
  readonly agentId: AgentId
  readonly conversationId: ConversationId
  readonly lineId: LineId
  readonly at: Instant
  readonly asked: OutgoingContent
  /** As the thread shows it meanwhile. */
  readonly shown: Content
  /** A file that must be stored first; its place in `asked` is empty until then. */
  readonly file: { readonly blob: Blob; readonly filename: string } | null
  readonly replyTo: { readonly messageId: MessageId; readonly wireId: string } | null
  readonly seenUpTo: MessageId | null
  readonly state: 'waiting' | 'stopped'
  readonly problem: ProblemView | null
  readonly attempts: number
}

/** A place for the file id until the file is stored. */
export const NO_MEDIA = '' as MediaId

export const waitingMedia = (file: Blob, filename: string): Media => ({
  mediaId: NO_MEDIA,
  state: 'waiting',
  mime: file.type,
  sizeBytes: file.size,
  filename,
  sha256: null,
  problem: null,
})

/** The client key the entry's message has once the server keeps it. */
export const sentKeyOf = ({ agentId, key }: OutboxEntry): string => clientKeyOf({ kind: 'agent', agentId }, key)

/** The bubble of an entry, as a message like any other. */
export function messageOf(entry: OutboxEntry): OutboundMessage {
  const { problem } = entry
  return {
    direction: 'out',
    accountId: entry.accountId,
    messageId: entry.key as MessageId,
    conversationId: entry.conversationId,
    lineId: entry.lineId,
    author: { kind: 'agent', agentId: entry.agentId },
    content: entry.shown,
    at: entry.at,
    replyTo: entry.replyTo,
    reactions: [],
    editedAt: null,
    revokedAt: null,
    wireId: null,
    status: entry.state === 'stopped' ? 'refused' : 'queued',
    times: { queued: entry.at },
    problem:
      problem && entry.state === 'stopped'
        ? { code: problem.code, title: problem.title, details: problem.detail }
        : null,
    pricing: null,
    clientKey: sentKeyOf(entry),
    clientFingerprint: '',
    attempts: entry.attempts,
    supersededBy: null,
  }
}

/** The thread with what waits in the outbox at its end; an entry whose message has arrived is not shown twice. */
export function withOutbox(messages: readonly Message[], entries: readonly OutboxEntry[]): readonly Message[] {
  if (entries.length === 0) return messages
  const arrived = new Set(messages.flatMap((message) => (message.direction === 'out' ? [message.clientKey] : [])))
  const waiting = entries.filter((entry) => !arrived.has(sentKeyOf(entry))).map(messageOf)
  return waiting.length === 0 ? messages : [...messages, ...waiting]
}

/** The next entry to try of each conversation: the oldest that waits, so that order is kept. */
export function nextEntries(entries: readonly OutboxEntry[]): readonly OutboxEntry[] {
  const next = new Map<ConversationId, OutboxEntry>()
  for (const entry of entries.filter(({ state }) => state === 'waiting').toSorted((a, b) => a.at - b.at)) {
    if (!next.has(entry.conversationId)) next.set(entry.conversationId, entry)
  }
  return [...next.values()]
}

import type { AccountId, AgentId, ConversationId, MessageId } from '#core/account/account.ts'
import type { Content } from '#core/message/content.ts'
import type { OutgoingContent } from '#contract/content.ts'
import { serverNow } from '../feed/clock.ts'
import { currentMe } from '../session/session.ts'
import { desk } from '../store/desk-store.ts'
import type { OutboxEntry } from './entry.ts'
import { addEntry, entriesNow, removeEntry } from './outbox.ts'

type Asked = {
  readonly conversationId: ConversationId
  readonly asked: OutgoingContent
  readonly shown: Content
  readonly file?: OutboxEntry['file']
  readonly replyTo?: OutboxEntry['replyTo']
  readonly seenUpTo?: MessageId | null
}

/** Puts a message into the outbox: shown at once, sent in order, once. */
export function send({ conversationId, asked, shown, file, replyTo, seenUpTo }: Asked): void {
  const me = currentMe()
  const conversation = desk().conversations.get(conversationId)
  if (!me?.agent || !conversation) return
  void addEntry({
    key: crypto.randomUUID(),
    accountId: me.account.id as AccountId,
    agentId: me.agent.id as AgentId,
    conversationId,
    lineId: conversation.lineId,
    at: serverNow(),
    asked,
    shown,
    file: file ?? null,
    replyTo: replyTo ?? null,
    seenUpTo: seenUpTo ?? null,
    state: 'waiting',
    problem: null,
    attempts: 0,
  })
}

/** Once more, as a new wish with a new key; what was refused before stays refused. */
export async function sendAgain(key: string, change: Partial<Pick<OutboxEntry, 'seenUpTo'>> = {}): Promise<void> {
  const entry = entriesNow().find((known) => known.key === key)
  if (!entry) return
  await removeEntry(key)
  await addEntry({
    ...entry,
    ...change,
    key: crypto.randomUUID(),
    at: serverNow(),
    state: 'waiting',
    problem: null,
    attempts: 0,
  })
}

import type { AccountId, ConversationId, MessageId } from '#core/account/account.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { conversationAfter, conversationFrom, withTick } from '#core/conversation/reduce.ts'
import { conversationOf, type Fact } from '#core/loop/fact.ts'
import type { Message } from '#core/message/message.ts'
import { messageAfter } from '#core/message/reduce.ts'
import { keyOf, type MemoryRows } from '#store/memory/rows.ts'
import type { Sim } from './parts.ts'

/** A desk in a browser: it only ever sees frames of facts, some of them lost, and folds them into rows of its own. */
export type Browser = {
  readonly accountId: AccountId
  readonly seq: () => number
  readonly conversations: ReadonlyMap<ConversationId, Conversation>
  readonly messages: ReadonlyMap<MessageId, Message>
  /** Hears what came since; `isWell`: over a line that loses nothing. */
  readonly listen: (isWell?: boolean) => void
}

const FRAME = 6
/** More missed facts than this and the screens are loaded afresh; the product's own limit is higher. */
const REPLAY_LIMIT = 60

export function openBrowser(sim: Sim, accountId: AccountId): Browser {
  const { dice, rare } = sim
  const conversations = new Map<ConversationId, Conversation>()
  const messages = new Map<MessageId, Message>()
  let seq = 0

  function listen(isWell = false): void {
    const facts = sim.rows.facts.get(accountId) ?? []
    if (facts.length - seq > REPLAY_LIMIT) return loadAfresh(facts.length)
    for (let from = seq; from < facts.length; from += FRAME) {
      const frame = facts.slice(from, from + FRAME)
      if (!isWell && dice.chance(0.1)) continue
      const repeated = !isWell && dice.chance(0.1) ? facts.slice(Math.max(0, from - 3), from) : []
      if (!hear([...repeated, ...frame])) return rare.saw('browser resumed after a gap')
    }
  }

  /** False when facts are missing before these: the line is dropped, and everything since is asked for again. */
  function hear(frame: readonly Fact[]): boolean {
    for (const fact of frame) {
      if (fact.seq <= seq) continue
      if (fact.seq !== seq + 1) return false
      fold(fact)
      seq = fact.seq
    }
    return true
  }

  function fold(fact: Fact): void {
    if (fact.kind === 'conversation-opened') {
      conversations.set(fact.conversationId, conversationFrom(fact, fact.accountId, fact.at))
    }
    if (fact.kind === 'message-received' || fact.kind === 'message-queued') {
      messages.set(fact.message.messageId, fact.message)
    } else if (fact.kind === 'history-added') {
      for (const message of fact.messages) messages.set(message.messageId, message)
    } else if ('messageId' in fact) {
      const message = messages.get(fact.messageId)
      if (message) messages.set(fact.messageId, messageAfter(message, fact))
    }
    const conversationId = conversationOf(fact)
    const conversation = conversationId === null ? undefined : conversations.get(conversationId)
    if (conversation && fact.kind !== 'conversation-opened') {
      conversations.set(conversation.conversationId, conversationAfter(conversation, fact, fact.at))
    }
  }

  function loadAfresh(newest: number): void {
    rare.saw('browser had to load afresh')
    conversations.clear()
    messages.clear()
    for (const { row } of sim.rows.conversations.values()) {
      if (row.accountId === accountId) conversations.set(row.conversationId, asRead(sim.rows, row))
    }
    for (const { row } of sim.rows.messages.values()) {
      if (row.accountId === accountId) messages.set(row.messageId, row)
    }
    seq = newest
  }

  return { accountId, seq: () => seq, conversations, messages, listen }
}

/** A stored conversation as the read side of the store answers it. */
export function asRead({ messages }: MemoryRows, conversation: Conversation): Conversation {
  const last = conversation.lastMessage
  const message = last && messages.get(keyOf(conversation.accountId, last.messageId))?.row
  return withTick(conversation, message?.direction === 'out' ? message.status : null)
}

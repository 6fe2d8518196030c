import type { ConversationId } from '#core/account/account.ts'
import { conversationOf, type Fact } from '#core/loop/fact.ts'

/**
 * Answers and facts travel on two roads. A conversation read while facts about it were under way may hold them already
 * or not yet, and counting twice is wrong either way: such a conversation is read once more when it is calm.
 */
const KEPT = 400
const CALM_MS = 350
/** A fact this soon after a reading may already be in it. */
const DOUBT_MS = 1_500

let recent: Fact[] = []
const factAt = new Map<ConversationId, number>()
const readAt = new Map<ConversationId, number>()
const pending = new Map<ConversationId, ReturnType<typeof setTimeout>>()
let readAgain: (id: ConversationId) => void = () => {}

export const onDoubt = (read: (id: ConversationId) => void): void => {
  readAgain = read
}

/** Facts after `seq` about a conversation, of those kept. */
export const recentFacts = (seq: number, id: ConversationId): readonly Fact[] =>
  recent.filter((fact) => fact.seq > seq && conversationOf(fact) === id)

export function noteFacts(facts: readonly Fact[]): void {
  recent = [...recent, ...facts].slice(-KEPT)
  const now = Date.now()
  for (const fact of facts) {
    const id = conversationOf(fact)
    if (id === null) continue
    factAt.set(id, now)
    if (now - (readAt.get(id) ?? -DOUBT_MS) < DOUBT_MS) later(id)
  }
}

export function settle(ids: readonly ConversationId[], askedAt: number): void {
  const now = Date.now()
  for (const id of ids) {
    readAt.set(id, now)
    if ((factAt.get(id) ?? 0) >= askedAt) later(id)
  }
}

function later(id: ConversationId): void {
  const known = pending.get(id)
  if (known !== undefined) clearTimeout(known)
  pending.set(
    id,
    setTimeout(() => {
      pending.delete(id)
      readAt.delete(id)
      readAgain(id)
    }, CALM_MS),
  )
}

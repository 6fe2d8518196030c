import type { Result } from '#base/result.ts'
import type { ConversationId, ContactId, MessageId } from '#core/account/account.ts'
import type { Command } from '#core/loop/command.ts'
import type { Effect } from '#core/loop/effect.ts'
import type { Fact } from '#core/loop/fact.ts'
import type { Refusal } from '#core/refusal/refusal.ts'

/** What a caller learns when its command is on disk. */
export type Answer = {
  readonly conversationId: ConversationId | null
  readonly messageId: MessageId | null
  readonly contactId: ContactId | null
  /** True when an earlier command with the same client key had done it already. */
  readonly repeated: boolean
}

/** The one way anything changes. */
export type Loop = {
  /** Resolves after the commit that holds the command's facts, or with all reasons why not. Rejects only on our faults. */
  readonly submit: (command: Command) => Promise<Result<Answer, readonly Refusal[]>>
  /** Deliveries were appended: read soon. */
  readonly wake: () => void
  /** Called after every commit of this process, in order, with what was committed. */
  readonly onCommit: (listener: (committed: { facts: readonly Fact[]; effects: readonly Effect[] }) => void) => void
  readonly start: () => void
  /** Finishes what was taken, gives the lease back. */
  readonly stop: () => Promise<void>
}

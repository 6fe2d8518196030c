import type { Instant } from '#base/time.ts'
import type { MessageId } from '../account/account.ts'

/** What was said of calls in a conversation, as far as it still tells anything. Nothing in it is a word of anybody's. */
export type Calls = {
  /** Their newest yes; `until` null: for good. */
  readonly yes: { readonly at: Instant; readonly until: Instant | null } | null
  /** Their newest no; `automatic`: WhatsApp said it, because calls went unanswered. */
  readonly no: { readonly at: Instant; readonly automatic: boolean } | null
  /** Our requests of the last days, oldest first. `isLost`: it did not reach them, as far as we know. */
  readonly asked: readonly Asked[]
  /** The newest calls of ours that nobody took, oldest first. */
  readonly untaken: readonly Untaken[]
  /** When a call in which we spoke last ended. */
  readonly spokeAt: Instant | null
}
type Asked = { readonly messageId: MessageId; readonly at: Instant; readonly isLost: boolean }
type Untaken = { readonly messageId: MessageId; readonly at: Instant }

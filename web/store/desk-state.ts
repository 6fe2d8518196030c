import type { Instant } from '#base/time.ts'
import type { ContactId, ConversationId, LineId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import type { ViewName } from '#core/conversation/view.ts'
import type { Message } from '#core/message/message.ts'
import type { Presence } from '#contract/feed.ts'
import type { ProblemView } from '#contract/views.ts'
import type { FeedLine } from '../feed/feed-client.ts'

/** All the desk knows of the contact centre, by id. Immutable: every change makes new maps. */
export type DeskState = {
  readonly conversations: ReadonlyMap<ConversationId, Conversation>
  readonly contacts: ReadonlyMap<ContactId, Contact>
  /** What those are called who wrote last in a group, whether or not the desk knows more of them. */
  readonly writers: ReadonlyMap<ContactId, string>
  readonly threads: ReadonlyMap<ConversationId, Thread>
  readonly lists: ReadonlyMap<string, List>
  readonly counts: Counts | null
  readonly presence: readonly Presence[]
  /** The newest fact applied; null before the feed's first welcome. */
  readonly seq: number | null
  readonly line: FeedLine
  /** Since when the feed is away; null while it is live. */
  readonly awaySince: number | null
}

/** Messages oldest first. `next` is the cursor of older ones; null at the beginning of the conversation. */
export type Thread = {
  readonly state: 'loading' | 'ready' | 'failed'
  readonly problem: ProblemView | null
  readonly messages: readonly Message[]
  readonly next: string | null
  readonly loadingOlder: boolean
  /** Facts were missed: show what is here, and load again. */
  readonly stale: boolean
  /** The app's history came in between: what is here has gaps, and only a fresh page is whole. */
  readonly patchy: boolean
}

/** What one filter has loaded. Rows are chosen from all known conversations down to `floor`, so that they stay live. */
export type List = {
  readonly state: 'loading' | 'ready' | 'failed'
  readonly problem: ProblemView | null
  /** In the server's order; decides the rows only while searching. */
  readonly ids: readonly ConversationId[]
  readonly next: string | null
  /** The oldest loaded row; null when everything is loaded. */
  readonly floor: Instant | null
  readonly loadingMore: boolean
  /** How many were read since the list was last read afresh. */
  readonly pages: number
}

export type Counts = {
  readonly views: Readonly<Record<ViewName, number>>
  readonly lines: ReadonlyMap<LineId, number>
}

export type ListFilter = { readonly view: ViewName; readonly lineId: LineId | null; readonly q: string }
export const listKey = ({ view, lineId, q }: ListFilter): string => `${view}|${lineId ?? ''}|${q}`

export const EMPTY_DESK: DeskState = {
  conversations: new Map(),
  contacts: new Map(),
  writers: new Map(),
  threads: new Map(),
  lists: new Map(),
  counts: null,
  presence: [],
  seq: null,
  line: 'connecting',
  awaySince: null,
}
export const EMPTY_THREAD: Thread = {
  state: 'loading',
  problem: null,
  messages: [],
  next: null,
  loadingOlder: false,
  stale: false,
  patchy: false,
}

import type { AgentId, ConversationId } from '#core/account/account.ts'
import type { Fact } from '#core/loop/fact.ts'

/** Where the live feed listens; the session cookie (or an API key) and the Origin header open it. */
export const FEED_PATH = '/api/v1/feed'
/** More missed facts than this, and the client is told to load its screens afresh. */
export const FEED_REPLAY_LIMIT = 2_000
/** The server says something at least this often; silence for twice as long means the line is dead. */
export const FEED_HEARTBEAT_MS = 20_000

/** From the desk. First frame: `resume` with the newest fact it knows; null asks only for what comes from now on. */
export type ClientFrame =
  | { readonly kind: 'resume'; readonly seq: number | null }
  /** Which thread is open, and whether the agent is typing in it; null: none. */
  | { readonly kind: 'presence'; readonly conversationId: ConversationId | null; readonly typing: boolean }
  | { readonly kind: 'ping' }

/** To the desk. `facts` are consecutive: the first follows the last one sent before. */
export type ServerFrame =
  /** `seq` is the newest fact now; facts after the resumed one follow. */
  | { readonly kind: 'welcome'; readonly seq: number; readonly now: number }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** Too much was missed: load lists, threads and counts again, and go on from `seq`. */
  | { readonly kind: 'reset'; readonly seq: number; readonly now: number }
  /** Who is here, to a desk that arrives: each agent once per open desk. */
  | { readonly kind: 'presence'; readonly present: readonly Presence[] }
  /** Desks that came or moved since, and desks that are gone; either may be told again. See `presenceAfter`. */
  | PresenceChange
  /** Heartbeat, and the server's clock whenever it jumps. */
  | { readonly kind: 'tick'; readonly now: number }

export type PresenceChange = {
  readonly kind: 'presence-changed'
  readonly moved: readonly Presence[]
  readonly gone: readonly number[]
}
export type Presence = {
  /** Tells the desks of one agent apart. */
  readonly desk: number
  readonly agentId: AgentId
  readonly conversationId: ConversationId | null
  readonly typing: boolean
}

/** Who is here after a change, in no particular order. */
export function presenceAfter(present: readonly Presence[], { moved, gone }: PresenceChange): readonly Presence[] {
  const changed = new Set([...gone, ...moved.map(({ desk }) => desk)])
  return [...present.filter(({ desk }) => !changed.has(desk)), ...moved]
}

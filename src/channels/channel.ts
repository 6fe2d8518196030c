import type { Instant } from '#base/time.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { ChannelId, Line } from '#core/line/line.ts'
import type { Inbound, SendOutcome } from '#core/loop/command.ts'
import type { Abilities } from '#core/message/check/limits.ts'
import type { Media } from '#core/message/content.ts'
import type { OutboundMessage } from '#core/message/message.ts'
import type { Refusal } from '#core/refusal/refusal.ts'

/** A way to reach people. Pure: no clock, no network; three functions, none optional. */
export type Channel = {
  readonly id: ChannelId
  readonly abilities: Abilities
  /** Everything a body holds, in its order, or why it is not ours. Never throws, whatever the body is. */
  readonly receive: (body: Uint8Array) => Received
  /** What to ask the platform for, in order; the last request's answer decides. */
  readonly render: (message: OutboundMessage, to: Contact, line: Line, files: WireFiles) => Rendered
  /** What the platform's answer to a send means. `attempt` counts from 1 and spaces repetitions. */
  readonly interpret: (answer: WireAnswer, attempt: number, now: Instant) => SendOutcome
  /** The request that shows a contact's message as read, and us typing; null where a channel has no such thing. */
  readonly renderSeen: (line: Line, wireId: string, typing: boolean) => WireRequest | null
  /** A check of outgoing content against the channel's limits: every violation, empty when it can be sent. */
  readonly check: (content: OutboundMessage['content']) => readonly Refusal[]
}

export type Received =
  | {
      readonly kind: 'ours'
      /**
       * In the order of the body. A notice about a whole account has the line key `waba:` and the group key; the loop
       * takes it for any line of that group. Strings hold no NUL and no half characters, so they can be stored.
       */
      readonly inbound: readonly Inbound[]
      /** Parts that could not be understood, kept whole for a person. */
      readonly setAside: readonly { readonly reason: string; readonly raw: unknown }[]
    }
  | { readonly kind: 'not-ours'; readonly reason: string }

/** The channel's ids of our files that were uploaded beforehand, by our media id. */
export type WireFiles = ReadonlyMap<Media['mediaId'], string>

export type Rendered =
  | { readonly kind: 'request'; readonly request: WireRequest }
  /** Upload these first, then render again. */
  | { readonly kind: 'needs-files'; readonly media: readonly Media[] }
  | { readonly kind: 'cannot'; readonly because: Refusal }

/** `path` is relative to the platform's base and version: `/{phone-number-id}/messages`. */
export type WireRequest = {
  readonly method: 'POST' | 'GET' | 'DELETE'
  readonly path: string
  readonly body: unknown
}

export type WireAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown; readonly retryAfterMs: number | null }
  /** The request surely never reached the platform: name lookup, connection or TLS failed before the first byte. */
  | { readonly kind: 'not-sent'; readonly reason: string }
  /** It may have reached it: time-out, reset, unreadable answer. */
  | { readonly kind: 'lost'; readonly reason: string }

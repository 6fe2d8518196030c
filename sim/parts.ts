import type { Ids } from '#base/ids.ts'
import type { Duration, Instant } from '#base/time.ts'
import type { Loop } from '#app/loop.ts'
import type { Channel, WireAnswer, WireRequest } from '#channels/channel.ts'
import type { AccountId, ContactId, ConversationId, MessageId } from '#core/account/account.ts'
import type { Line } from '#core/line/line.ts'
import type { Command } from '#core/loop/command.ts'
import type { Effect } from '#core/loop/effect.ts'
import type { World } from '#core/loop/world.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import type { TemplateRef } from '#core/template/template.ts'
import type { Changes, Committed, Ledger } from '#store/ledger.ts'
import type { MemoryRows } from '#store/memory/rows.ts'
import type { Dice } from './dice.ts'
import type { Rare } from './rare.ts'
import type { Stumble } from './poison.ts'
import type { Owner, Stage } from './stage.ts'
import type { Accepted, Group, Person, Truth } from './truth.ts'
import type { Update } from './update.ts'
import type { Held, StoreFaults } from './wire-ledger.ts'

/** A world in which the production core, channel and loop run, and everything that can go wrong with it does. */
export type Sim = {
  readonly stage: Stage
  readonly dice: Dice
  readonly rare: Rare
  readonly truth: Truth
  /** The store for one more process. */
  readonly storeOfCopy: () => Ledger
  readonly rows: MemoryRows
  readonly channel: Channel
  readonly meta: Meta
  readonly webhooks: Webhooks
  readonly people: People
  readonly groups: Groups
  readonly templates: Templates
  readonly observer: Observer
  readonly copies: Copy[]
  /** While true, everything may go wrong; afterwards the world heals. */
  isStormy: boolean
  faults: StoreFaults
  readonly held: Held
  /** Until when the store is away for everybody, and until when every commit is a conflict. */
  readonly trouble: { awayUntil: Instant; conflictsUntil: Instant }
  readonly widestSkewMs: number
  /** A copy that answers requests now; null when all are down. */
  readonly someCopy: () => Copy | null
  readonly nextKey: () => number
  readonly nextCopy: () => number
  /** A copy is down: whoever watches over processes starts another one soon, if none is left. */
  readonly missed: () => void
  /** Notes what must never be; the first one counts. */
  readonly violate: (what: string) => void
}

/** One running process of ours: loop, door and workers on the shared store. */
export type Copy = Owner & {
  readonly name: string
  readonly ledger: Ledger
  readonly ids: Ids
  /** The time as this process reads it. */
  readonly now: () => Instant
  /** How far its clock is from true time. */
  skew: Duration
  readonly submit: (command: Command) => ReturnType<Loop['submit']>
  /** A webhook: true when it is on disk, false when it was refused; never answers when the process dies. */
  readonly receive: (body: Uint8Array) => Promise<boolean>
  readonly wake: () => void
  readonly die: () => void
  readonly stop: () => Promise<void>
  readonly isStopping: () => boolean
}

/** Meta's side of a send: takes requests, answers or does not, and reports what became of the message. */
export type Meta = {
  /** Never answers when the asking process dies. */
  readonly post: (asker: Owner, line: Line, request: WireRequest) => Promise<WireAnswer>
}

/** What Meta still has to tell, and how it tells it: batched, repeated, reordered, late, and again until it hears 200. */
export type Webhooks = {
  /** Something happened that the company will hear of. `delay` null: as the dice say, mostly soon, sometimes hours late. */
  readonly tell: (update: Update, delay?: Duration | null) => void
  /** Meta is held up and tells nothing for so long; then it has much to tell at once. */
  readonly holdUp: (duration: Duration) => void
  /** How many updates nobody has acknowledged yet. */
  readonly outstanding: () => number
  /** A message that something of ours stumbles over. */
  readonly poison: (stumble: Stumble) => void
  /** Somebody posts old bodies once more, bytes and signature as they were. */
  readonly replay: () => void
  /** From now on, for so many bodies, Meta puts nothing together. */
  readonly tellSingly: (bodies: number) => void
}

/** What Meta does to templates, and what the company makes of being told. */
export type Templates = {
  readonly act: () => void
  readonly hearNotice: (copy: Copy, effect: Extract<Effect, { kind: 'keep-notice' }>) => Promise<void>
  readonly readList: (copy: Copy, effect: Extract<Effect, { kind: 'sync-templates' }>) => Promise<void>
  /** A worker may send a message with this template, having asked at `askedAt`, in true time. */
  readonly claimed: (messageId: MessageId, ref: TemplateRef, askedAt: Instant) => void
  readonly checkEnd: () => void
}

/** What happens in groups; whether the window of one is open at Meta. */
export type Groups = {
  readonly act: () => void
  readonly isOpen: (group: Group) => boolean
  /** Meta suspends it, or lets it be used again. */
  readonly suspend: (group: Group) => void
}

/** What people with phones do to us. */
export type People = { readonly act: () => void; readonly add: () => Person }

/**
 * Sees every commit the moment it happens and folds the facts from nothing with the pure reducers. What it has must be
 * what the ledger has, and every fact must be one that may follow.
 */
export type Observer = {
  readonly shadows: ReadonlyMap<AccountId, Shadow>
  readonly committed: (changes: Changes, result: Committed) => void
  /** A request to send has reached Meta. */
  readonly requested: (messageId: MessageId) => void
  readonly accepted: (accepted: Accepted) => void
  /** Meta took free text while its window was closed. */
  readonly outsideWindow: (accepted: Accepted) => void
  readonly claimRefused: (reasons: readonly Refusal[]) => void
  /** A caller was told that the message is on disk. */
  readonly promised: (promise: Promised) => void
  /** The loop logged a mistake of ours. */
  readonly logged: (about: object, message: string) => void
}

/** The answer to a send; `asked` is what the caller says is the request's fingerprint. */
export type Promised = {
  readonly accountId: AccountId
  readonly messageId: MessageId
  readonly clientKey: string
  readonly asked: string
}

export type Word = { readonly at: Instant; readonly isStop: boolean }

/** One account, folded from its facts. */
export type Shadow = {
  readonly accountId: AccountId
  readonly world: World
  seq: number
  readonly unread: Map<ConversationId, number>
  /** When each conversation's contact wrote last, by what Meta said and, were that in the future, by arrival. */
  readonly wroteAt: Map<ConversationId, Instant>
  /** Our messages by conversation. */
  readonly ours: Map<ConversationId, Set<MessageId>>
  /** Since when, in true time, a message has been on its way without an answer. */
  readonly sendingSince: Map<MessageId, Instant>
  /**
   * What each contact said last of being reminded of a debt, for which templates here are written, and of advertisements,
   * which Meta may say that they are; by purpose and the address they had.
   */
  readonly words: Map<ContactId, Map<string, Word>>
  /** Conversations in which somebody was told that it is closed, with the closed hour it was in. */
  readonly toldAway: Set<string>
  /** The person behind each contact, as far as they have written. */
  readonly persons: Map<string, Person>
  /** The person behind each contact, as far as news of groups named them. */
  readonly participants: Map<string, Person>
  /** Contacts that were ever merged, rightly or not, and whoever of groups was met as one of them. */
  readonly mixed: Set<ContactId | Person>
  /** Rows that changed since the last comparison with the ledger. */
  readonly touched: World['changed']
}

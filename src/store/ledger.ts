import type { Instant } from '#base/time.ts'
import type { AccountId, EffectId, LineId } from '#core/account/account.ts'
import type { Effect, EffectKind, NewEffect } from '#core/loop/effect.ts'
import type { Fact, NewFact } from '#core/loop/fact.ts'
import type { Needs, World } from '#core/loop/world.ts'
import type { ReachLimit } from '#core/policy/reach.ts'

/**
 * The write side of the store: the truth, in one place, changed only here.
 *
 * A batch loads the worlds it needs, decides, and commits all of its accounts in one transaction. The ledger remembers
 * the version of every row it loaded; a row that another process changed meanwhile, or a unique key that another process
 * took (address → contact, contact and line → open conversation, line and wire id → message, client key → message),
 * makes the whole commit a `conflict`: nothing is stored, and the caller loads and decides again.
 *
 * A promise that rejects with `LedgerUnavailable` may be tried again later. When `commit` rejects with it, the commit may
 * or may not have happened: load and decide again, for unique keys, states and the reader's position make a second
 * decision harmless. With `Unstorable` it rejects for good: nothing was stored, and nothing of the kind will be.
 */
export type Ledger = {
  /**
   * One world per entry, same order; several entries for one account are not allowed. Missing rows are simply absent;
   * ids that are no UUIDs too. An address leads to whoever has it, or had it last. All addresses of a loaded contact are known. Of a contact and line whose conversation was
   * asked for, by id or through the contact, the open conversation counts as the newest, else the one opened last.
   */
  readonly load: (needs: readonly Needs[]) => Promise<Loaded>
  /**
   * Every id on the wire that a message gets or a command waits for must have been among the needs, or the commit is a
   * conflict when it is known already.
   */
  readonly commit: (changes: Changes) => Promise<Committed>
  readonly deliveries: DeliveryLog
  readonly effects: EffectQueue
  /** Facts after `seq`, oldest first, at most `limit`. */
  readonly factsAfter: (accountId: AccountId, seq: number, limit: number) => Promise<readonly Fact[]>
  /** The number of the newest fact; 0 when there is none. */
  readonly newestSeq: (accountId: AccountId) => Promise<number>
}

/** The database is away, full or too slow just now. Nothing is wrong with what was asked. */
export class LedgerUnavailable extends Error {}
/** Something asked for can never be stored, however often it is tried: an id too long for its index, a value out of range. */
export class Unstorable extends Error {}

/** Worlds with the versions they were read at; opaque to everybody but the ledger that made it. */
export type Loaded = { readonly worlds: readonly World[]; readonly versions: unknown }

export type Changes = {
  readonly loaded: Loaded
  /** In the order decided, over all accounts. */
  readonly facts: readonly NewFact[]
  readonly effects: readonly NewEffect[]
  /** Effects that are done with this commit. */
  readonly finished: readonly { readonly accountId: AccountId; readonly effectId: EffectId }[]
  /**
   * The reader's position before and after this batch, if it read deliveries; refused (`fenced`) when the lease is not
   * ours or the position is elsewhere, so that nothing can be passed over.
   */
  readonly position: {
    readonly lease: Lease
    readonly from: DeliveryPosition
    readonly after: DeliveryPosition
  } | null
  /** Deliveries, or parts of them, that could not be understood. */
  readonly setAside: readonly SetAside[]
  /** Limits that hold over all processes; one that would be broken is a conflict, `REACH_USED_UP`. */
  readonly reach?: readonly ReachLimit[]
  readonly now: Instant
}

/** The conflict of a commit that would begin with more people than the platform grants: other processes began with some. */
export const REACH_USED_UP = 'reach'

export type Committed =
  /** `facts` are the given ones, numbered, same order; `effects` likewise with ids. */
  | { readonly kind: 'committed'; readonly facts: readonly Fact[]; readonly effects: readonly Effect[] }
  | { readonly kind: 'conflict'; readonly what: string }
  /** Another process reads deliveries now, or the position is elsewhere: lease again and read from there. */
  | { readonly kind: 'fenced' }

export type SetAside = {
  /** Null when no one company can be told. */
  readonly accountId: AccountId | null
  /** Kept with it, whole. */
  readonly delivery: Delivery
  readonly reason: string
  readonly raw: unknown
}

/**
 * What came through the door, as it came, in arrival order. `append` resolves when the bytes are on disk. Reading is by
 * position `(xid, id)` below the oldest running transaction, so a late commit is never skipped (stack.md).
 */
export type DeliveryLog = {
  /** Appends all in one commit; rejects if that cannot be made durable. Ids are given in order. */
  readonly append: (deliveries: readonly NewDelivery[]) => Promise<void>
  /**
   * Become, or stay, the one reader of `shard`: true for `holder` until `until`. A lease that passed to another holder
   * has a higher `fence`; a commit with the old one is `fenced`. Null: somebody else holds it.
   */
  readonly lease: (shard: string, holder: string, now: Instant, until: Instant) => Promise<Lease | null>
  readonly release: (lease: Lease) => Promise<void>
  /** Deliveries after the lease's stored position, or after `after`, oldest first; at most `limit`. */
  readonly read: (lease: Lease, after: DeliveryPosition | null, limit: number) => Promise<readonly Delivery[]>
}

export type NewDelivery = {
  readonly channel: string
  /** The platform app whose secret signed it. */
  readonly appId: string
  readonly body: Uint8Array
  readonly receivedAt: Instant
}
export type Delivery = NewDelivery & {
  /** Of the delivery as it first came in, also when it is put through the loop again. */
  readonly deliveryId: string
  readonly position: DeliveryPosition
}
/** Opaque, ordered, comparable by the ledger only. */
export type DeliveryPosition = { readonly xid: string; readonly id: string }
export type Lease = {
  readonly shard: string
  readonly holder: string
  readonly fence: number
  readonly position: DeliveryPosition
}

/** Work for the outside that waits. Taking leases an effect for a while; an unfinished one is taken again later. */
export type EffectQueue = {
  /** Due effects of these kinds that nobody holds, most urgent first; held by the taker until `heldUntil`. */
  readonly take: (
    kinds: readonly EffectKind[],
    now: Instant,
    heldUntil: Instant,
    limit: number,
  ) => Promise<readonly Effect[]>
  /** Likewise messages to be sent, of these lines only, so many of each. */
  readonly takeDeliveries: (
    lines: readonly LineRoom[],
    now: Instant,
    heldUntil: Instant,
  ) => Promise<readonly Extract<Effect, { kind: 'deliver' }>[]>
  readonly finish: (effects: readonly Pick<Effect, 'accountId' | 'effectId'>[]) => Promise<void>
  /** Let it go until `dueAt`; counts as an attempt. */
  readonly postpone: (effect: Pick<Effect, 'accountId' | 'effectId'>, dueAt: Instant) => Promise<void>
}

/** How many more messages of a line a sender takes on: agents' (priority 0), and of each lower priority. */
export type LineRoom = { readonly lineId: LineId; readonly urgent: number; readonly unhurried: number }

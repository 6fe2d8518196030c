import type { Instant } from '#base/time.ts'
import type { AccountId, AgentId, ContactId, LineId } from '#core/account/account.ts'
import type { Standing } from '#core/notice/notice.ts'
import type { ContactPolicy } from '#core/policy/policy.ts'
import type { Covers } from '#core/policy/rights.ts'
import type { Page } from './views/views.ts'

/** What companies decided about contacting people, who decided it, and whom they must not contact. */
export type Policies = {
  /** Of all companies: what every process keeps at hand. */
  readonly all: () => Promise<KeptRights>
  /** The policy as it is from now on, and the change that made it so, in one transaction. */
  readonly put: (accountId: AccountId, policy: ContactPolicy, change: PolicyChange) => Promise<void>
  /** Newest first. */
  readonly changes: (accountId: AccountId, filter: Paging) => Promise<Page<KeptChange>>
  /** Adds, or changes what is there. Rejects nothing: the caller has looked at the addresses. */
  readonly bar: (accountId: AccountId, entries: readonly Barred[]) => Promise<void>
  /** Answers those that were on the list. */
  readonly unbar: (accountId: AccountId, addresses: readonly string[]) => Promise<readonly string[]>
  /** In the order of the addresses; `q`: those that begin like this. */
  readonly barred: (accountId: AccountId, filter: Paging & { readonly q: string | null }) => Promise<Page<Barred>>
  readonly countBarred: (accountId: AccountId) => Promise<number>
  /** Contacts begun with since, of these companies, with when; one contact may come several times. */
  readonly reachedSince: (accounts: readonly AccountId[], since: Instant) => Promise<readonly Reached[]>
}

export type Paging = { readonly limit: number; readonly cursor: string | null }

export type KeptRights = {
  readonly policies: ReadonlyMap<AccountId, ContactPolicy>
  readonly barred: readonly (Pick<Barred, 'address' | 'covers'> & { readonly accountId: AccountId })[]
  readonly standing: readonly (Standing & { readonly accountId: AccountId; readonly lineId: LineId })[]
}

/** What was done, in the order of the screen that does it. */
export type PolicyChange = {
  readonly at: Instant
  /** Null: through an API key. */
  readonly agentId: AgentId | null
  readonly what: 'policy' | 'exception-made' | 'exception-ended' | 'barred' | 'unbarred'
  /** The reason given, or what was changed; never empty. */
  readonly why: string
  readonly before: unknown
  readonly after: unknown
}
export type KeptChange = PolicyChange & { readonly changeId: string }

export type Barred = {
  /** Digits, or a user id. */
  readonly address: string
  readonly covers: Covers
  readonly reason: string
  readonly addedAt: Instant
  readonly addedBy: AgentId | null
}

export type Reached = {
  readonly accountId: AccountId
  readonly contactId: ContactId
  /** Null: of before it was kept. */
  readonly lineId: LineId | null
  readonly at: Instant
}

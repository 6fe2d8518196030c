import type { Result } from '#base/result.ts'
import type { Instant } from '#base/time.ts'
import type { AccountId, AgentId, TemplateId } from '#core/account/account.ts'
import type {
  KeptTemplate,
  TemplateChange,
  TemplateEvent,
  TemplateHappening,
  TemplateVersion,
} from '#core/template/kept.ts'
import type { TemplateNumbers, TemplateOrder } from '#core/template/numbers.ts'
import type { Projected } from './costs.ts'
import type { Page } from './views/views.ts'

/** Templates with all that is kept of them. What is decided about one is decided by the core, while nobody else changes it. */
export type Templates = {
  /** In the order asked for, then by name, language and group. Those gone from Meta only where their status is asked for. */
  readonly list: (accountId: AccountId, filter: KeptTemplateFilter) => Promise<Page<KeptTemplate>>
  readonly counts: (accountId: AccountId, groupKey: string | null) => Promise<TemplateCounts>
  readonly get: (accountId: AccountId, id: TemplateId) => Promise<KeptTemplate | null>
  readonly find: (accountId: AccountId, ref: TemplateKey) => Promise<KeptTemplate | null>
  /** False: the group has one of that name and language, which stays as it is. */
  readonly add: (change: TemplateChange) => Promise<boolean>
  /** A change of null leaves it as it is. Null: there is none. Rejects with `Taken` when the change gives it the name and language of another. */
  readonly change: <Refused>(
    accountId: AccountId,
    id: TemplateId,
    decide: (kept: KeptTemplate) => Result<TemplateChange | null, Refused>,
  ) => Promise<Result<KeptTemplate, Refused> | null>
  /** Forgets one, unless Meta ever had it. */
  readonly remove: (accountId: AccountId, id: TemplateId) => Promise<void>
  /** Changes a whole group at once; answers the changes made. */
  readonly reconcile: (
    accountId: AccountId,
    groupKey: string,
    decide: (known: readonly KeptTemplate[]) => readonly TemplateChange[],
  ) => Promise<readonly TemplateChange[]>
  /** Counts what the next facts tell of templates, each fact once, whoever does it and however often it is cut off. */
  readonly count: (accountId: AccountId) => Promise<Projected>
  /** Of these templates, since a day; of one that was never sent, nothing. */
  readonly numbers: (
    accountId: AccountId,
    ids: readonly TemplateId[],
    since: Instant,
  ) => Promise<(id: TemplateId) => TemplateNumbers>
  /** Newest first, all of them. */
  readonly versions: (accountId: AccountId, id: TemplateId) => Promise<readonly TemplateVersion[]>
  /** Newest first, the last 200. */
  readonly events: (accountId: AccountId, id: TemplateId) => Promise<readonly TemplateEvent[]>
  /** That an agent sent one on this day; twice is once. */
  readonly noteUse: (accountId: AccountId, ref: TemplateKey, agentId: AgentId, at: Instant) => Promise<void>
  /** Who sent it since then. */
  readonly usersOf: (accountId: AccountId, ref: TemplateKey, since: Instant) => Promise<readonly AgentId[]>
  /** How many of a group Meta has. */
  readonly used: (accountId: AccountId, groupKey: string) => Promise<number>
  /** Names of the group whose template, once approved, was deleted at Meta after `since`, with the last time. */
  readonly deletedNames: (
    accountId: AccountId,
    groupKey: string,
    since: Instant,
  ) => Promise<readonly { readonly name: string; readonly at: Instant }[]>
  /** When such things happened in the group, or to one template, since then; oldest first. */
  readonly times: (
    accountId: AccountId,
    about: { readonly groupKey: string } | { readonly templateId: TemplateId },
    kinds: readonly TemplateHappening['kind'][],
    since: Instant,
  ) => Promise<readonly Instant[]>
}

export type TemplateKey = { readonly groupKey: string; readonly name: string; readonly language: string }

export type KeptTemplateFilter = {
  readonly order: TemplateOrder
  /** From when on numbers count, where they say the order. */
  readonly since: Instant
  readonly groupKey: string | null
  /** A part of the name; spaces stand for underscores. */
  readonly q: string | null
  readonly status: string | null
  readonly category: string | null
  readonly language: string | null
  readonly quality: string | null
  readonly purpose: string | null
  readonly limit: number
  readonly cursor: string | null
}

/** How many there are of each value; those gone from Meta count among the statuses only. */
export type TemplateCounts = Readonly<
  Record<'status' | 'category' | 'language' | 'quality' | 'purpose', Readonly<Record<string, number>>>
>

import type { Instant } from '#base/time.ts'
import type { LocalMonth } from '#base/zone.ts'
import type { AccountId, AgentId, LineId, MessageId } from '#core/account/account.ts'
import type { Billing, Spending } from '#core/cost/billing.ts'
import type { Budget } from '#core/cost/budget.ts'
import type { CostRow, Dimensions } from '#core/cost/charge.ts'
import type { RateCard } from '#core/cost/rate-card.ts'
import type { Page } from './views/views.ts'

/** What a company's messages cost: its cards, its ledger and its budgets. */
export type Costs = {
  /**
   * Reads the next facts of an account and writes what they charge, sums, position and notices of budgets in one
   * transaction: whoever does it, and however often it is cut off, every delivered message is charged once. Recounts an
   * imported card asks for come after the facts, likewise.
   */
  readonly project: (accountId: AccountId, now: Instant) => Promise<Projected>
  /** In the order of their import, without the demonstration's. */
  readonly cards: (accountId: AccountId) => Promise<readonly ImportedCard[]>
  /** What it changes of days gone by is recounted by `project`. */
  readonly addCard: (accountId: AccountId, card: NewCard) => Promise<void>
  /** Only what somebody has set. */
  readonly billing: (accountId: AccountId) => Promise<readonly Billing[]>
  readonly setBilling: (accountId: AccountId, billing: Billing) => Promise<void>
  readonly budgets: (accountId: AccountId) => Promise<readonly Budget[]>
  /** Adds or replaces. */
  readonly putBudget: (accountId: AccountId, budget: Budget) => Promise<void>
  /** False when there is none of that id. */
  readonly removeBudget: (accountId: AccountId, budgetId: string) => Promise<boolean>
  /** Of this month and later ones. */
  readonly spending: (accountId: AccountId, since: LocalMonth) => Promise<readonly Spending[]>
  /** Greatest amount first. Answers every group of the page's currency; ask once per currency. */
  readonly report: (accountId: AccountId, ask: ReportAsk) => Promise<Page<ReportRow>>
  /** Sums over all that fits, one per currency and outcome. */
  readonly sums: (accountId: AccountId, filter: CostFilter) => Promise<readonly CostSum[]>
  /** The ledger itself, newest row first. */
  readonly rows: (accountId: AccountId, ask: RowsAsk) => Promise<Page<KeptRow>>
  /** Holds the ledger against its sums and against what was delivered; for people, not for every minute. */
  readonly check: (accountId: AccountId) => Promise<Balance>
}

export type Projected = {
  /** Rows added to the ledger. */
  readonly rows: number
  /** Nothing more is waiting, or somebody else is at it. */
  readonly isDone: boolean
  /** There was more than one transaction takes: go on at once. */
  readonly isBehind: boolean
}

export type NewCard = RateCard & { readonly importedAt: Instant; readonly importedBy: AgentId | null }
export type ImportedCard = NewCard

export const GROUPS = ['line', 'template', 'purpose', 'category', 'author', 'market', 'month'] as const
export type Group = (typeof GROUPS)[number]

export type CostFilter = {
  readonly from: LocalMonth
  readonly to: LocalMonth
  readonly lineId: LineId | null
  readonly category: string | null
  readonly market: string | null
  /** As a report by purpose has it. */
  readonly purpose: string | null
}
export type ReportAsk = CostFilter & { readonly group: Group; readonly limit: number; readonly cursor: string | null }
/**
 * `key` as in `Dimensions`; by purpose, what the template is for as said today, "unsaid", or "service" for what was no
 * template. "volume" where a month's count made things cheaper and the group does not apply.
 */
export type ReportRow = {
  readonly key: string
  readonly currency: string
  readonly messages: number
  readonly charged: number
  readonly free: number
  readonly unpriced: number
  readonly micros: number
}
export type CostSum = Pick<Dimensions, 'currency' | 'outcome'> & { readonly messages: number; readonly micros: number }
export type RowsAsk = {
  readonly month: LocalMonth
  readonly messageId: MessageId | null
  readonly limit: number
  readonly cursor: string | null
}
export type KeptRow = CostRow & { readonly rowId: string; readonly recordedAt: Instant }

export type Balance = {
  /** Whether everything below is in order. */
  readonly isBalanced: boolean
  readonly rows: number
  /** Facts not read yet; what they charge is missing rightly. */
  readonly behind: number
  /** Combinations whose sum is not that of their rows. */
  readonly differing: number
  /** Messages that the ledger counts other than once. */
  readonly miscounted: number
  /** Delivered messages with a price said by Meta that the ledger does not have. */
  readonly missing: number
  readonly micros: readonly { readonly currency: string; readonly micros: number }[]
}

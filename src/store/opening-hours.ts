import type { Instant } from '#base/time.ts'
import type { AccountId, AgentId, LineId } from '#core/account/account.ts'
import type { KeptHours } from '#core/opening-hours/away.ts'
import type { Page } from './views/views.ts'

/** When companies and their lines are there, and who decided it. `lineId` null: the company. */
export type OpeningHoursStore = {
  /** Of all companies: what every process keeps at hand. */
  readonly all: () => Promise<readonly ScopedHours[]>
  /** The hours as they are from now on and the change that made them so, in one transaction; null: those of the company. */
  readonly put: (accountId: AccountId, lineId: LineId | null, hours: KeptHours | null, by: ChangedBy) => Promise<void>
  /** Newest first. */
  readonly changes: (accountId: AccountId, page: { limit: number; cursor: string | null }) => Promise<Page<HoursChange>>
}

export type ScopedHours = {
  readonly accountId: AccountId
  readonly lineId: LineId | null
  readonly kept: KeptHours
}

/** `agentId` null: through an API key. */
export type ChangedBy = { readonly at: Instant; readonly agentId: AgentId | null }

export type HoursChange = ChangedBy & {
  readonly changeId: string
  readonly lineId: LineId | null
  /** Null: there were none, or there are none any more. */
  readonly before: KeptHours | null
  readonly after: KeptHours | null
}

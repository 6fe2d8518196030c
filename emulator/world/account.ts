import type { Changes } from './changes.ts'
import type { Waba } from './model.ts'
import type { Store } from './store.ts'

/** How many people a portfolio may write to first within 24 hours (Cloud API, Messaging limits, 2026-05). */
export const messagingLimits = {
  TIER_250: 250,
  TIER_2K: 2_000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: Number.POSITIVE_INFINITY,
} as const

export type MessagingLimit = keyof typeof messagingLimits

/** What Meta holds of an account, of its portfolio and of everybody, and may change. */
export type Account = {
  /** IANA name; days and months of the account's bills begin by it. */
  readonly timeZone: string
  /** Of the portfolio: all its accounts and numbers share it. */
  readonly messagingLimit: MessagingLimit
  /** Meta has verified the portfolio: more templates, a higher limit. */
  readonly verified: boolean
  /** How much marketing one person gets in a day: by the emulator's own counting, as told, or without end. */
  readonly marketingCap: 'own' | 'none' | number
  /** Of a paced template, how many go first and when the rest is decided on, and how; `null`: nothing is held. */
  readonly pacing: Pacing | null
}

export type Pacing = {
  readonly sample: number
  readonly decideMs: number
  readonly outcome: 'own' | 'release' | 'drop'
}

export type AccountBox = {
  readonly of: (waba: Waba) => Account
  readonly change: (waba: Waba, change: Partial<Account>) => Account
}

/** An account set up by nobody counts in Pacific time, as Graph's `timezone_id` 1 says. */
export const usualAccount: Account = {
  timeZone: 'America/Los_Angeles',
  messagingLimit: 'TIER_UNLIMITED',
  verified: true,
  marketingCap: 'own',
  pacing: null,
}

/** Whose each of them is; what is neither the account's nor its portfolio's holds for everybody. */
const ownerOf: Readonly<Record<keyof Account, (waba: Waba) => string>> = {
  timeZone: ({ id }) => id,
  messagingLimit: ({ businessId }) => businessId,
  verified: ({ businessId }) => businessId,
  marketingCap: () => EVERYBODY,
  pacing: () => EVERYBODY,
}
/** A journal of before has everything in this row. */
const EVERYBODY = 'account'

export function accountBox(store: Store, changes: Changes): AccountBox {
  const table = store.table<Partial<Account>>('account')
  const of = ({ id, businessId }: Waba): Account => ({
    ...usualAccount,
    ...table.get(EVERYBODY),
    ...table.get(businessId),
    ...table.get(id),
  })
  return {
    of,
    change: (waba, change) => {
      for (const [name, value] of Object.entries(change)) {
        const owner = ownerOf[name as keyof Account](waba)
        table.put(owner, { ...table.get(owner), [name]: value })
      }
      changes.tell({ kind: 'meta' })
      return of(waba)
    },
  }
}

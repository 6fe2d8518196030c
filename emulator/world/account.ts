import type { Changes } from './changes.ts'
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

/** What Meta holds of the account and its portfolio and may change. */
export type Account = {
  /** IANA name; days and months of bills begin by it. */
  readonly timeZone: string
  readonly messagingLimit: MessagingLimit
  /** Meta has verified the business: more templates, a higher limit. */
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
  readonly get: () => Account
  readonly change: (change: Partial<Account>) => Account
}

/** An account set up by nobody counts in Pacific time, as Graph's `timezone_id` 1 says. */
export const usualAccount: Account = {
  timeZone: 'America/Los_Angeles',
  messagingLimit: 'TIER_UNLIMITED',
  verified: true,
  marketingCap: 'own',
  pacing: null,
}

export function accountBox(store: Store, changes: Changes): AccountBox {
  const table = store.table<Account>('account')
  let account: Account = { ...usualAccount, ...table.get('account') }
  return {
    get: () => account,
    change: (change) => {
      account = { ...account, ...change }
      table.put('account', account)
      changes.tell({ kind: 'meta' })
      return account
    },
  }
}

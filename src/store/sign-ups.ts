import type { Instant } from '#base/time.ts'
import type { AccountId } from '#core/account/account.ts'
import type { SignUp } from '#core/consent/sign-up.ts'

/** What forms keep until it is confirmed from WhatsApp, and how many came that far. */
export type SignUps = {
  /** The page of an invitation was shown. */
  readonly seen: (accountId: AccountId, token: string) => Promise<void>
  /**
   * Keeps it, unless the same number was signed up to the same invitation `most` times since `since`. Answers the code that
   * is good now: its own, or that of the last time; null when another sign-up has this code.
   */
  readonly add: (
    accountId: AccountId,
    signUp: SignUp,
    limit: { readonly most: number; readonly since: Instant },
  ) => Promise<string | null>
  readonly find: (accountId: AccountId, token: string, code: string) => Promise<SignUp | null>
  /** It is in the consent ledger now: counts it and forgets it. Saying so twice is saying it once. */
  readonly confirmed: (accountId: AccountId, token: string, code: string) => Promise<void>
  /** Forgets all that nobody confirmed, from before `before`. */
  readonly forget: (accountId: AccountId, before: Instant) => Promise<void>
  /** In no order; invitations that nobody saw are not among them. */
  readonly counts: (accountId: AccountId) => Promise<readonly InvitationCount[]>
}

export type InvitationCount = {
  readonly token: string
  /** Times the page was opened. */
  readonly seen: number
  /** Forms sent. */
  readonly signedUp: number
  /** Of them, confirmed from WhatsApp. */
  readonly confirmed: number
}

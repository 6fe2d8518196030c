import { type Clock, type Duration, type Instant, plus, seconds } from '#base/time.ts'
import type { AccountId, ContactId } from '#core/account/account.ts'
import type { Fact } from '#core/loop/fact.ts'
import { REACH_WINDOW } from '#core/policy/rights.ts'
import { type Ledger, REACH_USED_UP } from '#store/ledger.ts'
import type { Policies } from '#store/policies.ts'

/** Whom each company began with in the last hours: the platform grants so many people a day. */
export type Reach = {
  /** Also counts people to whom a message surely never left: rather one too many. */
  readonly count: (accountId: AccountId, now: Instant) => number
  /** What this process committed; at once, so that the next batch counts it. */
  readonly noted: (facts: readonly Fact[]) => void
  /** Reads what other processes committed since the last look. */
  readonly look: (accounts: readonly AccountId[], now: Instant) => Promise<void>
}

/** How much of what was read before is read again: commits may become visible late. */
const OVERLAP: Duration = seconds(-60)

export function createReach(policies: Pick<Policies, 'reachedSince'>): Reach {
  const reached = new Map<AccountId, Map<ContactId, Instant>>()
  let lookedAt: Instant | null = null

  function note(accountId: AccountId, contactId: ContactId, at: Instant): void {
    const own = reached.get(accountId) ?? new Map<ContactId, Instant>()
    reached.set(accountId, own)
    // Kept in the order of time, so that those who are over come first.
    if ((own.get(contactId) ?? 0) > at) return
    own.delete(contactId)
    own.set(contactId, at)
  }

  return {
    count: (accountId, now) => {
      const own = reached.get(accountId)
      if (!own) return 0
      for (const [contactId, at] of own) {
        if (plus(at, REACH_WINDOW) > now) break
        own.delete(contactId)
      }
      return own.size
    },
    noted: (facts) => {
      for (const fact of facts) {
        if (fact.kind === 'outreach-counted') note(fact.accountId, fact.contactId, fact.outreach.at)
      }
    },
    look: async (accounts, now) => {
      const since = plus(lookedAt ?? now, lookedAt === null ? (-REACH_WINDOW as Duration) : OVERLAP)
      for (const { accountId, contactId, at } of await policies.reachedSince(accounts, since))
        note(accountId, contactId, at)
      lookedAt = now
    },
  }
}

/** The ledger, as the loop has it: after a commit that would have gone over a limit, everybody's outreach is read again. */
export const heedingReach = (
  ledger: Ledger,
  { reach, accounts }: { readonly reach: Pick<Reach, 'look'>; readonly accounts: () => readonly AccountId[] },
  clock: Clock,
): Ledger => ({
  ...ledger,
  commit: async (changes) => {
    const committed = await ledger.commit(changes)
    if (committed.kind === 'conflict' && committed.what === REACH_USED_UP) await reach.look(accounts(), clock.now())
    return committed
  },
})

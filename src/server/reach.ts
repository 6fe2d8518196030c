import { type Clock, type Duration, type Instant, plus, seconds } from '#base/time.ts'
import type { AccountId, ContactId, LineId } from '#core/account/account.ts'
import type { Fact } from '#core/loop/fact.ts'
import { REACH_WINDOW } from '#core/policy/rights.ts'
import { type Ledger, REACH_USED_UP } from '#store/ledger.ts'
import type { Policies, Reached } from '#store/policies.ts'

/** Whom each company began with in the last hours: the platform grants each portfolio so many people a day. */
export type Reach = {
  /** By the portfolio of that line. Also counts people to whom a message surely never left: rather one too many. */
  readonly count: (accountId: AccountId, lineId: LineId, now: Instant) => number
  /** What this process committed; at once, so that the next batch counts it. */
  readonly noted: (facts: readonly Fact[]) => void
  /** Reads what other processes committed since the last look. */
  readonly look: (accounts: readonly AccountId[], now: Instant) => Promise<void>
  /** Lines belong to other portfolios than before: the next look counts everybody anew. */
  readonly regroup: () => void
}

/** The portfolio of a line; null: not known, or of no line. */
export type PortfolioOf = (accountId: AccountId, lineId: LineId | null) => string | null

/** How much of what was read before is read again: commits may become visible late. */
const OVERLAP: Duration = seconds(-60)

type People = Map<ContactId, Instant>
/** What is known of no portfolio counts with every one, under null. */
type Portfolios = Map<string | null, People>

export function createReach(policies: Pick<Policies, 'reachedSince'>, portfolioOf: PortfolioOf): Reach {
  let reached = new Map<AccountId, Portfolios>()
  let lookedAt: Instant | null = null

  function note({ accountId, contactId, lineId, at }: Reached): void {
    const own = reached.get(accountId) ?? (new Map() as Portfolios)
    reached.set(accountId, own)
    const portfolio = portfolioOf(accountId, lineId)
    const people = own.get(portfolio) ?? (new Map() as People)
    own.set(portfolio, people)
    // Kept in the order of time, so that those who are over come first.
    if ((people.get(contactId) ?? 0) > at) return
    people.delete(contactId)
    people.set(contactId, at)
  }

  return {
    count: (accountId, lineId, now) => {
      const own = reached.get(accountId)
      if (!own) return 0
      const portfolio = portfolioOf(accountId, lineId)
      let count = 0
      for (const [other, people] of own) {
        if (portfolio === null || other === null || other === portfolio) count += sizeOf(people, now)
      }
      return count
    },
    noted: (facts) => {
      for (const { accountId, ...fact } of facts) {
        if (fact.kind !== 'outreach-counted') continue
        const { contactId, outreach } = fact
        note({ accountId, contactId, lineId: outreach.lineId ?? null, at: outreach.at })
      }
    },
    look: async (accounts, now) => {
      const isAnew = lookedAt === null
      const since = plus(lookedAt ?? now, isAnew ? (-REACH_WINDOW as Duration) : OVERLAP)
      lookedAt = now
      const found = await policies.reachedSince(accounts, since).catch((error: unknown) => {
        lookedAt = null
        throw error
      })
      if (isAnew) reached = new Map()
      for (const each of found) note(each)
    },
    regroup: () => {
      lookedAt = null
    },
  }
}

/** Forgets those whose time is over. */
function sizeOf(people: People, now: Instant): number {
  for (const [contactId, at] of people) {
    if (plus(at, REACH_WINDOW) > now) break
    people.delete(contactId)
  }
  return people.size
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

import type { AccountId, LineId } from '#core/account/account.ts'
import { variantsOf } from '#core/contact/phone-variants.ts'
import type { Line } from '#core/line/line.ts'
import { linesSharing } from '#core/line/portfolio.ts'
import type { Standing } from '#core/notice/notice.ts'
import { lawsIn } from '#core/policy/policy.ts'
import { type Covers, plainRights, type Rights } from '#core/policy/rights.ts'
import type { ScopedHours } from '#store/opening-hours.ts'
import type { KeptRights } from '#store/policies.ts'
import type { Account } from '#store/registry.ts'
import type { Reach } from './reach.ts'

/** Of an account that was made a moment ago and is not read yet. */
export const NO_COMPANY: Rights = plainRights(lawsIn(''))

/** What holds for every company when it writes to people, as it was read a moment ago. */
export function rightsOf(
  accounts: readonly Account[],
  {
    policies,
    barred,
    standing,
    hours,
    lines,
  }: KeptRights & {
    readonly hours: ReadonlyMap<AccountId, readonly ScopedHours[]>
    readonly lines: readonly Line[]
  },
  reach: Pick<Reach, 'count'>,
  formerly: (accountId: AccountId) => Rights['formerly'],
): ReadonlyMap<AccountId, Rights> {
  const lists = Map.groupBy(barred, ({ accountId }) => accountId)
  const standings = Map.groupBy(standing, ({ accountId }) => accountId)
  return new Map(
    accounts.map(({ accountId, country }) => {
      const list = new Map<string, Covers>(lists.get(accountId)?.map(({ address, covers }) => [address, covers]))
      const byLine: ReadonlyMap<LineId, readonly Standing[]> = Map.groupBy(
        standings.get(accountId) ?? [],
        ({ lineId }) => lineId,
      )
      const hoursByLine = new Map(hours.get(accountId)?.map(({ lineId, kept }) => [lineId, kept]))
      const ofCompany = hoursByLine.get(null) ?? null
      const own = lines.filter((line) => line.accountId === accountId)
      const sharing = new Map(own.map(({ lineId }) => [lineId, linesSharing(own, lineId)]))
      const rights: Rights = {
        policy: policies.get(accountId) ?? lawsIn(country),
        barred: ({ kind, value }) => {
          for (const spelling of kind === 'phone' ? variantsOf(value) : [value]) {
            const covers = list.get(spelling)
            if (covers !== undefined) return covers
          }
          return null
        },
        formerly: formerly(accountId),
        hoursOf: (lineId) => hoursByLine.get(lineId) ?? ofCompany,
        standing: (lineId) => byLine.get(lineId) ?? [],
        reached: (lineId, now) => reach.count(accountId, lineId, now),
        sharing: (lineId) => sharing.get(lineId) ?? null,
        // Of budgets the directory knows more: they change by the minute.
        budgetStops: [],
      }
      return [accountId, rights]
    }),
  )
}

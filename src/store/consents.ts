import type { AccountId, ContactId } from '#core/account/account.ts'
import type { ConsentChange, Means, Purpose } from '#core/consent/consent.ts'
import type { ConsentRow, Head } from './consent-chain.ts'
import type { Page } from './views/views.ts'

/** The consent ledger, for reading. It is written by commits, of the facts `consent-recorded`, and by nothing else. */
export type ConsentLedger = {
  /** Links with their details after a number, in order; at most `limit`. */
  readonly after: (accountId: AccountId, number: number, limit: number) => Promise<readonly ConsentRow[]>
  readonly head: (accountId: AccountId) => Promise<Head>
  /** Of these contacts, oldest first. */
  readonly of: (accountId: AccountId, contactIds: readonly ContactId[]) => Promise<readonly ConsentRow[]>
}

const AT_ONCE = 1_000

/** A whole chain, a few links at a time. */
export async function* chainOf(consents: ConsentLedger, accountId: AccountId): AsyncGenerator<ConsentRow> {
  for (let after = 0; ;) {
    const rows = await consents.after(accountId, after, AT_ONCE)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.link.number
  }
}

/** The list on the screen: newest first. */
export type ConsentViews = {
  readonly list: (accountId: AccountId, filter: ConsentFilter) => Promise<Page<ConsentRow>>
}
export type ConsentFilter = {
  readonly purpose: Purpose | null
  readonly change: ConsentChange | null
  readonly means: Means | null
  readonly contactId: ContactId | null
  readonly limit: number
  readonly cursor: string | null
}

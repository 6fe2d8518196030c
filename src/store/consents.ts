import type { Instant } from '#base/time.ts'
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
  /** Whose details are gone because they were erased. */
  readonly erased: (accountId: AccountId) => Promise<ReadonlySet<ContactId>>
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
  readonly list: (accountId: AccountId, filter: ConsentFilter) => Promise<Page<NamedConsent>>
}
/** With the name to show; null when the contact was erased. */
export type NamedConsent = { readonly row: ConsentRow; readonly name: string | null }

/** How far files of consents were read in: a file is its SHA-256. */
export type ConsentImports = {
  /** Up to which line; 0 when it is new. */
  readonly linesDone: (accountId: AccountId, sha256: string) => Promise<number>
  readonly advance: (accountId: AccountId, file: ImportFile, linesDone: number, now: Instant) => Promise<void>
}
export type ImportFile = { readonly sha256: string; readonly source: string }
export type ConsentFilter = {
  readonly purpose: Purpose | null
  readonly change: ConsentChange | null
  readonly means: Means | null
  /** Of these people only; null: of everybody. */
  readonly contactIds: readonly ContactId[] | null
  readonly limit: number
  readonly cursor: string | null
}

import type { Instant } from '#base/time.ts'
import type { AccountId, ContactId } from '../account/account.ts'
import type { ConsentStanding } from './consent.ts'
import type { ConsentEntry } from './entry.ts'

/**
 * The consent ledger of an account is a chain: every link carries a hash of itself and of the link before, so that none can
 * be altered, taken out, put in or moved without all that follow telling. What is personal — address, wording, evidence, by
 * whom — lies beside it as a detail; the link holds a salted hash of it, its commitment, so that a detail can be erased for
 * good and the chain still holds.
 */
export type ConsentLink = Omit<ConsentStanding, 'address'> & {
  readonly accountId: AccountId
  /** Counts from 1 without gaps. */
  readonly number: number
  /** Whose word it is: of merged contacts the part that said it. */
  readonly contactId: ContactId
  /** When it was written down. */
  readonly recordedAt: Instant
  /** Of the detail; SHA-256 in hex, like the others. */
  readonly commitment: string
  /** The hash of the link before; of the first one `FIRST_HASH`. */
  readonly previous: string
  readonly hash: string
}

export type ConsentDetail = Pick<ConsentEntry, 'address' | 'wording' | 'evidence' | 'by'>
/** A detail with what its commitment is salted with, hex; 32 digits. */
export type SaltedDetail = { readonly salt: string; readonly detail: ConsentDetail }

/** What the first link follows on. */
export const FIRST_HASH = '0'.repeat(64)

export const detailOf = ({ address, wording, evidence, by }: ConsentEntry): ConsentDetail => ({
  ...{ address, wording, evidence, by },
})

/** The text a link's hash is of: its values in this order, as JSON. A change of it would break every chain there is. */
export const linkText = (link: Omit<ConsentLink, 'hash'>): string =>
  stable([
    link.accountId,
    link.number,
    link.entryId,
    link.contactId,
    link.purpose,
    link.scope,
    link.change,
    link.at,
    link.until,
    link.means,
    link.isExpress,
    link.recordedAt,
    link.commitment,
    link.previous,
  ])

/** The text a commitment is of. */
export const detailText = ({ salt, detail }: SaltedDetail): string => `${salt}:${stable(detail)}`

/** JSON with the keys of every object in order, so that one value has one text. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

import { type Instant, isoOrNull, toIso } from '#base/time.ts'
import type { AccountId, ContactId } from '#core/account/account.ts'
import { detailText, linkText } from '#core/consent/chain.ts'
import { type Contact, displayName } from '#core/contact/contact.ts'
import { type ConsentRow, verifyChain } from '#store/consent-chain.ts'
import { chainOf, type ConsentLedger } from '#store/consents.ts'

/**
 * All that one person said, in a form that proves itself: every link with the text its hash is of, and the text of its
 * detail, so that anybody with SHA-256 at hand can go over it; and whether the whole chain held when it was made.
 */
export type Proof = {
  readonly madeAt: string
  readonly company: string
  readonly person: { readonly id: string; readonly name: string; readonly addresses: readonly string[] }
  readonly chain: {
    readonly holds: boolean
    readonly links: number
    readonly head: { readonly number: number; readonly hash: string }
  }
  readonly howToVerify: string
  readonly entries: readonly ProofEntry[]
}
type ProofEntry = {
  readonly number: number
  readonly purpose: string
  readonly scope: unknown
  readonly change: string
  readonly at: string
  readonly until: string | null
  readonly means: string
  readonly express: boolean
  readonly recordedAt: string
  readonly detail: unknown
  readonly detailText: string | null
  readonly commitment: string
  readonly linkText: string
  readonly hash: string
}

const HOW =
  'hash = SHA-256(linkText); commitment = SHA-256(detailText); the last value of linkText is the hash of the link before, and the last but one the commitment. UTF-8, hex.'

/** The contact, and those who turned out to be the same person. */
export const everyoneOf = ({ contactId, merged = [] }: Contact): readonly ContactId[] => [contactId, ...merged]

export async function proofOf(
  consents: ConsentLedger,
  { accountId, name: company }: { readonly accountId: AccountId; readonly name: string },
  contact: Contact,
  now: Instant,
): Promise<Proof> {
  const [rows, head, erased] = await Promise.all([
    consents.of(accountId, everyoneOf(contact)),
    consents.head(accountId),
    consents.erased(accountId),
  ])
  const verdict = await verifyChain(chainOf(consents, accountId), head, ({ link }) => erased.has(link.contactId))
  return {
    madeAt: toIso(now),
    company,
    person: {
      id: contact.contactId,
      name: displayName(contact),
      addresses: contact.addresses.map(({ channel, kind, value }) => `${channel}:${kind}:${value}`),
    },
    chain: { holds: verdict.flaws.length === 0, links: verdict.links, head: verdict.head },
    howToVerify: HOW,
    entries: rows.map(entryOf),
  }
}

function entryOf({ link, detail }: ConsentRow): ProofEntry {
  const { number, purpose, scope, change, means, isExpress: express, commitment, hash } = link
  return {
    ...{ number, purpose, scope, change, means, express, commitment, hash },
    at: toIso(link.at),
    until: isoOrNull(link.until),
    recordedAt: toIso(link.recordedAt),
    detail: detail?.detail ?? null,
    detailText: detail && detailText(detail),
    linkText: linkText(link),
  }
}

import { createHash } from 'node:crypto'
import type { AccountId } from '#core/account/account.ts'
import { type ConsentLink, detailOf, detailText, FIRST_HASH, linkText, type SaltedDetail } from '#core/consent/chain.ts'
import type { ConsentEntry } from '#core/consent/entry.ts'
import type { NewFact } from '#core/loop/fact.ts'

/** Where an account's chain ends: the number and hash of its newest link. */
export type Head = { readonly number: number; readonly hash: string }
export const NO_LINKS: Head = { number: 0, hash: FIRST_HASH }

/** A link with its detail; null once that was erased. */
export type ConsentRow = { readonly link: ConsentLink; readonly detail: SaltedDetail | null }

type ConsentFact = Extract<NewFact, { kind: 'consent-recorded' }>
export const consentFacts = (facts: readonly NewFact[]): ConsentFact[] =>
  facts.filter((fact) => fact.kind === 'consent-recorded')

/** Lengthens the chains of the accounts by the facts, in their order. `salt` answers 32 hex digits nobody can guess. */
export function lengthen(
  facts: readonly ConsentFact[],
  headOf: (accountId: AccountId) => Head,
  salt: () => string,
): { readonly rows: readonly ConsentRow[]; readonly heads: ReadonlyMap<AccountId, Head> } {
  const heads = new Map<AccountId, Head>()
  const rows = facts.map((fact): ConsentRow => {
    const { accountId } = fact
    const row = linked(fact, heads.get(accountId) ?? headOf(accountId), { salt: salt(), detail: detailOf(fact.entry) })
    heads.set(accountId, row.link)
    return row
  })
  return { rows, heads }
}

/** A word of a part of merged contacts is that part's: it goes when they are erased, also after the merge was undone. */
function linked({ accountId, contactId, of, at: recordedAt, entry }: ConsentFact, head: Head, detail: SaltedDetail) {
  const unhashed = {
    ...saidOf(entry),
    ...{ accountId, contactId: of ?? contactId, recordedAt },
    number: head.number + 1,
    commitment: sha256(detailText(detail)),
    previous: head.hash,
  }
  return { link: { ...unhashed, hash: sha256(linkText(unhashed)) }, detail }
}

const saidOf = ({ entryId, purpose, scope, change, at, until, means, isExpress }: ConsentEntry) => ({
  ...{ entryId, purpose, scope, change, at, until, means, isExpress },
})

/** What is wrong with a chain, and at which link. */
export type Flaw = {
  readonly number: number
  /**
   * `altered`: the link is not what its hash says; `missing`: no link has this number; `unchained`: it does not follow on
   * the link before; `detail-altered`: the detail is not the one committed to; `detail-missing`: it is gone though nobody
   * erased it; `cut-short`: links after this one are gone.
   */
  readonly what: 'altered' | 'missing' | 'unchained' | 'detail-altered' | 'detail-missing' | 'cut-short'
}
export type Verdict = { readonly links: number; readonly head: Head; readonly flaws: readonly Flaw[] }

/** More flaws are not told apart. */
const MOST_FLAWS = 100

/** Goes along a chain, from its first link to `head`. `isErased`: whether the details of a contact were erased. */
export async function verifyChain(
  rows: AsyncIterable<ConsentRow>,
  head: Head,
  isErased: (row: ConsentRow) => boolean,
): Promise<Verdict> {
  let last: Head = NO_LINKS
  let links = 0
  const flaws: Flaw[] = []
  const note = (number: number, what: Flaw['what']) => {
    if (flaws.length < MOST_FLAWS) flaws.push({ number, what })
  }
  for await (const row of rows) {
    const { link, detail } = row
    links += 1
    for (let number = last.number + 1; number < link.number && flaws.length < MOST_FLAWS; number++) {
      note(number, 'missing')
    }
    if (sha256(linkText(link)) !== link.hash) note(link.number, 'altered')
    else if (link.number === last.number + 1 && link.previous !== last.hash) note(link.number, 'unchained')
    if (detail !== null && sha256(detailText(detail)) !== link.commitment) note(link.number, 'detail-altered')
    if (detail === null && !isErased(row)) note(link.number, 'detail-missing')
    last = link
  }
  if (last.number < head.number) note(last.number, 'cut-short')
  else if (last.hash !== head.hash && flaws.length === 0) note(last.number, 'altered')
  return { links, head: { number: last.number, hash: last.hash }, flaws }
}

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')

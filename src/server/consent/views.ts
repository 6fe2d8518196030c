import { isoOrNull, toIso } from '#base/time.ts'
import type { ConsentEntryView } from '#contract/consent.ts'
import type { Actor } from '#core/account/account.ts'
import type { ConsentRow } from '#store/consent-chain.ts'
import type { NamedConsent } from '#store/consents.ts'

type NameOf = (actor: Actor) => string | null

/** A link with its detail, for screens and API. */
export function toEntryView(
  { link, detail }: ConsentRow,
  name: NamedConsent['name'],
  nameOf: NameOf,
): ConsentEntryView {
  const { address = null, wording = null, evidence = null, by = null } = detail?.detail ?? {}
  return {
    number: link.number,
    entryId: link.entryId,
    purpose: link.purpose,
    scope: link.scope,
    change: link.change,
    at: toIso(link.at),
    until: isoOrNull(link.until),
    means: link.means,
    express: link.isExpress,
    contact: { id: link.contactId, name },
    recordedAt: toIso(link.recordedAt),
    hash: link.hash,
    address,
    wording,
    evidence: evidence === null ? null : { ...evidence },
    by: by && { kind: by.kind, name: nameOf(by) },
  }
}

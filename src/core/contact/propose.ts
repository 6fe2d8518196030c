import type { ContactId } from '../account/account.ts'
import type { Address, Contact } from './contact.ts'
import { type Evidence, type LikenessKind, STRENGTH } from './evidence.ts'
import { variantsOf } from './phone-variants.ts'

/** Another contact who may be the same person, and why. `evidence` is never empty; the strongest comes first. */
export type Proposal = { readonly contact: Contact; readonly evidence: readonly Evidence[] }

const ORDER = { strong: 0, fair: 1, supporting: 2 } as const

/**
 * Who of these may be the same person as the contact: only with evidence that is more than supporting, and none that
 * somebody has seen already and said no to. Nobody who is erased, a part of another, or being asked about; the strongest
 * first.
 */
export function proposalsFor(contact: Contact, others: readonly Contact[]): readonly Proposal[] {
  if (!mayBeMerged(contact)) return []
  return others
    .filter((other) => other.contactId !== contact.contactId && mayBeMerged(other) && !isAsked(contact, other))
    .map((other) => ({ contact: other, evidence: evidenceFor(contact, other) }))
    .filter((proposal) => isNew(contact, proposal))
    .toSorted((a, b) => weightOf(a) - weightOf(b))
}

/** What the two look alike in, strongest first. */
export function evidenceFor(contact: Contact, other: Contact): readonly Evidence[] {
  const found = [
    ...claimedPhones(contact, other),
    ...samePhones('spelling', contact.addresses, other.addresses),
    ...samePhones('former-phone', contact.past ?? [], other.addresses),
    ...samePhones('former-phone', contact.addresses, other.past ?? []),
    ...sameWords('username', contact.username, other.username),
    ...sameWords('listed-name', contact.listed?.name ?? null, other.listed?.name ?? null),
    ...sameWords('name', contact.name, other.name),
  ]
  return found.toSorted((a, b) => ORDER[a.strength] - ORDER[b.strength])
}

/** By whose phones somebody alike is found: their own, former ones too, in every spelling. */
export const phonesAlike = ({ addresses, past = [] }: Contact): readonly string[] => [
  ...new Set([...addresses, ...past].flatMap(({ kind, value }) => (kind === 'phone' ? variantsOf(value) : []))),
]

const mayBeMerged = ({ erasedAt, joined }: Contact): boolean => erasedAt === undefined && joined === undefined

const isAsked = (one: Contact, other: Contact): boolean =>
  one.succeeds?.contactId === other.contactId || other.succeeds?.contactId === one.contactId

function isNew({ apart = [] }: Contact, { contact, evidence }: Proposal): boolean {
  const seen = apart.find(({ contactId }) => contactId === contact.contactId)?.evidence ?? []
  return evidence.some(({ kind, strength }) => strength !== 'supporting' && !seen.includes(kind))
}

const weightOf = ({ evidence: [first] }: Proposal): number => (first ? ORDER[first.strength] : ORDER.supporting)

const found = (kind: LikenessKind, own: string, other: string): Evidence => ({
  ...{ kind, strength: STRENGTH[kind], own, other },
})

/** Each of the two has the same claim beside it; what was claimed of a part is claimed of the whole. */
function claimedPhones({ claims = [] }: Contact, { contactId, merged = [] }: Contact): readonly Evidence[] {
  const ids: readonly ContactId[] = [contactId, ...merged]
  const phones = claims.flatMap((claim) => (ids.includes(claim.contactId) ? [claim.phone] : []))
  return [...new Set(phones)].map((phone) => found('claimed-phone', `+${phone}`, `+${phone}`))
}

function samePhones(kind: LikenessKind, own: readonly Address[], others: readonly Address[]): readonly Evidence[] {
  return own
    .filter((address) => address.kind === 'phone')
    .flatMap(({ value }) => {
      const spellings = variantsOf(value)
      const same = others.find((other) => other.kind === 'phone' && spellings.includes(other.value))
      return same ? [found(kind, `+${value}`, `+${same.value}`)] : []
    })
}

const sameWords = (kind: LikenessKind, own: string | null, other: string | null): readonly Evidence[] =>
  own !== null && other !== null && plain(own) !== '' && plain(own) === plain(other) ? [found(kind, own, other)] : []

/** Without accents, capitals and what surrounds it. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

import type { Address, Contact } from './contact.ts'
import { type Evidence, type LikenessKind, STRENGTH } from './evidence.ts'
import { variantsOf } from './phone-variants.ts'

/** Another contact who may be the same person, and why. `evidence` is never empty; the strongest comes first. */
export type Proposal = { readonly contact: Contact; readonly evidence: readonly Evidence[] }

const ORDER = { strong: 0, fair: 1, supporting: 2 } as const

/** Who of these may be the same person as the contact, and why; the strongest first. */
export function proposalsFor(contact: Contact, others: readonly Contact[]): readonly Proposal[] {
  return others
    .map((other) => ({ contact: other, evidence: proposed(contact, other) }))
    .filter(({ evidence }) => evidence.length > 0)
    .toSorted((a, b) => weightOf(a) - weightOf(b))
}

/**
 * What speaks for the two being one person, strongest first: only with evidence that is more than supporting, and none
 * that somebody has seen already and said no to. Empty: they are not proposed, nor is anybody who is erased, a group, a part
 * of another, or being asked about.
 */
export function proposed(contact: Contact, other: Contact): readonly Evidence[] {
  const mayBeOne = contact.contactId !== other.contactId && mayBeMerged(contact) && mayBeMerged(other)
  if (!mayBeOne || isAsked(contact, other)) return []
  const evidence = evidenceFor(contact, other)
  return isDeclined(contact, other, evidence) ? [] : evidence
}

/** Whether somebody said of these two that they are not one, of either, having seen all that is more than supporting in this. */
export function isDeclined(contact: Contact, other: Contact, evidence: readonly Pick<Evidence, 'kind'>[]): boolean {
  const seenBy = ({ apart = [] }: Contact, { contactId }: Contact) =>
    apart.find((one) => one.contactId === contactId)?.evidence ?? []
  const seen = [...seenBy(contact, other), ...seenBy(other, contact)]
  return evidence.every(({ kind }) => STRENGTH[kind] === 'supporting' || seen.includes(kind))
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

const mayBeMerged = ({ erasedAt, joined, group }: Contact): boolean =>
  erasedAt === undefined && joined === undefined && group === undefined

/** Whether it has not been said yet if the one is who had the addresses of the other, or of a part of them, before. */
export const isAsked = (one: Contact, other: Contact): boolean => succeeds(one, other) || succeeds(other, one)

/** Whether the one has the addresses that the other, or a part of them, had before. */
export const succeeds = (one: Contact, { contactId, merged = [] }: Contact): boolean =>
  one.succeeds !== undefined && [contactId, ...merged].includes(one.succeeds.contactId)

const weightOf = ({ evidence: [first] }: Proposal): number => (first ? ORDER[first.strength] : ORDER.supporting)

const found = (kind: LikenessKind, own: string, other: string): Evidence => ({
  ...{ kind, strength: STRENGTH[kind], own, other },
})

/** What was claimed of a part is claimed of the whole, which may not have it beside it. */
function claimedPhones(contact: Contact, other: Contact): readonly Evidence[] {
  const phonesOf = ({ claims = [] }: Contact, { contactId, merged = [] }: Contact) =>
    claims.flatMap((claim) => ([contactId, ...merged].includes(claim.contactId) ? [claim.phone] : []))
  const phones = [...phonesOf(contact, other), ...phonesOf(other, contact)]
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

import type { Instant } from '#base/time.ts'
import { type ConsentStanding, consentsAfter } from '../consent/consent.ts'
import type { FactBody } from '../loop/fact.ts'
import type { Outreach } from '../policy/outreach.ts'
import { type Block, blockOf } from './block.ts'
import { type Address, addressKey, type Contact, type Part, type Separation } from './contact.ts'
import { succeeds } from './propose.ts'
import { isSameListing, MOST_SEPARATIONS, withinPart } from './part.ts'
import { blocksOfBoth, blocksOfThese, ownersOf } from './part-blocks.ts'

type Merged = Extract<FactBody, { kind: 'contacts-merged' }> & { readonly at: Instant }
type Undone = Extract<FactBody, { kind: 'merge-undone' }> & { readonly at: Instant }
/** The contact that stays, and the one that is, or was, a part of it. */
export type Pair = readonly [into: Contact, from: Contact]

/**
 * Two contacts become one. Addresses, in use and past, and blocks go to the one that stays, which remembers whose they
 * were; so do words of consent, of which `consentOf` heeds the strictest. Names, zone and listing of the one that stays
 * hold, and the other's where it has none. The other row keeps what it had but its addresses.
 */
export function mergedInto([into, from]: Pair, fact: Merged): Pair {
  const { contactId } = from
  const { at, by, why, evidence } = fact
  const { parts = [], past = [], addresses, ...kept } = from
  const took = tookFrom(into, from)
  const part: Part = {
    ...{ contactId, into: into.contactId, at, by, why, evidence, took },
    ...(succeeds(from, into) && { wasAsked: true as const }),
    ...(from.identity && { identity: from.identity }),
  }
  const theirs = <One extends Address>(list: readonly One[]): readonly One[] =>
    list.map((address) => ({ ...address, of: address.of ?? contactId }))
  const outreach = outreachOfBoth(into.outreach, from.outreach)
  const blocks = blocksOfBoth(into, from)
  const formerly = [...(into.past ?? []), ...theirs(past)]
  const joint: Contact = {
    ...into,
    name: into.name ?? from.name,
    username: into.username ?? from.username,
    ...(took.zone !== undefined && { zone: took.zone }),
    ...(took.listed && { listed: took.listed }),
    addresses: [...into.addresses, ...theirs(addresses)].toSorted((a, b) => (a.since ?? 0) - (b.since ?? 0)),
    ...(formerly.length > 0 && { past: formerly }),
    consents: from.consents.reduce(consentsAfter, into.consents),
    ...(outreach.length > 0 && { outreach }),
    ...(blocks.length > 0 && { blocks }),
    merged: [...new Set([...(into.merged ?? []), contactId, ...(from.merged ?? [])])],
    parts: [...(into.parts ?? []), part, ...parts],
  }
  return [joint, { ...kept, addresses: [], joined: { into: into.contactId, at } }]
}

/**
 * A part is taken out again: what it had before, and what came since by its addresses, is its own; the rest stays. Words
 * said since go with the address they are bound to, as does every refusal; a block holds for whom the platform holds back;
 * contacting them since counts for both.
 */
export function separated([joint, from]: Pair, fact: Undone): Pair {
  const { contactId } = fact
  const parts = joint.parts ?? []
  const part = parts.find((one) => one.contactId === contactId)
  if (!part) return [joint, from]
  const within = withinPart(parts, contactId)
  const isTheirs = ({ of }: Address): boolean => of !== undefined && within.has(of)
  const back = <One extends Address>(list: readonly One[]): readonly One[] =>
    list.filter(isTheirs).map(({ of, ...address }) => (of === contactId ? address : { ...address, of }) as One)
  const { past = [], parts: _, name, username, zone, listed, blocks = [], merged = [], ...rest } = joint
  const keys = new Set([...joint.addresses, ...past].filter(isTheirs).map(addressKey))
  const separation = separationOf(part, fact)
  const taken = new Set([contactId, ...(from.merged ?? []), ...within])
  const { took } = part
  const tooks = parts.flatMap((one) => (within.has(one.contactId) ? [one.took] : []))
  const into: Contact = {
    ...rest,
    name: tooks.some((one) => one.name === name) ? null : name,
    username: tooks.some((one) => one.username === username) ? null : username,
    ...(zone !== undefined && zone !== took.zone && { zone }),
    ...(listed && !tooks.some((one) => isSameListing(listed, one.listed)) && { listed }),
    addresses: joint.addresses.filter((address) => !isTheirs(address)).map(asBefore(part)),
    ...some(
      'past',
      past.filter((address) => !isTheirs(address)),
    ),
    consents: joint.consents.filter((word) => !isWordOf(word, keys, part, from)),
    ...some('blocks', blocksOfThese(blocks, new Set(ownersOf(joint).filter((owner) => !within.has(owner))))),
    ...some(
      'merged',
      merged.filter((id) => !taken.has(id)),
    ),
    ...some(
      'parts',
      parts.filter((one) => !within.has(one.contactId)),
    ),
    separations: withSeparation(joint, separation),
  }
  const { joined: __, identity: ___, past: ____, blocks: formerBlocks, ...own } = from
  const outreach = outreachOfBoth(
    from.outreach,
    joint.outreach?.filter((one) => one.at >= part.at),
  )
  return [
    into,
    {
      ...own,
      name: own.name ?? took.name ?? null,
      username: own.username ?? took.username ?? null,
      ...(took.listed && took.listed.at >= (own.listed?.at ?? 0) && { listed: took.listed }),
      addresses: back(joint.addresses),
      ...some('past', back(past)),
      consents: joint.consents
        .filter((word) => keys.has(word.address) && (word.at >= part.at || word.change === 'withdrawn'))
        .reduce(consentsAfter, from.consents),
      ...some('blocks', blocksOfPart(blocksOfThese(blocks, within), formerBlocks ?? [])),
      ...some('outreach', outreach),
      ...(part.identity && { identity: part.identity }),
      ...some(
        'parts',
        parts.filter((one) => within.has(one.contactId) && one !== part),
      ),
      separations: withSeparation(from, { ...separation, contactId: joint.contactId }),
    },
  ]
}

/** That WhatsApp said they are reached as the part is no more than the merge it led to. */
const asBefore =
  ({ evidence }: Part) =>
  (address: Address): Address => {
    const { replaced: _, ...plain } = address
    return evidence.includes('announced') ? plain : address
  }

function tookFrom(into: Contact, from: Contact): Part['took'] {
  return {
    ...(into.name === null && from.name !== null && { name: from.name }),
    ...(into.username === null && from.username !== null && { username: from.username }),
    ...(into.zone === undefined && from.zone !== undefined && { zone: from.zone }),
    ...(!into.listed && from.listed && { listed: from.listed }),
  }
}

/** Whether the part brought the word along, or it was said since under an address of the part. */
const isWordOf = (word: ConsentStanding, keys: ReadonlySet<string>, { at }: Part, from: Contact): boolean =>
  keys.has(word.address) && (word.at >= at || from.consents.some(({ entryId }) => entryId === word.entryId))

/** As the part had it, where it was blocked before. */
const blocksOfPart = (now: readonly Block[], before: readonly Block[]): readonly Block[] =>
  now.map((block) => {
    const own = blockOf({ blocks: before }, block.lineId)
    return own ? { ...block, at: own.at, by: own.by, reason: own.reason } : block
  })

function outreachOfBoth(one: readonly Outreach[] = [], other: readonly Outreach[] = []): readonly Outreach[] {
  const known = new Set(one.map(({ messageId }) => messageId))
  return [...one, ...other.filter(({ messageId }) => !known.has(messageId))].sort((a, b) => a.at - b.at)
}

const separationOf = ({ contactId, at, by, why }: Part, undone: Undone): Separation => ({
  ...{ contactId, merged: { at, by, why } },
  ...{ at: undone.at, by: undone.by, why: undone.why },
})

const withSeparation = ({ separations = [] }: Contact, one: Separation): readonly Separation[] =>
  [...separations, one].slice(-MOST_SEPARATIONS)

/** The list under its name, where there is anything in it. */
const some = <Name extends string, One>(
  name: Name,
  list: readonly One[],
): { readonly [Key in Name]?: readonly One[] } =>
  (list.length > 0 ? { [name]: list } : {}) as { readonly [Key in Name]?: readonly One[] }

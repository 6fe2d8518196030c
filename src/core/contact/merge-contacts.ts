import type { ContactId, LineId } from '../account/account.ts'
import type { World } from '../loop/world.ts'
import { answer, type Outcome, refused, type Step } from '../loop/step.ts'
import { type Refusal, refusal } from '../refusal/refusal.ts'
import type { Contact } from './contact.ts'
import type { MergeCommand } from './merge-command.ts'
import { type EvidenceKind, STRENGTH } from './evidence.ts'
import { extendBlocks } from './note-block.ts'
import { evidenceFor, isAsked, isDeclined } from './propose.ts'
import { joinThreads, partThreads } from './thread.ts'

type Of<Kind extends MergeCommand['kind']> = Extract<MergeCommand, { kind: Kind }>

/**
 * Two contacts are one from now on: the one stays, the other is a part of it (`mergedInto`), and on every line their threads
 * become one. Refused with `contact-merged` when either is a part of another already — so of two at once the second finds
 * it done — with `identity-open` while it has not been said whether the one is who had the other's addresses before, with
 * `kept-apart` when somebody has said no to this very evidence, and with `contact-erased`. Answers the contact that stays.
 */
export function mergeContacts(step: Step, command: Of<'merge-contacts'>): Outcome {
  const { contactId, intoId, by, why, evidence } = command
  const found = bothOf(step.world, contactId, intoId)
  if ('code' in found) return refused(found)
  const [contact, into] = found
  if (contactId === intoId) return refused(refusal('same-contact', { field: 'with', found: contactId }))
  if (isAsked(contact, into)) return refused(refusal('identity-open', { field: 'with', found: intoId }))
  if (wasDeclined(contact, into, evidence)) return refused(refusal('kept-apart'))
  merge(step, { contactId, intoId, by, why, evidence }, command.lineIds)
  return answer({ contactId: intoId })
}

/** Whoever merges for what they have seen is told that another has looked at it, too; WhatsApp's word stands above. */
function wasDeclined(contact: Contact, into: Contact, evidence: readonly EvidenceKind[]): boolean {
  const kinds = evidence.flatMap((kind) => (kind === 'announced' ? [] : [{ kind }]))
  const isReason = kinds.some(({ kind }) => STRENGTH[kind] !== 'supporting')
  return isReason && kinds.length === evidence.length && isDeclined(contact, into, kinds)
}

type Merge = Pick<Of<'merge-contacts'>, 'contactId' | 'intoId' | 'by' | 'why' | 'evidence'>

export function merge(step: Step, about: Merge, lineIds: readonly LineId[]): void {
  step.fact({ kind: 'contacts-merged', ...about })
  extendBlocks(step, about.intoId)
  const moved = about.evidence.includes('announced')
  for (const lineId of lineIds) joinThreads(step, lineId, about.contactId, about.intoId, moved)
}

/**
 * The part stands for itself again (`separated`), with every conversation in which it was written to or wrote, also since
 * the merge. Possible as long as neither was erased and the contact it is a part of was not merged into another in turn;
 * what was merged into the part before stays with it. Refused with `merge-missing` when it is no part of that contact (any
 * more): so it happens at most once. For what they look alike in they are not proposed again. Answers the part.
 */
export function undoMerge(step: Step, command: Of<'undo-merge'>): Outcome {
  const { contactId, intoId, by, why } = command
  const into = step.world.contacts.get(intoId)
  if (!into) return refused(refusal('contact-missing', { field: 'id', found: intoId }))
  if (into.erasedAt !== undefined) return refused(refusal('contact-erased'))
  const part = into.parts?.find((one) => one.contactId === contactId && one.into === intoId)
  const contact = step.world.contacts.get(contactId)
  if (!part || !contact || into.joined) return refused(refusal('merge-missing', { field: 'partId', found: contactId }))
  if (contact.erasedAt !== undefined) return refused(refusal('contact-erased'))
  const parts = into.parts ?? []
  step.fact({ kind: 'merge-undone', contactId, intoId, by, why })
  for (const lineId of command.lineIds) partThreads(step, lineId, { contactId, intoId, parts })
  const [one, other] = [contactId, intoId].map((id) => step.world.contacts.get(id))
  const evidence = one && other && !part.wasAsked ? evidenceFor(one, other).map(({ kind }) => kind) : []
  if (evidence.length > 0) {
    step.fact({ kind: 'contacts-kept-apart', contactId, otherId: intoId, evidence: [...new Set(evidence)], by })
  }
  return answer({ contactId })
}

/** The two are not proposed again for the same reasons. Said once more, it is no news. */
export function keepApart(step: Step, { contactId, otherId, evidence, by }: Of<'keep-apart'>): Outcome {
  const found = bothOf(step.world, contactId, otherId)
  if ('code' in found) return refused(found)
  if (contactId === otherId) return refused(refusal('same-contact', { field: 'with', found: contactId }))
  const known = found[0].apart?.find((one) => one.contactId === otherId)?.evidence ?? []
  if (known.length === 0 || evidence.some((kind) => !known.includes(kind))) {
    step.fact({ kind: 'contacts-kept-apart', contactId, otherId, evidence, by })
  }
  return answer({ contactId })
}

/** Both, where they are there and stand for themselves. */
function bothOf(world: World, contactId: ContactId, otherId: ContactId): readonly [Contact, Contact] | Refusal {
  const found = [contactId, otherId].map((id) => [id, world.contacts.get(id)] as const)
  for (const [id, contact] of found) {
    if (!contact) return refusal('contact-missing', { field: id === contactId ? 'id' : 'with', found: id })
    if (contact.erasedAt !== undefined) return refusal('contact-erased')
    if (contact.group) return refusal('group-not-mergeable', { found: id })
    if (contact.joined) return refusal('contact-merged', { found: id, expected: contact.joined.into })
  }
  const [[, one], [, other]] = found as [[ContactId, Contact], [ContactId, Contact]]
  return [one, other]
}

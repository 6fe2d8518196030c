import type { ContactId } from '../account/account.ts'
import type { Line } from '../line/line.ts'
import type { CommandBody } from '../loop/command.ts'
import { answer, type Outcome, refused, type Step } from '../loop/step.ts'
import { refusal } from '../refusal/refusal.ts'
import { type Block, blockOf, blockWith } from './block.ts'
import type { Contact } from './contact.ts'
import { ownerOf } from './part.ts'

type Of<Kind extends CommandBody['kind']> = Extract<CommandBody, { kind: Kind }>

/**
 * Writes down what the platform has done already. Saying again what is so is answered and changes nothing. Where it has not
 * done it for all of merged contacts, the rest is asked of it again (`settle-block`).
 */
export function noteBlock(step: Step, command: Of<'block-contact' | 'unblock-contact'>): Outcome {
  const { contactId, lineId, by } = command
  const contact = step.world.contacts.get(contactId)
  if (!contact) return refused(refusal('contact-missing'))
  if (contact.erasedAt !== undefined) return refused(refusal('contact-erased'))
  const known = blockOf(contact, lineId)
  const owners = reachedOf(contact)
  if (command.kind === 'block-contact') {
    const isNew = known === null || known.liftedBy !== undefined
    const block: Block = isNew ? { lineId, at: step.context.now, by, reason: command.reason } : known
    put(step, contact, known, blockWith(block, command.through, owners) ?? block)
  } else if (known !== null) {
    const through = owners.filter((owner) => !command.held.includes(owner))
    const block = blockWith({ ...known, liftedBy: by }, through, owners)
    if (block) put(step, contact, known, block)
    else step.fact({ kind: 'contact-unblocked', contactId, lineId, by })
  }
  return answer({ contactId })
}

/** The platform has done it for these as well, whom it had not before; what somebody changed meanwhile is left alone. */
export function settleBlock(step: Step, command: Of<'settle-block'>): Outcome {
  const { contactId, lineId, done, isLifting, effectId } = command
  if (effectId !== null) step.finish(effectId)
  const contact = step.world.contacts.get(contactId)
  const known = contact && blockOf(contact, lineId)
  if (!contact || !known || (known.liftedBy !== undefined) !== isLifting) return answer()
  const before = known.through ?? []
  const through = isLifting ? [...before, ...done] : before.filter((owner) => !done.includes(owner))
  const block = blockWith(known, through, reachedOf(contact)) ?? (isLifting ? null : known)
  if (block) write(step, contact, known, block)
  else step.fact({ kind: 'contact-unblocked', contactId, lineId, by: known.liftedBy ?? known.by })
  return answer({ contactId })
}

/** Somebody who is blocked, and whom the platform lets through, has written: now it may be asked to hold them back. */
export function holdBack(
  step: Step,
  { lineId }: Pick<Line, 'lineId'>,
  contact: Contact,
  of: ContactId | undefined,
): void {
  const block = contact.blocks && blockOf(contact, lineId)
  if (!block?.through?.includes(of ?? contact.contactId) || block.liftedBy) return
  step.effect({ kind: 'settle-block', contactId: contact.contactId, lineId })
}

/** After two contacts became one: what holds for the one is asked of the platform for the other. */
export function extendBlocks(step: Step, contactId: ContactId): void {
  for (const { lineId, through, liftedBy } of step.world.contacts.get(contactId)?.blocks ?? []) {
    if (through && !liftedBy) step.effect({ kind: 'settle-block', contactId, lineId })
  }
}

function put(step: Step, contact: Contact, known: Block | null, block: Block): void {
  write(step, contact, known, block)
  const { contactId } = contact
  if (block.through) step.effect({ kind: 'settle-block', contactId, lineId: block.lineId })
}

function write(step: Step, { contactId }: Contact, known: Block | null, block: Block): void {
  const list = (one: Block | null) => [...(one?.through ?? [])].sort().join()
  const isSame =
    known !== null && list(known) === list(block) && (known.liftedBy === undefined) === (block.liftedBy === undefined)
  if (!isSame) step.fact({ kind: 'contact-blocked', contactId, block })
}

/** Who of the contact has an address, so that something may come from them. */
const reachedOf = (contact: Contact): readonly ContactId[] => [
  ...new Set(contact.addresses.map((address) => ownerOf(address, contact))),
]

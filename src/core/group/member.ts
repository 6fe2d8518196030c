import type { Instant } from '#base/time.ts'
import type { ContactId } from '../account/account.ts'
import { type Address, type Contact, type Sender } from '../contact/contact.ts'
import { knownContact } from '../contact/identify.ts'
import type { ChannelId, Line } from '../line/line.ts'
import type { CommandBody } from '../loop/command.ts'
import type { Step } from '../loop/step.ts'
import { contactAt } from '../loop/world.ts'
import { type Group, UNKNOWN_GROUP, withWriter } from './group.ts'

export const groupAddress = (channel: ChannelId, value: string): Address => ({ channel, kind: 'group', value })

type Received = Extract<CommandBody, { kind: 'receive-message' }>
type Reported = Extract<CommandBody, { kind: 'receive-status' }>

/** The group a message was written in; null: in none; `erased`: it was erased after that. */
export function groupOf(step: Step, { line, circumstances, sentAt }: Received): Address | null | 'erased' {
  if (circumstances?.group === undefined) return null
  return liveAddress(step, line, circumstances.group, sentAt) ?? 'erased'
}

/** Null: it was erased after that instant. */
export function liveAddress({ world, context }: Step, { channel }: Line, group: string, at: Instant): Address | null {
  const address = { ...groupAddress(channel, group), since: at }
  return context.rightsOf(world.accountId).formerly(address, at) === null ? address : null
}

/** The group somebody has written in; it is added when nobody told us of it yet. */
export function groupWith(step: Step, line: Line, address: Address, writer: Contact, at: Instant): Contact {
  const known = groupAt(step, address)
  const group = known.group ?? UNKNOWN_GROUP
  return changeGroup(step, known, withWriter(group, writer.contactId, at))
}

export function groupAt(step: Step, address: Address): Contact {
  const { world, context } = step
  const known = contactAt(world, address)
  if (known) return known
  const contactId = context.ids.next(context.now) as ContactId
  const contact: Contact = {
    ...{ accountId: world.accountId, contactId, createdAt: context.now },
    ...{ name: null, username: null, addresses: [address], consents: [], group: UNKNOWN_GROUP },
  }
  step.fact({ kind: 'contact-added', contact })
  return contact
}

/** The contact that a group is, after what was told of it. */
export function changeGroup(step: Step, known: Contact, group: Group): Contact {
  if (group !== known.group) step.fact({ kind: 'group-changed', contactId: known.contactId, group })
  return step.world.contacts.get(known.contactId) ?? known
}

/** Who of a group a report is about. A report makes nobody known: whom we do not know is left out. */
export function participantOf(step: Step, command: Reported): { participantId?: ContactId } {
  const { isInGroup, recipient, line, statusAt } = command
  const { participantId, userId, phone } = recipient
  if (participantId !== undefined) return { participantId }
  if (!isInGroup || (userId === null && phone === null)) return {}
  const sender: Sender = { userId, phone, name: null, username: null }
  const known = knownContact(step.world, line, sender, statusAt)
  return known ? { participantId: known.contactId } : {}
}

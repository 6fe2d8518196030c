import type { Instant } from '#base/time.ts'
import type { ContactId, ConversationId } from '../account/account.ts'
import type { Line } from '../line/line.ts'
import type { Step } from '../loop/step.ts'
import { contactLineKey } from '../loop/world.ts'
import { addressOf, type Contact } from './contact.ts'
import { retireOlder } from './identify.ts'
import { facing, isReached } from './part.ts'
import { blocksOfThese } from './part-blocks.ts'

/** What the channel tells, with a message, of whose device it came from. */
export type IdentitySign = {
  /** The channel's hash of the device's key; null: it does not tell. */
  readonly key: string | null
  /** It says itself that the identity has changed. */
  readonly isChanged: boolean
}

/**
 * Whether another than before may hold the contact's addresses since that instant. The same change told once more, with
 * the same key or for another line, and what came late, are none.
 */
function isAnother({ identity }: Contact, { key, isChanged }: IdentitySign, at: Instant): boolean {
  if (identity !== undefined && (at <= identity.since || (key !== null && key === identity.key))) return false
  return isChanged || (key !== null && identity !== undefined && identity.key !== null)
}

/**
 * The identity behind the contact's addresses changed: whoever is there now is somebody new until a person says that they
 * are the same. They get the addresses and a conversation of their own, and nothing of what was said before but the
 * refusals, for those must hold if they are the same, and the blocks, for those are of the addresses. A phone that had been
 * left for a newer one before is nobody's. A message from before that comes only now is shown with theirs.
 */
export function succeedIfAnother(
  step: Step,
  line: Line,
  whole: Contact,
  of: ContactId | undefined,
  sign: IdentitySign,
  at: Instant,
): void {
  const contact = facing(whole, of)
  // Behind an address that was left or replaced nobody is in question: what those merged with them have stays theirs.
  if (!isReached(whole, of) || !isAnother(contact, sign, at)) return
  const { world, context } = step
  const phone = addressOf(contact, 'phone')
  if (phone !== null) retireOlder(step, contact.contactId, phone)
  const left = facing(world.contacts.get(contact.contactId) ?? contact, of)
  const theirs = left.addresses.filter(({ channel }) => channel === line.channel)
  for (const address of theirs) {
    step.fact({ kind: 'address-retired', contactId: contact.contactId, address, until: at })
  }
  const blocks = blocksOfThese(contact.blocks ?? [], new Set([of ?? contact.contactId]))
  const contactId = context.ids.next(context.now) as ContactId
  step.fact({
    kind: 'contact-added',
    contact: {
      accountId: world.accountId,
      contactId,
      name: null,
      username: null,
      addresses: theirs.map(({ of: _, ...address }) => address),
      consents: contact.consents.filter((standing) => standing.change === 'withdrawn'),
      ...(blocks.length > 0 && { blocks }),
      createdAt: context.now,
      identity: { key: sign.key, since: at },
      succeeds: { contactId: contact.contactId, since: at, because: 'identity-changed' },
    },
  })
  handOver(step, line, contact.contactId, of, contactId)
}

/** What was open is closed, and whoever had it has the conversation that begins now. */
function handOver(
  step: Step,
  { lineId }: Line,
  formerId: ContactId,
  of: ContactId | undefined,
  contactId: ContactId,
): void {
  const { world, context } = step
  const formerly = world.conversationByContact.get(contactLineKey(formerId, lineId))
  const former = formerly === undefined ? undefined : world.conversations.get(formerly)
  if (former?.state !== 'open' || former.of !== of) return
  const by = { kind: 'system' } as const
  const conversationId = context.ids.next(context.now) as ConversationId
  step.fact({ kind: 'conversation-resolved', conversationId: former.conversationId, by })
  step.fact({ kind: 'conversation-opened', conversationId, contactId, lineId })
  const { assigneeId } = former
  if (assigneeId !== null) step.fact({ kind: 'conversation-assigned', conversationId, assigneeId, by })
}

/** The key the channel tells is kept, to be compared with the next, and to be named when something is sent. */
export function learnIdentity(
  step: Step,
  { contactId }: Contact,
  of: ContactId | undefined,
  key: string | null,
  at: Instant,
): void {
  const whole = step.world.contacts.get(contactId)
  const contact = whole && facing(whole, of)
  if (key === null || !contact || contact.identity?.key === key) return
  if (contact.identity !== undefined && (at < contact.identity.since || contact.identity.key !== null)) return
  const since = contact.identity?.since ?? at
  step.fact({ kind: 'identity-known', contactId, identity: { key, since }, ...(of !== undefined && { of }) })
}

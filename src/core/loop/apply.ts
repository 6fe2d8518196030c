import type { ContactId } from '../account/account.ts'
import { callsAfter } from '../call/calls-after.ts'
import { consentsAfter } from '../consent/consent.ts'
import { blocksOfBoth } from '../contact/part-blocks.ts'
import { type Address, addressKey, type Contact } from '../contact/contact.ts'
import { mergedInto, type Pair, separated } from '../contact/merge.ts'
import { claimed, contactAfter, keptApart, settled, without } from '../contact/reduce.ts'
import type { Conversation } from '../conversation/conversation.ts'
import { conversationAfter, conversationFrom } from '../conversation/reduce.ts'
import type { Message } from '../message/message.ts'
import { messageAfter } from '../message/reduce.ts'
import { erasedContact } from '../privacy/erased.ts'
import { conversationOf, type NewFact } from './fact.ts'
import { contactLineKey, wireKey, type World } from './world.ts'

/** Folds one fact into the world and notes which rows changed. The only way a world ever changes. */
export function apply(world: World, fact: NewFact): void {
  switch (fact.kind) {
    case 'contact-added':
      putContact(world, fact.contact)
      for (const address of fact.contact.addresses) {
        leavePast(world, address)
        lead(world, address, fact.contact.contactId)
      }
      return
    case 'address-added':
      return addAddress(world, fact.contactId, fact.address)
    case 'address-retired':
      return retireAddress(world, fact)
    case 'contact-erased':
      for (const address of world.contacts.get(fact.contactId)?.addresses ?? []) lead(world, address, null)
      for (const address of world.contacts.get(fact.contactId)?.past ?? []) {
        world.contactByPastAddress.delete(addressKey(address))
        lead(world, address, null)
      }
      return changeContact(world, fact.contactId, (contact) => erasedContact(contact, fact.at))
    case 'outreach-counted':
      world.reached.add(fact.contactId)
      return changeContact(world, fact.contactId, (contact) => contactAfter(contact, fact))
    case 'identity-settled':
      // Who is the same is a part from now on, and is asked again should they be taken out.
      return fact.isSame ? undefined : changeContact(world, fact.contactId, settled)
    case 'contacts-merged':
      return putPair(world, fact, (pair) => mergedInto(pair, fact))
    case 'merge-undone':
      return putPair(world, fact, (pair) => separated(pair, fact))
    case 'contacts-kept-apart':
      changeContact(world, fact.contactId, (contact) => keptApart(contact, fact.otherId, fact))
      return changeContact(world, fact.otherId, (contact) => keptApart(contact, fact.contactId, fact))
    case 'phone-claimed': {
      const { contactId, otherId, phone, at } = fact
      changeContact(world, contactId, (contact) => claimed(contact, { contactId: otherId, phone, at }))
      return changeContact(world, otherId, (contact) => claimed(contact, { contactId, phone, at }))
    }
    case 'contact-named':
    case 'identity-known':
    case 'consent-recorded':
    case 'contact-listed':
    case 'contact-placed':
    case 'contact-blocked':
    case 'contact-unblocked':
    case 'outreach-released':
      return changeContact(world, fact.contactId, (contact) => contactAfter(contact, fact))
    case 'group-changed':
      return changeGroup(world, fact)
    case 'conversation-opened': {
      const conversation = conversationFrom(fact, fact.accountId, fact.at)
      world.conversations.set(fact.conversationId, conversation)
      world.conversationByContact.set(contactLineKey(fact.contactId, fact.lineId), fact.conversationId)
      world.changed.conversations.add(fact.conversationId)
      // Written too, so that of two processes that begin one, open or of the past, the slower finds the contact changed.
      if (world.contacts.has(fact.contactId)) world.changed.contacts.add(fact.contactId)
      return
    }
    case 'conversation-arranged':
      arrange(world, fact)
      break
    case 'message-received':
    case 'message-queued':
      putMessage(world, fact.message)
      break
    case 'history-added':
      for (const message of fact.messages) putMessage(world, message)
      break
    case 'message-progressed':
    case 'message-postponed':
    case 'message-superseded':
    case 'message-edited':
    case 'message-revoked':
    case 'message-reacted':
    case 'media-settled':
      changeMessage(world, fact)
      break
    default:
      break
  }
  changeConversation(world, fact)
}

type Paired = Extract<NewFact, { kind: 'contacts-merged' | 'merge-undone' }>

/** Both rows change, and every address leads to whoever has it afterwards. */
function putPair(world: World, { contactId, intoId }: Paired, change: (pair: Pair) => Pair): void {
  const [into, from] = [world.contacts.get(intoId), world.contacts.get(contactId)]
  if (!into || !from) return
  for (const contact of change([into, from])) {
    putContact(world, contact)
    for (const address of contact.addresses) lead(world, address, contact.contactId)
    for (const address of contact.past ?? []) leadPast(world, address, contact.contactId)
  }
}

function arrange(world: World, fact: Extract<NewFact, { kind: 'conversation-arranged' }>): void {
  const { conversationId, contactId, continuedBy } = fact
  const conversation = world.conversations.get(conversationId)
  if (!conversation) return
  const before = contactLineKey(conversation.contactId, conversation.lineId)
  if (world.conversationByContact.get(before) === conversationId) world.conversationByContact.delete(before)
  if (continuedBy !== null) return
  world.conversationByContact.set(contactLineKey(contactId, conversation.lineId), conversationId)
}

/** Whoever is in it knows it, so that what they said there is found. */
function changeGroup(world: World, fact: Extract<NewFact, { kind: 'group-changed' }>): void {
  const { contactId: groupId, group } = fact
  changeContact(world, groupId, (contact) => contactAfter(contact, fact))
  for (const { contactId } of group.participants) {
    const groups = world.contacts.get(contactId)?.groups ?? []
    if (!groups.includes(groupId))
      changeContact(world, contactId, (contact) => ({ ...contact, groups: [...groups, groupId] }))
  }
}

function putContact(world: World, contact: Contact): void {
  world.contacts.set(contact.contactId, contact)
  world.changed.contacts.add(contact.contactId)
}

function changeContact(world: World, contactId: ContactId, change: (contact: Contact) => Contact): void {
  const contact = world.contacts.get(contactId)
  if (contact) putContact(world, change(contact))
}

function lead(world: World, address: Address, contactId: ContactId | null): void {
  const key = addressKey(address)
  if (contactId === null) world.contactByAddress.delete(key)
  else world.contactByAddress.set(key, contactId)
  world.changed.addresses.set(key, { address, contactId })
}

/** Nothing leads there any more, and it stays known whose it was. */
function retireAddress(world: World, fact: Extract<NewFact, { kind: 'address-retired' }>): void {
  leavePast(world, fact.address)
  changeContact(world, fact.contactId, (contact) => contactAfter(contact, fact))
  world.contactByAddress.delete(addressKey(fact.address))
  leadPast(world, fact.address, fact.contactId)
}

function leadPast(world: World, address: Address, contactId: ContactId): void {
  const key = addressKey(address)
  world.contactByPastAddress.set(key, contactId)
  world.changed.addresses.set(key, { address, contactId })
}

/** It is nobody's past address any more. */
function leavePast(world: World, address: Address): void {
  const key = addressKey(address)
  const contactId = world.contactByPastAddress.get(key)
  if (contactId === undefined) return
  world.contactByPastAddress.delete(key)
  changeContact(world, contactId, (contact) => without(contact, address))
}

function addAddress(world: World, contactId: ContactId, address: Address): void {
  const holder = world.contactByAddress.get(addressKey(address))
  const former = holder === undefined || holder === contactId ? undefined : world.contacts.get(holder)
  // What was said under an address goes with it: it is the same person.
  const said = (holder === undefined ? undefined : world.contacts.get(holder))?.consents ?? []
  const moved = holder === contactId ? [] : said.filter((standing) => standing.address === addressKey(address))
  leavePast(world, address)
  if (holder !== undefined && holder !== contactId) changeContact(world, holder, (contact) => without(contact, address))
  changeContact(world, contactId, (contact) => {
    const consents = moved.reduce(consentsAfter, contact.consents)
    const rest = without({ ...contact, consents, ...mergedWith(contact, former) }, address)
    const place = rest.addresses.findLastIndex((other) => (other.since ?? 0) <= (address.since ?? 0)) + 1
    return { ...rest, addresses: rest.addresses.toSpliced(place, 0, address) }
  })
  lead(world, address, contactId)
}

/** Only what is the same person's goes from one to another in one step; whoever loses a number to somebody else loses it first. */
function mergedWith(
  contact: Contact,
  former: Contact | undefined,
): Pick<Contact, 'merged' | 'listed' | 'blocks' | 'groups'> {
  if (former === undefined) return {}
  const listed = contact.listed ?? former.listed
  const blocks = blocksOfBoth(contact, former)
  const groups = [...new Set([...(contact.groups ?? []), ...(former.groups ?? [])])]
  return {
    ...(listed && { listed }),
    ...(blocks.length > 0 && { blocks }),
    ...(groups.length > 0 && { groups }),
    merged: [...new Set([...(contact.merged ?? []), ...(former.merged ?? []), former.contactId])],
  }
}

function putMessage(world: World, message: Message): void {
  world.messages.set(message.messageId, message)
  world.changed.messages.add(message.messageId)
  if (message.wireId !== null) {
    world.messageByWireId.set(wireKey({ lineId: message.lineId, wireId: message.wireId }), message.messageId)
  }
  if (message.direction === 'out') world.messageByClientKey.set(message.clientKey, message.messageId)
}

function changeMessage(world: World, fact: NewFact & { messageId: Message['messageId'] }): void {
  const message = world.messages.get(fact.messageId)
  if (!message) return
  const changed = messageAfter(message, fact)
  if (changed !== message) putMessage(world, changed)
}

function changeConversation(world: World, fact: NewFact): void {
  const conversationId = conversationOf(fact)
  const conversation = conversationId === null ? undefined : world.conversations.get(conversationId)
  if (!conversation) return
  const changed = withCalls(conversationAfter(conversation, fact, fact.at), fact)
  if (changed === conversation) return
  world.conversations.set(conversation.conversationId, changed)
  if (!isMereTick(fact, conversation, changed)) world.changed.conversations.add(conversation.conversationId)
}

/** Folded here and not where screens fold: whoever shows it asks for it. */
function withCalls(conversation: Conversation, fact: NewFact): Conversation {
  const calls = callsAfter(conversation.calls, fact)
  return calls === undefined || calls === conversation.calls ? conversation : { ...conversation, calls }
}

/** How far the last message came stands with the message; the row of the conversation is not written for it. */
const isMereTick = (fact: NewFact, before: Conversation, after: Conversation): boolean =>
  (fact.kind === 'message-progressed' || fact.kind === 'message-postponed') &&
  before.failedSends === after.failedSends &&
  before.lastFailure === after.lastFailure &&
  before.control === after.control &&
  before.calls === after.calls

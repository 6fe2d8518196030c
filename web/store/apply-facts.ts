import type { ContactId, ConversationId } from '#core/account/account.ts'
import { type Address, addressKey, type Contact } from '#core/contact/contact.ts'
import { contactAfter, settled } from '#core/contact/reduce.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { conversationAfter, conversationFrom } from '#core/conversation/reduce.ts'
import { conversationOf, type Fact } from '#core/loop/fact.ts'
import type { Message } from '#core/message/message.ts'
import { messageAfter } from '#core/message/reduce.ts'
import { erasedContact, erasedConversation } from '#core/privacy/erased.ts'
import type { DeskState, Thread } from './desk-state.ts'

/** What facts ask the desk to fetch, because it does not know enough. */
export type Wanted = {
  readonly conversations: ReadonlySet<ConversationId>
  readonly touched: ReadonlySet<ConversationId>
  /** Of people who were erased. */
  readonly forgotten: ReadonlySet<ConversationId>
  readonly templates: boolean
  /** Somebody said who contacts are, or somebody was erased. */
  readonly identities: boolean
  readonly lines: boolean
}

/** The desk after consecutive facts. Facts at or below `seq` are known already and change nothing. */
export function applyFacts(before: DeskState, facts: readonly Fact[]): { state: DeskState; wanted: Wanted } {
  const fresh = facts.filter((fact) => before.seq === null || fact.seq > before.seq)
  const conversations = new Map(before.conversations)
  const contacts = new Map(before.contacts)
  const threads = new Map(before.threads)
  const missing = new Set<ConversationId>()
  const touched = new Set<ConversationId>()
  const forgotten = new Set<ConversationId>()
  let templates = false
  let identities = false
  let lines = false

  for (const fact of fresh) {
    applyToContacts(contacts, fact)
    if (fact.kind === 'contacts-merged' || fact.kind === 'merge-undone') {
      // What both have afterwards is told with their conversations.
      const both = [fact.contactId, fact.intoId]
      for (const one of conversations.values()) if (both.includes(one.contactId)) missing.add(one.conversationId)
    }
    if (fact.kind === 'contact-erased') for (const id of forget(conversations, threads, fact)) forgotten.add(id)
    if (fact.kind === 'templates-changed') templates = true
    if (SETTLES.has(fact.kind)) identities = true
    if (fact.kind === 'line-changed') lines = true
    const conversationId = conversationOf(fact)
    if (conversationId === null) continue
    touched.add(conversationId)
    const conversation = conversationNow(conversations.get(conversationId), fact)
    if (conversation === null) missing.add(conversationId)
    else {
      conversations.set(conversationId, conversation)
      if (!contacts.has(conversation.contactId)) missing.add(conversationId)
    }
    const thread = threads.get(conversationId)
    if (thread) threads.set(conversationId, threadAfter(thread, fact))
  }
  const seq = fresh.at(-1)?.seq ?? before.seq
  return {
    state: fresh.length === 0 ? before : { ...before, conversations, contacts, threads, seq },
    wanted: { conversations: missing, touched: touched.union(forgotten), forgotten, templates, identities, lines },
  }
}

const SETTLES: ReadonlySet<Fact['kind']> = new Set([
  'contacts-merged',
  'merge-undone',
  'contacts-kept-apart',
  'identity-settled',
  'contact-erased',
])

/** Nothing of an erased person stays on the desk: not in the lists, not in an open thread. Answers their conversations. */
function forget(
  conversations: Map<ConversationId, Conversation>,
  threads: Map<ConversationId, Thread>,
  { contactId, at }: Extract<Fact, { kind: 'contact-erased' }>,
): readonly ConversationId[] {
  for (const [id, thread] of threads) {
    const messages = thread.messages.filter((message) => message.direction === 'out' || message.writerId !== contactId)
    if (messages.length < thread.messages.length) threads.set(id, { ...thread, messages })
  }
  for (const [id, conversation] of conversations)
    if (conversation.lastMessage?.writerId === contactId) conversations.set(id, { ...conversation, lastMessage: null })
  const theirs = [...conversations.values()].filter((conversation) => conversation.contactId === contactId)
  return theirs.map((conversation) => {
    const { conversationId } = conversation
    conversations.set(conversationId, erasedConversation(conversation, at))
    const thread = threads.get(conversationId)
    if (thread) threads.set(conversationId, { ...thread, messages: [], next: null })
    return conversationId
  })
}

function conversationNow(known: Conversation | undefined, fact: Fact): Conversation | null {
  if (fact.kind === 'conversation-opened') return known ?? conversationFrom(fact, fact.accountId, fact.at)
  return known ? conversationAfter(known, fact, fact.at) : null
}

function threadAfter(thread: Thread, fact: Fact): Thread {
  if (fact.kind === 'message-received' || fact.kind === 'message-queued') {
    return { ...thread, messages: withMessage(thread.messages, fact.message) }
  }
  if (leavesGaps(fact)) return { ...thread, stale: true, patchy: true }
  if (!('messageId' in fact)) return thread
  const index = thread.messages.findIndex((message) => message.messageId === fact.messageId)
  const message = thread.messages[index]
  if (!message) return thread
  const after = messageAfter(message, fact)
  return after === message ? thread : { ...thread, messages: thread.messages.with(index, after) }
}

/** Whether messages came in between those that are here, and the fact does not tell them all. */
export const leavesGaps = ({ kind }: Fact): boolean => kind === 'history-added' || kind === 'conversation-arranged'

/** With a new message in its place by time; a message already known stays as it is, for it may be further, but for one of the history. */
export function withMessage(messages: readonly Message[], message: Message): readonly Message[] {
  const known = messages.findIndex(({ messageId }) => messageId === message.messageId)
  if (known >= 0) return messages[known]?.history ? messages.with(known, message) : messages
  let index = messages.length
  while (index > 0 && isAfter(messages[index - 1], message)) index -= 1
  return messages.toSpliced(index, 0, message)
}

const isAfter = (a: Message | undefined, b: Message): boolean =>
  a !== undefined && (a.at > b.at || (a.at === b.at && a.messageId > b.messageId))

function applyToContacts(contacts: Map<ContactId, Contact>, fact: Fact): void {
  switch (fact.kind) {
    case 'contact-added':
      contacts.set(fact.contact.contactId, fact.contact)
      return
    case 'address-added':
      return change(contacts, fact.contactId, (contact) => ({
        ...contact,
        addresses: [...without(contact.addresses, fact.address), fact.address],
      }))
    case 'identity-settled':
      return change(contacts, fact.contactId, settled)
    case 'contact-erased':
      return change(contacts, fact.contactId, (contact) => erasedContact(contact, fact.at))
    case 'contact-named':
    case 'address-retired':
    case 'identity-known':
    case 'consent-recorded':
    case 'contact-listed':
    case 'contact-placed':
    case 'contact-blocked':
    case 'contact-unblocked':
    case 'outreach-counted':
    case 'outreach-released':
    case 'group-changed':
      return change(contacts, fact.contactId, (contact) => contactAfter(contact, fact))
    default:
      return
  }
}

function change(contacts: Map<ContactId, Contact>, contactId: ContactId, how: (contact: Contact) => Contact): void {
  const contact = contacts.get(contactId)
  if (contact) contacts.set(contactId, how(contact))
}

const without = (addresses: readonly Address[], address: Address): readonly Address[] =>
  addresses.filter((known) => addressKey(known) !== addressKey(address))

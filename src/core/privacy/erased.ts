import type { Instant } from '#base/time.ts'
import type { ContactId, ConversationId } from '../account/account.ts'
import type { Address, Contact } from '../contact/contact.ts'
import { ownerOf } from '../contact/part.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { FactBody } from '../loop/fact.ts'
import type { Content } from '../message/content.ts'
import type { Message } from '../message/message.ts'
import type { Covers } from '../policy/rights.ts'

/** What is left of a contact: that there was one. */
export const erasedContact = ({ accountId, contactId, createdAt }: Contact, erasedAt: Instant): Contact => ({
  ...{ accountId, contactId, createdAt, erasedAt },
  ...{ name: null, username: null, addresses: [], consents: [] },
})

/** What is left of a conversation: when it was and who had it. */
export const erasedConversation = ({ calls: _, ...conversation }: Conversation, at: Instant): Conversation => ({
  ...conversation,
  ...{ state: 'resolved', resolvedAt: conversation.resolvedAt ?? at, waitingSince: null, unread: 0, failedSends: 0 },
  ...{ lastFailure: null, lastMessage: null, lastAnswer: null, lastInbound: null },
})

/** What is left of a group's conversation without these messages: the newest of them is shown no more. */
export function withoutMessages(
  conversation: Conversation,
  messageIds: ReadonlySet<Message['messageId']>,
): Conversation {
  const { lastMessage } = conversation
  const isShown = lastMessage !== null && messageIds.has(lastMessage.messageId)
  return isShown ? { ...conversation, lastMessage: null, lastInbound: null } : conversation
}

/** Whom a fact may be about. `addresses`: all they ever had, in digits or as user ids. */
export type Erased = {
  readonly contactId: ContactId
  readonly conversationIds: ReadonlySet<ConversationId>
  readonly addresses: readonly string[]
}

/** What is left of a fact about an erased person: its number, and that something happened. Null: it says nothing of them. */
export function erasedFact(fact: FactBody, erased: Erased): FactBody | null {
  switch (fact.kind) {
    case 'contact-added':
      return fact.contact.contactId === erased.contactId ? NOTHING : null
    case 'contact-named':
    case 'contact-listed':
    case 'consent-recorded':
    case 'identity-known':
      return ownerOf(fact, fact) === erased.contactId ? NOTHING : null
    case 'address-added':
    case 'address-retired':
      return ownerOf(fact.address, fact) === erased.contactId ? NOTHING : null
    case 'contact-placed':
    case 'contact-blocked':
    case 'contact-unblocked':
      return fact.contactId === erased.contactId ? NOTHING : null
    case 'contacts-merged':
    case 'merge-undone':
      return erased.contactId === fact.contactId || erased.contactId === fact.intoId ? NOTHING : null
    case 'phone-claimed':
      return erased.contactId === fact.contactId || erased.contactId === fact.otherId ? NOTHING : null
    case 'message-received':
    case 'message-queued':
    case 'history-added':
    case 'message-progressed':
    case 'message-postponed':
    case 'message-edited':
    case 'message-revoked':
    case 'message-reacted':
    case 'media-settled':
      return erased.conversationIds.has(fact.conversationId) || isInGroup(fact, erased.contactId) ? NOTHING : null
    case 'platform-notice-received': {
      const said = JSON.stringify([fact.value, fact.notice ?? null])
      return erased.addresses.some((address) => said.includes(address)) ? NOTHING : null
    }
    default:
      return null
  }
}

/** Whether they said it in a group, or it tells that they came, went or wanted to. */
function isInGroup(fact: FactBody, contactId: ContactId): boolean {
  if (fact.kind === 'message-received') return isTheirsInGroup(fact.message, contactId)
  return 'writerId' in fact && fact.writerId === contactId
}

/** Whether a message of a group's thread goes when one of the group is erased. */
export const isTheirsInGroup = (message: Message, contactId: ContactId): boolean =>
  message.direction === 'in' &&
  (message.writerId === contactId ||
    (message.content.kind === 'group-event' && message.content.who.includes(contactId)))

const NOTHING: FactBody = { kind: 'fact-erased' }

/** Addresses a fact tells of a contact; not those of another that was a part of it. */
export const addressesIn = (fact: FactBody, contactId: ContactId): readonly Address[] =>
  fact.kind === 'contact-added' && fact.contact.contactId === contactId
    ? fact.contact.addresses
    : (fact.kind === 'address-added' || fact.kind === 'address-retired') && ownerOf(fact.address, fact) === contactId
      ? [fact.address]
      : []

/** The message that another one speaks of by its id on the wire; null: it speaks of none. */
export const targetOf = (content: Content): string | null => ('targetWireId' in content ? content.targetWireId : null)

/** What still holds for an erased person who said no: kept with nothing but a salted hash of their address. */
export function refusesAfterwards({ consents }: Contact, barred: Covers | null): Covers | null {
  const withdrawn = new Set(consents.flatMap(({ change, purpose }) => (change === 'withdrawn' ? [purpose] : [])))
  const isAll = withdrawn.has('marketing') && withdrawn.has('notices') && withdrawn.has('collections')
  if (barred === 'everything' || isAll) return 'everything'
  return withdrawn.has('marketing') ? 'marketing' : barred
}

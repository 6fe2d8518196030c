import type { Instant } from '#base/time.ts'
import type { ContactId, ConversationId } from '../account/account.ts'
import type { Address, Contact } from '../contact/contact.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { FactBody } from '../loop/fact.ts'
import type { Content } from '../message/content.ts'
import type { Covers } from '../policy/rights.ts'

/** What is left of a contact: that there was one. */
export const erasedContact = ({ accountId, contactId, createdAt }: Contact, erasedAt: Instant): Contact => ({
  ...{ accountId, contactId, createdAt, erasedAt },
  ...{ name: null, username: null, addresses: [], consents: [] },
})

/** What is left of a conversation: when it was and who had it. */
export const erasedConversation = (conversation: Conversation, at: Instant): Conversation => ({
  ...conversation,
  ...{ state: 'resolved', resolvedAt: conversation.resolvedAt ?? at, waitingSince: null, unread: 0, failedSends: 0 },
  ...{ lastFailure: null, lastMessage: null, lastAnswer: null, lastInbound: null },
})

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
    case 'address-added':
    case 'address-retired':
    case 'consent-recorded':
    case 'contact-placed':
    case 'identity-known':
    case 'contact-blocked':
    case 'contact-unblocked':
      return fact.contactId === erased.contactId ? NOTHING : null
    case 'message-received':
    case 'message-queued':
    case 'history-added':
    case 'message-progressed':
    case 'message-postponed':
    case 'message-edited':
    case 'message-revoked':
    case 'message-reacted':
    case 'media-settled':
      return erased.conversationIds.has(fact.conversationId) ? NOTHING : null
    case 'platform-notice-received': {
      const said = JSON.stringify([fact.value, fact.notice ?? null])
      return erased.addresses.some((address) => said.includes(address)) ? NOTHING : null
    }
    default:
      return null
  }
}
const NOTHING: FactBody = { kind: 'fact-erased' }

/** An address a fact tells of a contact; null: none. */
export const addressesIn = (fact: FactBody, contactId: ContactId): readonly Address[] =>
  fact.kind === 'contact-added' && fact.contact.contactId === contactId
    ? fact.contact.addresses
    : (fact.kind === 'address-added' || fact.kind === 'address-retired') && fact.contactId === contactId
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

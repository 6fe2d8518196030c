import type { AccountId, ContactId, ConversationId, LineId, MessageId } from '../account/account.ts'
import { type Address, addressKey, type Contact } from '../contact/contact.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { Message } from '../message/message.ts'
import type { Template, TemplateRef } from '../template/template.ts'
import type { Command } from './command.ts'

/** What must be loaded before a batch can be decided. Lists may hold the same thing twice. */
export type Needs = {
  readonly accountId: AccountId
  /** Load the contacts behind these addresses, and their newest conversation on the line, if one is named. */
  readonly addresses: readonly { readonly address: Address; readonly lineId: LineId | null }[]
  /** Load the messages with these ids on the wire, what is parked for them, and their conversations. */
  readonly wireIds: readonly WireRef[]
  readonly messages: readonly MessageId[]
  readonly conversations: readonly ConversationId[]
  readonly contacts: readonly { readonly contactId: ContactId; readonly lineId: LineId | null }[]
  readonly clientKeys: readonly string[]
  readonly templates: readonly TemplateRef[]
}
export type WireRef = { readonly lineId: LineId; readonly wireId: string }

/** The rows of one account that a batch touches, as loaded and then changed by facts. Versions belong to the ledger. */
export type World = {
  readonly accountId: AccountId
  readonly contacts: Map<ContactId, Contact>
  readonly contactByAddress: Map<string, ContactId>
  /** Who was the last to have an address that leads to nobody now. */
  readonly contactByPastAddress: Map<string, ContactId>
  readonly conversations: Map<ConversationId, Conversation>
  /** The newest conversation of a contact on a line. */
  readonly conversationByContact: Map<string, ConversationId>
  readonly messages: Map<MessageId, Message>
  readonly messageByWireId: Map<string, MessageId>
  readonly messageByClientKey: Map<string, MessageId>
  readonly templates: Map<string, Template>
  /**
   * Commands that speak of a message not known yet — a status before our send returned, a reaction before its target —
   * under its id on the wire. They are decided again when it appears.
   */
  readonly parked: Map<string, Command[]>
  /** Contacts we began with since loading. */
  readonly reached: Set<ContactId>
  /** Conversations a decision had to know of and that were not loaded: it is made again with them. */
  readonly missed: Set<ConversationId>
  /** Contacts on whose word something leaves: when that has changed since loading, nothing may be committed. */
  readonly relied: Set<ContactId>
  /** Rows changed or added since loading; what `commit` writes. */
  readonly changed: {
    readonly contacts: Set<ContactId>
    readonly conversations: Set<ConversationId>
    readonly messages: Set<MessageId>
    /** Address keys that belong to a contact now, in use or past, or to nobody. */
    readonly addresses: Map<string, { readonly address: Address; readonly contactId: ContactId | null }>
    /** Added to (false) or emptied (true) wire ids. */
    readonly parked: Map<string, { readonly ref: WireRef; readonly taken: boolean; readonly added: Command[] }>
  }
}

export function emptyWorld(accountId: AccountId): World {
  return {
    accountId,
    contacts: new Map(),
    contactByAddress: new Map(),
    contactByPastAddress: new Map(),
    conversations: new Map(),
    conversationByContact: new Map(),
    messages: new Map(),
    messageByWireId: new Map(),
    messageByClientKey: new Map(),
    templates: new Map(),
    parked: new Map(),
    reached: new Set(),
    missed: new Set(),
    relied: new Set(),
    changed: {
      contacts: new Set(),
      conversations: new Set(),
      messages: new Set(),
      addresses: new Map(),
      parked: new Map(),
    },
  }
}

export const contactLineKey = (contactId: ContactId, lineId: LineId): string => `${contactId}:${lineId}`
export const wireKey = (ref: WireRef): string => `${ref.lineId}:${ref.wireId}`
export const templateKey = (ref: TemplateRef): string => `${ref.groupKey}:${ref.name}:${ref.language}`

export const contactAt = (world: World, address: Address): Contact | null => {
  const contactId = world.contactByAddress.get(addressKey(address))
  return contactId === undefined ? null : (world.contacts.get(contactId) ?? null)
}

import { create } from 'zustand'
import type { ConversationId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { type DeskState, EMPTY_DESK, EMPTY_THREAD, type Thread } from './desk-state.ts'

export const useDesk = create<DeskState>(() => EMPTY_DESK)
export const desk = (): DeskState => useDesk.getState()

export const useConversation = (id: ConversationId): Conversation | undefined =>
  useDesk((state) => state.conversations.get(id))
export const useContactOf = (conversation: Conversation | undefined): Contact | undefined =>
  useDesk((state) => (conversation ? state.contacts.get(conversation.contactId) : undefined))
export const useThread = (id: ConversationId): Thread | undefined => useDesk((state) => state.threads.get(id))

export function putThread(id: ConversationId, change: (thread: Thread) => Thread): void {
  useDesk.setState((state) => ({
    threads: new Map(state.threads).set(id, change(state.threads.get(id) ?? EMPTY_THREAD)),
  }))
}

export function putConversations(pairs: readonly { conversation: Conversation; contact: Contact }[]): void {
  useDesk.setState((state) => {
    const conversations = new Map(state.conversations)
    const contacts = new Map(state.contacts)
    for (const { conversation, contact } of pairs) {
      conversations.set(conversation.conversationId, conversation)
      contacts.set(contact.contactId, contact)
    }
    return { conversations, contacts }
  })
}

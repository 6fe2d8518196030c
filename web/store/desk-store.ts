import { create } from 'zustand'
import type { ConversationId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import type { fromConversationView } from '#contract/convert.ts'
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

export function putConversations(pairs: readonly ReturnType<typeof fromConversationView>[]): void {
  useDesk.setState((state) => {
    const conversations = new Map(state.conversations)
    const contacts = new Map(state.contacts)
    const writers = new Map(state.writers)
    for (const { conversation, contact, writer } of pairs) {
      if (writer?.name) writers.set(writer.id, writer.name)
      conversations.set(conversation.conversationId, conversation)
      contacts.set(contact.contactId, contact)
    }
    return { conversations, contacts, writers }
  })
}

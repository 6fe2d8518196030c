import type { ContactId, LineId } from '../account/account.ts'
import type { Conversation } from '../conversation/conversation.ts'
import { contactLineKey, type World } from '../loop/world.ts'

/** Where what is said to somebody in this conversation is said now. */
export function goingOn(world: World, conversation: Conversation): Conversation {
  if (conversation.continuedBy === undefined) return conversation
  return conversationOn(world, conversation.contactId, conversation.lineId) ?? conversation
}

function conversationOn(world: World, contactId: ContactId, lineId: LineId): Conversation | undefined {
  const conversationId = world.conversationByContact.get(contactLineKey(contactId, lineId))
  return conversationId === undefined ? undefined : world.conversations.get(conversationId)
}

import type { ContactId, LineId } from '../account/account.ts'
import type { Conversation } from '../conversation/conversation.ts'
import type { Step } from '../loop/step.ts'
import { contactLineKey, type World } from '../loop/world.ts'

/**
 * Two contacts are one person: of their conversations on a line the later one goes on with the former contact, open if
 * either was, and the earlier one stands above it.
 */
export function passConversation(step: Step, lineId: LineId, contactId: ContactId, formerId: ContactId): void {
  const { world } = step
  const later = conversationOn(world, contactId, lineId)
  if (!later) return
  const before = conversationOn(world, formerId, lineId)
  const { conversationId } = later
  if (before?.state === 'open') {
    step.fact({ kind: 'conversation-resolved', conversationId: before.conversationId, by: { kind: 'system' } })
  }
  const earlier = before ? [before.conversationId, ...(before.earlier ?? [])] : []
  if (before) {
    step.fact({
      kind: 'conversation-continued',
      conversationId: before.conversationId,
      continuedBy: conversationId,
    })
  }
  step.fact({ kind: 'conversation-passed', conversationId, contactId: formerId, earlier })
  if (before?.state === 'open' && later.state === 'resolved') {
    step.fact({ kind: 'conversation-reopened', conversationId })
  }
}

/** Where what is said to somebody in this conversation is said now. */
export function goingOn(world: World, conversation: Conversation): Conversation {
  if (conversation.continuedBy === undefined) return conversation
  return conversationOn(world, conversation.contactId, conversation.lineId) ?? conversation
}

function conversationOn(world: World, contactId: ContactId, lineId: LineId): Conversation | undefined {
  const conversationId = world.conversationByContact.get(contactLineKey(contactId, lineId))
  return conversationId === undefined ? undefined : world.conversations.get(conversationId)
}

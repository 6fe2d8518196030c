import { unreachable } from '#base/result.ts'
import { confirmSignUp } from '../consent/confirm-sign-up.ts'
import { addAppContacts } from '../app-sync/contacts.ts'
import { addHistory } from '../app-sync/history.ts'
import { receiveAppContacts, receiveHistory, syncApp } from '../app-sync/receive.ts'
import { heedNotice } from '../consent/heed.ts'
import { recordConsent } from '../consent/record.ts'
import { goingOn } from '../contact/thread.ts'
import { keepApart, mergeContacts, undoMerge } from '../contact/merge-contacts.ts'
import { settleIdentity } from '../contact/settle-identity.ts'
import { noteBlock, settleBlock } from '../contact/note-block.ts'
import { receiveGroup } from '../group/receive.ts'
import type { Conversation } from '../conversation/conversation.ts'
import { receiveEcho } from '../message/echo.ts'
import { reopen } from '../message/queue.ts'
import { changeIdentity, receiveMessage, receiveStatus, touchMessage } from '../message/receive.ts'
import { beginSend, settleSend } from '../message/claim.ts'
import { cancelMessage } from '../message/cancel.ts'
import { retryMessage, sendMessage } from '../message/send.ts'
import { eraseContact } from '../privacy/erase.ts'
import { refusal } from '../refusal/refusal.ts'
import type { Command, CommandBody } from './command.ts'
import { answer, type Context, type Decision, type Outcome, refused, type Step, stepIn } from './step.ts'
import type { World } from './world.ts'

/**
 * The whole of what Hilo decides: one command, in the state all earlier ones left, at one instant. Changes the world by
 * the facts it returns; pure otherwise. Commands may come twice, late and in any order.
 */
export function decide(world: World, command: Command, context: Context): Decision {
  const step = stepIn(world, context)
  return step.decided(outcomeOf(step, command))
}

function outcomeOf(step: Step, command: Command): Outcome {
  switch (command.kind) {
    case 'receive-message':
      return receiveMessage(step, command)
    case 'receive-echo':
      return receiveEcho(step, command)
    case 'receive-status':
      return receiveStatus(step, command)
    case 'receive-group':
      return receiveGroup(step, command)
    case 'receive-app-contacts':
      return receiveAppContacts(step, command)
    case 'add-app-contacts':
      return addAppContacts(step, command)
    case 'receive-history':
      return receiveHistory(step, command)
    case 'add-history':
      return addHistory(step, command)
    case 'sync-app':
      return syncApp(step, command)
    case 'change-identity':
      return changeIdentity(step, command)
    case 'receive-notice':
      return receiveNotice(step, command)
    case 'touch-message':
      return touchMessage(step, command)
    case 'send-message':
      return sendMessage(step, command)
    case 'retry-message':
      return retryMessage(step, command)
    case 'cancel-message':
      return cancelMessage(step, command)
    case 'begin-send':
      return beginSend(step, command)
    case 'settle-send':
      return settleSend(step, command)
    case 'settle-media':
      return settleMedia(step, command)
    case 'assign-conversation':
    case 'resolve-conversation':
    case 'reopen-conversation':
    case 'see-conversation': {
      const conversation = step.world.conversations.get(command.conversationId)
      if (!conversation) return refused(refusal('conversation-missing'))
      return changeConversation(step, command, goingOn(step.world, conversation))
    }
    case 'settle-identity':
      return settleIdentity(step, command)
    case 'merge-contacts':
      return mergeContacts(step, command)
    case 'undo-merge':
      return undoMerge(step, command)
    case 'keep-apart':
      return keepApart(step, command)
    case 'record-consent':
      return recordConsent(step, command)
    case 'confirm-sign-up':
      return confirmSignUp(step, command)
    case 'erase-contact':
      return eraseContact(step, command)
    case 'note-templates':
      step.fact({ kind: 'templates-changed', groupKey: command.groupKey })
      return answer()
    case 'sync-templates':
      step.effect({ kind: 'sync-templates', lineId: command.lineId })
      return answer()
    case 'submit-template': {
      const { groupKey, templateId, lineId } = command
      step.fact({ kind: 'templates-changed', groupKey })
      step.effect({ kind: 'submit-template', templateId, lineId })
      return answer()
    }
    case 'place-contact': {
      const contact = step.world.contacts.get(command.contactId)
      if (!contact) return refused(refusal('contact-missing'))
      if (contact.erasedAt !== undefined) return refused(refusal('contact-erased'))
      const { contactId } = contact
      if ((contact.zone ?? null) !== command.zone) step.fact({ kind: 'contact-placed', contactId, zone: command.zone })
      return answer({ contactId })
    }
    case 'block-contact':
    case 'unblock-contact':
      return noteBlock(step, command)
    case 'settle-block':
      return settleBlock(step, command)
    case 'note-line':
      step.fact({ kind: 'line-changed', lineId: command.lineId })
      return answer()
    default:
      return unreachable(command)
  }
}

function receiveNotice(step: Step, command: Extract<CommandBody, { kind: 'receive-notice' }>): Outcome {
  const { field, value, notice } = command
  const { lineId } = command.line
  step.fact({ kind: 'platform-notice-received', lineId, field, value, notice })
  if (notice !== null) {
    const heardAt = step.context.now
    const isDated = command.toldAt !== null
    // A time that is still to come would outlast every true word that follows.
    const toldAt = command.toldAt === null || command.toldAt > heardAt ? heardAt : command.toldAt
    step.effect({ kind: 'keep-notice', lineId, field, value, notice, toldAt, heardAt, isDated })
    heedNotice(step, command.line, notice, toldAt)
  }
  if (TEMPLATE_FIELDS.has(field)) step.effect({ kind: 'sync-templates', lineId })
  return answer()
}

/** Notices after which the templates are read again (cloud-api §2.5). */
const TEMPLATE_FIELDS: ReadonlySet<string> = new Set([
  'message_template_status_update',
  'message_template_quality_update',
  'message_template_components_update',
  'template_category_update',
])

function settleMedia(step: Step, command: Extract<CommandBody, { kind: 'settle-media' }>): Outcome {
  step.finish(command.effectId)
  const message = step.world.messages.get(command.messageId)
  if (!message) return refused(refusal('message-missing'))
  const { conversationId, messageId } = message
  const writer = message.direction === 'in' && message.writerId !== undefined ? { writerId: message.writerId } : {}
  step.fact({ kind: 'media-settled', conversationId, messageId, media: command.media, ...writer })
  return answer({ conversationId, messageId })
}

type Change = Extract<
  CommandBody,
  { kind: 'assign-conversation' | 'resolve-conversation' | 'reopen-conversation' | 'see-conversation' }
>

/** Saying again what is so already is answered and changes nothing. */
function changeConversation(step: Step, command: Change, conversation: Conversation): Outcome {
  const { conversationId, contactId } = conversation
  const { by } = command
  switch (command.kind) {
    case 'assign-conversation':
      if (command.assigneeId !== conversation.assigneeId) {
        step.fact({ kind: 'conversation-assigned', conversationId, assigneeId: command.assigneeId, by })
      }
      break
    case 'resolve-conversation':
      if (conversation.state === 'open') step.fact({ kind: 'conversation-resolved', conversationId, by })
      break
    case 'reopen-conversation':
      if (step.world.contacts.get(contactId)?.erasedAt !== undefined) return refused(refusal('contact-erased'))
      reopen(step, conversationId)
      break
    case 'see-conversation':
      see(step, conversation, command)
      break
  }
  return answer({ conversationId, contactId })
}

function see(step: Step, conversation: Conversation, { by, typing }: Extract<Change, { kind: 'see-conversation' }>) {
  const { conversationId, lineId, lastInbound, unread } = conversation
  if (unread > 0) step.fact({ kind: 'conversation-seen', conversationId, by })
  if (lastInbound !== null && (unread > 0 || typing)) {
    step.effect({ kind: 'mark-read', lineId, wireId: lastInbound.wireId, typing })
  }
}

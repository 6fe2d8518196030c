import { between, hours, type Instant, later, plus } from '#base/time.ts'
import type { AccountId } from '../account/account.ts'
import type { FactBody } from '../loop/fact.ts'
import type { Content } from '../message/content.ts'
import type { Message } from '../message/message.ts'
import { callOutcomeOf, previewOf } from '../message/preview.ts'
import { isReport, isTurn, opensWindow } from '../message/reduce.ts'
import { type MessageStatus, needsAttention } from '../message/status.ts'
import { FREE_ENTRY_WINDOW } from '../window/window.ts'
import { controlAfter } from './control-after.ts'
import type { Conversation, LastMessage } from './conversation.ts'

/** The conversation a `conversation-opened` fact begins. */
export function conversationFrom(
  fact: Extract<FactBody, { kind: 'conversation-opened' }>,
  accountId: AccountId,
  at: Instant,
): Conversation {
  const { historyFrom } = fact
  return {
    accountId,
    conversationId: fact.conversationId,
    contactId: fact.contactId,
    lineId: fact.lineId,
    state: historyFrom === undefined ? 'open' : 'resolved',
    assigneeId: null,
    openedAt: historyFrom ?? at,
    resolvedAt: historyFrom ?? null,
    customerWroteAt: null,
    freeEntryAt: null,
    freeEntryUntil: null,
    waitingSince: null,
    unread: 0,
    failedSends: 0,
    lastFailure: null,
    lastMessage: null,
    lastAnswer: null,
    lastInbound: null,
    sortAt: historyFrom ?? at,
  }
}

/** The conversation after a fact about it, decided at `at`; the very same object when nothing changed. */
export function conversationAfter(conversation: Conversation, fact: FactBody, at: Instant): Conversation {
  const after = saidAfter(conversation, fact, at)
  const control = controlAfter(after.control, fact)
  return control === undefined || control === after.control ? after : { ...after, control }
}

function saidAfter(conversation: Conversation, fact: FactBody, at: Instant): Conversation {
  switch (fact.kind) {
    case 'conversation-reopened':
      return { ...conversation, state: 'open', resolvedAt: null }
    case 'conversation-resolved':
      return { ...conversation, state: 'resolved', resolvedAt: at, waitingSince: null }
    case 'conversation-arranged':
      return arranged(conversation, fact)
    case 'conversation-assigned':
      return { ...conversation, assigneeId: fact.assigneeId }
    case 'conversation-seen':
      return conversation.unread === 0 ? conversation : { ...conversation, unread: 0 }
    case 'message-received':
    case 'message-queued':
      return fact.message.direction === 'in'
        ? afterReceived(conversation, fact.message)
        : afterQueued(conversation, fact.message)
    case 'history-added':
      return fact.messages.reduce(withPast, conversation)
    case 'message-progressed':
      return afterProgress(conversation, fact)
    case 'message-postponed':
      return withLast(conversation, fact.messageId, (last) => ({ ...last, status: 'queued' }))
    case 'message-superseded':
      return dealtWith(conversation, fact.messageId, needsAttention(fact.before))
    case 'message-edited':
      return withLast(conversation, fact.messageId, ({ outcome, ...last }) => ({
        ...last,
        // News of a call may come late; that nobody took it is the last there is.
        ...(outcome && fact.content.kind === 'call' && { outcome }),
        ...shownOf(fact.content),
      }))
    case 'message-revoked':
      return withLast(conversation, fact.messageId, (last) => ({ ...last, kind: 'revoke', preview: '' }))
    default:
      return conversation
  }
}

function arranged(
  { of: _, earlier: __, continuedBy: ___, ...conversation }: Conversation,
  { contactId, of, earlier, continuedBy, waitingSince, unread }: Extract<FactBody, { kind: 'conversation-arranged' }>,
): Conversation {
  return {
    ...conversation,
    ...{ contactId, waitingSince, unread },
    ...(of !== null && { of }),
    ...(earlier.length > 0 && { earlier }),
    ...(continuedBy !== null && { continuedBy }),
  }
}

/** As a screen reads it: how far the last message came is what the message itself says; null when it is not known. */
export function withTick(conversation: Conversation, status: MessageStatus | null): Conversation {
  const { lastMessage } = conversation
  if (lastMessage === null || status === null || lastMessage.status === status) return conversation
  return { ...conversation, lastMessage: { ...lastMessage, status } }
}

function afterReceived(conversation: Conversation, message: Message & { direction: 'in' }): Conversation {
  const opens = opensWindow(message)
  const turn = isTurn(message)
  if (!opens && !turn && !isReport(message) && message.content.kind !== 'system') return conversation
  const next = withNewest(conversation, message)
  if (!opens && !turn) return next
  const fromAd =
    message.referral !== null && (conversation.freeEntryAt === null || conversation.freeEntryAt < message.at)
  // A timestamp from the future must not hold the window open for longer than a message of this moment would.
  const wroteAt = message.at < message.receivedAt ? message.at : message.receivedAt
  // Of a thread that goes on elsewhere, what does not turn it here is counted nowhere.
  const isAbove = conversation.continuedBy !== undefined
  const answered = conversation.lastMessage?.direction === 'out' && conversation.lastMessage.at > message.at
  return {
    ...next,
    customerWroteAt: opens ? heldOpenFrom(conversation, wroteAt) : conversation.customerWroteAt,
    freeEntryAt: fromAd ? message.at : conversation.freeEntryAt,
    waitingSince: turn && !answered ? earlier(conversation.waitingSince, message.at) : conversation.waitingSince,
    unread: isListenedTo(message) || isAbove ? conversation.unread : conversation.unread + 1,
    lastInbound:
      conversation.lastInbound !== null && conversation.lastInbound.at > message.at
        ? conversation.lastInbound
        : { wireId: message.wireId, at: message.at },
  }
}

/** Another answers: nobody has to read it. */
const isListenedTo = (message: Message & { direction: 'in' }): boolean => message.circumstances?.standby === true

const heldOpenFrom = (conversation: Conversation, wroteAt: Instant): Instant =>
  conversation.customerWroteAt === null ? wroteAt : later(conversation.customerWroteAt, wroteAt)

function afterQueued(conversation: Conversation, message: Message & { direction: 'out' }): Conversation {
  if (message.content.kind === 'reaction') return conversation
  const { freeEntryAt, freeEntryUntil } = conversation
  const answersAd =
    freeEntryAt !== null &&
    (freeEntryUntil === null || freeEntryUntil < freeEntryAt) &&
    between(freeEntryAt, message.at) < hours(24)
  return {
    ...withNewest(conversation, message),
    // Whoever is told that nobody is there is still waiting for an answer.
    ...(message.rule === 'away'
      ? { awayAt: message.at }
      : { waitingSince: null, lastAnswer: { messageId: message.messageId, author: message.author, at: message.at } }),
    freeEntryUntil: answersAd ? plus(message.at, FREE_ENTRY_WINDOW) : freeEntryUntil,
  }
}

function afterProgress(
  conversation: Conversation,
  fact: Extract<FactBody, { kind: 'message-progressed' }>,
): Conversation {
  return withLast(afterFailure(conversation, fact), fact.messageId, (last) =>
    last.status === fact.after ? last : { ...last, status: fact.after },
  )
}

function afterFailure(
  conversation: Conversation,
  { messageId, before, after, problem }: Extract<FactBody, { kind: 'message-progressed' }>,
): Conversation {
  if (!needsAttention(after)) return needsAttention(before) ? dealtWith(conversation, messageId, true) : conversation
  const isNew = !needsAttention(before)
  if (!isNew && (before === after || problem === null)) return conversation
  return {
    ...conversation,
    failedSends: conversation.failedSends + (isNew ? 1 : 0),
    lastFailure: problem === null ? conversation.lastFailure : { messageId, code: problem.code },
  }
}

function dealtWith(conversation: Conversation, messageId: Message['messageId'], isFailure: boolean): Conversation {
  const failedSends = conversation.failedSends - (isFailure ? 1 : 0)
  const isLast = conversation.lastFailure?.messageId === messageId
  return { ...conversation, failedSends, lastFailure: isLast || failedSends === 0 ? null : conversation.lastFailure }
}

function withNewest(conversation: Conversation, message: Message): Conversation {
  const { lastMessage } = conversation
  const isNewest =
    lastMessage === null ||
    message.at > lastMessage.at ||
    (message.at === lastMessage.at && message.messageId > lastMessage.messageId)
  return {
    ...conversation,
    lastMessage: isNewest ? lastMessageOf(message) : lastMessage,
    sortAt: later(conversation.sortAt, message.at),
  }
}

/** It only shows where it is the newest; nobody waits for it. */
const withPast = (conversation: Conversation, message: Message): Conversation =>
  conversation.lastMessage?.messageId === message.messageId
    ? { ...conversation, lastMessage: lastMessageOf(message) }
    : withNewest(conversation, message)

const lastMessageOf = (message: Message): LastMessage => ({
  messageId: message.messageId,
  direction: message.direction,
  ...(message.direction === 'in' && message.writerId !== undefined && { writerId: message.writerId }),
  ...shownOf(message.content),
  at: message.at,
  status: message.direction === 'out' ? message.status : null,
})

function shownOf(content: Content): Pick<LastMessage, 'kind' | 'preview' | 'outcome'> {
  const outcome = callOutcomeOf(content)
  return { kind: content.kind, preview: previewOf(content), ...(outcome && { outcome }) }
}

function withLast(
  conversation: Conversation,
  messageId: Message['messageId'],
  change: (last: LastMessage) => LastMessage,
): Conversation {
  const { lastMessage } = conversation
  if (lastMessage?.messageId !== messageId) return conversation
  const changed = change(lastMessage)
  return changed === lastMessage ? conversation : { ...conversation, lastMessage: changed }
}

const earlier = (known: Instant | null, at: Instant): Instant => (known === null || at < known ? at : known)

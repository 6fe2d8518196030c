import type { AccountId, ContactId } from '#core/account/account.ts'
import { addressKey } from '#core/contact/contact.ts'
import { ownerOf } from '#core/contact/part.ts'
import { type Fact, conversationOf } from '#core/loop/fact.ts'
import { contactLineKey, wireKey } from '#core/loop/world.ts'
import type { InboundMessage, Message, OutboundMessage } from '#core/message/message.ts'
import { windowOf } from '#core/window/window.ts'
import { closedHourAt, linesOf } from './company.ts'
import type { Shadow } from './parts.ts'
import type { Sim } from './parts.ts'

/** Whether this fact may follow all before it. Looks at the shadow before the fact is folded in. */
export function checkFact({ truth, violate, rare }: Sim, shadow: Shadow, fact: Fact): void {
  const { world, accountId } = shadow
  checkApart()
  switch (fact.kind) {
    case 'message-received':
      if (fact.message.direction === 'in') checkReceived(fact.message)
      return
    case 'history-added':
      return fact.messages.forEach(checkPast)
    case 'message-queued':
      if (fact.message.direction === 'out') checkQueued(fact.message)
      return
    case 'message-progressed':
      return checkProgress(fact)
    case 'conversation-opened':
      // What is opened above a thread, for what was said before or elsewhere, is resolved from the beginning.
      return fact.historyFrom === undefined ? checkOnlyOpen(contactLineKey(fact.contactId, fact.lineId)) : undefined
    case 'conversation-reopened': {
      const conversation = world.conversations.get(fact.conversationId)
      if (conversation?.state === 'open') violate(`conversation ${fact.conversationId} was opened twice`)
      if (conversation?.continuedBy)
        violate(`conversation ${fact.conversationId} was opened, and another goes on from it`)
      if (conversation) checkOnlyOpen(contactLineKey(conversation.contactId, conversation.lineId))
      return
    }
    case 'conversation-arranged': {
      const conversation = world.conversations.get(fact.conversationId)
      const isHead = fact.continuedBy === null
      if (!isHead && conversation?.state === 'open')
        violate(`another goes on from ${fact.conversationId}, which is open`)
      const key = conversation && contactLineKey(fact.contactId, conversation.lineId)
      if (key && key !== contactLineKey(conversation.contactId, conversation.lineId) && conversation.state === 'open')
        checkOnlyOpen(key)
      return
    }
    default:
      return
  }

  /** Whatever a fact speaks of belongs to its account. */
  function checkApart(): void {
    const lineId = 'lineId' in fact ? fact.lineId : null
    if (lineId !== null && !isOurLine(accountId, lineId)) violate(`a fact of ${accountId} speaks of the line ${lineId}`)
    const conversationId = conversationOf(fact)
    if (conversationId !== null && fact.kind !== 'conversation-opened' && !world.conversations.has(conversationId)) {
      violate(`a fact of ${accountId} speaks of the conversation ${conversationId}, which is not there`)
    }
  }

  /** Told once, by somebody who said it, at its own time. */
  function checkPast(message: Message): void {
    const said = truth.issued.get(message.wireId ?? '') ?? truth.past.get(message.wireId ?? '')
    if (!said) return violate(`message ${message.wireId} of the history was never written by anybody`)
    if (message.history !== true) violate(`message ${message.wireId} of the history does not say so`)
    if (world.messageByWireId.has(wireKey({ lineId: said.line.lineId, wireId: said.wireId })))
      violate(`message ${said.wireId} of the history is kept twice`)
    if (said.line.lineId !== message.lineId) violate(`message ${said.wireId} of the history is on another line`)
    if (said.sentAt !== message.at) violate(`message ${said.wireId} of the history is at another time`)
  }

  function checkReceived(message: InboundMessage): void {
    if (message.content.kind === 'group-event') return
    const issued = truth.issued.get(message.wireId)
    if (!issued) return violate(`message ${message.wireId} was never written by anybody`)
    const knownId = world.messageByWireId.get(wireKey(message))
    const isTold = knownId !== undefined && world.messages.get(knownId)?.history === true
    if (isTold && knownId === message.messageId) rare.saw('history told of a message before it came')
    else if (knownId !== undefined) violate(`message ${message.wireId} is kept twice`)
    if (issued.line.lineId !== message.lineId || issued.line.accountId !== accountId) {
      violate(`message ${message.wireId} was written to another line`)
    }
    if (issued.sentAt !== message.at)
      violate(`message ${message.wireId} was written at ${issued.sentAt}, not ${message.at}`)
    const conversation = world.conversations.get(message.conversationId)
    if (!conversation) return
    if (conversation.lineId !== message.lineId)
      violate(`message ${message.wireId} is in a conversation of another line`)
    const former = world.contacts.get(conversation.contactId)?.succeeds?.contactId
    if (conversation.earlier?.some((id) => world.conversations.get(id)?.contactId === former)) {
      violate(`the thread of ${message.wireId} shows what was said with ${former}, and nobody has made sure`)
    }
    // Who wrote in a group is its own question.
    if (issued.group !== undefined) return
    const owner = ownerOf(conversation, conversation)
    const known = shadow.persons.get(owner)
    if (known && known !== issued.person) {
      violate(`message ${message.wireId} of ${issued.person.name} was given to ${known.name}`)
    }
    shadow.persons.set(owner, issued.person)
  }

  function checkQueued(message: OutboundMessage): void {
    if (world.messageByClientKey.has(message.clientKey)) violate(`the key ${message.clientKey} made two messages`)
    if (message.status !== 'queued' || message.attempts > 0) violate(`message ${message.messageId} was not born queued`)
    if (message.rule === 'away') checkAway(message)
  }

  /** Whoever writes while it is closed is told once in that time, and nobody who said stop. */
  function checkAway({ conversationId, messageId }: OutboundMessage): void {
    const hour = closedHourAt(fact.at)
    if (hour === null) violate(`${messageId} tells in open hours that it is closed`)
    const told = `${conversationId} ${hour}`
    if (shadow.toldAway.has(told)) violate(`conversation ${conversationId} was told twice that it is closed`)
    shadow.toldAway.add(told)
    rare.saw('told that it is closed')
    const conversation = world.conversations.get(conversationId)
    if (conversation && saidStop(conversation.contactId, 'collections'))
      violate(`${messageId} tells somebody who said stop`)
  }

  function checkProgress({ messageId, before, after, right }: Extract<Fact, { kind: 'message-progressed' }>): void {
    const message = world.messages.get(messageId)
    if (message?.direction !== 'out') return violate(`progress of ${messageId}, which is not one of ours`)
    if (ORDER.indexOf(after) < ORDER.indexOf(message.status)) {
      violate(`message ${messageId} went back from ${message.status} to ${after}`)
    }
    if (message.supersededBy === null && before !== message.status) {
      violate(`message ${messageId} was ${message.status}, not ${before}`)
    }
    if (message.status === 'cancelled' && after !== 'cancelled') {
      violate(`message ${messageId} was cancelled and is ${after}`)
    }
    if (message.rule === 'away' && after === 'sending') {
      if (closedHourAt(fact.at) === null) violate(`message ${messageId} leaves in open hours and says it is closed`)
      const { customerWroteAt = null } = world.conversations.get(message.conversationId) ?? {}
      if (customerWroteAt === null || windowOf({ customerWroteAt }, fact.at).kind === 'closed') {
        violate(`message ${messageId} says outside of the window that it is closed`)
      }
    }
    if (message.rule === 'away' && after === 'cancelled') rare.saw('too late to say that it is closed')
    const isLeaving = after === 'sending' && message.status === 'queued' && message.content.kind === 'template'
    const conversation = world.conversations.get(message.conversationId)
    const isAdvertisement = right?.kind === 'allowed' && right.category === 'marketing'
    if (isLeaving && conversation && saidStop(conversation.contactId, isAdvertisement ? 'marketing' : 'collections')) {
      violate(`template ${messageId} leaves to ${conversation.contactId}, who said stop`)
    }
  }

  /** Whether the last word under any address they still have, be it as another contact, or whoever they may be, was a stop. */
  function saidStop(contactId: ContactId, purpose: 'collections' | 'marketing'): boolean {
    const contact = world.contacts.get(contactId)
    const held = new Set(contact?.addresses.map((address) => `${purpose} ${addressKey(address)}`))
    const former = contact?.succeeds?.because === 'identity-changed' ? [contact.succeeds.contactId] : []
    const said = [contactId, ...former, ...(contact?.merged ?? [])].flatMap((id) => [...(shadow.words.get(id) ?? [])])
    const words = said.flatMap(([about, word]) => (held.has(about) ? [word] : []))
    const last = Math.max(...words.map(({ at }) => at))
    return words.some(({ at, isStop }) => at === last && isStop)
  }

  function checkOnlyOpen(key: string): void {
    const open = [...world.conversations.values()].filter(
      ({ contactId, lineId, state }) => state === 'open' && contactLineKey(contactId, lineId) === key,
    )
    if (open.length > 0) violate(`a second conversation of ${key} was opened`)
  }
}

const isOurLine = (accountId: AccountId, lineId: string): boolean =>
  linesOf(accountId).some((line) => line.lineId === lineId)

/** Which state outranks which, written down once more and apart from the core. */
export const ORDER = [
  'queued',
  'cancelled',
  'sending',
  'refused',
  'unknown',
  'accepted',
  'sent',
  'failed',
  'delivered',
  'read',
  'played',
]

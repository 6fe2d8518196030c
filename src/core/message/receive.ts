import type { Instant } from '#base/time.ts'
import type { Actor, ConversationId, ContactId, MediaId, MessageId } from '../account/account.ts'
import { heedMessage, heedReport } from '../consent/heed.ts'
import { addressesOf, identify, knownContact } from '../contact/identify.ts'
import { movedContact, moveAddresses } from '../contact/move.ts'
import { variantsOf } from '../contact/phone-variants.ts'
import { facing, heldBy, partOf } from '../contact/part.ts'
import { isPast } from '../contact/past.ts'
import { holdBack } from '../contact/note-block.ts'
import { learnIdentity, succeedIfAnother } from '../contact/succeed.ts'
import { type Address, addressKey, type Contact, type Place, type Sender } from '../contact/contact.ts'
import { threadWith } from '../contact/thread.ts'
import { groupOf, groupWith, participantOf } from '../group/member.ts'
import { isOfErased } from '../privacy/erase.ts'
import type { Line } from '../line/line.ts'
import { isSamePortfolio } from '../line/portfolio.ts'
import type { CommandBody, Touch, WireMedia } from '../loop/command.ts'
import type { TemplateUse } from '../loop/fact.ts'
import { answer, type Outcome, type Step } from '../loop/step.ts'
import { contactLineKey, wireKey, type World } from '../loop/world.ts'
import { asItself, isToldOnly } from './as-itself.ts'
import type { Content } from './content.ts'
import type { InboundMessage, Message, OutboundMessage, Receipt } from './message.ts'
import { reopen } from './queue.ts'
import { sayAway } from '../opening-hours/say-away.ts'
import type { Verdict } from '../policy/may-send.ts'
import type { FilledTemplate } from '../template/template.ts'
import { isReport, isTurn, messageAfter } from './reduce.ts'
import { furtherStatus } from './status.ts'

type Received = Extract<CommandBody, { kind: 'receive-message' }>
type Reported = Extract<CommandBody, { kind: 'receive-status' }>
type Renamed = Extract<CommandBody, { kind: 'change-identity' }>
type Touched = Extract<CommandBody, { kind: 'touch-message' }>

/** A contact wrote. Each id on the wire counts once, however often it comes. */
export function receiveMessage(step: Step, command: Received): Outcome {
  const { world } = step
  const { line } = command
  const known = messageOnWire(world, line, command.wireId)
  if (known && !isToldOnly(known, 'in')) return repeated(known)
  if (isOfErased(step, line.channel, command.sender, command.sentAt)) return answer({ repeated: true })
  if (known) learnAddresses(step, line, known.conversationId, command.sender)
  const group = groupOf(step, command)
  if (group === 'erased') return answer({ repeated: true })
  const contact = senderAt(step, line, command)
  const party = group === null ? contact : groupWith(step, line, group, contact, command.sentAt)
  const content = withMediaId(step, command.content, command.wireMedia)
  const part = partOf(contact, line.channel, command.sender)
  const of = party === contact ? part : undefined
  const present = known ? presentOf(world, known, party) : threadWith(step, party.contactId, line, of, isTurn(command))
  const conversationId = known?.conversationId ?? present
  const writer = party === contact ? {} : { writerId: contact.contactId }
  const message = asItself({ ...inboundMessage(step, command, content, conversationId), ...writer }, known)
  step.fact({ kind: 'message-received', conversationId, message })
  if (isTurn(message)) reopen(step, present)
  if (party === contact) holdBack(step, line, contact, part)
  if (message.content === content) fetchMedia(step, line, message, command.wireMedia)
  // What is said before others speaks to them, too: it is no word on what we may write to one of them.
  const isForUs = party === contact && !isReport(message) && content.kind !== 'system'
  if (isForUs) heedMessage(step, line, contact.contactId, message)
  sayAway(step, line, present, message)
  if (content.kind === 'contacts' && content.own) learnOwnPhone(step, line, contact, part, content, command.sentAt)
  const touch = touchOf(content, command.sentAt, 'contact', message.writerId)
  if (touch) touchMessage(step, { kind: 'touch-message', lineId: line.lineId, ...touch })
  applyParked(step, line.lineId, command.wireId)
  return answer({ conversationId: message.conversationId, messageId: message.messageId, contactId: contact.contactId })
}

/** Where what is said with somebody goes on now; the history may have told of a message in an earlier conversation. */
const presentOf = (world: World, { conversationId, lineId }: Message, { contactId }: Contact): ConversationId =>
  world.conversationByContact.get(contactLineKey(contactId, lineId)) ?? conversationId

/** The platform tells how far one of our messages came: in any order, twice, or before our own send returned. */
export function receiveStatus(step: Step, command: Reported, firstHand = true): Outcome {
  const { world } = step
  const { lineId } = command.line
  const onWire = messageOnWire(world, command.line, command.wireId)
  // What the history told of may be ours, sent from here, whose answer has not come yet.
  const message = (onWire?.history ? null : onWire) ?? ours(world, command) ?? onWire
  if (message?.direction !== 'out') {
    // Ours are stored before they leave: one that names a message we do not have is of somebody who was erased.
    if (command.messageId !== null && !world.messages.has(command.messageId)) return answer()
    const { accountId } = world
    const recipient = { userId: null, phone: null, ...participantOf(step, command) }
    step.park({ lineId, wireId: command.wireId }, { ...command, accountId, recipient })
    return answer()
  }
  const { status, statusAt, wireId, pricing } = command
  const receipt = receiptOf(step, command)
  // That it did not reach one of a group does not mean that it failed: sent once more, the others would have it twice.
  const isOfOne = receipt !== null && status === 'failed'
  progress(step, message, {
    ...{ statusAt, wireId, pricing },
    status: isOfOne ? 'sent' : status,
    problem: isOfOne ? null : command.problem,
    ...(receipt && { receipt }),
  })
  heedReport(step, command.line, message, command.problem?.code ?? null, command.statusAt)
  if (firstHand && !command.isInGroup) {
    learnAddresses(step, command.line, message.conversationId, command.recipient)
  }
  if (message.wireId === null) applyParked(step, lineId, command.wireId)
  return answer({ conversationId: message.conversationId, messageId: message.messageId })
}

/**
 * WhatsApp says a person has a new number or id: the contact stays. Their old number leads nowhere any more, for it will
 * be somebody else's; an old user id stays theirs, for it is never given to another.
 */
export function changeIdentity(step: Step, command: Renamed): Outcome {
  const { world } = step
  const { line } = command
  const known = messageOnWire(world, line, command.wireId)
  if (known) return repeated(known)
  if (isOfErased(step, line.channel, command.before, command.sentAt)) return answer({ repeated: true })
  const contact = movedContact(world, line, command) ?? identifyAt(step, line, command.after, command.sentAt)
  moveAddresses(step, line, contact, command)
  const content: Content = { kind: 'system', change: command.change, text: command.text }
  const note = { ...command, content, replyToWireId: null, forwarded: false, referral: null }
  const moved = world.contacts.get(contact.contactId) ?? contact
  // Whoever has the new one already is not a part of the contact yet.
  const { of } = heldBy(moved, line.channel, command.after) ?? heldBy(moved, line.channel, command.before) ?? {}
  const message = inboundMessage(step, note, content, threadWith(step, contact.contactId, line, of, false))
  step.fact({ kind: 'message-received', conversationId: message.conversationId, message })
  return answer({ conversationId: message.conversationId, messageId: message.messageId, contactId: contact.contactId })
}

/** A reaction, an edit or a revocation reaches its target, or waits for it. */
export function touchMessage(step: Step, command: Touched): Outcome {
  const ref = { lineId: command.lineId, wireId: command.targetWireId }
  const messageId = step.world.messageByWireId.get(wireKey(ref))
  const target = messageId === undefined ? undefined : step.world.messages.get(messageId)
  if (!target) {
    step.park(ref, { ...command, accountId: step.world.accountId })
    return answer()
  }
  const about = { conversationId: target.conversationId, messageId: target.messageId }
  const { touch } = command
  const writer = touch.writerId === undefined ? {} : { writerId: touch.writerId }
  if (touch.kind === 'react') {
    step.fact({ kind: 'message-reacted', ...about, ...writer, by: touch.by, emoji: touch.emoji, reactedAt: touch.at })
  } else if (touch.kind === 'edit') {
    const content = withOwnMedia(target.content, touch.content)
    step.fact({ kind: 'message-edited', ...about, ...writer, content, editedAt: touch.at })
  } else {
    step.fact({ kind: 'message-revoked', ...about, revokedAt: touch.at })
  }
  return answer(about)
}

/** How far it has come with the one of a group that the report names; null: it names nobody we know. */
function receiptOf(step: Step, command: Reported): Receipt | null {
  const { participantId } = participantOf(step, command)
  if (participantId === undefined) return null
  const { status, statusAt, problem } = command
  return { contactId: participantId, status, at: statusAt, ...(problem && { code: problem.code }) }
}

type Heard = Pick<Extract<CommandBody, { kind: 'receive-status' }>, 'statusAt' | 'problem' | 'pricing'> & {
  readonly right?: Verdict
  readonly receipt?: Receipt
  /** Who cancelled it. */
  readonly by?: Actor
  readonly status: OutboundMessage['status']
  readonly wireId: string | null
}

/** Writes down that one of our messages was heard of, unless that tells nothing new. */
export function progress(step: Step, message: OutboundMessage, heard: Heard): void {
  const after = furtherStatus(message.status, heard.status)
  const fact = {
    kind: 'message-progressed' as const,
    conversationId: message.conversationId,
    messageId: message.messageId,
    // One that was sent once more needs nobody's attention, whatever is still heard of it.
    before: message.supersededBy === null ? message.status : after,
    after,
    ...heard,
    ...(message.content.kind === 'template' && { template: templateUse(message, message.content.template) }),
  }
  if (messageAfter(message, fact) !== message) step.fact(fact)
}

const templateUse = ({ lineId, at }: OutboundMessage, { name, language }: FilledTemplate): TemplateUse => ({
  name,
  language,
  lineId,
  at,
})

/**
 * The platform names the recipient: a user id becomes theirs, if they have none, and another spelling of their phone, if
 * it is free. Another phone does not: the report may be older than a change of number. Of a contact that was merged it is
 * the part's that was reached, which is another than the conversation's where that has no address any more.
 */
export function learnAddresses(
  step: Step,
  place: Place,
  conversationId: ConversationId,
  recipient: { readonly userId: string | null; readonly phone: string | null },
): void {
  const conversation = step.world.conversations.get(conversationId)
  const contact = conversation && step.world.contacts.get(conversation.contactId)
  if (!contact || contact.erasedAt !== undefined || contact.group !== undefined) return
  const held = heldBy(contact, place.channel, recipient)
  const { of } = held ?? facing(contact, conversation.of).addresses.at(-1) ?? conversation
  for (const address of addressesOf(place, recipient)) {
    const key = addressKey(address)
    const isFree = !step.world.contactByAddress.has(key) && !step.world.contactByPastAddress.has(key)
    const own = contact.addresses.filter(
      (other) => other.kind === address.kind && other.of === of && isSamePortfolio(other.portfolio, address.portfolio),
    )
    const isSpelling = address.kind === 'phone' && own.some((other) => variantsOf(other.value).includes(address.value))
    const isFirstId = address.kind === 'user-id' && own.length === 0
    if (isFree && (isFirstId || isSpelling)) {
      step.fact({
        kind: 'address-added',
        contactId: contact.contactId,
        address: of === undefined ? address : { ...address, of },
      })
    }
  }
}

/** Somebody known by their user id alone gave us their phone: it leads to them from now on; another's is noted with both. */
function learnOwnPhone(
  step: Step,
  line: Pick<Line, 'channel'>,
  { contactId }: Contact,
  of: ContactId | undefined,
  { contacts }: Extract<Content, { kind: 'contacts' }>,
  sentAt: Instant,
): void {
  const { world } = step
  const contact = world.contacts.get(contactId)
  const phone = contacts[0]?.phones.find(({ waId }) => waId !== null)?.waId ?? null
  if (phone === null || !contact) return
  const address: Address = { channel: line.channel, kind: 'phone', value: phone, ...(of !== undefined && { of }) }
  const otherId = variantsOf(phone)
    .map((value) => world.contactByAddress.get(addressKey({ ...address, value })))
    .find((id) => id !== undefined)
  if (otherId !== undefined && otherId !== contactId) {
    step.fact({ kind: 'phone-claimed', contactId, otherId, phone })
  } else if (!contact.addresses.some((own) => own.kind === 'phone' && own.of === of)) {
    const isTaken = world.contactByAddress.has(addressKey(address))
    if (!isTaken && !isPast(world, contactId, { ...address, since: sentAt })) {
      step.fact({ kind: 'address-added', contactId, address })
    }
  }
}

/** Everything that waited for this id on the wire happens now. */
export function applyParked(step: Step, lineId: Line['lineId'], wireId: string): void {
  for (const command of step.unpark({ lineId, wireId })) {
    if (command.kind === 'receive-status') receiveStatus(step, command, false)
    else if (command.kind === 'touch-message') touchMessage(step, command)
  }
}

export const messageOnWire = (world: World, line: Line, wireId: string): Message | undefined => {
  const messageId = world.messageByWireId.get(wireKey({ lineId: line.lineId, wireId }))
  return messageId === undefined ? undefined : world.messages.get(messageId)
}

/** Our message by the id that travelled with it, if it is of this line and not already known under another wire id. */
function ours(world: World, { messageId, line, wireId }: Reported): Message | undefined {
  const message = messageId === null ? undefined : world.messages.get(messageId)
  if (message?.lineId !== line.lineId) return undefined
  return message.wireId === null || message.wireId === wireId ? message : undefined
}

/** Who wrote; somebody new when the identity behind their addresses has changed. */
function senderAt(step: Step, line: Line, { sender, sentAt, identityChanged }: Received): Contact {
  const key = sender.identityKey ?? null
  if (identityChanged === undefined && key === null) return identifyAt(step, line, sender, sentAt)
  const known = knownContact(step.world, line, sender, sentAt)
  const sign = { key, isChanged: identityChanged === true }
  if (known) succeedIfAnother(step, line, known, partOf(known, line.channel, sender), sign, sentAt)
  const contact = identifyAt(step, line, sender, sentAt)
  learnIdentity(step, contact, partOf(contact, line.channel, sender), key, sentAt)
  return step.world.contacts.get(contact.contactId) ?? contact
}

/** Profile names follow the newest message; a late one must not bring back an old name. */
function identifyAt(step: Step, line: Line, sender: Sender, at: Instant): Contact {
  const known = knownContact(step.world, line, sender, at)
  const conversationId = known && step.world.conversationByContact.get(contactLineKey(known.contactId, line.lineId))
  const newest = conversationId ? step.world.conversations.get(conversationId)?.customerWroteAt : null
  return identify(step, line, sender, newest === null || newest === undefined || at >= newest, at)
}

export function inboundMessage(
  step: Step,
  command: Pick<Received, 'line' | 'wireId' | 'sentAt' | 'replyToWireId' | 'forwarded' | 'referral' | 'circumstances'>,
  content: Content,
  conversationId: ConversationId,
): InboundMessage {
  const { world, context } = step
  const quoted = command.replyToWireId
  return {
    accountId: world.accountId,
    messageId: context.ids.next(context.now) as MessageId,
    conversationId,
    lineId: command.line.lineId,
    direction: 'in',
    author: { kind: 'contact' },
    content,
    wireId: command.wireId,
    at: command.sentAt,
    receivedAt: context.now,
    replyTo:
      quoted === null
        ? null
        : { wireId: quoted, messageId: messageOnWire(world, command.line, quoted)?.messageId ?? null },
    reactions: [],
    editedAt: null,
    revokedAt: null,
    forwarded: command.forwarded,
    referral: command.referral,
    ...(command.circumstances && { circumstances: command.circumstances }),
  }
}

export function withMediaId(step: Step, content: Content, wireMedia: WireMedia | null): Content {
  if (wireMedia === null || !('media' in content)) return content
  const mediaId = step.context.ids.next(step.context.now) as MediaId
  return { ...content, media: { ...content.media, mediaId } }
}

export function fetchMedia(step: Step, line: Line, message: Message, wireMedia: WireMedia | null): void {
  if (wireMedia === null || !('media' in message.content)) return
  const { mediaId } = message.content.media
  const { messageId } = message
  step.effect({ kind: 'fetch-media', messageId, mediaId, lineId: line.lineId, ...wireMedia })
}

/** What a content changes of another message; null: it says something itself. */
export function touchOf(
  content: Content,
  at: Instant,
  by: 'contact' | 'us',
  writerId?: ContactId,
): { targetWireId: string; touch: Touch } | null {
  if (!('targetWireId' in content)) return null
  const { targetWireId } = content
  const did = { at, ...(writerId !== undefined && { writerId }) }
  if (content.kind === 'reaction') return { targetWireId, touch: { kind: 'react', by, emoji: content.emoji, ...did } }
  if (content.kind === 'edit') return { targetWireId, touch: { kind: 'edit', content: content.content, ...did } }
  return { targetWireId, touch: { kind: 'revoke', ...did } }
}

/** An edit may change a caption but never the file. */
function withOwnMedia(target: Content, edited: Content): Content {
  return 'media' in target && 'media' in edited ? { ...edited, media: target.media } : edited
}

export const repeated = (message: Message): Outcome =>
  answer({ conversationId: message.conversationId, messageId: message.messageId, repeated: true })

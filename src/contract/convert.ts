import { isoOrNull, plus, toIso } from '#base/time.ts'
import type { AccountId, Actor, AgentId, ContactId, Author, LineId, TemplateId } from '#core/account/account.ts'
import { type Contact, displayName } from '#core/contact/contact.ts'
import type { Conversation, LastMessage } from '#core/conversation/conversation.ts'
import type { Line } from '#core/line/line.ts'
import type { Circumstances, Content, Media } from '#core/message/content.ts'
import type { Message, Receipt } from '#core/message/message.ts'
import type { SendProblem, StatusTimes } from '#core/message/status.ts'
import { explainProblem } from '#core/problem/explain.ts'
import type { Language } from '#base/language.ts'
import { fieldKey } from '#core/template/read.ts'
import { slotKey } from '#core/template/slots.ts'
import { isSendable, type Template } from '#core/template/template.ts'
import { SERVICE_WINDOW } from '#core/window/window.ts'
import { actorFrom, actorView, fromIso, instantOrNull } from './convert-actor.ts'
import { fromContactView, toContactView } from './convert-contact.ts'
import { fromRightView, toRightView } from './convert-right.ts'
import type { ConversationView, LineView, MediaView, MessageView, TemplateView } from './views.ts'

/**
 * Core ↔ view, both ways, for server and browser. A view read back is the same noun again, but for what never leaves
 * the server: fingerprints, attempts, reactions taken back, the wire id of the newest inbound message, when a webhook came
 * in, and when somebody was told that nobody is there.
 */

/** Who wrote: the name of an agent or key by its id; null when there is none. */
export type NameOf = (author: Author) => string | null

/** `writer`: who wrote the last message in a group, where it is known. */
export function toConversationView(
  conversation: Conversation,
  contact: Contact,
  nameOf: NameOf,
  writer: Contact | null = null,
): ConversationView {
  const { lastMessage, lastAnswer, customerWroteAt } = conversation
  return {
    id: conversation.conversationId,
    contact: toContactView(contact, conversation.of),
    lineId: conversation.lineId,
    of: conversation.of ?? null,
    continuedBy: conversation.continuedBy ?? null,
    state: conversation.state,
    control: conversation.control ? { ...conversation.control, at: toIso(conversation.control.at) } : null,
    assigneeId: conversation.assigneeId,
    openedAt: toIso(conversation.openedAt),
    resolvedAt: isoOrNull(conversation.resolvedAt),
    customerWroteAt: isoOrNull(customerWroteAt),
    freeEntryAt: isoOrNull(conversation.freeEntryAt),
    freeEntryUntil: isoOrNull(conversation.freeEntryUntil),
    windowClosesAt: customerWroteAt === null ? null : toIso(plus(customerWroteAt, SERVICE_WINDOW)),
    waitingSince: isoOrNull(conversation.waitingSince),
    unread: conversation.unread,
    failedSends: conversation.failedSends,
    lastFailure: conversation.lastFailure,
    lastMessage: lastMessage && lastMessageView(lastMessage, writer),
    lastAnswer: lastAnswer && {
      messageId: lastAnswer.messageId,
      author: { ...actorView(lastAnswer.author), name: nameOf(lastAnswer.author) },
    },
    sortAt: toIso(conversation.sortAt),
  }
}

function lastMessageView({ writerId, ...last }: LastMessage, writer: Contact | null) {
  const name = writer?.contactId === writerId && writer !== null ? displayName(writer) : null
  return { ...last, at: toIso(last.at), ...(writerId !== undefined && { writer: { id: writerId, name } }) }
}

/** `writer`: who wrote the last message in a group. */
export type Writer = { readonly id: ContactId; readonly name: string | null }

export function fromConversationView(
  view: ConversationView,
  accountId: AccountId,
): { readonly conversation: Conversation; readonly contact: Contact; readonly writer?: Writer } {
  const contact = fromContactView(view.contact, accountId)
  const conversation: Conversation = {
    accountId,
    conversationId: view.id as Conversation['conversationId'],
    contactId: contact.contactId,
    lineId: view.lineId as LineId,
    ...(view.of !== null && { of: view.of as ContactId }),
    ...(view.continuedBy !== null && { continuedBy: view.continuedBy as Conversation['conversationId'] }),
    state: view.state,
    ...(view.control !== null && { control: { ...view.control, at: fromIso(view.control.at) } }),
    assigneeId: view.assigneeId as AgentId | null,
    openedAt: fromIso(view.openedAt),
    resolvedAt: instantOrNull(view.resolvedAt),
    customerWroteAt: instantOrNull(view.customerWroteAt),
    freeEntryAt: instantOrNull(view.freeEntryAt),
    freeEntryUntil: instantOrNull(view.freeEntryUntil),
    waitingSince: instantOrNull(view.waitingSince),
    unread: view.unread,
    failedSends: view.failedSends,
    lastFailure: view.lastFailure as Conversation['lastFailure'],
    lastMessage: view.lastMessage && lastMessageFrom(view.lastMessage),
    lastAnswer: view.lastAnswer && {
      messageId: view.lastAnswer.messageId as Message['messageId'],
      author: authorFrom(view.lastAnswer.author),
    },
    lastInbound: null,
    sortAt: fromIso(view.sortAt),
  }
  const writer = view.lastMessage?.writer as Writer | undefined
  return { conversation, contact, ...(writer && { writer }) }
}

function lastMessageFrom({ writer, ...last }: NonNullable<ConversationView['lastMessage']>): LastMessage {
  const told = last as unknown as LastMessage
  return { ...told, ...(writer && { writerId: writer.id as ContactId }), at: fromIso(last.at) }
}

/** `language` of the words that say why it failed. */
export function toMessageView(message: Message, nameOf: NameOf, language: Language): MessageView {
  const out = message.direction === 'out' ? message : null
  const received = message.direction === 'in' ? message : null
  return {
    id: message.messageId,
    conversationId: message.conversationId,
    lineId: message.lineId,
    direction: message.direction,
    author: { ...actorView(message.author), name: nameOf(message.author) },
    writerId: received?.writerId ?? null,
    content: { ...message.content },
    at: toIso(message.at),
    wireId: message.wireId,
    replyTo: message.replyTo,
    reactions: message.reactions.flatMap(({ emoji, at, ...by }) =>
      emoji === null ? [] : [{ ...by, emoji, at: toIso(at) }],
    ),
    forwarded: received?.forwarded ?? false,
    referral: received?.referral ?? null,
    ...(received?.circumstances && { circumstances: { ...received.circumstances } }),
    editedAt: isoOrNull(message.editedAt),
    ...(message.original && { original: { ...message.original } }),
    revokedAt: isoOrNull(message.revokedAt),
    history: message.history ?? false,
    status: out?.status ?? null,
    times: Object.fromEntries(Object.entries(out?.times ?? {}).map(([status, at]) => [status, toIso(at)])),
    receipts: (out?.receipts ?? []).map((receipt) => ({ ...receipt, at: toIso(receipt.at) })),
    problem: out?.problem ? toFailureView(out.problem, language) : null,
    pricing: out?.pricing ?? null,
    right: out?.right ? toRightView(out.right, null, language) : null,
    supersededBy: out?.supersededBy ?? null,
    ...(out?.rule && { rule: out.rule }),
    clientKey: out?.clientKey ?? null,
  }
}

function toFailureView(problem: SendProblem, language: Language): NonNullable<MessageView['problem']> {
  const { cause, advice, fault, scope, nextStep, again } = explainProblem(problem.code, language)
  return { ...problem, cause, advice, fault, scope, nextStep, again }
}

export function fromMessageView(view: MessageView, accountId: AccountId): Message {
  const shared = {
    accountId,
    messageId: view.id as Message['messageId'],
    conversationId: view.conversationId as Message['conversationId'],
    lineId: view.lineId as LineId,
    author: authorFrom(view.author),
    content: view.content as unknown as Content,
    at: fromIso(view.at),
    replyTo: view.replyTo as Message['replyTo'],
    reactions: view.reactions.map(({ by, writerId, emoji, at }) => ({
      ...{ by, emoji, at: fromIso(at) },
      ...(writerId !== undefined && { writerId: writerId as ContactId }),
    })),
    editedAt: instantOrNull(view.editedAt),
    ...(view.original && { original: view.original as unknown as Content }),
    revokedAt: instantOrNull(view.revokedAt),
    ...(view.history && { history: true as const }),
  }
  if (view.direction === 'in') {
    return {
      ...shared,
      direction: 'in',
      wireId: view.wireId ?? '',
      receivedAt: shared.at,
      ...(view.writerId !== null && { writerId: view.writerId as ContactId }),
      forwarded: view.forwarded,
      referral: view.referral as Extract<Message, { direction: 'in' }>['referral'],
      ...(view.circumstances && { circumstances: view.circumstances as Circumstances }),
    }
  }
  return {
    ...shared,
    direction: 'out',
    wireId: view.wireId,
    status: view.status ?? 'queued',
    times: Object.fromEntries(Object.entries(view.times).map(([status, at]) => [status, fromIso(at)])) as StatusTimes,
    problem: view.problem && { code: view.problem.code, title: view.problem.title, details: view.problem.details },
    pricing: view.pricing,
    ...(view.receipts.length > 0 && { receipts: view.receipts.map(receiptFrom) }),
    clientKey: view.clientKey ?? '',
    clientFingerprint: '',
    attempts: 0,
    ...(view.right && { right: fromRightView(view.right) }),
    supersededBy: view.supersededBy as Message['messageId'] | null,
    ...(view.rule && { rule: view.rule }),
  }
}

const receiptFrom = ({ contactId, status, at, code }: MessageView['receipts'][number]): Receipt => ({
  ...{ contactId: contactId as ContactId, status: status as Receipt['status'], at: fromIso(at) },
  ...(code !== undefined && { code }),
})

export function toLineView(line: Line, nameOf: NameOf): LineView {
  return {
    id: line.lineId,
    channel: line.channel,
    name: line.name,
    address: line.address,
    country: line.country,
    phoneNumberId: line.key,
    wabaId: line.groupKey,
    account: line.group
      ? { name: line.group.name, portfolioId: line.group.portfolioKey, portfolioName: line.group.portfolioName }
      : null,
    state: line.state.kind,
    reason: line.state.kind === 'disconnected' ? line.state.reason : null,
    pausedAt: isoOrNull(line.pausedAt),
    pausedBy: line.pausedBy && { ...actorView(line.pausedBy), name: nameOf(line.pausedBy) },
    messagesPerSecond: line.messagesPerSecond,
    opening: { isDefault: line.opening?.isDefault ?? false, countries: [...(line.opening?.countries ?? [])] },
  }
}

export function fromLineView(view: LineView, accountId: AccountId): Line {
  return {
    accountId,
    lineId: view.id as LineId,
    channel: view.channel,
    key: view.phoneNumberId,
    groupKey: view.wabaId,
    ...(view.account && {
      group: {
        name: view.account.name,
        portfolioKey: view.account.portfolioId,
        portfolioName: view.account.portfolioName,
      },
    }),
    name: view.name,
    address: view.address,
    country: view.country,
    state: view.state === 'connected' ? { kind: 'connected' } : { kind: 'disconnected', reason: view.reason ?? '' },
    pausedAt: instantOrNull(view.pausedAt),
    pausedBy: view.pausedBy && actorFrom(view.pausedBy),
    messagesPerSecond: view.messagesPerSecond,
    opening: view.opening,
  }
}

export function toTemplateView(template: Template): TemplateView {
  return {
    id: template.templateId,
    platformId: template.platformId,
    name: template.name,
    language: template.language,
    wabaId: template.groupKey,
    category: template.category,
    purpose: template.purpose,
    status: template.status,
    statusReason: template.statusReason,
    quality: template.quality,
    header: template.header && { ...template.header },
    body: template.body,
    footer: template.footer,
    buttons: template.buttons.map((button) => ({ ...button })),
    fields: template.fields.map((field) => ({ ...field, key: fieldKey(field) })),
    slots: (template.slots ?? []).map((slot) => ({ ...slot, key: slotKey(slot) })),
    offer: template.offer ?? null,
    cards: (template.cards ?? []).map(({ header, body, buttons }) => ({
      header: header && { ...header },
      body,
      buttons: buttons.map((button) => ({ ...button })),
    })),
    sendable: isSendable(template.status) && template.unsupported.length === 0,
    unsupported: [...template.unsupported],
  }
}

export function fromTemplateView(view: TemplateView, accountId: AccountId): Template {
  return {
    accountId,
    templateId: view.id as TemplateId,
    platformId: view.platformId,
    groupKey: view.wabaId,
    name: view.name,
    language: view.language,
    category: view.category,
    purpose: view.purpose,
    status: view.status,
    statusReason: view.statusReason,
    quality: view.quality,
    header: view.header as Template['header'],
    body: view.body,
    footer: view.footer,
    buttons: view.buttons,
    fields: view.fields.map(({ part, buttonIndex, name, example }) => ({ part, buttonIndex, name, example })),
    slots: view.slots.map(({ card, part, buttonIndex, name, kind, isNeeded }) => ({
      ...{ card, part, buttonIndex, name, kind, isNeeded },
    })),
    offer: view.offer,
    cards: view.cards.map(({ header, body, buttons }) => ({ header: header as Template['header'], body, buttons })),
    unsupported: view.unsupported,
  }
}

export function toMediaView(media: Media): MediaView {
  return {
    id: media.mediaId,
    mime: media.mime,
    sizeBytes: media.sizeBytes ?? 0,
    filename: media.filename,
    sha256: media.sha256 ?? '',
    pixels: media.pixels ?? null,
  }
}

function authorFrom(view: MessageView['author']): Author {
  const { kind } = view
  return kind === 'app' || kind === 'assistant' ? { kind } : actorFrom({ ...view, kind })
}

/** How an idempotency key is kept, so that keys of different callers never meet: `agent:<id>:<key>`. */
export function clientKeyOf(actor: Actor, key: string): string {
  const { kind, id } = actorView(actor)
  return `${kind}:${id ?? ''}:${key}`
}

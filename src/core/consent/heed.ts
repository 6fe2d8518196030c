import { addressKey, type Contact, presentAddresses } from '../contact/contact.ts'
import type { Line } from '../line/line.ts'
import type { Step } from '../loop/step.ts'
import type { Content } from '../message/content.ts'
import type { InboundMessage, Message, OutboundMessage } from '../message/message.ts'
import { sayByOurselves } from '../message/queue.ts'
import { isOfErased } from '../privacy/erase.ts'
import type { Notice } from '../notice/notice.ts'
import type { Purpose, Scope } from './consent.ts'
import { consentOf } from './consent-of.ts'
import type { Evidence, Saying, Wording } from './entry.ts'
import { plainOf, PROACTIVE, recognise, type Spoken } from './recognise.ts'
import { record } from './record.ts'
import type { Confirmation, Invitation } from './settings.ts'
import { codeIn } from './sign-up.ts'
import { identify } from '../contact/identify.ts'
import { facing, partOf } from '../contact/part.ts'

/**
 * What a message of a contact means for our right to write to them: whoever writes for the first time may be answered; who
 * says stop, or yes, is taken at their word and told so once.
 */
export function heedMessage(step: Step, line: Line, contactId: Contact['contactId'], message: InboundMessage): void {
  const whole = step.world.contacts.get(contactId)
  const contact = whole && facedIn(step, whole, message)
  if (!contact) return
  allowAnswers(step, line, contact, message)
  const text = spokenText(message.content)
  if (text === null) return
  const invitation = invitationFor(step, line, text)
  if (invitation) return accept(step, line, contact, message, text, invitation)
  if (isConfirming(step, line, message, text)) return
  const spoken = recognise(text)
  if (spoken) obey(step, line, contact, message, text, spoken)
}

/** Our own message failed with this code because the person stopped marketing from us on WhatsApp (cloud-api §4.4, §6). */
const STOPPED_MARKETING = '131050'

/** What the report on one of our messages says of the right to send. */
export function heedReport(
  step: Step,
  line: Pick<Line, 'channel'>,
  message: OutboundMessage,
  code: string | null,
  at: Saying['at'],
): void {
  if (code !== STOPPED_MARKETING) return
  const conversation = step.world.conversations.get(message.conversationId)
  const whole = conversation && step.world.contacts.get(conversation.contactId)
  const contact = whole && facedIn(step, whole, message)
  if (!contact) return
  const evidence: Evidence = { kind: 'report', what: code, messageId: message.messageId }
  record(step, contact, line.channel, null, byPlatform('withdrawn', line, evidence, at))
}

/** A person's choice in WhatsApp itself: no marketing of ours, or marketing again (cloud-api §2.5, user_preferences). */
export function heedNotice(step: Step, line: Line, notice: Notice, at: Saying['at']): void {
  const change =
    notice.code === 'marketing-stopped' ? 'withdrawn' : notice.code === 'marketing-resumed' ? 'given' : null
  const { about } = notice
  if (change === null || about.kind !== 'contact' || (about.userId === null && about.phone === null)) return
  const sender = { userId: about.userId, phone: about.phone, name: null, username: null }
  if (isOfErased(step, line.channel, sender, at)) return
  const contact = identify(step, line, sender, false, at)
  const evidence: Evidence = { kind: 'report', what: `user_preferences: ${notice.to ?? ''}`, messageId: null }
  const faced = facing(contact, partOf(contact, line.channel, sender))
  record(step, faced, line.channel, sender, byPlatform(change, line, evidence, at))
}

/** As whoever the conversation of the message is with: a word is bound to the address it was said from. */
const facedIn = (step: Step, contact: Contact, { conversationId }: Pick<Message, 'conversationId'>): Contact =>
  facing(contact, step.world.conversations.get(conversationId)?.of)

const byPlatform = (
  change: 'given' | 'withdrawn',
  { channel }: Pick<Line, 'channel'>,
  evidence: Evidence,
  at: Saying['at'],
): Saying => ({
  words: [{ purpose: 'marketing', scope: { kind: 'channel', channel }, change, until: null }],
  ...{ at, means: 'platform', isExpress: true, wording: null, evidence, by: { kind: 'contact' } },
})

/** Once per identity: by writing they allow us to answer. */
function allowAnswers(step: Step, line: Line, contact: Contact, message: InboundMessage): void {
  const present = presentAddresses(contact, line.channel).map(addressKey)
  if (contact.consents.some(({ purpose, address }) => purpose === 'service' && present.includes(address))) return
  const { messageId, wireId, referral } = message
  const evidence: Evidence =
    referral === null
      ? { kind: 'message', messageId, wireId, lineId: line.lineId, text: null }
      : { kind: 'ad', messageId, sourceId: referral.sourceId, url: referral.sourceUrl }
  record(step, contact, line.channel, null, {
    words: [{ purpose: 'service', scope: { kind: 'channel', channel: line.channel }, change: 'given', until: null }],
    ...{ at: message.at, means: referral === null ? 'message' : 'ad', isExpress: false, wording: null, evidence },
    by: { kind: 'contact' },
  })
}

/** What a message says in words of the contact's own, or in a button they pressed. */
function spokenText(content: Content): string | null {
  if (content.kind === 'text' || content.kind === 'template-reply') return content.text
  return content.kind === 'button-reply' || content.kind === 'list-reply' ? content.title : null
}

function invitationFor(step: Step, line: Line, text: string): Invitation | null {
  const { invitations } = step.context.consentSettings(step.world.accountId)
  if (invitations.length === 0) return null
  const said = plainOf(text)
  return invitations.find(({ lineId, keyword }) => lineId === line.lineId && plainOf(keyword) === said) ?? null
}

/** Whoever filled in a form sends its code: what the form keeps is looked up, and the code weighed with it. */
function isConfirming(step: Step, line: Line, { messageId }: InboundMessage, text: string): boolean {
  const { invitations } = step.context.consentSettings(step.world.accountId)
  if (invitations.length === 0) return false
  const { lineId } = line
  const found = codeIn(
    text,
    invitations.filter((invitation) => invitation.lineId === lineId),
  )
  if (!found) return false
  const { invitation, code } = found
  step.effect({ kind: 'confirm-sign-up', messageId, lineId, token: invitation.token, code, text })
  return true
}

function accept(
  step: Step,
  line: Line,
  contact: Contact,
  message: InboundMessage,
  text: string,
  invitation: Invitation,
): void {
  const { purposes, scope, wording, language } = invitation
  const evidence = evidenceOf(line, message, text)
  say(step, line, contact, message, {
    ...{ evidence, purposes, scope, wording, language },
    ...{ change: 'given', means: 'link' },
  })
}

function obey(step: Step, line: Line, contact: Contact, message: InboundMessage, text: string, spoken: Spoken): void {
  const { kind, language, means } = spoken
  const withdrawn = PROACTIVE.filter((one) => consentOf(contact, one, line, step.context.now).kind === 'withdrawn')
  const purposes =
    kind === 'withdraw'
      ? spoken.purposes
      : kind === 'return'
        ? withdrawn
        : PROACTIVE.filter((one) => spoken.purposes.includes(one) || withdrawn.includes(one))
  if (purposes.length === 0) return
  const change = kind === 'withdraw' ? 'withdrawn' : 'given'
  say(step, line, contact, message, {
    ...{ purposes, change, means, language },
    scope: { kind: 'brand' },
    wording: null,
    evidence: evidenceOf(line, message, text),
  })
}

const evidenceOf = ({ lineId }: Line, { messageId, wireId }: InboundMessage, text: string): Evidence => ({
  ...{ kind: 'message', messageId, wireId, lineId, text },
})

type Said = {
  readonly purposes: readonly Purpose[]
  readonly scope: Scope
  readonly change: 'given' | 'withdrawn'
  readonly means: Saying['means']
  readonly wording: Wording | null
  readonly evidence: Evidence
  readonly language: Spoken['language']
}

/** Writes it down; whoever did not know yet that it is so is told, in the language they said it in. */
export function say(step: Step, line: Line, contact: Contact, message: InboundMessage, said: Said): void {
  const { purposes, scope, change, means, wording, evidence, language } = said
  const { wireId, at } = message
  const { now } = step.context
  const wasSo = purposes.every((one) => consentOf(contact, one, line, now).kind === change)
  record(step, contact, line.channel, null, {
    words: purposes.map((purpose) => ({ purpose, scope, change, until: null })),
    ...{ at, means, isExpress: true, wording, evidence, by: { kind: 'contact' } },
  })
  const after = facedIn(step, step.world.contacts.get(contact.contactId) ?? contact, message)
  const isSo = purposes.every((one) => consentOf(after, one, line, now).kind === change)
  if (wasSo || !isSo) return
  const confirmation: Confirmation =
    change === 'given' ? 'given' : purposes.length === 1 ? 'withdrawn-marketing' : 'withdrawn'
  const { confirmations } = step.context.consentSettings(step.world.accountId)
  sayByOurselves(
    step,
    line,
    message.conversationId,
    { kind: 'text', text: confirmations[confirmation][language] },
    `consent:${wireId}`,
  )
}

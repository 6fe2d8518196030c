import { ok, type Result } from '#base/result.ts'
import type { AccountId, ContactId, ConversationId, LineId } from '#core/account/account.ts'
import type { Contact, Sender } from '#core/contact/contact.ts'
import { partOf } from '#core/contact/part.ts'
import { digitsOf, variantsOf } from '#core/contact/phone-variants.ts'
import { placeOf } from '#core/contact/whereabouts.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { countryOf } from '#core/cost/market.ts'
import type { Line } from '#core/line/line.ts'
import { lineToOpen, type OpeningChoice } from '#core/line/opening.ts'
import type { Command } from '#core/loop/command.ts'
import type { Question } from '#core/policy/may-send.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import { type ApiParts, type Call, no } from './call.ts'
import { holderOf, senderOf } from './holder.ts'

export type To = Extract<Command, { kind: 'send-message' }>['to']
type Recipient = Call<'sendMessage'>['body']['to']
type Somebody = Exclude<Recipient, { conversationId: string }>

/** To whom a caller sends, as the core takes it. */
export async function recipientOf(
  parts: ApiParts,
  accountId: AccountId,
  to: Recipient,
): Promise<Result<To, readonly Refusal[]>> {
  if ('conversationId' in to) return ok({ kind: 'conversation', conversationId: to.conversationId as ConversationId })
  const choice = await chosenLine(parts, accountId, to)
  if (!choice) {
    return no('line-missing', {
      field: 'to.lineId',
      found: to.lineId ?? 'nothing',
      expected: 'the id of one of our lines',
    })
  }
  const { line } = choice
  if ('contactId' in to) return ok(await contactAsTo(parts, accountId, to.contactId as ContactId, line))
  const sender = addressedBy(to)
  return sender.ok ? ok({ kind: 'person', line, sender: sender.value }) : sender
}

/** Cloud-api §1: a country code, a dot, up to 128 letters and digits; a parent id has `ENT.` between. */
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/
/** E.164: at most 15 digits with a country code, which never begins with 0. */
const PHONE = /^[1-9]\d{6,14}$/

type Addressed = Exclude<Somebody, { contactId: string }>

/** Whoever was merged into somebody is written to as a part of them. */
async function contactAsTo(parts: ApiParts, accountId: AccountId, contactId: ContactId, line: Line): Promise<To> {
  const holder = await holderOf(parts, accountId, contactId)
  const part = holder === null || holder.contactId === contactId ? null : senderOf(holder, contactId, line)
  return part ? { kind: 'person', line, sender: part } : { kind: 'contact', line, contactId }
}

function addressedBy(to: Addressed): Result<Sender, readonly Refusal[]> {
  const unnamed = { name: null, username: null }
  if ('userId' in to) {
    if (USER_ID.test(to.userId)) return ok({ userId: to.userId, phone: null, ...unnamed })
    return no('recipient-invalid', { field: 'to.userId', found: to.userId, expected: 'such as MX.1349120865530274' })
  }
  const phone = digitsOf(to.phone)
  if (PHONE.test(phone)) return ok({ userId: null, phone, ...unnamed })
  return no('recipient-invalid', { field: 'to.phone', found: to.phone, expected: 'such as +52 55 1234 5678' })
}

type Chosen = { readonly line: Line; readonly because: OpeningChoice['because'] | 'named' }

/** The line named, or the one that writes first to whoever it is, and why. Null: it is not there, or nobody decided. */
export async function chosenLine(
  { directory, views }: ApiParts,
  accountId: AccountId,
  to: Somebody,
): Promise<Chosen | null> {
  const lines = directory.lines(accountId)
  if (to.lineId !== undefined) {
    const line = lines.find(({ lineId }) => lineId === to.lineId)
    return line ? { line, because: 'named' } : null
  }
  if (lines.length < 2) return lineToOpen(lines, { country: null, wroteTo: [] })
  if ('contactId' in to) {
    const contact = await holderOf({ views }, accountId, to.contactId as ContactId)
    const country = contact && (placeOf(contact)?.country ?? null)
    const contactId = contact?.contactId ?? (to.contactId as ContactId)
    return lineToOpen(lines, { country, wroteTo: await views.wroteTo(accountId, { contactId }) })
  }
  const phone = 'phone' in to ? digitsOf(to.phone) : null
  const userId = 'userId' in to ? to.userId : null
  const addresses = userId === null ? variantsOf(phone ?? '') : [userId]
  return lineToOpen(lines, {
    country: countryOf({ phone, userId }),
    wroteTo: await views.wroteTo(accountId, { addresses: [...addresses] }),
  })
}

/** The line a recipient is reached on; null when the conversation is not there, which the loop says better. */
export async function lineOf({ views, directory }: ApiParts, accountId: AccountId, to: To): Promise<Line | null> {
  if (to.kind !== 'conversation') return to.line
  const row = await views.conversation(accountId, to.conversationId)
  return row && directory.byId(accountId, row.conversation.lineId)
}

/** Who somebody named is, if we know them: by the address as given, then in its other spelling. */
export async function contactNamed({ views }: ApiParts, accountId: AccountId, to: Somebody): Promise<Contact | null> {
  if ('contactId' in to) return holderOf({ views }, accountId, to.contactId as ContactId)
  const addresses = 'userId' in to ? [to.userId] : variantsOf(digitsOf(to.phone))
  return views.contactAt(accountId, addresses)
}

/** What was said with somebody on a line, the one that goes on first; empty: nothing. */
export async function threadOn(
  { views, clock }: ApiParts,
  accountId: AccountId,
  contactId: ContactId,
  lineId: LineId,
): Promise<readonly Conversation[]> {
  const filter = { agentId: null, lineId, contactId, q: null, limit: 20, cursor: null, now: clock.now() }
  const pages = (['all', 'resolved'] as const).map((view) => views.conversations(accountId, { ...filter, view }))
  const rows = (await Promise.all(pages)).flatMap(({ data }) => data.map(({ conversation }) => conversation))
  return rows.toSorted((a, b) => Number(a.continuedBy !== undefined) - Number(b.continuedBy !== undefined))
}

type Asked = Pick<Question, 'line' | 'contact' | 'conversation'>

/** Whom a question of the right to send is about, as the loop will find them when it is sent. */
export async function askedOf(
  parts: ApiParts,
  accountId: AccountId,
  to: Recipient,
): Promise<Result<Asked, readonly Refusal[]>> {
  const read = await recipientOf(parts, accountId, to)
  if (!read.ok) return read
  if ('conversationId' in to || read.value.kind === 'conversation') {
    const found =
      'conversationId' in to && (await parts.views.conversation(accountId, to.conversationId as ConversationId))
    if (!found) return no('conversation-missing', { field: 'to.conversationId' })
    const { conversation, contact } = found
    return ok({ line: parts.directory.byId(accountId, conversation.lineId), contact, conversation })
  }
  const { line } = read.value
  const contact = await contactNamed(parts, accountId, to)
  if (!contact)
    return 'contactId' in to
      ? no('contact-missing', { field: 'to.contactId' })
      : ok({ line, contact, conversation: null })
  const thread = await threadOn(parts, accountId, contact.contactId, line.lineId)
  const [head = null] = thread
  if (read.value.kind === 'contact' || head === null) return ok({ line, contact, conversation: head })
  const of = partOf(contact, line.channel, read.value.sender)
  const { assigneeId } = head
  const own = thread.find((one) => one.of === of)
  const unsaid = { customerWroteAt: null, freeEntryUntil: null, assigneeId, ...(of !== undefined && { of }) }
  return ok({ line, contact, conversation: own ? { ...own, assigneeId } : unsaid })
}

import { Readable } from 'node:stream'
import { type Instant, toIso } from '#base/time.ts'
import { toConversationView, toMessageView, type NameOf } from '#contract/convert.ts'
import { toContactView } from '#contract/convert-contact.ts'
import type { AccountId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import type { Message } from '#core/message/message.ts'
import { mediaOf } from '#core/message/content.ts'
import type { Language } from '#base/language.ts'
import type { Views } from '#store/views/views.ts'
import { everyoneOf, type Proof } from './proof.ts'

type Parts = {
  readonly views: Views
  readonly accountId: AccountId
  readonly nameOf: NameOf
  readonly language: Language
  readonly now: Instant
}
const AT_ONCE = 100

/**
 * All that is kept of one person, as JSON, written while it is read, so that the longest history takes no more memory than
 * a hundred messages: who they are, what they agreed to with its proof, every conversation with every message, and every
 * file by the address it is fetched from.
 */
export const exportOf = (parts: Parts, contact: Contact, proof: Proof): Readable =>
  Readable.from(piecesOf(parts, contact, proof), { objectMode: false })

async function* piecesOf(parts: Parts, contact: Contact, proof: Proof): AsyncGenerator<string> {
  const { nameOf, language, now } = parts
  const files: object[] = []
  yield `{"madeAt":${JSON.stringify(toIso(now))},"contact":${JSON.stringify(toContactView(contact))},`
  yield `"consents":${JSON.stringify(proof)},"conversations":[`
  let between = ''
  for await (const conversation of conversationsOf(parts, contact)) {
    yield `${between}{"conversation":${JSON.stringify(toConversationView(conversation, contact, nameOf))},"messages":[`
    let comma = ''
    for await (const message of messagesOf(parts, conversation)) {
      yield `${comma}${JSON.stringify(toMessageView(message, nameOf, language))}`
      const media = mediaOf(message.content)
      if (media) files.push({ messageId: message.messageId, url: `/api/v1/media/${media.mediaId}`, ...media })
      comma = ','
    }
    yield ']}'
    between = ','
  }
  yield `],"files":${JSON.stringify(files)}}\n`
}

/** Open ones first; each list newest activity first. */
async function* conversationsOf({ views, accountId, now }: Parts, contact: Contact): AsyncGenerator<Conversation> {
  for (const [contactId, view] of everyoneOf(contact).flatMap((id) => [
    [id, 'all'] as const,
    [id, 'resolved'] as const,
  ])) {
    let cursor: string | null = null
    do {
      const filter = { view, contactId, agentId: null, lineId: null, q: null, limit: AT_ONCE, cursor, now }
      const page: Awaited<ReturnType<Views['conversations']>> = await views.conversations(accountId, filter)
      for (const { conversation } of page.data) yield conversation
      cursor = page.next
    } while (cursor !== null)
  }
}

/** Newest first. */
async function* messagesOf({ views, accountId }: Parts, { conversationId }: Conversation): AsyncGenerator<Message> {
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<Views['messages']>> = await views.messages(accountId, conversationId, {
      limit: AT_ONCE,
      cursor,
    })
    yield* page.data
    cursor = page.next
  } while (cursor !== null)
}

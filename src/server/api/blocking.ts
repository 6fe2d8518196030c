import { setTimeout as pause } from 'node:timers/promises'
import { toConversationView } from '#contract/convert.ts'
import { ok, type Result } from '#base/result.ts'
import type { ConversationView } from '#contract/views.ts'
import type { ConversationId } from '#core/account/account.ts'
import { mayBlock } from '#core/contact/block.ts'
import { addressOf, userIdAt } from '#core/contact/contact.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import type { Caller } from '../auth.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

/** Where somebody else changes the list at the same moment (cloud-api §1.6: 139102). */
const AGAIN_AFTER_MS = 400

/**
 * Blocking and unblocking. Meta is asked first and the answer written down after it, so that nobody is shown as blocked who
 * is not; whatever is lost between the two, the same may be asked again.
 */
export function blockingHandlers(parts: ApiParts): Handlers<'blockContact' | 'unblockContact'> {
  return {
    blockContact: ({ caller, params, body }) => change(parts, caller, params.id, body.reason),
    unblockContact: ({ caller, params }) => change(parts, caller, params.id, null),
  }
}

/** `reason` null: unblock. */
async function change(
  { views, directory, graph, platform, loop, clock }: ApiParts,
  { accountId, actor: by }: Caller,
  id: string,
  reason: string | null,
): Promise<Result<ConversationView, readonly Refusal[]>> {
  const conversationId = id as ConversationId
  const found = await views.conversation(accountId, conversationId)
  if (!found) return no('conversation-missing', { field: 'id', found: id })
  const { contact, conversation } = found
  const { contactId } = contact
  const { lineId } = conversation
  const line = directory.byId(accountId, lineId)
  const token = directory.accessToken(accountId, lineId)
  if (!line || token === null) return no('line-disconnected')
  const address = addressOf(contact, 'phone') ?? userIdAt(contact, line)
  if (!address) return no(contact.erasedAt === undefined ? 'no-address' : 'contact-erased')
  if (reason !== null && !mayBlock(conversation, clock.now())) return no('block-too-late')

  const { put, interpret } = platform.blocking
  const wire = put(line.key, address.value, reason !== null)
  const request = async () => interpret(await graph.ask(token, wire, 'connect'))
  let answer = await request()
  if (answer.kind === 'again') {
    await pause(AGAIN_AFTER_MS)
    answer = await request()
  }
  if (answer.kind === 'again') return no('unavailable', { found: answer.reason })
  if (answer.kind === 'refused') return no(answer.because.code, answer.because)

  const about = { accountId, contactId, lineId, by }
  const done = await loop.submit(
    reason === null ? { kind: 'unblock-contact', ...about } : { kind: 'block-contact', ...about, reason },
  )
  if (!done.ok) return done
  const now = await views.conversation(accountId, conversationId)
  if (!now) return no('conversation-missing', { field: 'id', found: id })
  return ok(toConversationView(now.conversation, now.contact, directory.nameOf(accountId)))
}

import { toConversationView } from '#contract/convert.ts'
import { failed, ok, type Result } from '#base/result.ts'
import type { ConversationView } from '#contract/views.ts'
import type { ConversationId } from '#core/account/account.ts'
import { mayBlock } from '#core/contact/block.ts'
import { ownerOf } from '#core/contact/part.ts'
import { targetsOf } from '#core/contact/part-blocks.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import type { Caller } from '../auth.ts'
import { askToBlock } from '../blocking.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

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

/**
 * `reason` null: unblock. Of merged contacts the one whose conversation it is decides; whoever of the others WhatsApp does not
 * take now is told of in the answer, and asked for again by `settle-block`.
 */
async function change(
  parts: ApiParts,
  { accountId, actor: by }: Caller,
  id: string,
  reason: string | null,
): Promise<Result<ConversationView, readonly Refusal[]>> {
  const { views, directory, loop, clock } = parts
  const conversationId = id as ConversationId
  const found = await views.conversation(accountId, conversationId)
  if (!found) return no('conversation-missing', { field: 'id', found: id })
  const { contact, conversation } = found
  const { contactId } = contact
  const { lineId } = conversation
  const line = directory.byId(accountId, lineId)
  if (!line || directory.accessToken(accountId, lineId) === null) return no('line-disconnected')
  const first = ownerOf(conversation, contact)
  const targets = targetsOf(contact, line).toSorted((a, b) => Number(b.owner === first) - Number(a.owner === first))
  const [decisive] = targets
  if (!decisive) return no(contact.erasedAt === undefined ? 'no-address' : 'contact-erased')
  if (reason !== null && !mayBlock(conversation, clock.now())) return no('block-too-late')

  const asked = await askToBlock(parts, line, targets, reason !== null, (target) => target === decisive)
  const refusing = asked.failed.find(({ owner }) => owner === decisive.owner)
  if (refusing) return failed([refusing.because])
  const others = asked.failed.map(({ owner }) => owner)
  const about = { accountId, contactId, lineId, by }
  const done = await loop.submit(
    reason === null
      ? { kind: 'unblock-contact', ...about, held: others }
      : { kind: 'block-contact', ...about, reason, through: others },
  )
  if (!done.ok) return done
  const now = await views.conversation(accountId, conversationId)
  if (!now) return no('conversation-missing', { field: 'id', found: id })
  return ok(toConversationView(now.conversation, now.contact, directory.nameOf(accountId)))
}

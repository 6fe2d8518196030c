import { createHash } from 'node:crypto'
import { isUuid } from '#base/ids.ts'
import { ok, type Result } from '#base/result.ts'
import { clientKeyOf, toMessageView } from '#contract/convert.ts'
import type { MessageView } from '#contract/views.ts'
import type { AccountId, MessageId } from '#core/account/account.ts'
import { may } from '#core/permission/permission.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import type { Language } from '#base/language.ts'
import type { TemplateRef } from '#core/template/template.ts'
import { createTemplateUse } from '../template-use.ts'
import { type ApiParts, type Handlers, no } from './call.ts'
import { contentOf } from './outgoing.ts'
import { lineOf, recipientOf } from './recipient.ts'

/** Sending: what a caller asks becomes one command; the answer is the message as the loop has queued it. */
export function messageHandlers(parts: ApiParts): Handlers<'sendMessage' | 'retryMessage' | 'cancelMessage'> {
  const { loop, views, directory, ids, clock } = parts
  const noteUse = createTemplateUse(parts.templates, clock)

  const messageView = async (
    accountId: AccountId,
    messageId: MessageId | null,
    language: Language,
  ): Promise<Result<MessageView, readonly Refusal[]>> => {
    const message = messageId && (await views.message(accountId, messageId))
    return message ? ok(toMessageView(message, directory.nameOf(accountId), language)) : no('message-missing')
  }

  return {
    sendMessage: async ({ caller, body, request, language }) => {
      const { accountId, actor } = caller
      const key = idempotencyKeyOf(request.headers['idempotency-key'])
      if (!key.ok) return key
      const to = await recipientOf(parts, accountId, body.to)
      if (!to.ok) return to
      const line = await lineOf(parts, accountId, to.value)
      const content = await contentOf(parts, accountId, line, body.content)
      if (!content.ok) return content
      const messageId = ids.next(clock.now()) as MessageId
      const done = await loop.submit({
        kind: 'send-message',
        accountId,
        messageId,
        by: actor,
        to: to.value,
        ...content.value,
        replyToMessageId: (body.replyTo ?? null) as MessageId | null,
        seenUpTo: (body.seenUpTo ?? null) as MessageId | null,
        clientKey: clientKeyOf(actor, key.value ?? messageId),
        clientFingerprint: fingerprintOf(body),
        priority: 0,
      })
      if (!done.ok) return done
      await noteUse(accountId, content.value.template, actor)
      return messageView(accountId, done.value.messageId, language)
    },
    retryMessage: async ({ caller, params, language }) => {
      const { accountId, actor } = caller
      const old = await views.message(accountId, params.id as MessageId)
      if (!old) return no('message-missing', { field: 'id', found: params.id })
      const line = directory.byId(accountId, old.lineId)
      const template: TemplateRef | null =
        old.content.kind === 'template' && line
          ? { groupKey: line.groupKey, name: old.content.template.name, language: old.content.template.language }
          : null
      const newMessageId = ids.next(clock.now()) as MessageId
      const { messageId } = old
      const done = await loop.submit({ kind: 'retry-message', accountId, messageId, newMessageId, by: actor, template })
      return done.ok ? messageView(accountId, done.value.messageId, language) : done
    },
    cancelMessage: async ({ caller, params, language }) => {
      const { accountId, actor, role } = caller
      if (!isUuid(params.id)) return no('message-missing', { field: 'id', found: params.id })
      const messageId = params.id as MessageId
      const mayAny = may(role, 'message:cancel')
      const done = await loop.submit({ kind: 'cancel-message', accountId, messageId, by: actor, mayAny })
      return done.ok ? messageView(accountId, messageId, language) : done
    },
  }
}

/** Printable and short; null when there is none, and then every request is a new one. */
function idempotencyKeyOf(header: string | string[] | undefined): Result<string | null, readonly Refusal[]> {
  if (header === undefined) return ok(null)
  if (typeof header === 'string' && /^[\x21-\x7e]{1,200}$/.test(header)) return ok(header)
  return no('input-invalid', { field: 'Idempotency-Key', expected: '1 to 200 visible ASCII characters' })
}

/** SHA-256 of what was asked, whatever the order of its fields. */
export const fingerprintOf = (body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(body)))
    .digest('hex')

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, sorted(item)])
}

import { ok, type Result } from '#base/result.ts'
import type { OutgoingContent } from '#contract/content.ts'
import type { AccountId, MediaId, MessageId } from '#core/account/account.ts'
import type { Line } from '#core/line/line.ts'
import type { Command } from '#core/loop/command.ts'
import type { ContactCard, Media, OutboundContent } from '#core/message/content.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import { fillTemplate } from '#core/template/fill.ts'
import type { TemplateRef } from '#core/template/template.ts'
import { languageCodeOf } from '#core/template/body.ts'
import { isAnimatedWebp } from '#core/message/pixels.ts'
import { type ApiParts, no } from './call.ts'
import { interactiveOf } from './outgoing-interactive.ts'
import { valuesOf } from './template-values.ts'

/** What a caller asks to send, in the core's words: with the file, the template or the message that it names. */
export type Outgoing = Pick<Extract<Command, { kind: 'send-message' }>, 'content' | 'target' | 'template'>
type Asked = Result<Outgoing, readonly Refusal[]>

export async function contentOf(
  parts: ApiParts,
  accountId: AccountId,
  line: Line | null,
  asked: OutgoingContent,
): Promise<Asked> {
  switch (asked.kind) {
    case 'text':
      return plain({ kind: 'text', text: asked.text })
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return mediaContent(parts, accountId, asked)
    case 'location': {
      const { kind, latitude, longitude, name, address } = asked
      return plain({ kind, latitude, longitude, name: name ?? null, address: address ?? null })
    }
    case 'contacts':
      return plain({ kind: 'contacts', contacts: asked.contacts.map(cardOf) })
    case 'reaction':
      return reactionContent(parts, accountId, asked)
    case 'template':
      return templateContent(parts, accountId, line, asked)
    default: {
      const content = await interactiveOf(parts, accountId, asked)
      return content.ok ? plain(content.value) : content
    }
  }
}

const plain = (content: OutboundContent): Asked => ok({ content, target: null, template: null })

type AskedMedia = Extract<OutgoingContent, { mediaId: string }>

async function mediaContent(
  { registry, media: store }: ApiParts,
  accountId: AccountId,
  asked: AskedMedia,
): Promise<Asked> {
  const file = await registry.media.get(accountId, asked.mediaId as MediaId)
  if (!file) return no('media-missing', { field: 'content.mediaId', found: asked.mediaId })
  const { media } = file
  switch (asked.kind) {
    case 'image':
    case 'video':
      return plain({ kind: asked.kind, media, caption: asked.caption || null })
    case 'audio':
      return plain({ kind: 'audio', media, voice: asked.voice ?? false })
    case 'document': {
      const named: Media = { ...media, filename: asked.filename || media.filename }
      return plain({ kind: 'document', media: named, caption: asked.caption || null })
    }
    case 'sticker': {
      const head = media.sha256 === null ? null : await store.head(accountId, media.sha256, 32)
      return plain({ kind: 'sticker', media, animated: head !== null && isAnimatedWebp(head) })
    }
  }
}

async function reactionContent(
  { views }: ApiParts,
  accountId: AccountId,
  asked: Extract<OutgoingContent, { kind: 'reaction' }>,
): Promise<Asked> {
  const target = await views.message(accountId, asked.messageId as MessageId)
  if (!target?.wireId) return no('reaction-target-unknown', { field: 'content.messageId', found: asked.messageId })
  const content: OutboundContent = { kind: 'reaction', targetWireId: target.wireId, emoji: asked.emoji || null }
  return ok({ content, target: target.messageId, template: null })
}

async function templateContent(
  parts: ApiParts,
  accountId: AccountId,
  line: Line | null,
  asked: Extract<OutgoingContent, { kind: 'template' }>,
): Promise<Asked> {
  if (!line) return no('conversation-missing', { field: 'to.conversationId' })
  const { templates, registry, clock } = parts
  const ref = { groupKey: line.groupKey, name: asked.name, language: languageCodeOf(asked.language) }
  const template = (await templates.find(accountId, ref))?.template
  if (!template) {
    const found = { field: 'content.name', found: `${asked.name} (${asked.language})` }
    const where = await accountsWith(parts, accountId, ref)
    return where.length === 0
      ? no('template-missing', found)
      : no('template-elsewhere', { ...found, expected: where.join(', ') })
  }
  const values = await valuesOf(registry, accountId, asked.values, clock.now())
  if (!values.ok) return values
  const filled = fillTemplate(template, values.value)
  if (!filled.ok) return filled
  return ok({
    content: { kind: 'template', template: filled.value },
    target: null,
    template: ref,
  })
}

type AskedCard = Extract<OutgoingContent, { kind: 'contacts' }>['contacts'][number]
const cardOf = ({ name, phones, emails, organisation }: AskedCard): ContactCard => ({
  name,
  phones: phones.map(({ phone, type, waId }) => ({ phone, type: type ?? null, waId: waId ?? null })),
  emails: emails ?? [],
  organisation: organisation ?? null,
})

/** The other WhatsApp accounts that have it, by name, also those that have no number any more. */
async function accountsWith(
  { templates, directory, clock }: ApiParts,
  accountId: AccountId,
  { groupKey, name, language }: TemplateRef,
): Promise<readonly string[]> {
  const found = await templates.list(accountId, {
    ...{ order: 'name', since: clock.now(), groupKey: null, q: name, language, limit: MOST_ALIKE, cursor: null },
    ...{ status: null, category: null, quality: null, purpose: null },
  })
  const names = new Map(directory.lines(accountId).map((line) => [line.groupKey, line.group?.name ?? line.groupKey]))
  return found.data
    .map(({ template }) => template)
    .filter((template) => template.name === name && template.groupKey !== groupKey && template.status !== 'DELETED')
    .map((template) => names.get(template.groupKey) ?? template.groupKey)
}

/** So many names of templates may contain the one that is looked for. */
const MOST_ALIKE = 100

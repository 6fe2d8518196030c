import { type Fields, fieldsOf, listOf, textOf, truthOf } from '../json.ts'
import { badParameter, refuse } from '../graph/errors.ts'
import type { World } from '../world/world.ts'
import { checkLocation, requireFields, requireList, requireParam, requireText } from './checks.ts'
import type { SendRequest } from './envelope.ts'
import { checkInteractive } from './interactive.ts'
import { checkMedia } from './media-content.ts'
import { prepareTemplate, type PreparedTemplate } from './template.ts'

/** Content that may be sent: the message object a phone shows, and what must still be fetched or looked at. */
export type Content = {
  readonly message: Fields
  readonly template: PreparedTemplate | null
  /** For a reaction: the message it belongs to and the emoji, `null` to take it back. */
  readonly reaction: { readonly target: string; readonly emoji: string | null } | null
}

/** "Text ≤ 4,096 characters" (Cloud API reference, Messages, Text object, 2026-05). */
const TEXT_MAX = 4096
/** "≤ 257 contacts" (Cloud API, Contacts messages, 2025-11). */
const CONTACTS_MAX = 257

/** Checks what is to be sent as Meta does. Throws Meta's refusal. */
export function checkContent(world: World, numberId: string, request: SendRequest): Content {
  const { type, content } = request
  const plain = (value: unknown): Content => ({ message: { type, [type]: value }, template: null, reaction: null })
  switch (type) {
    case 'text':
      return plain(checkText(content))
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return plain(checkMedia(world, numberId, type, content, type))
    case 'location':
      return plain(checkLocation(content))
    case 'contacts':
      return plain(checkContacts(content))
    case 'interactive':
      return plain(checkInteractive(world, numberId, requireFields(content, 'interactive')))
    case 'reaction':
      return { ...plain(content), reaction: checkReaction(content) }
    default: {
      const template = prepareTemplate(world, numberId, requireFields(content, 'template'))
      return { message: { type, template: content, rendered: template.rendered }, template, reaction: null }
    }
  }
}

function checkText(content: unknown): Fields {
  const text = requireFields(content, 'text')
  const body = requireParam(text['body'], "text['body']", TEXT_MAX)
  if (body.trim() === '') throw refuse(131009, 'Text body must not be empty')
  return { body, ...(truthOf(text['preview_url']) ? { preview_url: true } : {}) }
}

function checkContacts(content: unknown): readonly unknown[] {
  const contacts = requireList(content, 'contacts')
  if (contacts.length === 0) throw refuse(131008, "Parameter 'contacts' must not be empty")
  if (contacts.length > CONTACTS_MAX) throw refuse(131009, `Number of contacts exceeds ${CONTACTS_MAX}`)
  contacts.forEach((entry, index) => {
    const path = `contacts[${index}]`
    const name = requireFields(requireFields(entry, path)['name'], `${path}['name']`)
    requireText(name['formatted_name'], `${path}['name']['formatted_name']`, 'Contact formatted name', 1024)
    const parts = ['first_name', 'last_name', 'middle_name', 'suffix', 'prefix']
    if (!parts.some((part) => textOf(name[part]))) {
      throw refuse(131009, `${path}['name'] needs at least one of ${parts.join(', ')} beside formatted_name`)
    }
    const birthday = textOf(fieldsOf(entry)['birthday'])
    if (birthday && !/^\d{4}-\d{2}-\d{2}$/.test(birthday)) {
      throw refuse(131009, `${path}['birthday'] must be written YYYY-MM-DD`)
    }
    for (const phone of listOf(fieldsOf(entry)['phones'])) requireFields(phone, `${path}['phones']`)
  })
  return contacts
}

function checkReaction(content: unknown): NonNullable<Content['reaction']> {
  const reaction = requireFields(content, 'reaction')
  const target = requireParam(reaction['message_id'], "reaction['message_id']", 512)
  const emoji = reaction['emoji']
  if (typeof emoji !== 'string') throw refuse(131008, "Parameter 'reaction['emoji']' is mandatory")
  if (emoji !== '' && !isEmoji(emoji)) throw badParameter("Param reaction['emoji'] must be a single emoji.")
  return { target, emoji: emoji === '' ? null : emoji }
}

const isEmoji = (text: string): boolean =>
  /^(?:\p{RI}{2}|(?:\p{Emoji}|\p{M}|\u200d|\ufe0f|[\u{e0020}-\u{e007f}])+)$/u.test(text)

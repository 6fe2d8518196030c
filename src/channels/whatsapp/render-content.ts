import type { Content, Media } from '#core/message/content.ts'
import { renderCard } from './cards.ts'
import { renderInteractive } from './render-interactive.ts'
import { renderTemplate } from './render-template.ts'

/** The parts of a body that say what is sent: `type` and the object of that name. */
export type RenderedContent = { readonly type: string; readonly [part: string]: unknown }

/**
 * A content in Meta's words (cloud-api §1.3, §1.4, §3.2). `fileIdOf` gives Meta's id of an uploaded file.
 * Null: of a kind that only contacts send.
 */
export function renderContent(content: Content, fileIdOf: (media: Media) => string): RenderedContent | null {
  const fileId = 'media' in content ? fileIdOf(content.media) : ''
  switch (content.kind) {
    case 'text':
      return { type: 'text', text: { preview_url: /https?:\/\/\S/i.test(content.text), body: content.text } }
    case 'image':
    case 'video':
      return { type: content.kind, [content.kind]: { id: fileId, ...given('caption', content.caption) } }
    case 'audio':
      return { type: 'audio', audio: { id: fileId, ...(isVoiceNote(content) && { voice: true }) } }
    case 'document':
      return {
        type: 'document',
        document: { id: fileId, ...given('caption', content.caption), ...given('filename', content.media.filename) },
      }
    case 'sticker':
      return { type: 'sticker', sticker: { id: fileId } }
    case 'location': {
      const { latitude, longitude, name, address } = content
      return {
        type: 'location',
        location: { latitude, longitude, ...given('name', name), ...given('address', address) },
      }
    }
    case 'contacts':
      return { type: 'contacts', contacts: content.contacts.map(renderCard) }
    case 'reaction':
      return { type: 'reaction', reaction: { message_id: content.targetWireId, emoji: content.emoji ?? '' } }
    case 'template':
      return { type: 'template', template: renderTemplate(content.template, fileIdOf) }
    case 'buttons':
    case 'list':
    case 'link':
    case 'location-request':
    case 'contact-request':
    case 'call-request':
    case 'call-button':
    case 'address-request':
    case 'product':
    case 'products':
    case 'catalogue':
    case 'carousel':
    case 'form':
    case 'order-details':
    case 'order-status':
      return { type: 'interactive', interactive: renderInteractive(content, fileIdOf) }
    default:
      return null
  }
}

const given = (key: string, value: string | null) => (value === null || value === '' ? {} : { [key]: value })

/** Meta shows a recording only for Opus in Ogg (cloud-api §1.3). */
const isVoiceNote = (content: Extract<Content, { kind: 'audio' }>): boolean =>
  content.voice && /^audio\/ogg\b/i.test(content.media.mime)

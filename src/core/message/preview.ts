import type { CallOutcome, Content } from './content.ts'
import { withoutMarks } from './formatting.ts'

/** Length of `LastMessage.preview` in UTF-16 code units. */
export const PREVIEW_LENGTH = 140

/** One line of plain text for lists, at most 140 units; empty where only the kind can be named (a photo, a location). */
export function previewOf(content: Content): string {
  const words = wordsOf(content).slice(0, READ_LENGTH)
  return shorten(isMarked(content) ? withoutMarks(words) : words)
}

/** A little more than is shown, so that a text of a million characters costs no more than a short one. */
const READ_LENGTH = PREVIEW_LENGTH * 4

/** File names, titles, names and what a system says are shown as they are; all else may carry WhatsApp's marks. */
function isMarked(content: Content): boolean {
  if (content.kind === 'document') return Boolean(content.caption)
  if (content.kind === 'edit') return content.content.kind !== 'edit' && isMarked(content.content)
  return !UNMARKED.has(content.kind)
}

const UNMARKED: ReadonlySet<Content['kind']> = new Set([
  'location',
  'contacts',
  'template-reply',
  'button-reply',
  'list-reply',
  'form-reply',
  'system',
  'group-event',
])

function wordsOf(content: Content): string {
  switch (content.kind) {
    case 'text':
      return content.text
    case 'image':
    case 'video':
      return content.caption ?? ''
    case 'document':
      return content.caption || content.media.filename || ''
    case 'location':
      return content.name ?? content.address ?? ''
    case 'contacts':
      return content.contacts.map((card) => card.name).join(', ')
    case 'reaction':
      return content.emoji ?? ''
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
      return content.body ?? ''
    case 'template':
      return content.template.rendered.body
    case 'template-reply':
      return content.text
    case 'button-reply':
    case 'list-reply':
      return content.title
    case 'form-reply':
      // Of every form Meta says "Sent", in English; of an address, the address.
      return content.name === 'flow' ? '' : content.body
    case 'order':
      return content.text ?? ''
    case 'edit':
      return content.content.kind === 'edit' ? '' : wordsOf(content.content)
    case 'system':
      return content.text
    case 'group-event':
      return content.text ?? ''
    case 'audio':
    case 'sticker':
    case 'revoke':
    case 'placeholder':
    case 'unsupported':
    case 'call-answer':
    case 'call':
    case 'payment':
    case 'welcome':
    case 'handover':
    case 'unknown':
      return ''
  }
}

/** What is worth telling of a call before anybody opens it; null: nothing. */
export function callOutcomeOf(content: Content): CallOutcome | null {
  if (content.kind === 'edit') return content.content.kind === 'edit' ? null : callOutcomeOf(content.content)
  if (content.kind === 'call-answer') return content.allowed ? 'allowed' : 'denied'
  if (content.kind !== 'call' || (content.state !== 'missed' && content.state !== 'rejected')) return null
  return content.by === 'us' ? 'unanswered' : 'missed'
}

/** White space becomes single spaces; what is too long ends in "…" and is not cut inside a character. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= PREVIEW_LENGTH) return line
  const cut = line.slice(0, PREVIEW_LENGTH - 1)
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

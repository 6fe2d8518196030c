import type { Bubble } from '../control/types.ts'
import { withoutMarks } from '../text/formatting.ts'
import type { Words } from '../words/index.ts'
import { contentOf } from './content.ts'
import type { Card, Content } from './content-types.ts'

/** One line that stands for a message in a list row or a quote. */
export function previewOf(bubble: Bubble, words: Words): string {
  if (bubble.revoked) return bubble.from === 'customer' ? words.revokedByYou : words.revoked
  return summary(contentOf(bubble), words)
}

function summary(content: Content, words: Words): string {
  switch (content.kind) {
    case 'text':
    case 'system':
      return withoutMarks(content.text)
    case 'picture':
      return `📷 ${withoutMarks(content.caption) || words.photo}`
    case 'video':
      return `🎥 ${withoutMarks(content.caption) || words.video}`
    case 'sticker':
      return words.sticker
    case 'sound':
      return content.voice ? `🎤 ${words.voice}` : `🎵 ${words.audio}`
    case 'document':
      return `📄 ${content.name || words.document}`
    case 'location':
      return `📍 ${content.name || words.location}`
    case 'contacts':
      return `👤 ${content.people.length === 1 ? content.people[0]?.name || words.contact : words.contacts(content.people.length)}`
    case 'product':
      return `🛍️ ${words.product}`
    case 'order':
      return `🛒 ${words.orderItems(content.count)}`
    case 'answer':
      return `📋 ${content.isAddress ? words.addressSent : words.formSent}`
    case 'call-answer':
      return `📞 ${content.isYes ? words.callsAllowed : words.callsRefused}`
    case 'card':
      return cardLine(content.card) || words.template
    case 'group-line':
      return groupLine(content, words)
    case 'call':
    case 'call-reminder':
      return `📞 ${callLine(content, words)}`
    case 'unknown':
      return words.unsupported
  }
}

/** The same with who wrote it in front, as a list shows what was last said in a group. */
export function groupPreviewOf(bubble: Bubble, business: string, words: Words): string {
  const text = previewOf(bubble, words)
  if (bubble.kind === 'group_line') return text
  return `${bubble.from === 'customer' ? words.you : firstName(bubble.writer?.name ?? business)}: ${text}`
}

const firstName = (name: string): string => name.split(' ')[0] ?? name

/** What happened in a group, as WhatsApp says it to whoever holds this phone. */
export function groupLine(line: Extract<Content, { kind: 'group-line' }>, words: Words): string {
  const { what, who, isYou, text } = line
  const { groupLines: lines } = words
  switch (what) {
    case 'joined':
      return isYou ? lines.youJoined : lines.joined(who)
    case 'let-in':
      return isYou ? lines.youWereLetIn : lines.letIn(who)
    case 'left':
      return isYou ? lines.youLeft : lines.left(who)
    case 'removed':
      return isYou ? lines.youWereRemoved : lines.removed(who)
    case 'renamed':
      return lines.renamed(text)
    case 'described':
      return lines.described
    case 'suspended':
      return lines.suspended
    case 'resumed':
      return lines.resumed
    case 'pinned':
      return lines.pinned
    default:
      return words.systemMessage
  }
}

/** How a call went, from the customer's side. */
export function callLine(content: Extract<Content, { kind: 'call' | 'call-reminder' }>, words: Words): string {
  if (content.kind === 'call-reminder') return words.callReminder
  const { by, state, seconds } = content
  if (state === 'ended') return words.callEnded(clockOf(seconds))
  if (state === 'missed') return by === 'business' ? words.callMissed : words.callUnanswered
  return by === 'business' ? words.callIncoming : words.callOutgoing
}

const clockOf = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

const cardLine = (card: Card): string =>
  withoutMarks(card.body) || (card.header?.kind === 'text' ? withoutMarks(card.header.text) : '')

/** What a person would paste elsewhere: the words as they were typed; empty where there are none. */
export function wordsOf(bubble: Bubble): string {
  const content = contentOf(bubble)
  if (content.kind === 'text') return content.text
  if (content.kind === 'card') return content.card.body
  return 'caption' in content ? content.caption : ''
}

import { UNASSIGNED, type WireMedia } from '#core/loop/command.ts'
import type { Content, Media, OrderItem } from '#core/message/content.ts'
import { readCards } from './cards.ts'
import { readProblem } from './errors.ts'
import { instantOf, type Json, numberOf, objectOf, stringOf, textOf } from './json.ts'

/** What a message says, and the file that travels with it. */
export type ReadContent = { readonly content: Content; readonly wireMedia: WireMedia | null }

/**
 * Reads the content of any inbound type (cloud-api §2.3). What this version does not know, or cannot make sense of, is
 * kept whole as `unknown`: an agent sees that the contact wrote something.
 */
export function readContent(message: Json): ReadContent {
  return readKnown(message, textOf(message['type']) ?? '', true) ?? readFault(message) ?? unknown(message)
}

/** Null: not a type we know, or not shaped as we know it. */
function readKnown(message: Json, type: string, editable: boolean): ReadContent | null {
  switch (type) {
    case 'text':
      return plain(readText(objectOf(message['text'])))
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return readMedia(type, objectOf(message[type]))
    case 'location':
      return plain(readLocation(objectOf(message['location'])))
    case 'contacts':
      return plain(readCards(message['contacts']))
    case 'reaction':
      return plain(readReaction(objectOf(message['reaction'])))
    case 'button':
      return plain(readTemplateReply(objectOf(message['button'])))
    case 'interactive':
      return plain(readInteractive(objectOf(message['interactive'])))
    case 'order':
      return plain(readOrder(objectOf(message['order'])))
    case 'system':
      return plain(readSystem(objectOf(message['system'])))
    case 'request_welcome':
      return plain({ kind: 'welcome' })
    // A disappearing message comes without its words.
    case 'ephemeral':
      return plain({ kind: 'unsupported', what: 'ephemeral', details: null })
    case 'media_placeholder':
      return plain({ kind: 'placeholder' })
    case 'revoke':
      return plain(readRevoke(objectOf(message['revoke'])))
    case 'edit':
      return editable ? readEdit(objectOf(message['edit'])) : null
    default:
      return null
  }
}

const plain = (content: Content | null): ReadContent | null => (content === null ? null : { content, wireMedia: null })

/** Interactive answers are told apart by their own type: `call_permission_reply`. */
function unknown(message: Json): ReadContent {
  const type = textOf(objectOf(message['interactive'])?.['type']) ?? textOf(message['type']) ?? 'untyped'
  return { content: { kind: 'unknown', type, raw: message }, wireMedia: null }
}

/** Meta could not show us the message (131051), or not fetch its file (131052). */
function readFault(message: Json): ReadContent | null {
  const problem = readProblem(message['errors'])
  if (problem === null && message['type'] !== 'unsupported') return null
  const named = textOf(objectOf(message['unsupported'])?.['type'])
  const what = named ?? (message['type'] === 'unsupported' ? null : textOf(message['type']))
  return plain({ kind: 'unsupported', what, details: problem?.details ?? problem?.title ?? null })
}

function readText(text: Json | null): Content | null {
  const body = stringOf(text?.['body'])
  return body === null ? null : { kind: 'text', text: body }
}

function readMedia(kind: 'image' | 'video' | 'audio' | 'document' | 'sticker', file: Json | null): ReadContent | null {
  const wireMediaId = textOf(file?.['id'])
  if (file === null || wireMediaId === null) return null
  const mime = textOf(file['mime_type']) ?? 'application/octet-stream'
  const media: Media = {
    mediaId: UNASSIGNED,
    state: 'waiting',
    mime,
    sizeBytes: null,
    filename: textOf(file['filename']),
    sha256: null,
    problem: null,
  }
  const wireMedia = { wireMediaId, mime }
  switch (kind) {
    case 'audio':
      return { content: { kind, media, voice: file['voice'] === true }, wireMedia }
    case 'sticker':
      return { content: { kind, media, animated: file['animated'] === true }, wireMedia }
    default:
      return { content: { kind, media, caption: textOf(file['caption']) }, wireMedia }
  }
}

function readLocation(location: Json | null): Content | null {
  const latitude = numberOf(location?.['latitude'])
  const longitude = numberOf(location?.['longitude'])
  if (location === null || latitude === null || longitude === null) return null
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null
  return { kind: 'location', latitude, longitude, name: textOf(location['name']), address: textOf(location['address']) }
}

function readReaction(reaction: Json | null): Content | null {
  const targetWireId = textOf(reaction?.['message_id'])
  return targetWireId === null ? null : { kind: 'reaction', targetWireId, emoji: textOf(reaction?.['emoji']) }
}

function readTemplateReply(button: Json | null): Content | null {
  const payload = textOf(button?.['payload'])
  const text = textOf(button?.['text'])
  if (payload === null && text === null) return null
  return { kind: 'template-reply', payload: payload ?? text ?? '', text: text ?? payload ?? '' }
}

function readInteractive(interactive: Json | null): Content | null {
  switch (interactive?.['type']) {
    case 'button_reply':
    case 'list_reply': {
      const reply = objectOf(interactive[interactive['type']])
      const id = textOf(reply?.['id'])
      const title = stringOf(reply?.['title'])
      if (reply === null || id === null || title === null) return null
      if (interactive['type'] === 'button_reply') return { kind: 'button-reply', id, title }
      return { kind: 'list-reply', id, title, description: textOf(reply['description']) }
    }
    case 'nfm_reply': {
      const reply = objectOf(interactive['nfm_reply'])
      const response = stringOf(reply?.['response_json'])
      if (reply === null || response === null) return null
      return {
        kind: 'form-reply',
        name: textOf(reply['name']) ?? 'flow',
        body: stringOf(reply['body']) ?? '',
        response,
      }
    }
    case 'call_permission_reply':
      return readCallAnswer(objectOf(interactive['call_permission_reply']))
    default:
      return null
  }
}

function readCallAnswer(reply: Json | null): Content | null {
  const response = reply?.['response']
  if (reply === null || (response !== 'accept' && response !== 'reject')) return null
  const until = reply['is_permanent'] === true ? null : instantOf(reply['expiration_timestamp'])
  return {
    kind: 'call-answer',
    allowed: response === 'accept',
    until: response === 'accept' ? until : null,
    automatic: reply['response_source'] === 'automatic',
  }
}

/** An order with an item that makes no sense is not understood as a whole: half an order is worse than none. */
function readOrder(order: Json | null): Content | null {
  const catalogId = textOf(order?.['catalog_id'])
  const rows = order?.['product_items']
  if (order === null || catalogId === null || !Array.isArray(rows)) return null
  const items = rows.map((row: unknown) => readOrderItem(objectOf(row)))
  if (!items.every((item) => item !== null)) return null
  return { kind: 'order', catalogId, text: textOf(order['text']), items }
}

function readOrderItem(item: Json | null): OrderItem | null {
  const productId = textOf(item?.['product_retailer_id'])
  const quantity = numberOf(item?.['quantity'])
  const price = numberOf(item?.['item_price'])
  const currency = textOf(item?.['currency'])
  if (productId === null || quantity === null || price === null || currency === null) return null
  return { productId, quantity, price, currency }
}

function readSystem(system: Json | null): Content | null {
  const change = textOf(system?.['type'])
  return change === null ? null : { kind: 'system', change, text: stringOf(system?.['body']) ?? '' }
}

function readRevoke(revoke: Json | null): Content | null {
  const targetWireId = textOf(revoke?.['original_message_id'])
  return targetWireId === null ? null : { kind: 'revoke', targetWireId }
}

/** The new content may bring a file of its own; an edit of an edit is none that Meta describes. */
function readEdit(edit: Json | null): ReadContent | null {
  const targetWireId = textOf(edit?.['original_message_id'])
  const edited = objectOf(edit?.['message'])
  if (targetWireId === null || edited === null) return null
  const inner = readKnown(edited, textOf(edited['type']) ?? '', false) ?? unknown(edited)
  return { content: { kind: 'edit', targetWireId, content: inner.content }, wireMedia: inner.wireMedia }
}

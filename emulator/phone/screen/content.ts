import { type Fields, fieldsOf, listOf, textOf } from '../../json.ts'
import type { Bubble } from '../control/types.ts'
import type { Content } from './content-types.ts'
import { interactiveOf, templateCard } from './read-card.ts'
import { mediaOf, placeOf, word } from './read-media.ts'

/** Reads a bubble's message object; see `Content`. */
export function contentOf(bubble: Bubble): Content {
  const message = fieldsOf(bubble.message)
  const type = textOf(message['type']) ?? bubble.kind
  const own = fieldsOf(message[type])
  switch (type) {
    case 'text':
      return { kind: 'text', text: word(own['body']) }
    case 'button':
      return { kind: 'text', text: word(own['text']) }
    case 'location':
      return { kind: 'location', ...placeOf(own) }
    case 'contacts':
      return { kind: 'contacts', people: listOf(message['contacts']).map(personOf) }
    case 'order':
      return orderOf(own)
    case 'template':
      return { kind: 'card', card: templateCard(fieldsOf(message['rendered'])) }
    case 'interactive':
      return interactiveOf(own)
    case 'call':
      return {
        kind: 'call',
        by: own['by'] === 'business' ? 'business' : 'customer',
        state: word(own['state']),
        seconds: Number(own['seconds']) || 0,
      }
    case 'call_reminder':
      return { kind: 'call-reminder' }
    case 'group_line':
      return {
        kind: 'group-line',
        what: word(own['what']),
        who: word(fieldsOf(own['who'])['name']),
        isYou: own['is_you'] === true,
        text: word(own['text']),
      }
    case 'system':
      return { kind: 'system', text: word(own['body']) }
    default:
      return mediaOf(type, own) ?? { kind: 'unknown', type }
  }
}

function personOf(value: unknown) {
  const person = fieldsOf(value)
  const name = fieldsOf(person['name'])
  const phone = fieldsOf(listOf(person['phones'])[0])
  const mail = fieldsOf(listOf(person['emails'])[0])
  return {
    name: word(name['formatted_name']) || word(name['first_name']),
    detail: word(phone['phone']) || word(phone['wa_id']) || word(mail['email']),
  }
}

function orderOf(own: Fields): Content {
  const items = listOf(own['product_items']).map(fieldsOf)
  const total = items.reduce((sum, item) => sum + Number(item['item_price'] ?? 0) * Number(item['quantity'] ?? 1), 0)
  const currency = word(items[0]?.['currency'])
  const count = items.reduce((sum, item) => sum + (Number(item['quantity']) || 1), 0)
  const lines = items.map((item) => `${Number(item['quantity']) || 1} × ${word(item['product_retailer_id'])}`)
  return { kind: 'order', count, lines, total: `${total.toFixed(2)} ${currency}`.trim(), text: word(own['text']) }
}

/** The advertisement a customer came from, when the message carries one. */
export function referralOf(bubble: Bubble): { headline: string; body: string } | null {
  const referral = fieldsOf(fieldsOf(bubble.message)['referral'])
  const headline = word(referral['headline'])
  const body = word(referral['body'])
  return headline === '' && body === '' ? null : { headline, body }
}

export const isForwarded = (bubble: Bubble): boolean => {
  const context = fieldsOf(fieldsOf(bubble.message)['context'])
  return context['forwarded'] === true || context['frequently_forwarded'] === true
}

/** Meta's refusal inside a message it could not show ("unsupported", 131051). */
export const errorTitleOf = (bubble: Bubble): string =>
  word(fieldsOf(listOf(fieldsOf(bubble.message)['errors'])[0])['title'])

import { type Fields, fieldsOf, listOf, textOf } from '../../json.ts'
import { control } from '../control/client.ts'
import type { Bubble } from '../control/types.ts'

/** What a bubble shows, read leniently from Meta's message object: a shape we do not know becomes `unknown`, never a crash. */
export type Content =
  | { kind: 'text'; text: string }
  | { kind: 'picture'; source: string; caption: string }
  | { kind: 'video'; source: string; caption: string }
  | { kind: 'sticker'; source: string }
  | { kind: 'sound'; source: string; voice: boolean }
  | { kind: 'document'; source: string; name: string; caption: string; type: string }
  | { kind: 'location'; latitude: number; longitude: number; name: string; address: string }
  | { kind: 'contacts'; people: { name: string; detail: string }[] }
  | { kind: 'order'; count: number; total: string; text: string }
  | { kind: 'card'; card: Card }
  | { kind: 'system'; text: string }
  | { kind: 'unknown'; type: string }

/** A template or an interactive message. */
export type Card = {
  header: Content | null
  body: string
  footer: string
  buttons: CardButton[]
  list: { label: string; sections: { title: string; rows: ListRow[] }[] } | null
}
export type ListRow = { id: string; title: string; description: string }
export type CardButton =
  | { kind: 'reply'; id: string; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'copy'; text: string; code: string }
  | { kind: 'flow'; text: string; token: string }
  | { kind: 'location' | 'catalog' | 'call'; text: string }

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
      return { kind: 'card', card: templateCard(message) }
    case 'interactive':
      return interactiveOf(own)
    case 'system':
      return { kind: 'system', text: word(own['body']) }
    default:
      return mediaOf(type, own) ?? { kind: 'unknown', type }
  }
}

function mediaOf(type: string, own: Fields): Content | null {
  const source = sourceOf(own)
  const caption = word(own['caption'])
  if (type === 'image') return { kind: 'picture', source, caption }
  if (type === 'video') return { kind: 'video', source, caption }
  if (type === 'sticker') return { kind: 'sticker', source }
  if (type === 'audio' || type === 'voice')
    return { kind: 'sound', source, voice: type === 'voice' || own['voice'] === true }
  if (type !== 'document') return null
  const name = word(own['filename'])
  const ending = /\.(\w{1,5})$/.exec(name)?.[1] ?? /\/(\w{1,5})$/.exec(word(own['mime_type']))?.[1] ?? 'doc'
  return { kind: 'document', source, name, caption, type: ending.toUpperCase() }
}

const sourceOf = (own: Fields): string => {
  const id = textOf(own['id'])
  return id === undefined ? safeAddress(word(own['link']) || word(own['url'])) : control.mediaAddress(id)
}

/** Only what a browser may open without running it. */
const safeAddress = (address: string): string => (/^(https?:|blob:|mailto:|tel:|\/)/i.test(address) ? address : '')

const placeOf = (own: Fields) => ({
  latitude: Number(own['latitude']) || 0,
  longitude: Number(own['longitude']) || 0,
  name: word(own['name']),
  address: word(own['address']),
})

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
  return { kind: 'order', count, total: `${total.toFixed(2)} ${currency}`.trim(), text: word(own['text']) }
}

function interactiveOf(own: Fields): Content {
  const type = word(own['type'])
  if (type === 'button_reply' || type === 'list_reply')
    return { kind: 'text', text: word(fieldsOf(own[type])['title']) }
  if (type === 'nfm_reply') return { kind: 'text', text: word(fieldsOf(own['nfm_reply'])['body']) || 'Flow' }
  const action = fieldsOf(own['action'])
  const parameters = fieldsOf(action['parameters'])
  const base = {
    header: headerOf(fieldsOf(own['header'])),
    body: word(fieldsOf(own['body'])['text']),
    footer: word(fieldsOf(own['footer'])['text']),
  }
  const card = (buttons: CardButton[], list: Card['list'] = null): Content => ({
    kind: 'card',
    card: { ...base, buttons, list },
  })
  switch (type) {
    case 'button':
      return card(
        listOf(action['buttons']).map((button) => {
          const reply = fieldsOf(fieldsOf(button)['reply'])
          return { kind: 'reply', id: word(reply['id']), text: word(reply['title']) }
        }),
      )
    case 'list':
      return card([], { label: word(action['button']), sections: listOf(action['sections']).map(sectionOf) })
    case 'cta_url':
      return card([
        { kind: 'link', text: word(parameters['display_text']), href: safeAddress(word(parameters['url'])) },
      ])
    case 'flow':
      return card([{ kind: 'flow', text: word(parameters['flow_cta']), token: word(parameters['flow_token']) }])
    case 'location_request_message':
      return card([{ kind: 'location', text: '' }])
    case 'voice_call':
      return card([{ kind: 'call', text: word(parameters['display_text']) }])
    case 'product':
    case 'product_list':
    case 'catalog_message':
      return card([{ kind: 'catalog', text: '' }])
    default:
      return base.body === '' ? { kind: 'unknown', type: `interactive ${type}`.trim() } : card([])
  }
}

const sectionOf = (value: unknown) => {
  const section = fieldsOf(value)
  return {
    title: word(section['title']),
    rows: listOf(section['rows']).map((entry) => {
      const row = fieldsOf(entry)
      return { id: word(row['id']), title: word(row['title']), description: word(row['description']) }
    }),
  }
}

/** A header is a text or carries one medium under the name of its type. */
function headerOf(header: Fields): Content | null {
  const type = (word(header['type']) || word(header['format'])).toLowerCase()
  const text = word(header['text'])
  if (type === 'text' || (type === '' && text !== '')) return { kind: 'text', text }
  const inner = fieldsOf(header[type])
  if (type === 'location') return { kind: 'location', ...placeOf(Object.keys(inner).length > 0 ? inner : header) }
  return mediaOf(type, Object.keys(inner).length > 0 ? inner : header)
}

function templateCard(message: Fields): Card {
  const rendered = fieldsOf(message['rendered'] ?? fieldsOf(message['template'])['rendered'])
  const header = rendered['header']
  return {
    header: typeof header === 'string' ? { kind: 'text', text: header } : headerOf(fieldsOf(header)),
    body: word(rendered['body']) || word(fieldsOf(rendered['body'])['text']),
    footer: word(rendered['footer']) || word(fieldsOf(rendered['footer'])['text']),
    buttons: listOf(rendered['buttons']).map((button, index) => templateButton(fieldsOf(button), index)),
    list: null,
  }
}

function templateButton(button: Fields, index: number): CardButton {
  const text = word(button['text'])
  switch (word(button['type']).toLowerCase()) {
    case 'url':
      return { kind: 'link', text, href: safeAddress(word(button['url'])) }
    case 'phone_number':
    case 'voice_call':
      return { kind: 'call', text }
    case 'copy_code':
    case 'otp':
      return {
        kind: 'copy',
        text,
        code: word(button['code']) || word(button['coupon_code']) || word(button['example']),
      }
    case 'flow':
      return { kind: 'flow', text, token: word(button['flow_token']) }
    case 'catalog':
    case 'mpm':
      return { kind: 'catalog', text }
    default:
      return { kind: 'reply', id: word(button['id']) || word(button['payload']) || String(index), text }
  }
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

const word = (value: unknown): string => textOf(value) ?? ''

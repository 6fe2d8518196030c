import { type Fields, fieldsOf, listOf } from '../../json.ts'
import type { Card, CardButton, Content, Offer } from './content-types.ts'
import { billCard, standingCard } from './read-bill.ts'
import { headerOf, safeAddress, word } from './read-media.ts'

/** A template as the emulator rendered it, or one card of its carousel. */
export function templateCard(rendered: Fields): Card {
  const given = rendered['header']
  const header: Content | null = typeof given === 'string' ? { kind: 'text', text: given } : headerOf(fieldsOf(given))
  const article = header?.kind === 'product' ? [header.id] : []
  return {
    header,
    body: word(rendered['body']) || word(fieldsOf(rendered['body'])['text']),
    footer: word(rendered['footer']) || word(fieldsOf(rendered['footer'])['text']),
    offer: offerOf(rendered),
    buttons: listOf(rendered['buttons']).flatMap((button, index) => templateButton(fieldsOf(button), index, article)),
    list: null,
    cards: listOf(rendered['cards']).map((card) => templateCard(fieldsOf(card))),
  }
}

function offerOf(rendered: Fields): Offer | null {
  const offer = fieldsOf(rendered['offer'])
  if (offer['text'] === undefined) return null
  const until = offer['expires_at']
  const code = listOf(rendered['buttons']).map((button) => word(fieldsOf(button)['code']))
  return { text: word(offer['text']), until: typeof until === 'number' ? until : null, code: code.find(Boolean) ?? '' }
}

/** `article`: what stands at the head of the message. */
function templateButton(button: Fields, index: number, article: string[]): CardButton | CardButton[] {
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
    case 'spm':
      return { ...orderOf(article), text }
    case 'catalog':
    case 'mpm':
      return { ...orderOf(listOf(button['items']).map(word)), text }
    case 'request_contact_info':
      return { kind: 'contact', text: '' }
    case 'send_location':
      return { kind: 'location', text }
    case 'call_permission_request':
      return onCalls()
    default:
      return { kind: 'reply', id: word(button['id']) || word(button['payload']) || String(index), text }
  }
}

/** An interactive message of the business, or the customer’s answer to one. */
export function interactiveOf(own: Fields): Content {
  const type = word(own['type'])
  if (type === 'button_reply' || type === 'list_reply')
    return { kind: 'text', text: word(fieldsOf(own[type])['title']) }
  if (type === 'call_permission_reply')
    return { kind: 'call-answer', isYes: fieldsOf(own[type])['response'] === 'accept' }
  if (type === 'nfm_reply') return answerOf(fieldsOf(own['nfm_reply']))
  const action = fieldsOf(own['action'])
  const parameters = fieldsOf(action['parameters'])
  const base = {
    header: headerOf(fieldsOf(own['header'])),
    body: word(fieldsOf(own['body'])['text']),
    footer: word(fieldsOf(own['footer'])['text']),
    offer: null,
  }
  const card = (buttons: CardButton[], list: Card['list'] = null): Content => ({
    kind: 'card',
    card: { ...base, buttons, list, cards: [] },
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
      return card([linkOf(parameters)])
    case 'flow':
      return card([{ kind: 'flow', text: word(parameters['flow_cta']), token: word(parameters['flow_token']) }])
    case 'location_request_message':
      return card([{ kind: 'location', text: '' }])
    case 'contact_request':
    case 'request_contact_info':
      return card([{ kind: 'contact', text: '' }])
    case 'call_permission_request':
      return card(onCalls())
    case 'address_message':
      return card([{ kind: 'address', text: '', known: wordsOf(parameters['values']) }])
    case 'order_details':
      return { kind: 'card', card: billCard({ ...base, list: null, cards: [] }, parameters) }
    case 'order_status':
      return { kind: 'card', card: standingCard({ ...base, list: null, cards: [] }, parameters) }
    case 'voice_call':
      return card([{ kind: 'call', text: word(parameters['display_text']) }])
    case 'carousel':
      return {
        kind: 'card',
        card: { ...base, buttons: [], list: null, cards: listOf(action['cards']).map(carouselCard) },
      }
    case 'product':
      return { kind: 'card', card: { ...base, ...articleOf(action), list: null, cards: [] } }
    case 'product_list':
      return card([orderOf(articlesIn(action))])
    case 'catalog_message':
      return card([orderOf([])])
    default:
      return base.body === '' ? { kind: 'unknown', type: `interactive ${type}`.trim() } : card([])
  }
}

/** What one may say to being called. */
const onCalls = (): CardButton[] => [
  { kind: 'allow-calls', text: '' },
  { kind: 'always-allow-calls', text: '' },
  { kind: 'refuse-calls', text: '' },
]

/** What was filled in; the token is the business's own. */
function answerOf(reply: Fields): Content {
  const isAddress = reply['name'] === 'address_message'
  const given = fieldsOf(parsed(word(reply['response_json'])))
  const { flow_token: _token, ...fields } = isAddress ? fieldsOf(given['values']) : given
  return { kind: 'answer', isAddress, lines: Object.values(wordsOf(fields)).filter((line) => line !== '') }
}

/** The values that are words, numbers or lists of them. */
const wordsOf = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fieldsOf(value)).flatMap(([name, each]) => {
      if (Array.isArray(each)) return [[name, each.map(String).join(', ')]]
      return typeof each === 'string' || typeof each === 'number' ? [[name, String(each)]] : []
    }),
  )

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
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

const articlesIn = (action: Fields): string[] =>
  listOf(action['sections']).flatMap((part) =>
    listOf(fieldsOf(part)['product_items']).map((item) => word(fieldsOf(item)['product_retailer_id'])),
  )

const orderOf = (ids: string[]): Extract<CardButton, { kind: 'catalog' }> => ({
  kind: 'catalog',
  text: '',
  items: ids.length,
  ids,
})

/** One article: at the head of the message, and to be ordered. */
function articleOf(action: Fields): Pick<Card, 'header' | 'buttons'> {
  const id = word(action['product_retailer_id'])
  return { header: { kind: 'product', id }, buttons: [orderOf([id])] }
}

const linkOf = (parameters: Fields): CardButton => ({
  kind: 'link',
  text: word(parameters['display_text']),
  href: safeAddress(word(parameters['url'])),
})

function carouselCard(value: unknown): Card {
  const own = fieldsOf(value)
  const parameters = fieldsOf(fieldsOf(own['action'])['parameters'])
  return {
    header: headerOf(fieldsOf(own['header'])),
    body: word(fieldsOf(own['body'])['text']),
    footer: '',
    offer: null,
    buttons: [linkOf(parameters)],
    ...(own['type'] === 'product' && articleOf(fieldsOf(own['action']))),
    list: null,
    cards: [],
  }
}

import { checkText } from '../check-text.ts'
import type { Content } from '../content.ts'
import { type Refusal, refusal } from '../../refusal/refusal.ts'
import type { FilledSlot } from '../../template/template.ts'
import { checkCarousel, checkCatalogue, checkProduct, checkProducts } from './commerce.ts'
import {
  checkAddressRequest,
  checkButtons,
  checkCallButton,
  checkForm,
  checkLink,
  checkList,
  checkRequest,
} from './interactive.ts'
import { checkLimits } from './parts.ts'
import { checkOrderDetails, checkOrderStatus } from './payment.ts'
import { ABILITIES, CAPTION_LENGTH, CONTACTS_MAX, STILL_STICKER_BYTES, TEXT_LENGTH } from './limits.ts'

/** Everything in a content that Meta would refuse, as far as it can be told without asking; empty when nothing is. */
export function check(content: Content): readonly Refusal[] {
  switch (content.kind) {
    case 'text':
      return checkText(content.text, { field: 'text', maxLength: TEXT_LENGTH, required: true })
    case 'image':
    case 'video':
    case 'document':
      return [...checkCaption(content.caption), ...checkFile(content)]
    case 'audio':
    case 'sticker':
      return checkFile(content)
    case 'location':
      return checkLocation(content.latitude, content.longitude)
    case 'contacts':
      return checkContacts(content)
    case 'reaction':
      return content.emoji === null || isEmoji(content.emoji)
        ? []
        : [refusal('content-not-sendable', { field: 'emoji', found: content.emoji, expected: 'one emoji' })]
    case 'buttons':
      return checkButtons(content)
    case 'list':
      return checkList(content)
    case 'link':
      return checkLink(content)
    case 'location-request':
    case 'contact-request':
    case 'call-request':
      return checkRequest(content)
    case 'call-button':
      return checkCallButton(content)
    case 'address-request':
      return checkAddressRequest(content)
    case 'product':
      return checkProduct(content)
    case 'products':
      return checkProducts(content)
    case 'catalogue':
      return checkCatalogue(content)
    case 'carousel':
      return checkCarousel(content)
    case 'form':
      return checkForm(content)
    case 'order-details':
      return checkOrderDetails(content)
    case 'order-status':
      return checkOrderStatus(content)
    // Its texts were checked against the template when it was filled.
    case 'template':
      return (content.template.slots ?? []).flatMap(checkSlotFile)
    default:
      return [refusal('content-not-sendable', { field: 'kind', found: content.kind })]
  }
}

const checkCaption = (caption: string | null): readonly Refusal[] =>
  checkText(caption ?? '', {
    field: 'caption',
    maxLength: CAPTION_LENGTH,
    required: false,
    whenTooLong: 'caption-too-long',
  })

type WithFile = Extract<Content, { kind: 'image' | 'video' | 'audio' | 'document' | 'sticker' }>

/** A moving picture in a header is a short film (cloud-api §3.1). */
const GIF = { mimes: ['video/mp4'], maxBytes: 3.5 * 1024 * 1024 }

function checkSlotFile({ kind, value }: FilledSlot): readonly Refusal[] {
  if (value.kind !== 'file') return []
  const isFile = kind === 'image' || kind === 'video' || kind === 'document'
  return checkLimits(value.media, isFile ? ABILITIES.media[kind] : GIF)
}

function checkFile(content: WithFile): readonly Refusal[] {
  const { mimes, maxBytes } = ABILITIES.media[content.kind]
  const limit = content.kind === 'sticker' && !content.animated ? STILL_STICKER_BYTES : maxBytes
  return checkLimits(content.media, { mimes, maxBytes: limit })
}

function checkLocation(latitude: number, longitude: number): readonly Refusal[] {
  const within = (field: string, value: number, bound: number): readonly Refusal[] =>
    Math.abs(value) <= bound
      ? []
      : [refusal('location-invalid', { field, found: String(value), expected: `-${bound} to ${bound}` })]
  return [...within('latitude', latitude, 90), ...within('longitude', longitude, 180)]
}

function checkContacts({ contacts }: Extract<Content, { kind: 'contacts' }>): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (contacts.length < 1 || contacts.length > CONTACTS_MAX) {
    const about = { field: 'contacts', found: String(contacts.length), expected: `1 to ${CONTACTS_MAX}` }
    refusals.push(refusal('contacts-invalid', about))
  }
  contacts.forEach((card, index) => {
    if (card.name.trim() === '') {
      refusals.push(refusal('contacts-invalid', { field: `contacts.${index}.name`, found: '', expected: 'a name' }))
    }
    card.phones.forEach(({ phone }, at) => {
      if (/\d/.test(phone)) return
      const field = `contacts.${index}.phones.${at}.phone`
      refusals.push(refusal('contacts-invalid', { field, found: phone, expected: 'a phone' }))
    })
  })
  return refusals
}

/** One character as people see it, with a picture in it. */
function isEmoji(text: string): boolean {
  if (text.length > 64 || !/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(text)) return false
  return [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].length === 1
}

import { type Words, wordsIn } from '../words/index.ts'
import { sendMessage } from './send.ts'
import { useApp } from './store.ts'

/** Ready-made things a customer might send, in the page's language. */
const words = () => wordsIn(useApp.getState().language)

export const samplePlace = ({ samplePlace: name, sampleAddress: address }: Words) => ({
  latitude: 19.42702,
  longitude: -99.16766,
  name,
  address,
})

export function sendSamplePlace(): void {
  const place = samplePlace(words())
  sendMessage({ kind: 'location', ...place }, { type: 'location', location: place })
}

export function sendSampleContact(): void {
  const name = words().sampleContact
  const [first_name = name, last_name = ''] = name.split(' ')
  const contacts = [
    {
      name: { formatted_name: name, first_name, last_name },
      phones: [{ phone: '+52 55 4321 8765', wa_id: '5215543218765', type: 'CELL' }],
    },
  ]
  sendMessage({ kind: 'contacts', contacts }, { type: 'contacts', contacts })
}

export function sendSampleOrder(): void {
  const items = [
    { product_retailer_id: 'PLAN-12', quantity: 1, item_price: 1850, currency: 'MXN' },
    { product_retailer_id: 'SEGURO-1', quantity: 2, item_price: 120, currency: 'MXN' },
  ]
  sendMessage({ kind: 'order', items, catalogId: '1048576' }, { type: 'order', order: { product_items: items } })
}

/** A first message that carries the advertisement it was born from (click to WhatsApp). */
export function sendFromAd(): void {
  const { adText: text, adHeadline: headline, adBody: body } = words()
  const referral = {
    source_url: 'https://fb.me/2sample',
    source_id: '120210000000000001',
    source_type: 'ad',
    headline,
    body,
    media_type: 'image',
    ctwa_clid: 'ARAkLkA8rmlFeiCktEJQ-QTwRiyYHAFDLMNDBH0CD3qpjd0HR4irJ6LEkR7JwFF4XvnO2E4Nx0',
  }
  sendMessage({ kind: 'text', text, referral }, { type: 'text', text: { body: text }, referral })
}

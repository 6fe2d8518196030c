import { type Words, wordsIn } from '../words/index.ts'
import { articlesOf, sendOrder } from './cart.ts'
import { sendMessage, sendSample } from './send.ts'
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

/** A plan and two insurances, without a message they came from. */
export function sendSampleOrder(): void {
  const [plan, insurance] = articlesOf([])
  if (plan && insurance)
    sendOrder(
      null,
      [
        { ...plan, quantity: 1 },
        { ...insurance, quantity: 2 },
      ],
      '',
    )
}

/** A sticker that moves. */
export const sendMovingSticker = (): void =>
  sendMessage({ kind: 'sticker', sample: true, animated: true }, { type: 'sticker', sticker: {} })

const ALBUM = 3
/** Photos one right after the other, as WhatsApp tells of those sent together. */
export function sendAlbum(): void {
  for (let photo = 0; photo < ALBUM; photo += 1) sendSample('image')
}

/** A chain letter: WhatsApp says that it was forwarded often. */
export function sendForwarded(): void {
  const message = {
    type: 'text',
    text: { body: words().chainLetter },
    context: { forwarded: true, frequently_forwarded: true },
  }
  sendMessage({ kind: 'raw', message }, message)
}

/** What WhatsApp does not hand to businesses, or not as what it is (cloud-api §2.3). */
export function sendUnsupported(type: 'poll' | 'ephemeral'): void {
  const error = {
    code: 131051,
    title: 'Message type unknown',
    message: 'Message type unknown',
    error_data: { details: 'Message type is currently not supported.' },
  }
  const message =
    type === 'poll' ? { type: 'unsupported', unsupported: { type }, errors: [error] } : { type, ephemeral: {} }
  sendMessage({ kind: 'raw', message }, message)
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

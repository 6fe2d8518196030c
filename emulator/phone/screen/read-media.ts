import { type Fields, fieldsOf, textOf } from '../../json.ts'
import { control } from '../control/client.ts'
import type { Content } from './content-types.ts'

/** The text of a field; empty when there is none. */
export const word = (value: unknown): string => textOf(value) ?? ''

/** A medium under the name of its type; `null` when the type is none. */
export function mediaOf(type: string, own: Fields): Content | null {
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
export const safeAddress = (address: string): string =>
  /^(https?:|blob:|mailto:|tel:|\/)/i.test(address) ? address : ''

export const placeOf = (own: Fields) => ({
  latitude: Number(own['latitude']) || 0,
  longitude: Number(own['longitude']) || 0,
  name: word(own['name']),
  address: word(own['address']),
})

/** A header is a text or carries one medium under the name of its type. */
export function headerOf(header: Fields): Content | null {
  const type = (word(header['type']) || word(header['format'])).toLowerCase()
  const text = word(header['text'])
  if (type === 'text' || (type === '' && text !== '')) return { kind: 'text', text }
  const inner = fieldsOf(header[type])
  if (type === 'location') return { kind: 'location', ...placeOf(Object.keys(inner).length > 0 ? inner : header) }
  if (type === 'product') return { kind: 'product', id: word(inner['product_retailer_id']) }
  return mediaOf(type, Object.keys(inner).length > 0 ? inner : header)
}

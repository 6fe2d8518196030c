import { type Fields, fieldsOf, isFields, listOf, textOf } from '../json.ts'
import { mediaUrl } from '../graph/media.ts'
import { digitsOfNumber } from '../webhook/tell.ts'
import type { BusinessNumber, Media, Message, Phone } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { sampleOf } from '../samples/samples.ts'
import { pressed, chosen } from './compose-answers.ts'
import { invalid, missing } from './refusal.ts'

export type Composed = {
  /** Meta's type. */
  readonly kind: string
  /** Meta's message object without sender, id and timestamp. */
  readonly message: Fields
  readonly replyTo: string | null
  /** The bubble this belongs to, when it is none of its own. */
  readonly touches: { readonly wamid: string; readonly change: Partial<Message> } | null
}

/** A message somebody quotes, reacts to or changes; `by`: the digits it was written from, unless those are hidden. */
export type Target = Pick<Message, 'wamid' | 'from' | 'kind' | 'message' | 'reactions' | 'revoked'> & {
  readonly by: string | undefined
}
/** The message of a chat by its id; refuses where there is none. */
export type Find = (wamid: string) => Target

const mediaKinds = ['image', 'video', 'audio', 'voice', 'document', 'sticker']

/** Turns a `Compose` of docs/guide/emulator.md into Meta's message object. */
export async function composedOf(world: World, body: Fields, find: Find): Promise<Composed> {
  const kind = textOf(body['kind']) ?? ''
  const replyTo = textOf(body['replyTo']) ?? null
  const quoted = replyTo === null ? {} : { context: contextOf(find(replyTo)) }
  const plain = (type: string, content: unknown, more: Fields = {}): Composed => ({
    kind: type,
    message: { ...quoted, ...more, type, [type]: content },
    replyTo,
    touches: null,
  })
  if (mediaKinds.includes(kind)) return plain(kind === 'voice' ? 'audio' : kind, await mediaContent(world, kind, body))
  switch (kind) {
    case 'text':
      return plain('text', { body: requireText(body['text'], 'text') }, extrasOf(body, quoted))
    case 'location':
      return plain('location', locationOf(body))
    case 'contacts':
      return plain('contacts', listOf(body['contacts']))
    case 'order':
      return plain('order', {
        catalog_id: textOf(body['catalogId']) ?? '1000000000000001',
        text: textOf(body['text']) ?? '',
        product_items: listOf(body['items']),
      })
    case 'reaction':
      return reactionOf(find(textOf(body['target']) ?? ''), body)
    case 'press':
      return answerTo(find(textOf(body['target']) ?? ''), (target) => pressed(target, textOf(body['buttonId']) ?? ''))
    case 'choose':
      return answerTo(find(textOf(body['target']) ?? ''), (target) => chosen(target, textOf(body['rowId']) ?? ''))
    case 'edit':
      return editOf(find(textOf(body['target']) ?? ''), body)
    case 'revoke':
      return revokeOf(find(textOf(body['target']) ?? ''))
    case 'raw': {
      const message = isFields(body['message']) ? body['message'] : null
      if (message === null) throw invalid('A raw message needs `message`, an object')
      return { kind: textOf(message['type']) ?? 'unknown', message, replyTo, touches: null }
    }
    default:
      throw invalid(`"${kind}" is no kind of message; see docs/guide/emulator.md, Compose`)
  }
}

function requireText(value: unknown, name: string): string {
  const text = textOf(value)
  if (text === undefined || text === '') throw invalid(`\`${name}\` must be a text that is not empty`)
  return text
}

function locationOf(body: Fields): Fields {
  const { latitude, longitude } = body
  if (typeof latitude !== 'number' || typeof longitude !== 'number')
    throw invalid('A location needs latitude and longitude')
  const optional = ['name', 'address'].filter((name) => textOf(body[name])).map((name) => [name, body[name]])
  return { latitude, longitude, ...Object.fromEntries(optional) }
}

/** Forwarding is told in `context`; an advertisement in `referral`. */
function extrasOf(body: Fields, quoted: Fields): Fields {
  return {
    ...(body['forwarded'] === true ? { context: { ...fieldsOf(quoted['context']), forwarded: true } } : {}),
    ...(isFields(body['referral']) ? { referral: body['referral'] } : {}),
  }
}

/** A message of one customer's chat with a number. */
export const inChat =
  (world: World, phone: Phone, number: BusinessNumber): Find =>
  (wamid) => {
    const target = world.messages.get(wamid)
    if (target === undefined || target.phone !== phone.id || target.number !== number.id)
      throw missing('message in this chat', wamid)
    const by = target.from === 'business' ? digitsOfNumber(number) : phone.hidden ? undefined : phone.waId
    return { ...target, by }
  }

/** Who is quoted: the business's digits, or the customer's own; a hidden phone is not named. */
const contextOf = ({ wamid, by }: Target): Fields => ({ ...(by === undefined ? {} : { from: by }), id: wamid })

function answerTo(target: Target, make: (target: Target) => Fields): Composed {
  const message = { context: contextOf(target), ...make(target) }
  return { kind: String(message['type' as keyof typeof message]), message, replyTo: target.wamid, touches: null }
}

function reactionOf(target: Target, body: Fields): Composed {
  const emoji = textOf(body['emoji']) || null
  const others = target.reactions.filter((entry) => entry.from !== 'customer')
  const reactions = emoji === null ? others : [...others, { from: 'customer' as const, emoji }]
  return {
    kind: 'reaction',
    message: { type: 'reaction', reaction: { message_id: target.wamid, ...(emoji === null ? {} : { emoji }) } },
    replyTo: null,
    touches: { wamid: target.wamid, change: { reactions } },
  }
}

function editOf(target: Target, body: Fields): Composed {
  if (target.from !== 'customer' || target.revoked) throw invalid('Only a message of the phone itself can be edited')
  const text = requireText(body['text'], 'text')
  const type = target.kind
  const content = type === 'text' ? { body: text } : { ...fieldsOf(target.message[type]), caption: text }
  return {
    kind: 'edit',
    message: {
      type: 'edit',
      edit: { original_message_id: target.wamid, message: { context: { id: target.wamid }, type, [type]: content } },
    },
    replyTo: null,
    touches: { wamid: target.wamid, change: { edited: true, message: { ...target.message, [type]: content } } },
  }
}

function revokeOf(target: Target): Composed {
  if (target.from !== 'customer') throw invalid('Only a message of the phone itself can be revoked')
  return {
    kind: 'revoke',
    message: { type: 'revoke', revoke: { original_message_id: target.wamid } },
    replyTo: null,
    touches: { wamid: target.wamid, change: { revoked: true } },
  }
}

/** What webhooks say about media: `sha256` in base64, and an address for five minutes (cloud-api §1.5, §2.3). */
async function mediaContent(world: World, kind: string, body: Fields): Promise<Fields> {
  const media = await mediaOf(world, kind, body)
  const caption = textOf(body['caption'])
  const filename = textOf(body['filename']) ?? media.filename
  return {
    ...(caption === undefined || ['audio', 'voice', 'sticker'].includes(kind) ? {} : { caption }),
    ...(kind === 'document' && filename !== null ? { filename } : {}),
    mime_type: kind === 'voice' && media.mime === 'audio/ogg' ? 'audio/ogg; codecs=opus' : media.mime,
    sha256: Buffer.from(media.sha256, 'hex').toString('base64'),
    id: media.id,
    url: mediaUrl(world, media),
    ...(kind === 'voice' ? { voice: true } : {}),
    ...(kind === 'audio' ? { voice: false } : {}),
    ...(kind === 'sticker' ? { animated: body['animated'] === true } : {}),
  }
}

async function mediaOf(world: World, kind: string, body: Fields): Promise<Media> {
  const id = textOf(body['mediaId'])
  if (id !== undefined) {
    const media = world.media.get(id)
    if (media === undefined) throw missing('media', id)
    return media
  }
  if (body['sample'] !== true) throw invalid(`A message of kind ${kind} needs \`mediaId\` or \`sample: true\``)
  const sample = sampleOf(kind === 'sticker' && body['animated'] === true ? 'moving-sticker' : kind)
  if (sample === undefined) throw missing('sample', kind)
  return world.media.add({ ...sample, owner: 'customer', number: null })
}

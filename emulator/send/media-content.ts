import { type Fields, lengthOf, textOf } from '../json.ts'
import { badParameter } from '../graph/errors.ts'
import { mediaRules } from '../graph/media-rules.ts'
import type { Media } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { requireFields, requireUrl } from './checks.ts'

/** "Caption ≤ 1,024 characters" (Cloud API reference, Messages, Media object, 2026-05). */
const CAPTION_MAX = 1024

/** Checks a media object: exactly one of `id` and `link`, and a caption only where there can be one. */
export function checkMedia(world: World, numberId: string, type: string, content: unknown, path: string): Fields {
  const media = requireFields(content, path)
  const id = textOf(media['id'])
  const link = textOf(media['link'])
  if (id === undefined && link === undefined) {
    throw badParameter(`Param ${path} must have one of the following: 'id' or 'link'.`)
  }
  if (id !== undefined && link !== undefined) {
    throw badParameter(`Param ${path} must have only one of the following: 'id' or 'link'.`)
  }
  const caption = textOf(media['caption'])
  if (caption !== undefined && (type === 'audio' || type === 'sticker')) {
    throw badParameter(`Unexpected key "caption" on param "${path}".`)
  }
  if (caption !== undefined && lengthOf(caption) > CAPTION_MAX) {
    throw badParameter(`Param ${path}['caption'] must be at most ${CAPTION_MAX} characters long.`)
  }
  if (link !== undefined) return { ...media, link: requireUrl(link, `${path}['link']`) }
  const known = world.media.get(id ?? '')
  if (known === undefined || (known.number !== null && known.number !== numberId)) {
    throw badParameter(`Param ${path}['id'] is not a valid whatsapp business account media attachment ID`)
  }
  return { mime_type: known.mime, ...media, id: known.id }
}

/**
 * What Meta finds out only while sending: bytes that are not what the message says, or that are too big. `null` when the
 * media is fine; otherwise the details of 131053.
 */
export function mediaProblem(type: string, media: Media): string | null {
  const rule = mediaRules[type]
  if (rule === undefined) return null
  const found = media.sniffed ?? media.mime
  if (type !== 'document' && !rule.mimes.includes(sameMime(found))) {
    return `${typeName(type)} file uploaded with mimetype as ${media.mime}, however on processing it is of type ${found}. Please choose a different file.`
  }
  if (media.sizeBytes > rule.maxBytes) {
    return `${typeName(type)} file size is too big: ${media.sizeBytes} bytes. Max file size: ${rule.maxBytes} bytes.`
  }
  return null
}

const typeName = (type: string): string => type.slice(0, 1).toUpperCase() + type.slice(1)

/** Names the sniffing library uses and Meta does not. */
function sameMime(mime: string): string {
  const base = mime.split(';')[0]?.trim() ?? mime
  if (base === 'audio/x-m4a') return 'audio/mp4'
  return base
}

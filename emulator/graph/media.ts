import { createHmac } from 'node:crypto'
import { minutes } from '#base/time.ts'
import { type Fields, textOf } from '../json.ts'
import type { BusinessNumber, Media } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { type GraphCall, parameter } from './call.ts'
import { badParameter, unknownObject } from './errors.ts'
import { maxBytesOf, uploadable } from './media-rules.ts'

/** "The URL is valid for 5 minutes" (Cloud API reference, Media, 2025-11). */
const LINK_LIVES_MS = minutes(5)

/** POST /{number}/media. */
export async function uploadMedia(world: World, number: BusinessNumber, call: GraphCall): Promise<Fields> {
  if (parameter(call, 'messaging_product') !== 'whatsapp')
    throw badParameter('The parameter messaging_product is required.')
  const file = call.files['file']
  if (file === undefined || file.bytes.length === 0) throw badParameter('The parameter file is required.')
  const given = textOf(parameter(call, 'type')) ?? ''
  // With its codec (`audio/ogg; codecs=opus`): the telephone is told of it.
  const mime = (given.includes('/') ? given : (file.mime ?? '')).trim().toLowerCase()
  const declared = mime.split(';')[0]?.trim() ?? ''
  if (!uploadable.includes(declared)) {
    throw badParameter(
      `Param file must be a file with one of the following types: ${uploadable.join(', ')}. Received file of type '${declared}'.`,
    )
  }
  if (file.bytes.length > maxBytesOf(declared)) {
    throw badParameter(`Param file must be at most ${maxBytesOf(declared)} bytes. Received ${file.bytes.length} bytes.`)
  }
  const media = await world.media.add({
    bytes: file.bytes,
    mime,
    owner: 'business',
    number: number.id,
    filename: file.filename,
  })
  return { id: media.id }
}

/** GET /{media}: where the bytes are for the next five minutes. */
export function readMedia(world: World, media: Media, call: GraphCall): Fields {
  const asked = textOf(parameter(call, 'phone_number_id'))
  if (asked !== undefined && media.number !== null && asked !== media.number) throw unknownObject(call.method, media.id)
  return {
    messaging_product: 'whatsapp',
    url: mediaUrl(world, media, call.origin),
    mime_type: media.mime,
    sha256: media.sha256,
    file_size: media.sizeBytes,
    id: media.id,
  }
}

/** An address that runs out, signed so that nobody can lengthen it. */
export function mediaUrl(world: World, media: Media, origin = world.publicUrl()): string {
  const expires = Math.floor((world.clock.now() + LINK_LIVES_MS) / 1000)
  const query = new URLSearchParams({
    mid: media.id,
    source: 'getMedia',
    ext: String(expires),
    hash: linkHash(world, media.id, String(expires)),
  })
  return `${origin}/lookaside/whatsapp_business/attachments/?${query}`
}

const linkHash = (world: World, id: string, expires: string): string =>
  createHmac('sha256', world.app.secret).update(`${id}|${expires}`).digest('base64url')

/** The media behind a link; `undefined` when it has run out, was changed, or is gone. */
export function mediaBehind(world: World, query: Readonly<Record<string, string>>): Media | undefined {
  const { mid = '', ext = '', hash = '' } = query
  if (hash !== linkHash(world, mid, ext) || world.clock.now() >= Number(ext) * 1000) return undefined
  return world.media.get(mid)
}

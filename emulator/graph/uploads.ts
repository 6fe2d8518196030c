import { type Fields, textOf } from '../json.ts'
import type { UploadSession } from '../world/uploads.ts'
import type { World } from '../world/world.ts'
import { type GraphCall, parameter } from './call.ts'
import { badParameter, unknownObject } from './errors.ts'
import { maxBytesOf } from './media-rules.ts'

/** What can be uploaded by parts (Graph API, Resumable Upload, 2025-11). */
const types = ['application/pdf', 'image/jpeg', 'image/jpg', 'image/png', 'video/mp4']

/** POST /{app}/uploads: begins an upload. The id goes into the next address as it is, `?sig=` included. */
export function beginUpload(world: World, call: GraphCall): Fields {
  const mime = textOf(parameter(call, 'file_type')) ?? ''
  if (!types.includes(mime)) throw badParameter(`Param file_type must be one of {${types.join(', ')}} - got "${mime}".`)
  const sizeBytes = Number(parameter(call, 'file_length'))
  if (!Number.isInteger(sizeBytes) || sizeBytes < 1)
    throw badParameter('Param file_length must be an integer greater than 0.')
  const most = maxBytesOf(mime === 'image/jpg' ? 'image/jpeg' : mime)
  if (sizeBytes > most) throw badParameter(`Param file_length must be at most ${most} for ${mime} - got ${sizeBytes}.`)
  const filename = textOf(parameter(call, 'file_name')) ?? 'file'
  return { id: addressOf(world.uploads.begin({ filename, sizeBytes, mime })) }
}

/** POST and GET /upload:{session}: the bytes from `file_offset` on, or how many are there. */
export async function continueUpload(
  world: World,
  method: string,
  address: string,
  offset: string | undefined,
  bytes: Buffer,
): Promise<Fields> {
  const session = world.uploads.session(address.slice('upload:'.length))
  if (session === undefined || !['GET', 'POST'].includes(method)) throw unknownObject(method, address)
  const received = world.uploads.receivedBytes(session.id)
  if (method === 'GET') return { id: addressOf(session), file_offset: received }
  if (offset === undefined) throw badParameter('The header file_offset is required.')
  if (Number(offset) !== received) throw badParameter(`The header file_offset must be ${received} - got "${offset}".`)
  if (bytes.length === 0) throw badParameter('The request has no bytes.')
  if (received + bytes.length > session.sizeBytes)
    throw badParameter(`The file has ${session.sizeBytes} bytes; received ${received + bytes.length}.`)
  const handle = await world.uploads.append(session, bytes)
  return handle === null ? { id: addressOf(session), file_offset: received + bytes.length } : { h: handle }
}

const addressOf = ({ id }: UploadSession): string => `upload:${id}?sig=AR${id.slice(-12)}`

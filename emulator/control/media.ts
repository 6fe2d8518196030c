import type { FastifyInstance } from 'fastify'
import { sendBytes } from '../ranges.ts'
import { sampleOf } from '../samples/samples.ts'
import type { World } from '../world/world.ts'
import { invalid, missing } from './refusal.ts'

/** `/control/v1/media`: what phones show and pick. */
export function mediaRoutes(server: FastifyInstance, world: World): void {
  server.post('/control/v1/media', async (request, reply) => {
    const bytes = request.body
    if (!Buffer.isBuffer(bytes) || bytes.length === 0)
      throw invalid('Send the bytes as the body, with their Content-Type')
    const mime = (request.headers['content-type'] ?? 'application/octet-stream').split(';')[0]?.trim() ?? ''
    const name = request.headers['x-filename']
    const filename = typeof name === 'string' && name !== '' ? decoded(name) : null
    const media = await world.media.add({ bytes, mime, owner: 'customer', number: null, filename })
    return reply.code(201).send({ mediaId: media.id })
  })
  server.get<{ Params: { id: string } }>('/control/v1/media/:id', (request, reply) => {
    const media = world.media.get(request.params.id)
    const bytes = media === undefined ? undefined : world.media.bytes(media.id)
    if (media === undefined || bytes === undefined) throw missing('media', request.params.id)
    reply
      .header('content-type', media.mime)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, max-age=3600')
    return sendBytes(reply, bytes, request.headers.range)
  })
  server.get<{ Params: { kind: string } }>('/control/v1/samples/:kind', (request, reply) => {
    const sample = sampleOf(request.params.kind)
    if (sample === undefined) throw missing('sample', request.params.kind)
    return sendBytes(reply.header('content-type', sample.mime), sample.bytes, request.headers.range)
  })
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

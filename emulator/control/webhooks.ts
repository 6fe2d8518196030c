import type { FastifyInstance } from 'fastify'
import { fieldsOf, listOf, textOf } from '../json.ts'
import type { GraphLog } from '../graph/log.ts'
import { verifyCallback } from '../webhook/handshake.ts'
import type { Post } from '../webhook/post.ts'
import { serialize } from '../webhook/signing.ts'
import type { World } from '../world/world.ts'
import { conflict, invalid } from './refusal.ts'

type Limited = { Querystring: { limit?: string } }

const limitOf = (text: string | undefined): number => Math.min(Math.max(Number(text ?? 50) || 50, 1), 1_000)

/** `/control/v1/webhooks` and `/control/v1/graph-calls`: what went out and what came in. */
export function logRoutes(server: FastifyInstance, world: World, graphLog: GraphLog, post: Post): void {
  server.get<Limited>('/control/v1/graph-calls', (request) => ({ data: graphLog.list(limitOf(request.query.limit)) }))
  server.get<Limited>('/control/v1/webhooks', (request) => ({
    data: world.webhooks.log
      .list(limitOf(request.query.limit))
      .map(({ body, ...rest }) => ({ ...rest, body: JSON.parse(body) as unknown })),
    pending: world.webhooks.pending(),
  }))
  server.post('/control/v1/webhooks', async (request) => {
    const { entry, sign = true, repeat = 1, object = 'whatsapp_business_account' } = fieldsOf(request.body)
    if (!Array.isArray(entry)) throw invalid('Send `{ "entry": [...] }`')
    const times = typeof repeat === 'number' && repeat >= 1 && repeat <= 1_000 ? Math.trunc(repeat) : 1
    const body = serialize({ object, entry: listOf(entry) })
    const secret = sign === false ? 'not the secret' : world.app.secret
    let status = 0
    for (let count = 0; count < times; count += 1) status = (await post(callback(world), body, secret)).status
    return { status }
  })
  server.post('/control/v1/webhooks/verify', async (request) => {
    const { url, verifyToken } = fieldsOf(request.body)
    return verifyCallback(textOf(url) ?? callback(world), textOf(verifyToken) ?? world.app.verifyToken)
  })
}

function callback(world: World): string {
  if (world.app.callbackUrl === null)
    throw conflict('No callback is subscribed: POST /{app}/subscriptions, or set webhookUrl in the demo file')
  return world.app.callbackUrl
}

import type { FastifyInstance } from 'fastify'
import type { GraphLog } from '../graph/log.ts'
import type { Sender } from '../send/accept.ts'
import type { Post } from '../webhook/post.ts'
import type { World } from '../world/world.ts'
import { assistantRoutes } from '../assistant/control.ts'
import { accountRoutes } from './account.ts'
import { chargeRoutes } from './charges.ts'
import { chatRoutes } from './chats.ts'
import { clockRoutes } from './clock.ts'
import { groupRoutes } from '../group/control.ts'
import { eventRoutes } from './events.ts'
import { faultRoutes } from './faults.ts'
import { mediaRoutes } from './media.ts'
import { noticeRoutes } from './notices.ts'
import { numberRoutes } from './numbers.ts'
import { phoneRoutes } from './phones.ts'
import { portfolioRoutes } from './portfolios.ts'
import { ControlRefusal } from './refusal.ts'
import { signupRoutes } from './signup.ts'
import { templateRoutes } from './templates.ts'
import { logRoutes } from './webhooks.ts'

export type ControlParts = {
  readonly world: World
  readonly sender: Sender
  readonly graphLog: GraphLog
  readonly post: Post
}

/** Largest file a phone may pick: Meta's documents have 100 MB. */
const BODY_MAX_BYTES = 101 * 1024 * 1024

/** The control API of docs/guide/emulator.md. */
export async function controlApi(
  server: FastifyInstance,
  { world, sender, graphLog, post }: ControlParts,
): Promise<void> {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_MAX_BYTES }, (request, bytes: Buffer, done) => {
    if (request.url.startsWith('/control/v1/media')) return done(null, bytes)
    if (bytes.length === 0) return done(null, {})
    try {
      done(null, JSON.parse(bytes.toString('utf8')))
    } catch {
      done(new ControlRefusal(400, 'invalid', 'The body is not JSON'))
    }
  })
  server.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) => {
    if (error instanceof ControlRefusal)
      return reply.code(error.http).send({ error: { code: error.code, message: error.message } })
    const status = error.statusCode ?? 500
    if (status >= 500) world.log.error({ error }, 'a control call went wrong')
    return reply.code(status).send({ error: { code: status >= 500 ? 'fault' : 'invalid', message: error.message } })
  })
  server.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      error: {
        code: 'not-found',
        message: `There is no ${request.method} ${request.url}; see docs/guide/emulator.md`,
      },
    }),
  )
  numberRoutes(server, world)
  signupRoutes(server, world)
  templateRoutes(server, world)
  accountRoutes(server, world)
  portfolioRoutes(server, world)
  chargeRoutes(server, world)
  noticeRoutes(server, world)
  phoneRoutes(server, world, sender)
  chatRoutes(server, world, sender)
  assistantRoutes(server, world)
  groupRoutes(server, world)
  clockRoutes(server, world)
  faultRoutes(server, world)
  logRoutes(server, world, graphLog, post)
  mediaRoutes(server, world)
  eventRoutes(server, world)
}

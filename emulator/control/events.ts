import type { FastifyInstance } from 'fastify'
import type { World } from '../world/world.ts'

/** Proxies close silent streams; a comment keeps this one open. */
const HEARTBEAT_MS = 15_000

/** `/control/v1/events`: server-sent events for whoever watches. */
export function eventRoutes(server: FastifyInstance, world: World): void {
  const open = new Set<() => void>()
  server.get('/control/v1/events', (request, reply) => {
    reply.hijack()
    const { raw } = reply
    const origin = reply.getHeader('access-control-allow-origin')
    raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      ...(typeof origin === 'string' ? { 'access-control-allow-origin': origin, vary: 'Origin' } : {}),
    })
    raw.write('retry: 1000\n\n')
    const stop = world.changes.listen((change) => raw.write(`event: change\ndata: ${JSON.stringify(change)}\n\n`))
    const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS)
    const end = () => {
      clearInterval(heartbeat)
      stop()
      open.delete(end)
      raw.end()
    }
    open.add(end)
    request.raw.once('close', end)
  })
  server.addHook('preClose', (done) => {
    for (const end of open) end()
    done()
  })
}

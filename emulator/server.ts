import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify'
import { flowsOf } from './flow/flows.ts'
import { controlApi, type ControlParts } from './control/routes.ts'
import { answerGraph, graphBodies, isGraphPath } from './graph/server.ts'
import { linkPicture } from './graph/links.ts'
import { mediaBehind } from './graph/media.ts'
import { isPicture, PICTURES } from './graph/profile.ts'
import { authorize } from './graph/token.ts'
import { GraphError } from './graph/errors.ts'
import { isAllowedHost, isLocalOrigin } from './hosts.ts'
import { sendBytes } from './ranges.ts'
import { notBuiltPage } from './not-built.ts'
import { addPages } from './signup/pages.ts'
import type { World } from './world/world.ts'

/** Where `npm start` builds the phones' screens to. */
const phoneFiles = fileURLToPath(new URL('../dist/phone/', import.meta.url))
/** Meta's documents have 100 MB; the rest is multipart. */
const BODY_MAX_BYTES = 101 * 1024 * 1024

export type ServerOptions = {
  readonly logger: FastifyServerOptions['loggerInstance']
  readonly allowedHosts: readonly string[]
}

export function makeServer({ logger, allowedHosts }: ServerOptions): FastifyInstance {
  const server = Fastify({
    ...(logger === undefined ? {} : { loggerInstance: logger }),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_MAX_BYTES,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 600 },
  })
  server.addHook('onRequest', (request, reply, done) => {
    if (isAllowedHost(request.headers.host, allowedHosts)) return done()
    reply.code(403).send({
      error: { code: 'host', message: `The host "${request.headers.host}" is not this emulator; set EMULATOR_HOST` },
    })
  })
  return server
}

/** Puts the three faces on one port: Graph and its media, the control API, the phones. */
export function addRoutes(server: FastifyInstance, parts: ControlParts): void {
  const { world, sender, graphLog } = parts
  server.register(async (control) => {
    control.addHook('onRequest', (request, reply, done) => {
      const { origin } = request.headers
      if (origin !== undefined && isLocalOrigin(origin)) {
        reply.headers({
          'access-control-allow-origin': origin,
          'access-control-allow-headers': 'content-type, x-filename',
          'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
          vary: 'Origin',
        })
      } else if (origin !== undefined && !isSafe(request.method)) {
        return reply
          .code(403)
          .send({ error: { code: 'origin', message: `Pages of ${origin} may not operate the emulator` } })
      }
      if (request.method === 'OPTIONS') return reply.code(204).send()
      done()
    })
    control.options('/control/v1/*', (_request, reply) => reply.code(204).send())
    await controlApi(control, parts)
  })
  server.register(async (meta) => {
    graphBodies(meta)
    addPages(meta)
    meta.get<{ Params: { file: string } }>('/qr/:file', ({ params }, reply) => {
      const picture = linkPicture(world, params.file)
      return picture ? reply.type(picture.mime).send(picture.bytes) : reply.code(404).send()
    })
    meta.get<{ Params: { id: string } }>(`${PICTURES}:id`, ({ params: { id } }, reply) => {
      const bytes = isPicture(world, id) ? world.media.bytes(id) : undefined
      return bytes ? reply.type(world.media.get(id)?.mime ?? 'image/jpeg').send(bytes) : reply.code(404).send()
    })
    meta.get<{ Params: { file: string } }>('/flow-assets/:file', ({ params: { file } }, reply) => {
      const flow = flowsOf(world).get(file.replace(/\.json$/, ''))
      return flow ? reply.type('application/json').send(flow.json) : reply.code(404).send()
    })
    meta.get('/lookaside/*', (request, reply) => sendMedia(world, request, reply))
    meta.all('/*', (request, reply) => {
      const path = request.url.split('?')[0] ?? '/'
      const asksForSeveral = path === '/' && 'ids' in (request.query as object)
      if (asksForSeveral || isGraphPath(path) || !isSafe(request.method))
        return answerGraph({ world, sender, log: graphLog }, request, reply, path)
      return sendPhoneFile(path, reply)
    })
  })
}

const isSafe = (method: string): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method)

/** Media bytes: the link must be alive and the token must come along. */
function sendMedia(world: World, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  try {
    authorize(world, request.headers.authorization, {}, {})
  } catch (error) {
    if (!(error instanceof GraphError)) throw error
    return reply.code(error.http).type('application/json').send(JSON.stringify(error.body))
  }
  const media = mediaBehind(world, request.query as Record<string, string>)
  const bytes = media === undefined ? undefined : world.media.bytes(media.id)
  if (media === undefined || bytes === undefined) return reply.code(404).type('text/plain').send('Not Found')
  reply.type(media.mime).header('content-disposition', `attachment; filename="${media.id}"`)
  return sendBytes(reply, bytes, request.headers.range)
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** A built file of the phones, `index.html` for any other address, or a page that says how to build them. */
function sendPhoneFile(path: string, reply: FastifyReply): FastifyReply {
  const wanted = normalize(join(phoneFiles, decodeURIComponent(path)))
  const isInside = wanted.startsWith(phoneFiles.endsWith(sep) ? phoneFiles : phoneFiles + sep)
  const file = isInside && existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(phoneFiles, 'index.html')
  if (!existsSync(file)) return reply.type('text/html; charset=utf-8').send(notBuiltPage)
  const isHashed = path.startsWith('/assets/')
  return reply
    .type(types[extname(file)] ?? 'application/octet-stream')
    .header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    .send(readFileSync(file))
}

import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { fastifyCookie } from '@fastify/cookie'
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { ZodMiniType } from 'zod/mini'
import type { Result } from '#base/result.ts'
import { type Route, type RouteName, routes } from '#contract/routes.ts'
import { may } from '#core/permission/permission.ts'
import { type Refusal, refusal } from '#core/refusal/refusal.ts'
import { languageOf } from '#base/language.ts'
import { LedgerUnavailable } from '#store/ledger.ts'
import { BadCursor } from '#store/views/views.ts'
import type { Handlers } from './api/call.ts'
import type { Auth, Caller } from './auth.ts'
import { readInput, readQuery } from './input.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { Refused, sendProblem } from './problem.ts'

/** The largest JSON body of the API; files have their own limit. */
const LARGEST_JSON_BYTES = 1024 * 1024
/** Long enough for a large file over a slow line; slower clients do not hold a socket for ever. */
const REQUEST_TIMEOUT_MS = 300_000

export function createHttp(trustedProxies: readonly string[]): FastifyInstance {
  const app = fastify({
    bodyLimit: LARGEST_JSON_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Above the idle time of common proxies, so that they and not we end an idle connection.
    keepAliveTimeout: 75_000,
    forceCloseConnections: 'idle',
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    genReqId: requestIds(),
    // Longer ids are read, too, so that the answer names them.
    routerOptions: { maxParamLength: 2_000 },
    frameworkErrors: (_error, request, reply) => sendProblem(request, reply, [refusal('not-found')]),
  })
  app.addHook('onSend', (request, _reply, payload, done) => {
    if (request.raw.complete || request.raw.destroyed) return done(null, payload)
    readAway(request.raw, () => done(null, payload))
  })
  // Loads the parser of cookies that `auth.ts` uses; nothing is parsed for requests that do not ask who they are.
  app.register(fastifyCookie, { hook: false })
  return app
}

/** A refused body is read away up to this much and this long: who is cut off while sending never sees our answer. */
const READ_AWAY_BYTES = 16 * 1024 * 1024
const READ_AWAY_MS = 2_000

function readAway(body: IncomingMessage, done: () => void): void {
  let size = 0
  const finish = (): void => {
    clearTimeout(timer)
    body.off('end', finish).off('close', finish).off('data', count)
    done()
  }
  const count = (chunk: Buffer): void => {
    size += chunk.length
    if (size > READ_AWAY_BYTES) finish()
  }
  const timer = setTimeout(finish, READ_AWAY_MS)
  body.on('end', finish).on('close', finish).on('data', count).resume()
}

/** Unique over processes by a random beginning, and cheap: they are counted, not thrown. */
function requestIds(): () => string {
  const start = randomBytes(6).toString('base64url')
  let count = 0
  return () => `${start}-${(++count).toString(36)}`
}

export type ApiOptions = {
  readonly auth: Auth
  readonly handlers: Handlers<RouteName>
  readonly metrics: Metrics
  readonly log: Log
  readonly isHttps: boolean
}

/** Serves the table of routes: for each, who asks, whether they may, what they say; then its handler. */
export async function addApi(app: FastifyInstance, options: ApiOptions): Promise<void> {
  const { metrics, isHttps } = options
  await app.register(async (api) => {
    api.removeContentTypeParser('text/plain')
    api.addHook('onRequest', async (request, reply) => {
      reply.headers({ ...API_HEADERS, 'x-request-id': request.id, ...(isHttps ? HSTS : {}) })
    })
    api.addHook('onResponse', async (request, reply) => {
      const labels = { method: request.method, route: request.routeOptions.url ?? '', status: reply.statusCode }
      metrics.http.observe(labels, reply.elapsedTime / 1000)
    })
    const names = Object.keys(routes) as RouteName[]
    for (const name of names) {
      if (routes[name].kind !== 'upload') addRoute(api, name, options)
    }
    await api.register(async (uploads) => {
      uploads.removeAllContentTypeParsers()
      uploads.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
      for (const name of names) if (routes[name].kind === 'upload') addRoute(uploads, name, options)
    })
  })
}

const API_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}
export const HSTS = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }

function addRoute(app: FastifyInstance, name: RouteName, { auth, handlers }: ApiOptions): void {
  const route: Route = routes[name]
  const callers = new WeakMap<FastifyRequest, Caller>()
  const handle = handlers[name] as (call: unknown) => Promise<Result<unknown, readonly Refusal[]>>

  app.route({
    method: route.method,
    url: route.path,
    // Before the body is read: who may not ask has nothing read.
    onRequest: async (request, reply) => {
      if (route.permission === null) return
      const found = await auth.callerOf(request.headers)
      if (!found) return sendProblem(request, reply, [refusal('signed-out')])
      const { caller, cookie } = found
      if (cookie !== null) reply.header('set-cookie', cookie)
      if (!may(caller.role, route.permission)) {
        return sendProblem(request, reply, [refusal('not-allowed', { expected: route.permission })])
      }
      if (caller.tokenHash !== null && route.method !== 'GET' && !auth.isSameOrigin(request.headers)) {
        return sendProblem(request, reply, [refusal('not-allowed', { field: 'Origin', expected: 'this desk' })])
      }
      callers.set(request, caller)
    },
    handler: async (request, reply) => {
      const params = readInput(route.params, request.params, 'path')
      if (!params.ok) return sendProblem(request, reply, [refusal('not-found'), ...params.error])
      const query = readQuery(route.query, request.query)
      const body = readBody(route, request)
      if (!query.ok || !body.ok) {
        return sendProblem(request, reply, [...(query.ok ? [] : query.error), ...(body.ok ? [] : body.error)])
      }
      const caller = callers.get(request) ?? null
      const language = languageOf(request.headers['accept-language'])
      const call = { caller, params: params.value, query: query.value, body: body.value, language, request, reply }
      const result = await handle(call)
      if (!result.ok) return sendProblem(request, reply, result.error)
      if (reply.sent || route.kind === 'file') return reply
      reply.code(route.status)
      return route.status === 204 ? reply.send() : sendJson(reply, result.value)
    },
  })
}

function readBody(route: Route, request: FastifyRequest): Result<unknown, readonly Refusal[]> {
  const schema: ZodMiniType | null = route.input
  return schema === null ? { ok: true, value: undefined } : readInput(schema, request.body)
}

const sendJson = (reply: FastifyReply, value: unknown): FastifyReply =>
  reply
    .header('content-type', 'application/json; charset=utf-8')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(value)

/** Turns whatever went wrong into a problem. Nothing of our insides is told; our own faults are logged. */
export function addErrorHandler(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof Refused) return sendProblem(request, reply, error.reasons, error.retryAfter)
    if (error instanceof BadCursor) {
      return sendProblem(request, reply, [
        refusal('input-invalid', { field: 'cursor', expected: 'the `next` of a page' }),
      ])
    }
    if (isUnavailable(error)) {
      log.warn({ err: error, requestId: request.id }, 'The store is not available')
      return sendProblem(request, reply, [refusal('unavailable')], 5)
    }
    const status = error.statusCode ?? 500
    if (status === 413) return sendProblem(request, reply, [refusal('too-large')])
    if (status === 414) return sendProblem(request, reply, [refusal('not-found')])
    if (status === 415) {
      const found = String(request.headers['content-type'] ?? 'nothing').slice(0, 80)
      return sendProblem(request, reply, [refusal('type-not-supported', { field: 'Content-Type', found })])
    }
    if (status >= 400 && status < 500) {
      return sendProblem(request, reply, [refusal('malformed', { field: 'body', expected: 'JSON' })])
    }
    log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'A fault of ours')
    return sendProblem(request, reply, [refusal('internal')])
  })
}

const isUnavailable = (error: unknown): boolean =>
  error instanceof LedgerUnavailable || (error instanceof Error && error.cause instanceof LedgerUnavailable)

/** What to answer where there is nothing: 405 with `Allow` where another method would do, `otherwise` elsewhere. */
export function addNotFound(
  app: FastifyInstance,
  otherwise: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | null,
): void {
  const known = Object.values(routes).map((route: Route) => ({
    method: route.method,
    pattern: new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}$`),
  }))
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? ''
    const methods = known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
    if (methods.length > 0) {
      const allowed = [...new Set(methods)].join(', ')
      reply.header('allow', allowed)
      return sendProblem(request, reply, [refusal('method-not-allowed', { found: request.method, expected: allowed })])
    }
    return otherwise(request, reply) ?? sendProblem(request, reply, [refusal('not-found')])
  })
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Sender } from '../send/accept.ts'
import { type Fields, textOf } from '../json.ts'
import { newTraceId } from '../world/ids.ts'
import type { World } from '../world/world.ts'
import { answerBatch, answerIds, type Inner, type InnerAnswer } from './batch.ts'
import { readBody } from './body.ts'
import type { GraphCall } from './call.ts'
import { GraphError } from './errors.ts'
import { expand } from './expand.ts'
import type { GraphLog } from './log.ts'
import { isMe, readMe } from './me.ts'
import { exchangeToken } from './oauth.ts'
import { route } from './router.ts'
import { authorize, type Caller, debugToken, mustBeAllowed } from './token.ts'
import { continueUpload } from './uploads.ts'
import { checkVersion, NEWEST } from './version.ts'

export type GraphParts = { readonly world: World; readonly sender: Sender; readonly log: GraphLog }

type Outcome = {
  readonly http: number
  readonly body: Fields | readonly (Fields | null)[]
  readonly asked: Fields
  /** The version that answered. */
  readonly version?: string
}

/** Answers one call to the Graph API, faults included. `path` is the address without the query. */
export async function answerGraph(
  parts: GraphParts,
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
): Promise<unknown> {
  const { world, log } = parts
  const { latencyMs, mode } = world.faults.get().graph
  if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs))
  if (mode === 'hang') return reply.hijack()
  const outcome =
    mode === 'error-500' || mode === 'unavailable-503' ? broken(mode) : await outcomeOf(parts, request, path)
  log.add({
    at: world.clock.now(),
    method: request.method,
    path: request.url.replace(/(access_token|input_token|client_secret|code)=[^&]+/g, '$1=…'),
    status: outcome.http,
    body: outcome.asked,
    response: outcome.body,
  })
  world.store.flush()
  if (mode === 'reset-after-accept') {
    reply.hijack()
    request.raw.socket.resetAndDestroy()
    return reply
  }
  setHeaders(world, reply, outcome.version)
  reply.code(outcome.http).type('application/json; charset=UTF-8')
  return reply.send(
    mode === 'malformed' ? '{"messaging_product":"whatsapp","contacts":[{"inp' : JSON.stringify(outcome.body),
  )
}

async function outcomeOf(parts: GraphParts, request: FastifyRequest, path: string): Promise<Outcome> {
  const { world } = parts
  let asked: Fields = {}
  try {
    const query = lastOf(request.query as Record<string, string | string[]>)
    const upload = checkVersion(path).rest[0]
    if (upload?.startsWith('upload:')) {
      authorize(world, request.headers.authorization, query, {})
      const bytes = (request.body as Buffer | undefined) ?? Buffer.alloc(0)
      const offset = request.headers['file_offset']
      const body = await continueUpload(world, request.method, upload, textOf(offset), bytes)
      return { http: 200, asked: { bytes: bytes.length }, body }
    }
    const { fields, files } = readBody(request.body as Buffer | undefined, request.headers['content-type'])
    const { access_token: _token, ...shown } = fields
    asked = shown
    const { version, rest } = checkVersion(path)
    if (rest[0] === 'oauth' && rest[1] === 'access_token')
      return { http: 200, asked: {}, body: exchangeToken(world, { ...query, ...fields }) }
    const caller = authorize(world, request.headers.authorization, query, fields)
    if (rest[0] === 'debug_token') return { http: 200, asked, body: debugToken(world, textOf(query['input_token'])) }
    const method = request.method === 'POST' ? (query['method']?.toUpperCase() ?? 'POST') : request.method
    const origin = `${request.protocol}://${request.host}`
    const call = { method, path: rest, query, body: fields, files, origin, version }
    const batch =
      isRoot(rest) && method === 'POST'
        ? await answerBatch(fields, (inner) => innerOf(parts, caller, call, inner))
        : null
    return { http: 200, asked, body: batch ?? (await answer(parts, caller, call)), version }
  } catch (error) {
    if (error instanceof GraphError) return { http: error.http, asked, body: error.body }
    world.log.error({ error }, 'a Graph call went wrong')
    return broken('error-500')
  }
}

const isRoot = (path: readonly string[]): boolean => path.every((piece) => piece === '')

/** An authorised call, or one for several objects at once. */
async function answer({ world, sender }: GraphParts, caller: Caller, call: GraphCall): Promise<Fields> {
  const one = (single: GraphCall) =>
    expand(single, (asked) => {
      if (isMe(world, asked)) return readMe(world, caller, asked)
      mustBeAllowed(world, caller, asked)
      return route(world, sender, asked)
    })
  const { ids, ...query } = call.query
  if (call.method === 'GET' && isRoot(call.path) && ids !== undefined)
    return answerIds(ids, (id) => one({ ...call, path: [id], query }))
  return one(call)
}

/** One of a batch: its answer or its refusal, as if it had come alone. */
async function innerOf(parts: GraphParts, caller: Caller, outer: GraphCall, inner: Inner): Promise<InnerAnswer> {
  try {
    const { pathname, searchParams } = new URL(inner.address, 'http://graph/')
    const { version, rest } = checkVersion(pathname)
    const { fields } = readBody(Buffer.from(inner.body), undefined)
    const query = Object.fromEntries(searchParams)
    const call = { ...outer, method: inner.method, path: rest, query, body: fields, files: {}, version }
    return { http: 200, body: await answer(parts, caller, call) }
  } catch (error) {
    if (error instanceof GraphError) return { http: error.http, body: error.body }
    throw error
  }
}

/** Of a parameter that is given twice, the last counts. */
const lastOf = (query: Readonly<Record<string, string | string[]>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, (Array.isArray(value) ? value.at(-1) : value) ?? '']),
  )

function broken(mode: 'error-500' | 'unavailable-503'): Outcome {
  const isDown = mode === 'unavailable-503'
  const error = {
    message: isDown ? 'Service temporarily unavailable' : 'An unknown error has occurred.',
    type: 'OAuthException',
    is_transient: isDown,
    code: isDown ? 2 : 1,
    fbtrace_id: newTraceId(),
  }
  return { http: isDown ? 503 : 500, body: { error }, asked: {} }
}

/** Usage headers as Graph sends them (Graph API, Rate limiting; shapes from general knowledge). */
function setHeaders(world: World, reply: FastifyReply, version = `v${NEWEST}.0`): void {
  const usage = { type: 'whatsapp', call_count: 1, total_cputime: 1, total_time: 1, estimated_time_to_regain_access: 0 }
  reply.headers({
    'x-app-usage': '{"call_count":1,"total_cputime":0,"total_time":1}',
    'x-business-use-case-usage': JSON.stringify({ [world.wabas.first.businessId]: [usage] }),
    'x-fb-trace-id': newTraceId().slice(0, 11),
    'x-fb-request-id': newTraceId(),
    'facebook-api-version': version,
    'cache-control': 'private, no-cache, no-store, must-revalidate',
  })
}

/** Whether an address belongs to Graph: a version, a numeric id, or one of its words. */
export const isGraphPath = (path: string): boolean =>
  /^\/(v\d+(\.\d+)?|\d+|debug_token|oauth|app|me|message_template_library|upload:[^/]+)(\/|$)/.test(path)

export function graphBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes))
}

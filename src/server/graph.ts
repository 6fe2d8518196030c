import { Readable } from 'node:stream'
import { Agent, type Dispatcher, FormData, request } from 'undici'
import { failed, ok, type Result } from '#base/result.ts'
import { type Duration, seconds } from '#base/time.ts'
import type { WireAnswer, WireRequest } from '#channels/channel.ts'
import { createEgress, type Egress, NotConnected } from './egress.ts'
import type { Metrics } from './metrics.ts'

/** The one way out to Meta: its Graph API, and the hosts that hold files. */
export type Graph = {
  readonly ask: (token: string, wire: WireRequest, purpose: Purpose) => Promise<WireAnswer>
  /** Uploads a file for a line; the answer holds its id. */
  readonly upload: (token: string, lineKey: string, file: Blob, filename: string) => Promise<WireAnswer>
  /** A file's bytes, from a host that may see the token. The caller reads or destroys `body`. */
  readonly download: (token: string, url: string) => Promise<Result<Download, DownloadProblem>>
  readonly close: () => Promise<void>
}
export type Purpose = 'send' | 'seen' | 'templates' | 'media' | 'connect'
export type Download = {
  readonly body: AsyncIterable<Uint8Array> & { destroy(): unknown }
  readonly sizeBytes: number | null
}
export type DownloadProblem =
  /** The link is spent or the file gone: resolve again, or give up. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused-host'; readonly host: string }
  | { readonly kind: 'unreachable'; readonly reason: string }

/** Below the 60 s after which a message that left counts as `unknown` (core/message/send.ts). */
export const ASK_TIMEOUT: Duration = seconds(30)
const UPLOAD_TIMEOUT: Duration = seconds(120)
const DOWNLOAD_TIMEOUT: Duration = seconds(120)
/** Graph's answers are a few kB, a page of templates some 300. */
const LARGEST_ANSWER_BYTES = 4 * 1024 * 1024
const MOST_REDIRECTS = 3

export function createGraph(options: {
  readonly graphUrl: string
  readonly graphVersion: string
  readonly metrics: Pick<Metrics, 'graph'>
}): Graph {
  const { graphUrl, graphVersion, metrics } = options
  const egress = createEgress(graphUrl)
  const agent = new Agent({
    connect: egress.connect,
    connections: 128,
    pipelining: 1,
    // Meta closes idle connections after some time without a word; leaving first avoids the race.
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 30_000,
  })

  const counted = (purpose: Purpose, answer: WireAnswer): WireAnswer => {
    metrics.graph.inc({ purpose, code: answer.kind === 'answered' ? String(answer.status) : answer.kind })
    return answer
  }

  return {
    ask: async (token, wire, purpose) => {
      const bytes = wire.body === null || wire.body === undefined ? null : Buffer.from(JSON.stringify(wire.body))
      const headers: Record<string, string> = { accept: 'application/json', authorization: `Bearer ${token}` }
      if (bytes) {
        headers['content-type'] = 'application/json'
        headers['content-length'] = String(bytes.length)
      }
      const url = graphAddress(graphUrl, graphVersion, wire.path)
      return counted(purpose, await exchange(agent, url, wire.method, headers, bytes, ASK_TIMEOUT))
    },
    upload: async (token, lineKey, file, filename) => {
      const form = new FormData()
      form.set('messaging_product', 'whatsapp')
      form.set('type', file.type)
      form.set('file', file, filename)
      const url = graphAddress(graphUrl, graphVersion, `/${encodeURIComponent(lineKey)}/media`)
      const headers = { accept: 'application/json', authorization: `Bearer ${token}` }
      return counted('media', await exchange(agent, url, 'POST', headers, form, UPLOAD_TIMEOUT))
    },
    download: (token, url) => download(agent, egress, token, url),
    close: () => agent.close(),
  }
}

/** The address of a Graph call; throws when a path would lead anywhere else. */
function graphAddress(graphUrl: string, version: string, path: string): URL {
  const url = new URL(`${graphUrl}/${version}${path}`)
  if (!path.startsWith('/') || url.origin !== new URL(graphUrl).origin) throw new Error('A Graph path begins with "/"')
  return url
}

/** One request and its answer, telling apart what surely never left, what may have arrived, and what was answered. */
async function exchange(
  agent: Agent,
  url: URL,
  method: 'GET' | 'POST',
  headers: Record<string, string>,
  payload: Buffer | FormData | null,
  timeout: Duration,
): Promise<WireAnswer> {
  // undici writes the head of a request together with the first bytes it takes from this: not asked, nothing left.
  let hasLeft = payload === null || !Buffer.isBuffer(payload)
  const noteLeaving = async function* (bytes: Buffer) {
    hasLeft = true
    yield bytes
  }
  const body = Buffer.isBuffer(payload) ? Readable.from(noteLeaving(payload)) : payload
  let answer: Dispatcher.ResponseData
  try {
    answer = await request(url, { method, headers, body, dispatcher: agent, signal: AbortSignal.timeout(timeout) })
  } catch (error) {
    const isUnsent = !hasLeft || isNotConnected(error)
    return { kind: isUnsent ? 'not-sent' : 'lost', reason: reasonOf(error) }
  }
  try {
    answer.body.on('error', ignore)
    const text = await readText(answer.body, LARGEST_ANSWER_BYTES)
    const parsed = parseJson(text)
    const isSuccess = answer.statusCode >= 200 && answer.statusCode < 300
    if (parsed === undefined && isSuccess) return { kind: 'lost', reason: 'The answer is not JSON' }
    const retryAfterMs = retryAfterOf(answer.headers['retry-after'])
    return { kind: 'answered', status: answer.statusCode, body: parsed ?? null, retryAfterMs }
  } catch (error) {
    return { kind: 'lost', reason: reasonOf(error) }
  }
}

/** Follows redirects by hand, each to a host that may see the token, and only for files. */
async function download(
  agent: Agent,
  egress: Egress,
  token: string,
  from: string,
): Promise<Result<Download, DownloadProblem>> {
  let url = parseUrl(from)
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    if (!url || !egress.mayDownloadFrom(url)) return failed({ kind: 'refused-host', host: url?.host ?? '' })
    try {
      const answer = await request(url, {
        method: 'GET',
        headers: { authorization: `Bearer ${token}`, 'user-agent': 'Hilo' },
        dispatcher: agent,
        signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT),
      })
      const { statusCode: status, headers, body } = answer
      // Whoever stops reading hears of it by an exception; the stream's own event must not end the process.
      body.on('error', ignore)
      if (status === 200) return ok({ body, sizeBytes: lengthOf(headers['content-length']) })
      void body.dump().catch(ignore)
      const location = headers['location']
      if (status >= 300 && status < 400 && typeof location === 'string') url = parseUrl(location, url)
      else if (status === 404 || status === 410) return failed({ kind: 'gone' })
      else return failed({ kind: 'unreachable', reason: `HTTP ${status}` })
    } catch (error) {
      return failed({ kind: 'unreachable', reason: reasonOf(error) })
    }
  }
  return failed({ kind: 'unreachable', reason: 'Too many redirects' })
}

async function readText(body: AsyncIterable<Uint8Array> & { destroy(): unknown }, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > maxBytes) {
      body.destroy()
      throw new Error(`The answer is longer than ${maxBytes} bytes`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const parseUrl = (text: string, base?: URL): URL | null => URL.parse(text, base?.href)

const ignore = (): void => undefined

const lengthOf = (header: string | string[] | undefined): number | null =>
  typeof header === 'string' && /^\d+$/.test(header) ? Number(header) : null

function retryAfterOf(header: string | string[] | undefined): number | null {
  const wait = lengthOf(header)
  return wait === null ? null : wait * 1000
}

const isNotConnected = (error: unknown): boolean =>
  error instanceof NotConnected || (error instanceof Error && error.cause instanceof NotConnected)

/** Code and kind of a network error; messages may hold addresses, never secrets. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error ? `${String(error.code)}: ${error.message}` : `${error.name}: ${error.message}`
}

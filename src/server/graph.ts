import { Agent, FormData } from 'undici'
import type { Result } from '#base/result.ts'
import { type Duration, seconds } from '#base/time.ts'
import type { WireAnswer, WireRequest } from '#channels/channel.ts'
import { blotted, secretsOf } from './blot.ts'
import { download, type Download, type DownloadProblem } from './download.ts'
import { createEgress } from './egress.ts'
import { exchange } from './exchange.ts'
import type { Metrics } from './metrics.ts'

/**
 * The one way out to Meta: its Graph API, and the hosts that hold files. What Meta says when it says no never repeats the
 * secrets it was sent.
 */
export type Graph = {
  readonly ask: (token: string, wire: WireRequest, purpose: Purpose) => Promise<WireAnswer>
  /** Uploads a file for a line; the answer holds its id. */
  readonly upload: (token: string, lineKey: string, file: Blob, filename: string) => Promise<WireAnswer>
  /** Adds bytes to a resumable upload, from an offset on; without bytes it is asked how far it has come. */
  readonly resume: (token: string, session: string, offset: number, bytes: Buffer | null) => Promise<WireAnswer>
  /** A file's bytes, from a host that may see the token. The caller reads or destroys `body`. */
  readonly download: (token: string, url: string) => Promise<Result<Download, DownloadProblem>>
  readonly close: () => Promise<void>
}
export type Purpose = 'send' | 'seen' | 'templates' | 'media' | 'connect'

/** Below the 60 s after which a message that left counts as `unknown` (core/message/send.ts). */
export const ASK_TIMEOUT: Duration = seconds(30)
/** A hundred megabytes over a poor line. */
const UPLOAD_TIMEOUT: Duration = seconds(300)

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

  const { origin, pathname } = new URL(graphUrl)
  const root = `${pathname.replace(/\/$/, '')}/${graphVersion}`
  const graphPath = (path: string): string => {
    if (!path.startsWith('/')) throw new Error('A Graph path begins with "/"')
    return root + path
  }

  const counted = (purpose: Purpose, answer: WireAnswer): WireAnswer => {
    metrics.graph.inc({ purpose, code: answer.kind === 'answered' ? String(answer.status) : answer.kind })
    return answer
  }

  return {
    ask: async (token, wire, purpose) => {
      const body = wire.body === null || wire.body === undefined ? null : Buffer.from(JSON.stringify(wire.body))
      const headers: Record<string, string> = { accept: 'application/json', authorization: `Bearer ${token}` }
      if (body) headers['content-type'] = 'application/json'
      const path = graphPath(wire.path)
      const asked = { origin, path, method: wire.method, headers, body, timeout: ASK_TIMEOUT }
      return counted(purpose, blotted(await exchange(agent, asked), secretsOf(token, wire)))
    },
    upload: async (token, lineKey, file, filename) => {
      const form = new FormData()
      form.set('messaging_product', 'whatsapp')
      form.set('type', file.type)
      form.set('file', file, filename)
      const headers = { accept: 'application/json', authorization: `Bearer ${token}` }
      const path = graphPath(`/${encodeURIComponent(lineKey)}/media`)
      const asked = { origin, path, method: 'POST', headers, body: form, timeout: UPLOAD_TIMEOUT } as const
      return counted('media', blotted(await exchange(agent, asked), [token]))
    },
    resume: async (token, session, offset, bytes) => {
      // Unlike all else, this is asked for with `OAuth` (cloud-api §1.5).
      const headers: Record<string, string> = { accept: 'application/json', authorization: `OAuth ${token}` }
      if (bytes) Object.assign(headers, { file_offset: String(offset), 'content-type': 'application/octet-stream' })
      const method = bytes ? 'POST' : 'GET'
      const asked = {
        origin,
        path: graphPath(`/${session}`),
        method,
        headers,
        body: bytes,
        timeout: UPLOAD_TIMEOUT,
      } as const
      return counted('media', blotted(await exchange(agent, asked), [token]))
    },
    download: (token, url) => {
      const { mayDownloadFrom } = egress
      return download(agent, { url, headers: { authorization: `Bearer ${token}` }, mayDownloadFrom })
    },
    close: () => agent.close(),
  }
}

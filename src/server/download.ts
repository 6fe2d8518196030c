import { type Dispatcher, request } from 'undici'
import { failed, ok, type Result } from '#base/result.ts'
import { type Duration, seconds } from '#base/time.ts'
import { AddressRefused } from './egress.ts'
import { reasonOf } from './exchange.ts'

/** A file on its way. The caller reads or destroys `body`; a break is an exception while reading. */
export type Download = {
  readonly body: AsyncIterable<Uint8Array> & { destroy(): unknown }
  /** As announced; null when it was not. */
  readonly sizeBytes: number | null
  readonly mime: string
}
export type DownloadProblem =
  /** The link is spent or the file gone: resolve again, or give up. */
  | { readonly kind: 'gone' }
  /** An address that is not to be opened. */
  | { readonly kind: 'refused-host'; readonly host: string }
  | { readonly kind: 'unreachable'; readonly reason: string }

type Asked = {
  readonly url: string
  readonly headers: Record<string, string>
  /** Asked of the first address and of every one that it redirects to. */
  readonly mayDownloadFrom: (url: URL) => boolean
}

/** A hundred megabytes over a poor line; a source that falls silent is left much sooner. */
const WHOLE_WITHIN: Duration = seconds(300)
const SILENCE_ALLOWED: Duration = seconds(30)
const MOST_REDIRECTS = 3

/** Follows redirects by hand, each to where a file may be had from. Never rejects. */
export async function download(dispatcher: Dispatcher, asked: Asked): Promise<Result<Download, DownloadProblem>> {
  let url = URL.parse(asked.url)
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    if (!url || !asked.mayDownloadFrom(url)) return failed({ kind: 'refused-host', host: url?.host ?? '' })
    try {
      const answer = await request(url, {
        method: 'GET',
        headers: { 'user-agent': 'Hilo', ...asked.headers },
        dispatcher,
        headersTimeout: SILENCE_ALLOWED,
        bodyTimeout: SILENCE_ALLOWED,
        signal: AbortSignal.timeout(WHOLE_WITHIN),
      })
      const { statusCode: status, headers, body } = answer
      // Whoever stops reading hears of it by an exception; the stream's own event must not end the process.
      body.on('error', ignore)
      if (status === 200) {
        const mime = headers['content-type']
        const sizeBytes = lengthOf(headers['content-length'])
        return ok({ body, sizeBytes, mime: typeof mime === 'string' ? mime : 'application/octet-stream' })
      }
      void body.dump().catch(ignore)
      const location = headers['location']
      if (status >= 300 && status < 400 && typeof location === 'string') url = URL.parse(location, url.href)
      else if (status === 404 || status === 410) return failed({ kind: 'gone' })
      else return failed({ kind: 'unreachable', reason: `HTTP ${status}` })
    } catch (error) {
      if (isRefused(error)) return failed({ kind: 'refused-host', host: url?.host ?? '' })
      return failed({ kind: 'unreachable', reason: reasonOf(error) })
    }
  }
  return failed({ kind: 'unreachable', reason: 'Too many redirects' })
}

const isRefused = (error: unknown): boolean =>
  error instanceof AddressRefused || (error instanceof Error && error.cause instanceof AddressRefused)

const ignore = (): void => undefined

const lengthOf = (header: string | string[] | undefined): number | null =>
  typeof header === 'string' && /^\d+$/.test(header) ? Number(header) : null

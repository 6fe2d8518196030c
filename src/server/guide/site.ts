import { Agent, request } from 'undici'
import { failed, ok, type Result } from '#base/result.ts'
import { publicSites } from '../egress.ts'
import { reasonOf } from '../exchange.ts'

/** Reads the words of a company's web site, from the public internet only. */
export type SiteReader = {
  /** At most `TEXT_MAX` characters; the error is a reason for the log and the developer. */
  readonly read: (url: string) => Promise<Result<string, string>>
  readonly close: () => Promise<void>
}

const TIMEOUT_MS = 10_000
const MOST_REDIRECTS = 3
const LARGEST_PAGE_BYTES = 1024 * 1024
export const TEXT_MAX = 20_000

export function createSiteReader(connect = publicSites()): SiteReader {
  const agent = new Agent({ connect, connections: 4 })
  return {
    read: async (from) => {
      let url = URL.parse(from)
      try {
        for (let hops = 0; url !== null && hops <= MOST_REDIRECTS; hops += 1) {
          if (!/^https?:$/.test(url.protocol) || url.username !== '') return failed('Only plain addresses of the web')
          const { statusCode, headers, body } = await request(url, {
            dispatcher: agent,
            headers: { accept: 'text/html', 'user-agent': 'Hilo' },
            signal: AbortSignal.timeout(TIMEOUT_MS),
          })
          const location = headers['location']
          if (statusCode >= 300 && statusCode < 400 && typeof location === 'string') {
            void body.dump().catch(() => undefined)
            url = URL.parse(location, url.href)
            continue
          }
          if (statusCode !== 200) {
            void body.dump().catch(() => undefined)
            return failed(`HTTP ${statusCode}`)
          }
          if (!/^text\/(html|plain)/.test(String(headers['content-type'] ?? ''))) return failed('It is no page of text')
          return ok(textOf(await readSome(body)))
        }
        return failed(url === null ? 'It is no address' : 'Too many redirects')
      } catch (error) {
        return failed(reasonOf(error))
      }
    },
    close: () => agent.close(),
  }
}

/** The first bytes; the rest is not waited for. */
async function readSome(body: AsyncIterable<Uint8Array> & { destroy(): unknown }): Promise<string> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    sizeBytes += chunk.length
    if (sizeBytes > LARGEST_PAGE_BYTES) break
  }
  return Buffer.concat(chunks).toString('utf8')
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', aacute: 'á' }

/** What a person would read of a page; its markup is thrown away and never shown. */
export const textOf = (html: string): string =>
  html
    .replace(/<(script|style|template|svg|noscript)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<[^>]{0,2000}>/g, ' ')
    .replace(/&(#x?[\da-f]{1,6}|\w{1,10});/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole
      const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
      return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : ' '
    })
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, TEXT_MAX)

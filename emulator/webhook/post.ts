import { Agent, request } from 'undici'
import { legacySignature, signature } from './signing.ts'

/** What came back: an HTTP status, or 0 when no answer came. */
export type Posted = { readonly status: number; readonly problem: string | null }

export type Post = (url: string, body: string, secret: string) => Promise<Posted>

/** Meta waits some seconds for a 200; pages of partners quote three to twenty (unverified). */
const ANSWER_WITHIN_MS = 10_000

/** Posts signed bodies over kept-alive connections. `close` waits for what is on its way. */
export function makePost(): { readonly post: Post; readonly close: () => Promise<void> } {
  const agent = new Agent({
    connections: 64,
    keepAliveTimeout: 30_000,
    headersTimeout: ANSWER_WITHIN_MS,
    bodyTimeout: ANSWER_WITHIN_MS,
    connect: { timeout: ANSWER_WITHIN_MS },
  })
  const post: Post = async (url, body, secret) => {
    try {
      const response = await request(url, {
        method: 'POST',
        dispatcher: agent,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'facebookexternalua',
          'x-hub-signature': legacySignature(body, secret),
          'x-hub-signature-256': signature(body, secret),
        },
        body,
      })
      await response.body.dump()
      return { status: response.statusCode, problem: null }
    } catch (error) {
      return { status: 0, problem: error instanceof Error ? error.message || error.name : String(error) }
    }
  }
  return { post, close: () => agent.destroy() }
}

import { Agent, request } from 'undici'
import { failed, ok, type Result } from '#base/result.ts'
import { publicSites } from '../egress.ts'
import { reasonOf } from '../exchange.ts'

/** What a form asks, as the company's own server is told it. */
export type FormQuestion = {
  readonly action: string
  readonly screen: string | null
  readonly data: object
  readonly token: string
}

/** Why there is no answer; `reason` is for the log. */
export type FormFailure =
  /** It does not know this form any more, which the telephone is told as such; with its words, if it has any. */
  | { readonly kind: 'no-token'; readonly reason: string; readonly words: string | null }
  | { readonly kind: 'failed'; readonly reason: string }

/** Asks a company's own server, on the public internet and over https only. */
export type FormAsker = {
  readonly ask: (url: string, question: FormQuestion) => Promise<Result<unknown, FormFailure>>
  readonly close: () => Promise<void>
}

/** The telephone waits ten seconds [K]. */
const TIMEOUT_MS = 8_000
const LARGEST_ANSWER_BYTES = 512 * 1024
/** Meta's own status for a form whose token is of no use any more; our side of the hook uses the same. */
export const TOKEN_INVALID = 427

export function createFormAsker(connect = publicSites()): FormAsker {
  const agent = new Agent({ connect, connections: 16 })
  const fault = (reason: string) => failed({ kind: 'failed' as const, reason })
  return {
    ask: async (url, question) => {
      if (!url.startsWith('https://')) return fault('Only https')
      try {
        const { statusCode, body } = await request(url, {
          dispatcher: agent,
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json', 'user-agent': 'Hilo' },
          body: JSON.stringify(question),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        })
        if (statusCode === TOKEN_INVALID) {
          return failed({ kind: 'no-token', reason: `HTTP ${statusCode}`, words: wordsIn(await readAll(body)) })
        }
        if (statusCode !== 200) {
          void body.dump().catch(() => undefined)
          return fault(`HTTP ${statusCode}`)
        }
        const text = await readAll(body)
        return text === null ? fault(`More than ${LARGEST_ANSWER_BYTES} bytes`) : ok(JSON.parse(text) as unknown)
      } catch (error) {
        return fault(error instanceof SyntaxError ? 'The answer is not JSON' : reasonOf(error))
      }
    },
    close: () => agent.close(),
  }
}

const MOST_WORDS = 200

/** What the company would have the person read: `error_msg` (Flows, Error codes, 427 [K]). */
function wordsIn(text: string | null): string | null {
  try {
    const { error_msg: words } = JSON.parse(text ?? '') as { error_msg?: unknown }
    return typeof words === 'string' && words.trim() !== '' ? words.trim().slice(0, MOST_WORDS) : null
  } catch {
    return null
  }
}

/** Null: it is too long. */
async function readAll(body: AsyncIterable<Uint8Array> & { destroy(): unknown }): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of body) {
    sizeBytes += chunk.length
    if (sizeBytes > LARGEST_ANSWER_BYTES) {
      body.destroy()
      return null
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

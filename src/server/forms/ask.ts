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

/** Asks a company's own server, on the public internet and over https only. The error is a reason for the log. */
export type FormAsker = {
  /** `no-token`: it does not know this form any more, which the telephone is told as such. */
  readonly ask: (
    url: string,
    question: FormQuestion,
  ) => Promise<Result<unknown, { kind: 'no-token' | 'failed'; reason: string }>>
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
        if (statusCode !== 200) {
          void body.dump().catch(() => undefined)
          if (statusCode === TOKEN_INVALID) return failed({ kind: 'no-token', reason: `HTTP ${statusCode}` })
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

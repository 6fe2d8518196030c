import type { Dispatcher, FormData } from 'undici'
import type { Duration } from '#base/time.ts'
import type { WireAnswer } from '#channels/channel.ts'
import { NotConnected } from './egress.ts'

export type Exchange = {
  readonly origin: string
  readonly path: string
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly headers: Record<string, string>
  readonly body: Buffer | FormData | null
  readonly timeout: Duration
}

/** Graph's answers are a few kB, a page of templates some 300. */
const LARGEST_ANSWER_BYTES = 4 * 1024 * 1024

/**
 * One request and its answer, telling apart what surely never left, what may have arrived, and what was answered. Never
 * rejects. The bare dispatch, not `request`: it says when a request is about to be written, and costs a third.
 */
export function exchange(dispatcher: Dispatcher, { timeout, ...call }: Exchange): Promise<WireAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let [sizeBytes, status, retryAfterMs]: [number, number, number | null] = [0, 0, null]
    let [hasLeft, isOver] = [false, false]
    let controller: Dispatcher.DispatchController | null = null

    function end(answer: WireAnswer): void {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      resolve(answer)
    }
    const giveUp = (error: Error) => {
      const isUnsent = !hasLeft || isNotConnected(error)
      end({ kind: isUnsent ? 'not-sent' : 'lost', reason: reasonOf(error) })
    }
    const timer = setTimeout(() => {
      const late = new TooLate(`No answer within ${timeout} ms`)
      giveUp(late)
      controller?.abort(late)
    }, timeout)

    dispatcher.dispatch(call, {
      onRequestStart(started) {
        // Waited for a connection until nobody wanted the answer any more: must not leave now.
        if (isOver) return started.abort(new TooLate('Given up before it left'))
        controller = started
        hasLeft = true
      },
      onResponseStart(_controller, statusCode, headers) {
        status = statusCode
        retryAfterMs = retryAfterOf(headers['retry-after'])
      },
      onResponseData(started, chunk) {
        sizeBytes += chunk.length
        chunks.push(chunk)
        if (sizeBytes <= LARGEST_ANSWER_BYTES) return
        const tooLong = new Error(`The answer is longer than ${LARGEST_ANSWER_BYTES} bytes`)
        giveUp(tooLong)
        started.abort(tooLong)
      },
      onResponseEnd() {
        const body = parseJson(Buffer.concat(chunks).toString('utf8'))
        const isSuccess = status >= 200 && status < 300
        if (body === undefined && isSuccess) return end({ kind: 'lost', reason: 'The answer is not JSON' })
        end({ kind: 'answered', status, body: body ?? null, retryAfterMs })
      },
      onResponseError(_controller, error) {
        giveUp(error)
      },
    })
  })
}

class TooLate extends Error {}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Seconds, as Graph writes it; a date is not believed. */
function retryAfterOf(header: string | string[] | undefined): number | null {
  return typeof header === 'string' && /^\d+$/.test(header) ? Number(header) * 1000 : null
}

const isNotConnected = (error: unknown): boolean =>
  error instanceof NotConnected || (error instanceof Error && error.cause instanceof NotConnected)

/** Code and kind of a network error; messages may hold addresses, never secrets. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error ? `${String(error.code)}: ${error.message}` : `${error.name}: ${error.message}`
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ProblemView } from '#contract/views.ts'
import { REFUSALS, type Refusal } from '#core/refusal/refusal.ts'
import { type Language, languageOf } from '#base/language.ts'
import { explain, wordsFor } from '#core/refusal/words.ts'

/** Thrown or returned where a request ends with a no; the HTTP layer turns it into problem+json. */
export class Refused extends Error {
  readonly reasons: readonly Refusal[]
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | null
  constructor(reasons: readonly Refusal[], retryAfter: number | null = null) {
    super(reasons.map((reason) => reason.code).join(', '))
    this.reasons = reasons
    this.retryAfter = retryAfter
  }
}

const TYPE_BASE = 'https://hilo.dev/problems/'

/** RFC 9457. Status, code and title are those of the first reason; `errors` holds all of them. */
export function problemOf(reasons: readonly Refusal[], language: Language, requestId: string): ProblemView {
  const [first = { code: 'internal' } as const] = reasons
  return {
    type: TYPE_BASE + first.code,
    title: wordsFor(first.code, language),
    status: REFUSALS[first.code],
    code: first.code,
    detail: reasons.map((reason) => explain(reason, language)).join(' '),
    requestId,
    errors: reasons.map((reason) => ({
      code: reason.code,
      field: reason.field ?? null,
      found: reason.found ?? null,
      expected: reason.expected ?? null,
      message: explain(reason, language),
    })),
  }
}

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  reasons: readonly Refusal[],
  retryAfter: number | null = null,
): FastifyReply {
  const language = languageOf(request.headers['accept-language'])
  const problem = problemOf(reasons, language, request.id)
  if (retryAfter !== null) reply.header('retry-after', String(retryAfter))
  if (problem.code === 'signed-out') reply.header('www-authenticate', 'Bearer realm="Hilo"')
  return reply
    .code(problem.status)
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problem)
}

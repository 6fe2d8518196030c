import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isUuid } from '#base/ids.ts'
import { ok, type Result } from '#base/result.ts'
import type { FormRequest, Platform } from '#channels/platform.ts'
import type { AccountId } from '#core/account/account.ts'
import { ALIVE, type FormAnswer, type FormEndpointId, NOTED, readFormScreen } from '#core/form/endpoint.ts'
import type { Forms } from '#store/forms.ts'
import type { Directory } from '../directory.ts'
import type { Log } from '../log.ts'
import type { Vault } from '../secrets.ts'
import { FORM_PATH, formSecret } from './address.ts'
import { type FormAsker, type FormFailure, TOKEN_INVALID } from './ask.ts'

type Parts = {
  readonly forms: Pick<Forms, 'get'>
  readonly directory: Pick<Directory, 'apps' | 'lines'>
  readonly platform: Pick<Platform, 'forms' | 'signerOf' | 'signatureHeader'>
  readonly vault: Pick<Vault, 'open'>
  readonly asker: FormAsker
  readonly log: Log
}

/** Meta's statuses for a form that asks (cloud-api §1.9): it fetches our key again; it was not Meta who signed. */
const ANOTHER_KEY = 421
const SIGNATURE_INVALID = 432
/** A form carries text, and pictures only by their ids. */
const LARGEST_REQUEST_BYTES = 1024 * 1024

/**
 * Where forms on the telephone ask for their data, `/flows/<account>/<endpoint>`: signed by an app with a number of that
 * company, sealed for that endpoint's key, and answered by what the company set down or by its own server.
 */
export function addFormEndpoints(app: FastifyInstance, parts: Parts): void {
  const { forms, platform, vault, log } = parts

  async function receive(
    request: FastifyRequest<{ Params: { accountId: string; endpointId: string } }>,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { body, params } = request
    if (!isUuid(params.accountId) || !isUuid(params.endpointId)) return reply.code(404).send()
    const accountId = params.accountId as AccountId
    if (!Buffer.isBuffer(body) || !isSigned(parts, accountId, body, request.headers[platform.signatureHeader])) {
      return reply.code(SIGNATURE_INVALID).send()
    }
    const kept = await forms.get(accountId, params.endpointId as FormEndpointId)
    if (!kept) return reply.code(404).send()
    const opened = platform.forms.open(body, vault.open(kept.privateKey, formSecret(kept.endpoint)))
    if (!opened.ok) return reply.code(opened.error === 'another-key' ? ANOTHER_KEY : 400).send()
    const { request: asked, seal } = opened.value
    const answer = await answerTo(parts.asker, kept.endpoint.answer, asked)
    if (!answer.ok) {
      log.warn({ accountId, endpointId: params.endpointId, reason: answer.error.reason }, 'A form was not answered')
      if (answer.error.kind === 'failed') return reply.code(502).send()
      const { words } = answer.error
      return reply.code(TOKEN_INVALID).send(words === null ? undefined : { error_msg: words })
    }
    return reply.type('text/plain; charset=utf-8').send(seal(answer.value))
  }

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    scope.post(FORM_PATH, { bodyLimit: LARGEST_REQUEST_BYTES }, receive)
  })
}

/** Whether an app signed these bytes that has a number of this company. */
function isSigned(
  { directory, platform }: Parts,
  accountId: AccountId,
  body: Buffer,
  header: string | string[] | undefined,
): boolean {
  const own = new Set(directory.lines(accountId).map(({ key }) => key))
  const candidates = directory
    .apps()
    .filter(({ keys }) => [...own].some((key) => keys.has(key)))
    .flatMap(({ secrets }) => secrets.map((secret) => ({ secret })))
  return platform.signerOf(body, header, candidates) !== null
}

async function answerTo(
  asker: FormAsker,
  answer: FormAnswer,
  asked: FormRequest,
): Promise<Result<object, FormFailure>> {
  if (asked.kind === 'ping') return ok(ALIVE)
  if (asked.kind === 'fault') return ok(NOTED)
  if (answer.kind === 'fixed') return ok({ screen: answer.screen, data: answer.data })
  const { kind: _, ...question } = asked
  const told = await asker.ask(answer.url, question)
  if (!told.ok) return told
  const screen = readFormScreen(told.value)
  return screen === null
    ? { ok: false, error: { kind: 'failed', reason: 'The answer names no screen with data' } }
    : ok(screen)
}

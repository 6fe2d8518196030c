import type { FastifyInstance } from 'fastify'
import { GraphError } from '../graph/errors.ts'
import type { GraphCall } from '../graph/call.ts'
import { scopes } from '../graph/token.ts'
import { type Fields, fieldsOf, listOf, textOf, truthOf } from '../json.ts'
import { addNumber } from '../signup/add-number.ts'
import { echo } from '../signup/app-sync.ts'
import { requestCode, verifyCode } from '../signup/code.ts'
import { decideName, NAME_REASONS } from '../signup/name-review.ts'
import { removeNumber } from '../signup/register.ts'
import { registrationOf } from '../signup/registration.ts'
import { ringsAt } from '../signup/telephone.ts'
import { grant, newLoginCode } from '../signup/tokens.ts'
import type { BusinessNumber } from '../world/model.ts'
import type { Registration } from '../world/registration.ts'
import type { World } from '../world/world.ts'
import { requirePhone } from './phones.ts'
import { shownNumber } from './shown.ts'
import { portfoliosOf, wabaNamed } from './portfolios.ts'
import { conflict, invalid, missing } from './refusal.ts'

type ById = { Params: { id: string } }

/** How a business and its numbers come to Meta: the dialog's own calls, codes, names, tokens. */
export function signupRoutes(server: FastifyInstance, world: World): void {
  const numberOf = (id: string): BusinessNumber => {
    const number = world.numbers.get(id)
    if (number === undefined) throw missing('number', id)
    return number
  }
  server.get('/control/v1/signup', () => ({ portfolios: portfoliosOf(world) }))
  server.post('/control/v1/signup', (request) => finish(world, fieldsOf(request.body)))
  server.get<{ Params: { digits: string } }>('/control/v1/telephones/:digits', (request) => ({
    data: ringsAt(world, request.params.digits),
  }))
  server.post('/control/v1/tokens', (request) => {
    const body = fieldsOf(request.body)
    const asked = listOf(body['scopes']).map(String)
    const livesMs = Number(body['expiresInMs'] ?? Number.NaN)
    const given = grant(
      world,
      wabaNamed(world, textOf(body['waba'])).id,
      asked.length > 0 ? asked : scopes,
      Number.isFinite(livesMs) ? world.clock.now() + livesMs : null,
    )
    return { token: given.token, expiresAt: given.expiresAt }
  })
  server.post('/control/v1/numbers', (request, reply) => {
    const body = fieldsOf(request.body)
    const onApp: Partial<Registration> = truthOf(body['isOnApp'])
      ? { verification: 'VERIFIED', isRegistered: true, isOnApp: true, onboardedAt: world.clock.now() }
      : {}
    const more = { ...onApp, sharesChats: body['sharesChats'] !== false }
    const number = asControl(() =>
      addNumber(
        world,
        wabaNamed(world, textOf(body['waba'])),
        textOf(body['phoneNumber']) ?? '',
        textOf(body['name'])?.trim() ?? '',
        more,
      ),
    )
    return reply.code(201).send(shownNumber(world, number))
  })
  server.delete<ById>('/control/v1/numbers/:id', (request, reply) => {
    removeNumber(world, numberOf(request.params.id))
    return reply.code(204).send()
  })
  server.post<ById>('/control/v1/numbers/:id/code', (request) => {
    const { method = 'SMS', language = 'es' } = fieldsOf(request.body)
    return asControl(() => requestCode(world, numberOf(request.params.id), asCall({ code_method: method, language })))
  })
  server.post<ById>('/control/v1/numbers/:id/verify', (request) =>
    asControl(() => verifyCode(world, numberOf(request.params.id), asCall(fieldsOf(request.body)))),
  )
  server.post<ById>('/control/v1/numbers/:id/name', (request) => {
    const { decision, reason } = fieldsOf(request.body)
    const known = NAME_REASONS.find((each) => each === (reason ?? 'UNKNOWN'))
    if (known === undefined) throw invalid(`\`reason\` is one of ${NAME_REASONS.join(', ')}`)
    if (decision !== 'APPROVED' && decision !== 'REJECTED') throw invalid('`decision` is APPROVED or REJECTED')
    decideName(world, numberOf(request.params.id), decision === 'APPROVED' ? { decision } : { decision, reason: known })
    return { decision }
  })
  server.post<ById>('/control/v1/numbers/:id/echoes', (request) => {
    const body = fieldsOf(request.body)
    const number = numberOf(request.params.id)
    if (!registrationOf(number).isOnApp) throw conflict('This number is not in the WhatsApp Business app')
    return { wamid: echo(world, number, requirePhone(world, textOf(body['phone']) ?? ''), textOf(body['text']) ?? '') }
  })
}

/** The end of the dialog: a code for the app, and what the host page is told. */
function finish(world: World, body: Fields): Fields {
  const number = world.numbers.get(textOf(body['number']) ?? '')
  if (number === undefined) throw missing('number', String(body['number']))
  if (registrationOf(number).verification !== 'VERIFIED') throw conflict('This number is not verified yet')
  return {
    code: newLoginCode(world, number.wabaId, scopes.slice(0, 2)),
    event: truthOf(body['isForApp']) ? 'FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING' : 'FINISH',
    data: { phone_number_id: number.id, waba_id: number.wabaId, business_id: world.wabas.of(number).businessId },
  }
}

const asCall = (body: Fields): GraphCall => ({
  method: 'POST',
  path: [],
  query: {},
  body,
  files: {},
  origin: '',
  version: 'v26.0',
})

/** What Graph would refuse is refused here, too, in the words meant for people. */
function asControl<Answer>(act: () => Answer): Answer {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof GraphError)) throw error
    throw conflict(textOf(error.body.error['error_user_msg']) ?? error.message)
  }
}

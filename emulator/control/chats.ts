import type { FastifyInstance } from 'fastify'
import { type Fields, fieldsOf, textOf } from '../json.ts'
import { actOnCall, answerOnCalls, shownCall } from '../call/control.ts'
import type { Sender } from '../send/accept.ts'
import type { BusinessNumber, Phone } from '../world/model.ts'
import { blockedAfter } from '../template/quality.ts'
import { payBill } from '../send/pay.ts'
import type { World } from '../world/world.ts'
import { type FormStep, turnForm } from '../flow/open.ts'
import { compose } from './compose.ts'
import { changeIdentity } from './identity.ts'
import { tellPreference } from './inbound.ts'
import { requirePhone } from './phones.ts'
import { registrationOf } from '../signup/registration.ts'
import { conflict, invalid, missing } from './refusal.ts'
import { bubbleOf, phoneOf } from './shown.ts'

type Where = { Params: { phone: string; number: string } }
type Act = (phone: Phone, number: BusinessNumber, body: Fields) => unknown

const path = '/control/v1/phones/:phone/chats/:number'

/** What a person does in one chat. */
export function chatRoutes(server: FastifyInstance, world: World, sender: Sender): void {
  const place = ({ phone, number }: Where['Params']): readonly [Phone, BusinessNumber] => {
    const found = world.numbers.get(number)
    if (found === undefined) throw missing('number', number)
    return [requirePhone(world, phone), found]
  }
  const post = (action: string, act: Act) =>
    server.post<Where>(`${path}/${action}`, (request) => act(...place(request.params), fieldsOf(request.body)))

  server.get<Where>(path, (request) => {
    const [phone, number] = place(request.params)
    const data = world.chats.messages(phone.id, number.id).map(bubbleOf)
    const typing = world.chats.typingUntil(phone.id, number.id) > Date.now()
    return { data, typing, call: shownCall(world, phone, number) }
  })
  server.post<Where>(`${path}/messages`, async (request, reply) => {
    const [phone, number] = place(request.params)
    if (!registrationOf(number).isRegistered) throw conflict('This number is not on WhatsApp')
    const wamid = await compose(world, phone, number, fieldsOf(request.body))
    return reply.code(201).send({ wamid })
  })
  post('read', (phone, number) => {
    sender.progress.read(phone.id, number.id)
    return { success: true }
  })
  post('play', (phone, number, body) => {
    const message = world.messages.get(textOf(body['wamid']) ?? '')
    if (message?.phone !== phone.id || message.number !== number.id)
      throw missing('message in this chat', String(body['wamid']))
    if (message.from !== 'business' || message.kind !== 'audio')
      throw invalid('Only a voice message of the business can be played')
    if (['delivered', 'read'].includes(message.status)) sender.progress.play(message)
    return { success: true }
  })
  post('pay', (phone, number, body) => {
    const message = world.messages.get(textOf(body['wamid']) ?? '')
    if (message?.phone !== phone.id || message.number !== number.id)
      throw missing('message in this chat', String(body['wamid']))
    if (!payBill(world, phone, number, message, body['paid'] !== false)) throw invalid('Only a bill can be paid')
    return { success: true }
  })
  post('call-permission', (phone, number, body) => answerOnCalls(world, phone, number, body))
  post('call', (phone, number, body) => actOnCall(world, phone, number, body))
  post('block', (phone, number, body) => {
    const others = phone.blocked.filter((id) => id !== number.id)
    const next = world.phones.change(phone, { blocked: body['blocked'] === false ? others : [...others, number.id] })
    if (body['blocked'] !== false && !phone.blocked.includes(number.id)) blockedAfter(world, phone, number.id)
    world.changes.tell({ kind: 'phone', phone: phone.id })
    return phoneOf(world, next)
  })
  post('marketing', (phone, number, body) => {
    tellPreference(world, phone, number, body['stopped'] !== false)
    world.changes.tell({ kind: 'phone', phone: phone.id })
    return { success: true }
  })
  post('forms', (_phone, number, body) => {
    const message = world.messages.get(textOf(body['wamid']) ?? '')
    if (message?.number !== number.id || message.from !== 'business')
      throw missing('message in this chat', String(body['wamid']))
    return turnForm(world, number, message, readStep(body))
  })
  post('identity', (phone, number, body) => phoneOf(world, changeIdentity(world, phone, number, body)))
}

const FORM_ACTIONS = ['open', 'navigate', 'data_exchange', 'BACK'] as const

function readStep(body: Fields): FormStep {
  const action = FORM_ACTIONS.find((known) => known === body['action'])
  if (action === undefined) throw invalid(`\`action\` is one of ${FORM_ACTIONS.join(', ')}`)
  return { action, screen: textOf(body['screen']) ?? '', data: fieldsOf(body['data']) }
}

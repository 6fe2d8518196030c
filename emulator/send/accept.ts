import { badParameter, refuse } from '../graph/errors.ts'
import { type Fields, fieldsOf, listOf } from '../json.ts'
import { newWamid } from '../world/ids.ts'
import { noteUse } from '../template/archive.ts'
import { isHeld } from '../template/pacing.ts'
import { templatesOf } from '../template/templates-of.ts'
import type { BusinessNumber, Message, Send } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { takeFromAssistant } from '../assistant/assistant.ts'
import { asksForCalls, mustBeAskable, noteRequest } from '../call/permissions.ts'
import { checkContent, type Content } from './content.ts'
import { readEnvelope, type SendRequest } from './envelope.ts'
import type { LinkFetcher } from './fetch-link.ts'
import { becauseOf, failureOf } from './foresight.ts'
import type { Limits } from './limits.ts'
import { priceOf } from '../pricing/price.ts'
import type { Progress } from './progress.ts'
import { findRecipient, type Recipient } from './recipient.ts'
import { hasEnoughMarketing } from './marketing.ts'
import type { Portfolios } from './portfolio.ts'
import { registrationOf } from '../signup/registration.ts'
import { freeUntil, isWindowOpen } from './window.ts'

export type Sender = {
  readonly limits: Limits
  readonly portfolios: Portfolios
  readonly progress: Progress
  readonly fetchLink: LinkFetcher
}

/** POST /{number}/messages: checks, accepts with 200 and a wamid, and lets the statuses follow. Throws Meta's refusal. */
export async function acceptMessage(
  world: World,
  sender: Sender,
  number: BusinessNumber,
  body: Fields,
): Promise<Fields> {
  if (!registrationOf(number).isRegistered) throw refuse(133010)
  if (number.sanction === 'BANNED') throw refuse(131031)
  const request = readEnvelope(body)
  const recipient = findRecipient(world, number, request)
  const content = checkContent(world, number.id, request)
  refuseUserIdWhereUnsupported(recipient, content)
  const asks = asksForCalls(content)
  if (asks) mustBeAskable(world, recipient.phone, number)
  sender.limits.take(number.id, recipient.phone?.id ?? recipient.address)
  const scripted = world.faults.takeNextSend()
  if (scripted?.mode === 'sync') throw refuse(scripted.code)

  const { message: shown, problem } = await sender.fetchLink(world, content.message)
  const planned = failureOf(world, number, recipient, { ...content, message: shown }, problem)
  if (planned?.code === 131047 && world.faults.get().closedWindow === 'sync') throw refuse(131047)
  const opens = content.template !== null && !isOpenTo(world, number, recipient)
  const refused = planned ?? (opens ? limitOf(world, sender.portfolios, number, recipient, content) : null)
  const failure = scripted === undefined ? refused : becauseOf(scripted.code)
  const held = failure === null && content.template !== null && isHeld(world, content.template.template)

  const message = newMessage(world, number, request, recipient, content, shown, { failure, opens, held })
  keep(world, message, content)
  if (failure === null && content.template === null) takeFromAssistant(world, number, recipient.phone)
  if (failure === null && asks && recipient.phone !== null) noteRequest(world, recipient.phone, number)
  sender.progress.start(message)
  return answerFor(message, recipient, content)
}

/**
 * POST /{number}/marketing_messages: marketing templates only, else 100 or 131055 (Marketing Messages API, 2026-06). The
 * statuses call the category `marketing_lite`.
 */
export async function acceptMarketing(
  world: World,
  sender: Sender,
  number: BusinessNumber,
  body: Fields,
): Promise<Fields> {
  if (body['type'] !== 'template') throw badParameter('Param type must be one of {TEMPLATE}.')
  const name = fieldsOf(body['template'])['name']
  const isMarketing = templatesOf(world, world.wabas.of(number)).some(
    (one) => one.name === name && one.category === 'MARKETING',
  )
  if (!isMarketing) throw refuse(131055)
  const answer = await acceptMessage(world, sender, number, body)
  const wamid = String(fieldsOf(listOf(answer['messages'])[0])['id'])
  const send = world.messages.get(wamid)?.send
  if (send?.pricing != null)
    world.messages.patch(wamid, { send: { ...send, pricing: { ...send.pricing, category: 'marketing_lite' } } })
  return answer
}

const isOpenTo = (world: World, number: BusinessNumber, { phone }: Recipient): boolean =>
  phone !== null && isWindowOpen(world.chats.get(phone.id, number.id), world.clock.now())

/** What stands against writing first to somebody: enough marketing for one person, enough people for the portfolio. */
function limitOf(
  world: World,
  portfolios: Portfolios,
  number: BusinessNumber,
  { phone, address }: Recipient,
  { template }: Content,
): Send['failure'] {
  const isMarketing = template?.template.category === 'MARKETING'
  if (isMarketing && phone !== null && hasEnoughMarketing(world, phone)) return becauseOf(131049)
  return portfolios.take(world.wabas.of(number), phone?.id ?? address) ? null : becauseOf(131048)
}

/** One-tap, zero-tap and copy-code authentication templates need a phone number (Business-scoped user IDs, 2026-05). */
function refuseUserIdWhereUnsupported({ by }: Recipient, { template }: Content): void {
  if (by === 'user' && template?.template.category === 'AUTHENTICATION') throw refuse(131062)
}

type Fate = { readonly failure: Send['failure']; readonly opens: boolean; readonly held: boolean }

function newMessage(
  world: World,
  number: BusinessNumber,
  request: SendRequest,
  recipient: Recipient,
  content: Content,
  shown: Fields,
  { failure, opens, held }: Fate,
): Message {
  const now = world.clock.now()
  const { phone } = recipient
  const chat = phone === null ? null : world.chats.get(phone.id, number.id)
  const until = failure === null ? freeUntil(chat, now) : null
  if (phone !== null && until !== null) world.chats.change(phone.id, number.id, { freeUntil: until })
  const isReaction = content.reaction !== null
  const template = content.template?.template ?? null
  return {
    wamid: newWamid(recipient.address, 'business'),
    number: number.id,
    phone: phone?.id ?? null,
    from: 'business',
    at: now,
    kind: request.type,
    message: shown,
    replyTo: request.replyTo,
    reactions: [],
    edited: false,
    revoked: false,
    status: 'waiting',
    error: null,
    seen: false,
    hidden: isReaction,
    send: {
      recipient: recipient.address,
      by: recipient.by,
      callbackData: request.callbackData,
      ...(template === null ? {} : { template: template.id }),
      ...(opens ? { opens } : {}),
      ...(held ? { held } : {}),
      pricing: failure !== null || isReaction ? null : priceOf(world, number.id, template, chat),
      freeUntil: until === null ? null : Math.floor(until / 1000),
      failure,
    },
  }
}

function keep(world: World, message: Message, { reaction, template }: Content): void {
  world.chats.add(message)
  if (template !== null) noteUse(world, template.template)
  if (reaction === null || message.send?.failure !== null) return
  const target = world.messages.get(reaction.target)
  if (target === undefined) return
  const others = target.reactions.filter((entry) => entry.from !== 'business')
  const own = reaction.emoji === null ? [] : [{ from: 'business' as const, emoji: reaction.emoji }]
  world.chats.changeMessage(target.wamid, { reactions: [...others, ...own] })
}

const fateOf = ({ send }: Message): string => (send?.held === true ? 'held_for_quality_assessment' : 'accepted')

/** Sent to a user id, the answer carries no wa_id (Business-scoped user IDs, 2026-05). */
function answerFor(message: Message, { by, input, address }: Recipient, { template }: Content): Fields {
  return {
    messaging_product: 'whatsapp',
    contacts: [by === 'user' ? { input, user_id: address } : { input, wa_id: address }],
    messages: [{ id: message.wamid, ...(template === null ? {} : { message_status: fateOf(message) }) }],
  }
}

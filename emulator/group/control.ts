import type { FastifyInstance } from 'fastify'
import { requirePhone } from '../control/phones.ts'
import { conflict, invalid, missing } from '../control/refusal.ts'
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../json.ts'
import type { Phone } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { type Group, groupsOf, MOST_PARTICIPANTS, newRequestId } from './groups.ts'
import { createGroup, join, leave, suspend } from './members.ts'
import { askToJoin, withdraw } from './requests.ts'
import { say } from './say.ts'
import { groupOn, invitationTo } from './shown.ts'
import { readAll } from './status.ts'
import { messagesIn } from './thread.ts'

type Where = { Params: { group: string } }
type OnPhone = { Params: { phone: string; group: string } }

/** What people do in groups, and how groups come to be without the business asking for them. */
export function groupRoutes(server: FastifyInstance, world: World): void {
  server.get('/control/v1/groups', () => ({
    data: [...groupsOf(world).all()].map((group) => ({ ...group, messages: messagesIn(world, group.id) })),
  }))
  server.post('/control/v1/groups', ({ body: asked }, reply) => {
    const body = fieldsOf(asked)
    const number = world.numbers.get(textOf(body['number']) ?? '')
    if (number === undefined) throw missing('number', String(body['number']))
    const subject = textOf(body['subject']) ?? ''
    if (subject === '') throw invalid('`subject` is a text')
    const phones = listOf(body['phones']).map((id) => requirePhone(world, textOf(id) ?? ''))
    const joinApproval = body['asks'] === true ? 'approval_required' : 'auto_approve'
    const wanted = { subject, description: textOf(body['description']) ?? '', joinApproval } as const
    const { id } = createGroup(world, number, wanted, newRequestId())
    for (const phone of phones) join(world, groupAt(world, id), phone)
    return reply.code(201).send(groupAt(world, id))
  })
  server.post<Where>('/control/v1/groups/:group/messages', async ({ params, body: asked }, reply) => {
    const body = fieldsOf(asked)
    const group = groupAt(world, params.group)
    if (textOf(body['text']) === undefined && !isFields(body['message']) && textOf(body['kind']) === undefined)
      throw invalid('`text` is a text, `message` as Meta tells it, or the rest a Compose')
    return reply.code(201).send({ wamid: await say(world, group, memberIn(world, group, body), body) })
  })
  server.post<Where>('/control/v1/groups/:group/participants', ({ params, body: asked }) => {
    const body = fieldsOf(asked)
    const group = groupAt(world, params.group)
    const phone = requirePhone(world, textOf(body['phone']) ?? '')
    if (body['in'] === false) goes(world, group, phone)
    else comes(world, group, phone)
    return groupAt(world, params.group)
  })
  server.post<Where>('/control/v1/groups/:group/read', ({ params, body }) => {
    const group = groupAt(world, params.group)
    readAll(world, group, memberIn(world, group, fieldsOf(body)))
    return { success: true }
  })
  server.post<Where>('/control/v1/groups/:group/suspend', ({ params, body }) => {
    suspend(world, groupAt(world, params.group), fieldsOf(body)['suspended'] !== false)
    return groupAt(world, params.group)
  })
  server.get<OnPhone>('/control/v1/phones/:phone/groups/:group', ({ params }) =>
    groupOn(world, groupAt(world, params.group), requirePhone(world, params.phone)),
  )
  server.get<{ Params: { phone: string; code: string } }>(
    '/control/v1/phones/:phone/invitations/:code',
    ({ params: { phone, code } }) => {
      const group = [...groupsOf(world).all()].find(({ inviteLink }) => inviteLink.endsWith(`/${code}`))
      if (group === undefined) throw missing('group with this link', code)
      return invitationTo(world, group, requirePhone(world, phone).id)
    },
  )
}

function groupAt(world: World, id: string): Group {
  const group = groupsOf(world).get(id)
  if (group === undefined) throw missing('group', id)
  return group
}

function memberIn(world: World, group: Group, body: Fields): Phone {
  const phone = requirePhone(world, textOf(body['phone']) ?? '')
  if (!group.participants.includes(phone.id)) throw conflict(`${phone.name} is not in the group`)
  return phone
}

function comes(world: World, group: Group, phone: Phone): void {
  if (group.isSuspended) throw conflict('The group is suspended: nobody can join it')
  if (group.participants.includes(phone.id)) throw conflict(`${phone.name} is in the group already`)
  if (group.participants.length >= MOST_PARTICIPANTS) throw conflict('The group is full')
  const isDone = group.joinApproval === 'auto_approve' ? join(world, group, phone) : askToJoin(world, group, phone)
  if (!isDone) throw conflict(`${phone.name} has asked already`)
}

function goes(world: World, group: Group, phone: Phone): void {
  if (!withdraw(world, group, phone) && !leave(world, group, phone, 'participant'))
    throw conflict(`${phone.name} is not in the group`)
}

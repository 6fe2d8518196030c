import type { FastifyInstance } from 'fastify'
import { requirePhone } from '../control/phones.ts'
import { conflict, invalid, missing } from '../control/refusal.ts'
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../json.ts'
import type { World } from '../world/world.ts'
import { createGroup, type Group, groupsOf, join, leave, messagesOf, newRequestId, say, tellGroup } from './groups.ts'
import { askToJoin, withdraw } from './requests.ts'
import { readAll } from './status.ts'

type Where = { Params: { group: string } }

/** What people do in groups, and how groups come to be without the business asking for them. */
export function groupRoutes(server: FastifyInstance, world: World): void {
  const groupAt = (id: string): Group => {
    const group = groupsOf(world).get(id)
    if (group === undefined) throw missing('group', id)
    return group
  }
  const memberIn = (group: Group, body: Fields) => {
    const phone = requirePhone(world, textOf(body['phone']) ?? '')
    if (!group.participants.includes(phone.id)) throw conflict(`${phone.name} is not in the group`)
    return phone
  }

  server.get('/control/v1/groups', () => ({
    data: [...groupsOf(world).all()].map((group) => ({
      ...group,
      messages: [...messagesOf(world).all()].filter((message) => message.group === group.id),
    })),
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
    for (const phone of phones) join(world, groupAt(id), phone)
    return reply.code(201).send(groupAt(id))
  })
  server.post<Where>('/control/v1/groups/:group/messages', ({ params, body: asked }, reply) => {
    const body = fieldsOf(asked)
    const group = groupAt(params.group)
    const text = textOf(body['text'])
    const message = isFields(body['message']) ? body['message'] : { type: 'text', text: { body: text ?? '' } }
    if (text === undefined && !isFields(body['message']))
      throw invalid('`text` is a text, or `message` as Meta tells it')
    return reply.code(201).send({ wamid: say(world, group, memberIn(group, body), message) })
  })
  server.post<Where>('/control/v1/groups/:group/participants', ({ params, body: asked }) => {
    const body = fieldsOf(asked)
    const group = groupAt(params.group)
    const phone = requirePhone(world, textOf(body['phone']) ?? '')
    const goes = () => withdraw(world, group, phone) || leave(world, group, phone, 'participant')
    const comes = () => (group.joinApproval === 'auto_approve' ? join : askToJoin)(world, group, phone)
    if (!(body['in'] === false ? goes() : comes())) throw conflict('The group is full, or that is so already')
    return groupAt(params.group)
  })
  server.post<Where>('/control/v1/groups/:group/read', ({ params, body }) => {
    const group = groupAt(params.group)
    readAll(world, group, memberIn(group, fieldsOf(body)))
    return { success: true }
  })
  server.post<Where>('/control/v1/groups/:group/suspend', ({ params, body }) => {
    const group = groupAt(params.group)
    const isSuspended = fieldsOf(body)['suspended'] !== false
    groupsOf(world).put(group.id, { ...group, isSuspended })
    tellGroup(world, group, 'group_status_update', { type: isSuspended ? 'group_suspend' : 'group_suspend_cleared' })
    return groupAt(params.group)
  })
}

import { type GraphCall, parameter } from '../graph/call.ts'
import { badParameter, unknownObject } from '../graph/errors.ts'
import { page } from '../graph/paging.ts'
import { type Fields, fieldsOf, listOf, textOf } from '../json.ts'
import { digitsOf } from '../world/address.ts'
import type { BusinessNumber } from '../world/model.ts'
import { phoneByUserId } from '../world/user-id.ts'
import type { World } from '../world/world.ts'
import { type Group, groupsOf, idsOf, newInviteLink, newRequestId, tellGroup } from './groups.ts'
import { createGroup, leave } from './members.ts'
import { joinRequests } from './requests.ts'
import { addLine, showGroup } from './thread.ts'

/** Longest subject and description (Groups API, 2025-11; unverified). */
const [SUBJECT_MAX, DESCRIPTION_MAX] = [128, 2_048]

/** POST and GET /{number}/groups: what comes of creating one is told by webhook. */
export function numberGroups(world: World, number: BusinessNumber, call: GraphCall): Fields {
  if (call.method === 'GET') {
    const own = [...groupsOf(world).all()].filter((group) => group.number === number.id)
    const rows = own.map(({ id, subject, createdAt }) => ({ id, subject, created_at: Math.floor(createdAt / 1000) }))
    return page(call, rows, (row) => String(row['id']))
  }
  const subject = textOf(parameter(call, 'subject'))?.trim() ?? ''
  if (subject === '' || subject.length > SUBJECT_MAX)
    throw badParameter('The parameter subject is required, at most 128.')
  const description = (textOf(parameter(call, 'description')) ?? '').slice(0, DESCRIPTION_MAX)
  const isAsked = parameter(call, 'join_approval_mode') === 'approval_required'
  const requestId = newRequestId()
  const joinApproval = isAsked ? 'approval_required' : 'auto_approve'
  createGroup(world, number, { subject, description, joinApproval }, requestId)
  return { messaging_product: 'whatsapp', request_id: requestId }
}

/** What can be asked of a group itself. Throws Meta's refusal. */
export function groupCall(world: World, group: Group, edge: string | undefined, call: GraphCall): Fields {
  switch (`${call.method} ${edge ?? ''}`) {
    case 'GET ':
      return shown(world, group)
    case 'POST ':
      return change(world, group, call)
    case 'DELETE ': {
      groupsOf(world).remove(group.id)
      showGroup(world, group)
      const requestId = newRequestId()
      tellGroup(world, group, 'group_lifecycle_update', { type: 'group_delete', request_id: requestId })
      return { messaging_product: 'whatsapp', request_id: requestId }
    }
    case 'GET invite_link':
      return { messaging_product: 'whatsapp', invite_link: group.inviteLink }
    case 'POST invite_link': {
      const inviteLink = newInviteLink()
      groupsOf(world).put(group.id, { ...group, inviteLink })
      return { messaging_product: 'whatsapp', invite_link: inviteLink }
    }
    case 'DELETE participants':
      return remove(world, group, call)
    case 'GET join_requests':
    case 'POST join_requests':
    case 'DELETE join_requests':
      return joinRequests(world, group, call)
    default:
      throw unknownObject(call.method, group.id)
  }
}

const shown = (world: World, group: Group): Fields => ({
  id: group.id,
  messaging_product: 'whatsapp',
  subject: group.subject,
  description: group.description,
  suspended: group.isSuspended,
  creation_timestamp: Math.floor(group.createdAt / 1000),
  join_approval_mode: group.joinApproval,
  total_participant_count: group.participants.length,
  participants: group.participants.flatMap((id) => {
    const phone = world.phones.get(id)
    return phone === undefined ? [] : [idsOf(world, group, phone)]
  }),
})

function change(world: World, group: Group, call: GraphCall): Fields {
  const subject = textOf(parameter(call, 'subject'))
  const description = textOf(parameter(call, 'description'))
  if (subject === undefined && description === undefined) throw badParameter('The parameter subject is required.')
  const requestId = newRequestId()
  groupsOf(world).put(group.id, {
    ...group,
    subject: subject ?? group.subject,
    description: description ?? group.description,
  })
  if (subject !== undefined) addLine(world, group.id, 'renamed', null, subject)
  if (description !== undefined) addLine(world, group.id, 'described', null, description)
  showGroup(world, group)
  tellGroup(world, group, 'group_settings_update', {
    type: 'group_settings_update',
    request_id: requestId,
    ...(subject !== undefined && { group_subject: { text: subject, update_successful: true } }),
    ...(description !== undefined && { group_description: { text: description, update_successful: true } }),
  })
  return { messaging_product: 'whatsapp', request_id: requestId }
}

function remove(world: World, group: Group, call: GraphCall): Fields {
  const number = world.numbers.get(group.number)
  for (const each of listOf(parameter(call, 'participants'))) {
    const user = textOf(fieldsOf(each)['user']) ?? ''
    const phone = (number && phoneByUserId(world, number, user)) ?? world.phones.byNumber(digitsOf(user) ?? '')
    const now = groupsOf(world).get(group.id)
    if (phone !== undefined && now !== undefined) leave(world, now, phone, 'business')
  }
  return { messaging_product: 'whatsapp', request_id: newRequestId() }
}

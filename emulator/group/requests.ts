import { randomBytes } from 'node:crypto'
import { type GraphCall, parameter } from '../graph/call.ts'
import { badParameter } from '../graph/errors.ts'
import { page } from '../graph/paging.ts'
import { type Fields, listOf } from '../json.ts'
import type { Phone } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { type Group, groupsOf, idsOf, type JoinRequest, MOST_PARTICIPANTS, tellGroup } from './groups.ts'
import { join } from './members.ts'
import { showGroup } from './thread.ts'

/** Asks to be let in. False: they are in it, or have asked. */
export function askToJoin(world: World, group: Group, phone: Phone): boolean {
  const { participants, requests = [] } = group
  if (participants.includes(phone.id) || requests.some((request) => request.phone === phone.id)) return false
  const request = { id: randomBytes(12).toString('base64url'), phone: phone.id, at: world.clock.now() }
  groupsOf(world).patch(group.id, { requests: [...requests, request] })
  showGroup(world, group, [phone.id])
  tellRequest(world, group, request, 'group_join_request_created')
  return true
}

/** Takes it back. False: they had not asked. */
export function withdraw(world: World, group: Group, phone: Phone): boolean {
  const request = group.requests?.find((each) => each.phone === phone.id)
  if (request === undefined) return false
  settle(world, group, request)
  tellRequest(world, group, request, 'group_join_request_revoked')
  return true
}

/** GET, POST and DELETE /{group}/join_requests: who asks, letting in, and not (Groups API, Join requests, 2026-05). */
export function joinRequests(world: World, group: Group, call: GraphCall): Fields {
  if (call.method === 'GET') {
    const rows = (group.requests ?? []).map((request) => ({
      join_request_id: request.id,
      ...whoOf(world, group, request),
      creation_timestamp: String(Math.floor(request.at / 1000)),
    }))
    return page(call, rows, (row) => String(row['join_request_id']))
  }
  const ids = listOf(parameter(call, 'join_requests')).map(String)
  if (ids.length === 0) throw badParameter('The parameter join_requests is required.')
  const isApproving = call.method === 'POST'
  const done: string[] = []
  const failed: Fields[] = []
  for (const id of ids) {
    const now = groupsOf(world).get(group.id)
    const request = now?.requests?.find((each) => each.id === id)
    const phone = request && world.phones.get(request.phone)
    const isFull = isApproving && (now?.participants.length ?? 0) >= MOST_PARTICIPANTS
    if (now === undefined || request === undefined || phone === undefined || isFull) {
      failed.push({ join_request_id: id, errors: [{ code: 131009, message: 'Parameter value is not valid' }] })
      continue
    }
    const settled = settle(world, now, request)
    if (isApproving && settled !== undefined) join(world, settled, phone, 'let-in')
    done.push(id)
  }
  return {
    messaging_product: 'whatsapp',
    [isApproving ? 'approved_join_requests' : 'rejected_join_requests']: done,
    ...(failed.length === 0 ? {} : { failed_join_requests: failed }),
  }
}

function settle(world: World, group: Group, request: JoinRequest): Group | undefined {
  showGroup(world, group)
  return groupsOf(world).patch(group.id, { requests: group.requests?.filter(({ id }) => id !== request.id) ?? [] })
}

function whoOf(world: World, group: Group, { phone: id }: JoinRequest): Fields {
  const phone = world.phones.get(id)
  return phone === undefined ? {} : idsOf(world, group, phone)
}

const tellRequest = (world: World, group: Group, request: JoinRequest, type: string): void =>
  tellGroup(world, group, 'group_participants_update', {
    type,
    join_request_id: request.id,
    ...whoOf(world, group, request),
  })

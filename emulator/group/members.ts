import { randomBytes } from 'node:crypto'
import type { BusinessNumber, Phone } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { type Group, groupsOf, idsOf, MOST_PARTICIPANTS, newInviteLink, tellGroup } from './groups.ts'
import { addLine, showGroup } from './thread.ts'

export function createGroup(
  world: World,
  number: BusinessNumber,
  wanted: Pick<Group, 'subject' | 'description' | 'joinApproval'>,
  requestId: string,
): Group {
  const group: Group = {
    id: randomBytes(24).toString('base64url'),
    number: number.id,
    ...wanted,
    inviteLink: newInviteLink(),
    participants: [],
    isSuspended: false,
    createdAt: world.clock.now(),
    lastUserAt: null,
  }
  groupsOf(world).put(group.id, group)
  tellGroup(world, group, 'group_lifecycle_update', {
    type: 'group_create',
    request_id: requestId,
    subject: group.subject,
    ...(group.description === '' ? {} : { description: group.description }),
    invite_link: group.inviteLink,
    join_approval_mode: group.joinApproval,
  })
  return group
}

/** Somebody follows the link, or is let in. False: it is full, or they are in it. */
export function join(world: World, group: Group, phone: Phone, how: 'joined' | 'let-in' = 'joined'): boolean {
  const { participants } = group
  if (participants.includes(phone.id) || participants.length >= MOST_PARTICIPANTS) return false
  const now = { ...group, participants: [...participants, phone.id] }
  groupsOf(world).put(group.id, now)
  addLine(world, group.id, how, phone)
  showGroup(world, now)
  const added_participants = [idsOf(world, group, phone)]
  tellGroup(world, group, 'group_participants_update', {
    ...{ type: 'group_participants_add', reason: 'invite_link', added_participants },
  })
  return true
}

/** Somebody leaves, or the business removes them. False: they are not in it. */
export function leave(world: World, group: Group, phone: Phone, by: 'business' | 'participant'): boolean {
  if (!group.participants.includes(phone.id)) return false
  groupsOf(world).put(group.id, { ...group, participants: group.participants.filter((id) => id !== phone.id) })
  addLine(world, group.id, by === 'business' ? 'removed' : 'left', phone)
  showGroup(world, group)
  tellGroup(world, group, 'group_participants_update', {
    type: 'group_participants_remove',
    initiated_by: by,
    removed_participants: [idsOf(world, group, phone)],
  })
  return true
}

/** Meta suspends it, or lets it be used again. */
export function suspend(world: World, group: Group, isSuspended: boolean): void {
  groupsOf(world).put(group.id, { ...group, isSuspended })
  addLine(world, group.id, isSuspended ? 'suspended' : 'resumed', null)
  showGroup(world, group)
  tellGroup(world, group, 'group_status_update', { type: isSuspended ? 'group_suspend' : 'group_suspend_cleared' })
}

import type { Instant } from '#base/time.ts'
import type { Sender } from '#core/contact/contact.ts'
import type { GroupEvent } from '#core/group/group.ts'
import type { InboundBody } from '#core/loop/command.ts'
import { instantOf, type Json, listOf, objectOf, objectsIn, stringOf, textOf } from './json.ts'
import { phoneOf, userIdOf } from './sender.ts'

/** What tells of groups (Meta's Groups API, webhooks, 2025-10-22): each with a list `groups`. */
export const GROUP_FIELDS: ReadonlySet<string> = new Set([
  'group_lifecycle_update',
  'group_participants_update',
  'group_settings_update',
  'group_status_update',
])

type News = Extract<InboundBody, { kind: 'receive-group' }>

/**
 * What one item of `groups` tells. Null: nothing of a group that holds now — that something failed, a new picture, or a
 * type nobody has told us of.
 */
export function readGroup(item: Json): News | null {
  const group = textOf(item['group_id'])
  const type = textOf(item['type'])
  const sentAt = instantOf(item['timestamp'])
  if (group === null || type === null || sentAt === null || listOf(item['errors']).length > 0) return null
  const read = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined
  const told = read?.(item) ?? null
  return told && newsOf(told, group, sentAt)
}

type Told = { readonly event: GroupEvent } & Partial<Pick<News, 'who' | 'subject' | 'description'>>

const TYPES: Readonly<Record<string, (item: Json) => Told | null>> = {
  group_create: (item) => ({
    event: 'created',
    subject: stringOf(item['subject']),
    description: stringOf(item['description']),
  }),
  group_delete: () => ({ event: 'deleted' }),
  group_participants_add: (item) => about('joined', item['added_participants']),
  group_participants_remove: (item) =>
    about(item['initiated_by'] === 'business' ? 'removed' : 'left', item['removed_participants']),
  group_join_request_created: (item) => about('asked-to-join', [item]),
  group_join_request_revoked: (item) => about('withdrew', [item]),
  group_settings_update: (item) => {
    const [subject, description] = [setIn(item['group_subject']), setIn(item['group_description'])]
    if (subject === null && description === null) return null
    return { event: subject === null ? 'described' : 'renamed', subject, description }
  },
  group_suspend: () => ({ event: 'suspended' }),
  group_suspend_cleared: () => ({ event: 'resumed' }),
}

function about(event: GroupEvent, people: unknown): Told | null {
  const who = objectsIn(people).flatMap((person) => personIn(person) ?? [])
  return who.length === 0 ? null : { event, who }
}

function personIn(person: Json): Sender | null {
  // Who the business removed is named as it was written to Meta: with "+" and spaces.
  const input = textOf(person['input'])?.replace(/[\s()+-]/g, '')
  const phone = phoneOf(person['wa_id']) ?? phoneOf(input)
  const userId = userIdOf(person['user_id'], person['wa_id'] ?? input)
  return phone === null && userId === null ? null : { userId, phone, name: null, username: null }
}

/** The text that was set; null where there is none, or it failed. */
function setIn(setting: unknown): string | null {
  const result = objectOf(setting)
  return result?.['update_successful'] === false ? null : stringOf(result?.['text'])
}

/** Ours, far above the eight people a group may have: it keeps the ids short that are made of them. */
const NAMED_AT_MOST = 16

/** They have no id of their own: group, time, event and people make them countable once. */
function newsOf({ event, who = [], ...told }: Told, group: string, sentAt: Instant): News {
  const names = who.slice(0, NAMED_AT_MOST).map(({ userId, phone }) => userId ?? phone)
  return {
    kind: 'receive-group',
    wireId: ['group', group, sentAt / 1_000, event, ...names].join('/'),
    ...{ group, sentAt, event, who },
    subject: told.subject ?? null,
    description: told.description ?? null,
  }
}

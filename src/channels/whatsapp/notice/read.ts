import type { Instant } from '#base/time.ts'
import type { Notice } from '#core/notice/notice.ts'
import { problemOf } from '../errors.ts'
import { instantOf, type Json, listOf, objectOf, objectsIn, textOf } from '../json.ts'
import { accountAlert, accountReview, accountUpdate } from './account.ts'
import { lineIn, noticeOf, present, unheard } from './draft.ts'
import { capability, lineName, lineQuality, security, username } from './line.ts'
import { templateCategory, templateEdited, templateQuality, templateStatus } from './template.ts'

/** A part of a change: what it says, null where it is traffic that nobody has to be told of, and Meta's time. */
export type ReadNotice = { readonly value: unknown; readonly notice: Notice | null; readonly toldAt: Instant | null }

/**
 * What a change that is no message says (cloud-api §2.5). Total: a field or an event nobody has heard of is a notice that
 * says so. One change may hold several, each with its own part of the value.
 */
export function readNotices(field: string, value: unknown, entryTime: unknown): readonly ReadNotice[] {
  const object = objectOf(value)
  const toldAt = instantOf(entryTime)
  if (field === 'user_preferences' && object !== null) return preferences(object, toldAt)
  if (TRAFFIC.has(field)) return [{ value, notice: null, toldAt }]
  const read = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined
  const notice = object !== null && read ? read(object) : unheard({ kind: 'line', address: null }, field, null)
  return [{ value, notice, toldAt }]
}

const FIELDS: Readonly<Record<string, (value: Json) => Notice>> = {
  message_template_status_update: templateStatus,
  message_template_quality_update: templateQuality,
  message_template_components_update: templateEdited,
  template_category_update: templateCategory,
  phone_number_quality_update: lineQuality,
  phone_number_name_update: lineName,
  business_capability_update: capability,
  business_username_update: username,
  security,
  account_update: accountUpdate,
  account_review_update: accountReview,
  account_alerts: accountAlert,
  flows,
  'messages.errors': (value) => {
    const { code, title, details } = problemOf(value)
    const about = { kind: 'line', address: null } as const
    return noticeOf({ code: 'platform-error', about, to: code, details: present(`${code} ${title}`, details) })
  },
}

/** What people say and do, by other ways than `messages`: kept, but no news about the account. */
const TRAFFIC: ReadonlySet<string> = new Set([
  'messages.statuses',
  'history',
  'smb_app_state_sync',
  'smb_message_echoes',
  'message_echoes',
  'standby',
  'messaging_handovers',
  'calls',
  'automatic_events',
  'tracking_events',
  'group_lifecycle_update',
  'group_participants_update',
  'group_settings_update',
  'group_status_update',
])

const HEALTHY_FORM: ReadonlySet<string> = new Set(['PUBLISHED', 'DRAFT', 'DEPRECATED'])

function flows(value: Json): Notice {
  const event = textOf(value['event'])
  const about = { kind: 'group' } as const
  const [from, to] = [textOf(value['old_status']), textOf(value['new_status'])]
  const isTrouble = event !== 'FLOW_STATUS_CHANGE' || (to !== null && !HEALTHY_FORM.has(to))
  const details = present(event === 'FLOW_STATUS_CHANGE' ? to : event, textOf(value['message']))
  return noticeOf({ code: isTrouble ? 'flow-trouble' : 'flow-changed', about, from, to, details })
}

/** One for each person, with the time at which they said so. */
function preferences(value: Json, toldAt: Instant | null): readonly ReadNotice[] {
  const all = objectsIn(value['user_preferences'])
  const { user_preferences: list, contacts: _, ...place } = value
  if (all.length === 0 || all.length !== listOf(list).length)
    return [{ value, notice: unheard(lineIn({}), 'user_preferences', null), toldAt }]
  return all.map((each) => {
    const choice = textOf(each['value'])
    const about = { kind: 'contact', userId: textOf(each['user_id']), phone: textOf(each['wa_id']) } as const
    const known = choice === 'stop' ? 'marketing-stopped' : choice === 'resume' ? 'marketing-resumed' : null
    const notice =
      known === null ? unheard(about, 'user_preferences', choice) : noticeOf({ code: known, about, to: choice })
    return { value: { ...place, user_preferences: [each] }, notice, toldAt: instantOf(each['timestamp']) ?? toldAt }
  })
}

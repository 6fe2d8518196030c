import type { NoticeCode } from '#core/notice/codes.ts'
import type { Notice, Standing } from '#core/notice/notice.ts'
import { type Json, textOf } from '../json.ts'
import { lineIn, noticeOf, present, unheard } from './draft.ts'

/** `phone_number_quality_update`: speed, limit and, until 2026, quality. */
export function lineQuality(value: Json): Notice {
  const event = textOf(value['event'])
  const about = lineIn(value)
  const limit = limitOf(value['max_daily_conversations_per_business'] ?? value['current_limit'])
  const known = event === null || !Object.hasOwn(LINE_EVENTS, event) ? null : LINE_EVENTS[event]
  if (!known && limit === null) return unheard(about, 'phone_number_quality_update', event)
  const { code, standing } = known ?? { code: 'limit-told' as const, standing: [] }
  const limited: readonly Standing[] = limit === null ? [] : [{ aspect: 'limit', value: limit, until: null }]
  return noticeOf({ code, about, from: limitOf(value['old_limit']), to: limit, standing: [...standing, ...limited] })
}

const quality = (value: string): Standing => ({ aspect: 'quality', value, until: null })
/** What an unflagged number's quality is now, Meta does not say. */
const LINE_EVENTS: Readonly<Record<string, { readonly code: NoticeCode; readonly standing: readonly Standing[] }>> = {
  ONBOARDING: { code: 'line-onboarded', standing: [] },
  THROUGHPUT_UPGRADE: { code: 'line-faster', standing: [{ aspect: 'throughput', value: 'HIGH', until: null }] },
  UPGRADE: { code: 'limit-raised', standing: [] },
  DOWNGRADE: { code: 'limit-lowered', standing: [] },
  FLAGGED: { code: 'line-flagged', standing: [quality('RED')] },
  UNFLAGGED: { code: 'line-unflagged', standing: [quality('UNKNOWN')] },
}

/** `business_capability_update`: a name of the list, or a number of people; -1 is without limit (cloud-api §2.5). */
export function capability(value: Json): Notice {
  const limit = limitOf(value['max_daily_conversations_per_business'] ?? value['max_daily_conversation_per_phone'])
  const about = { kind: 'group' } as const
  if (limit === null) return unheard(about, 'business_capability_update', null)
  return noticeOf({ code: 'limit-told', about, to: limit, standing: [{ aspect: 'limit', value: limit, until: null }] })
}

function limitOf(value: unknown): string | null {
  const text = textOf(value)
  if (text === null) return null
  if (text === '-1') return 'TIER_UNLIMITED'
  const tier = text.replace(/^TIER_/, '').replace(/000$/, 'K')
  return `TIER_${tier}`
}

/** `phone_number_name_update`. */
export function lineName(value: Json): Notice {
  const decision = textOf(value['decision'])
  const about = lineIn(value)
  const code = decision === null || !Object.hasOwn(DECISIONS, decision) ? undefined : DECISIONS[decision]
  if (decision === null || code === undefined) return unheard(about, 'phone_number_name_update', decision)
  return noticeOf({
    code,
    about,
    to: textOf(value['requested_verified_name']),
    details: present(textOf(value['rejection_reason'])).filter((reason) => reason !== 'UNKNOWN'),
    standing: [{ aspect: 'name', value: decision, until: null }],
  })
}

const DECISIONS: Readonly<Record<string, NoticeCode>> = {
  APPROVED: 'name-approved',
  REJECTED: 'name-rejected',
  PENDING: 'name-waiting',
  DEFERRED: 'name-waiting',
}

/** `security`: two-step verification. */
export function security(value: Json): Notice {
  const event = textOf(value['event'])
  const about = lineIn(value)
  const code = event === null || !Object.hasOwn(PIN_EVENTS, event) ? undefined : PIN_EVENTS[event]
  if (code === undefined) return unheard(about, 'security', event)
  return noticeOf({ code, about, details: present(textOf(value['requester'])) })
}

const PIN_EVENTS: Readonly<Record<string, NoticeCode>> = {
  PIN_CHANGED: 'pin-changed',
  PIN_RESET_REQUEST: 'pin-reset-asked',
  PIN_REQUEST_SUCCESS: 'pin-reset',
}

export const username = (value: Json): Notice =>
  noticeOf({
    code: 'username-changed',
    about: lineIn(value),
    to: textOf(value['username']),
    details: present([textOf(value['username']), textOf(value['status'])].filter(Boolean).join(' ') || null),
  })

import type { NoticeCode } from '#core/notice/codes.ts'
import type { Notice, Standing } from '#core/notice/notice.ts'
import { RESTRICTED } from '#core/policy/line-rights.ts'
import { type Json, listOf, objectOf, objectsIn, textOf } from '../json.ts'
import { momentOf, noticeOf, present, unheard } from './draft.ts'

const GROUP = { kind: 'group' } as const
const access = (value: string, until: Standing['until'] = null): readonly Standing[] => [
  { aspect: 'access', value, until },
]

/** `account_update`: everything that happens to a WhatsApp account as a whole. */
export function accountUpdate(value: Json): Notice {
  const event = textOf(value['event'])
  const address = textOf(value['phone_number'])?.replace(/\D/g, '') ?? null
  const about: Notice['about'] = address === null ? GROUP : { kind: 'line', address }
  const read = event === null || !Object.hasOwn(EVENTS, event) ? undefined : EVENTS[event]
  if (event === null || read === undefined) return unheard(about, 'account_update', event)
  return noticeOf({ about, ...read(value, event) })
}

type Read = (value: Json, event: string) => Omit<Partial<Notice>, 'about'> & Pick<Notice, 'code'>
const plain =
  (code: NoticeCode, standing: readonly Standing[] = []): Read =>
  (value) => ({ code, standing, details: reasonsIn(value) })
const change: Read = (value, event) => ({
  code: 'account-changed',
  details: [[event, ...present(textOf(value['country']))].join(' ')],
})

const EVENTS: Readonly<Record<string, Read>> = {
  ACCOUNT_DELETED: plain('account-deleted', access('DELETED')),
  ACCOUNT_RESTRICTION: restriction,
  ACCOUNT_VIOLATION: (value) => ({
    code: 'account-violation',
    details: present(textOf(objectOf(value['violation_info'])?.['violation_type'])),
  }),
  DISABLED_UPDATE: ban,
  ACCOUNT_OFFBOARDED: plain('account-disconnected', access('DISCONNECTED')),
  ACCOUNT_RECONNECTED: plain('account-reconnected', access('NORMAL')),
  PARTNER_REMOVED: plain('partner-removed', access('PARTNER_REMOVED')),
  PARTNER_APP_UNINSTALLED: plain('app-uninstalled'),
  PARTNER_ADDED: change,
  PARTNER_APP_INSTALLED: change,
  AD_ACCOUNT_LINKED: change,
  MM_LITE_TERMS_SIGNED: change,
  BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE: change,
  PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE: certification,
  VOLUME_BASED_PRICING_TIER_UPDATE: (value) => {
    const { pricing_category: category, tier, region } = objectOf(value['volume_tier_info']) ?? {}
    return { code: 'price-changed', details: [present(textOf(category), textOf(tier), textOf(region)).join(' ')] }
  },
  AUTH_INTL_PRICE_ELIGIBILITY_UPDATE: (value, event) => {
    const eligibility = objectOf(value['auth_international_rate_eligibility'])
    return { code: 'price-changed', details: [event], until: momentOf(eligibility?.['start_time']) }
  },
}

/** Several may hold at once; the account is free again when the last one ends. */
function restriction(value: Json): ReturnType<Read> {
  const all = objectsIn(value['restriction_info'])
  const ends = all.map((each) => momentOf(each['expiration']))
  const known = ends.filter((end) => end !== null)
  const until = known.length === ends.length && known.length > 0 ? known.reduce((a, b) => (a > b ? a : b)) : null
  return {
    code: 'account-restricted',
    details: all.flatMap((each) => present(textOf(each['restriction_type']), textOf(each['remediation']))),
    until,
    standing: access(restrictedTo(all.map((each) => textOf(each['restriction_type']))), until),
  }
}

/** What of sending is restricted, in one word of Meta's or ours; `RESTRICTED` when it is something else. */
function restrictedTo(types: readonly (string | null)[]): string {
  const [first, answers] = [types.includes(RESTRICTED.first), types.includes(RESTRICTED.answers)]
  if (first && answers) return RESTRICTED.all
  return first ? RESTRICTED.first : answers ? RESTRICTED.answers : 'RESTRICTED'
}

function ban(value: Json, event: string): ReturnType<Read> {
  const info = objectOf(value['ban_info'])
  const until = momentOf(info?.['waba_ban_date'])
  const details = present(textOf(info?.['waba_ban_date']))
  switch (textOf(info?.['waba_ban_state'])) {
    case 'DISABLE':
      return { code: 'account-disabled', details, standing: access('DISABLED') }
    case 'SCHEDULE_FOR_DISABLE':
      return { code: 'account-disable-scheduled', details, until }
    case 'REINSTATE':
      return { code: 'account-reinstated', details, standing: access('NORMAL') }
    default:
      return { code: 'account-changed', details: [event] }
  }
}

function certification(value: Json): ReturnType<Read> {
  const info = objectOf(value['partner_client_certification_info'])
  const reasons = listOf(info?.['rejection_reasons']).map(textOf)
  const details = present(textOf(info?.['status']), ...reasons)
  return { code: reasons.length > 0 ? 'certification-refused' : 'account-changed', details }
}

function reasonsIn(value: Json): readonly string[] {
  const info = objectOf(value['disconnection_info'])
  return present(textOf(info?.['reason']), textOf(info?.['initiated_by']))
}

const REVIEWS: Readonly<Record<string, NoticeCode>> = {
  APPROVED: 'review-approved',
  REJECTED: 'review-rejected',
  PENDING: 'review-waiting',
  DEFERRED: 'review-waiting',
}

/** `account_review_update`. */
export function accountReview(value: Json): Notice {
  const decision = textOf(value['decision'])
  const code = decision === null || !Object.hasOwn(REVIEWS, decision) ? undefined : REVIEWS[decision]
  return code === undefined
    ? unheard(GROUP, 'account_review_update', decision)
    : noticeOf({ code, about: GROUP, to: decision })
}

/** `account_alerts`; one that is over (`NONE`) only informs. */
export function accountAlert(value: Json): Notice {
  const info = objectOf(value['alert_info']) ?? value
  const severity = textOf(info['alert_status']) === 'NONE' ? null : textOf(info['alert_severity'])
  const code =
    severity === 'CRITICAL' ? 'alert-critical' : severity === 'WARNING' ? 'alert-warning' : 'alert-information'
  return noticeOf({
    code,
    about: GROUP,
    details: present(textOf(info['alert_type']), textOf(info['alert_description'])),
  })
}

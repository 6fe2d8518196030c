import { between, days, type Duration, hours, type Instant, minutes, plus } from '#base/time.ts'
import { GIVEN_BACK } from '../line/line.ts'
import type { NoticeCode } from '../notice/codes.ts'
import type { Aspect } from '../notice/notice.ts'
import type { Alert } from './alert.ts'
import type { AskedState, LineSigns } from './signs.ts'

/** Thresholds are ours: late enough not to cry wolf, early enough to do something. */
export const REACH_NEARLY = 0.8
export const ACCESS_ENDS_WITHIN: Duration = days(14)
/** Webhooks mostly take a second or two. */
export const LATE: Duration = minutes(1)
/** An older message says nothing of how things are now. */
export const HEARD_LATELY: Duration = hours(1)
export const FAILED_SHARE = 0.1
/** Of fewer, one failure would be a large share. */
export const TRIED_LEAST = 20
/** Meta tells of a message it took within seconds; of so many, after so long, of one at least. */
export const TAKEN_LEAST = 5
export const TOLD_WITHIN: Duration = minutes(10)
/** Meta tells of a PIN set through us, too; it is so much later at most. */
export const PIN_TOLD_WITHIN: Duration = minutes(10)

type Found = Pick<Alert, 'code'> & Partial<Alert>
type Rule = (signs: LineSigns, now: Instant) => readonly Found[]

/** Each rule by itself; those that say more come first. */
export const RULES: readonly Rule[] = [
  ({ state }) =>
    state.kind === 'disconnected' && state.reason !== GIVEN_BACK
      ? [{ code: 'line-cut-off', details: [state.reason] }]
      : [],
  ({ state, asked }) => {
    const code = STATES[asked?.state ?? 'fine']
    return code === null || state.kind === 'disconnected' ? [] : [{ code }]
  },
  ({ asked }) =>
    asked !== null && asked.callsElsewhere !== null
      ? [{ code: 'webhooks-elsewhere', details: [asked.callsElsewhere] }]
      : [],
  (signs) => {
    const code = ACCESS[valueOf(signs, 'access') ?? '']
    return code === undefined ? [] : [{ code }]
  },
  (signs) => {
    const access = valueOf(signs, 'access')
    return access !== null && access.startsWith('RESTRICTED') ? [{ code: 'account-restricted', details: [access] }] : []
  },
  ({ access }) =>
    access !== null && access.missing.length > 0 ? [{ code: 'access-lacking', details: access.missing }] : [],
  ({ access }, now) =>
    access !== null && access.endsAt !== null && access.endsAt <= plus(now, ACCESS_ENDS_WITHIN)
      ? [{ code: 'access-ending', until: access.endsAt }]
      : [],
  (signs) => {
    const code = QUALITY[valueOf(signs, 'quality') ?? '']
    return code === undefined ? [] : [{ code }]
  },
  (signs) => {
    const { asked, nameRefusal } = signs
    const refused = asked?.refusedName ?? null
    if (refused === null && !REFUSED.has(valueOf(signs, 'name') ?? '')) return []
    const isSame = refused === null || nameRefusal?.to === refused
    return [
      {
        code: 'name-rejected',
        to: refused ?? nameRefusal?.to ?? null,
        details: isSame ? (nameRefusal?.details ?? []) : [],
      },
    ]
  },
  ({ reach: { used, of } }) => {
    if (of === null || used < of * REACH_NEARLY) return []
    return [{ code: used >= of ? 'reach-used-up' : 'reach-nearly-used', from: String(used), to: String(of) }]
  },
  ({ reports: { taken, told, firstAt } }, now) =>
    taken >= TAKEN_LEAST && told === 0 && firstAt !== null && plus(firstAt, TOLD_WITHIN) <= now
      ? [{ code: 'webhooks-silent', from: String(taken) }]
      : [],
  ({ heard }, now) =>
    heard !== null && heard.lagMs >= LATE && between(heard.at, now) <= HEARD_LATELY
      ? [{ code: 'webhooks-late', from: `${Math.round(heard.lagMs / 60_000)} min` }]
      : [],
  ({ sends: { tried, failed } }) =>
    tried >= TRIED_LEAST && failed >= tried * FAILED_SHARE
      ? [{ code: 'sends-failing', from: String(failed), to: String(tried) }]
      : [],
  ({ told, pinSetAt }) =>
    told.flatMap(({ notice: { code, from, to, details, until }, at }) => {
      if (!UNTIL_SEEN.has(code) || (code.startsWith('pin-') && isOwnPin(at, pinSetAt))) return []
      return [{ code, from, to, details, until }]
    }),
]

const valueOf = ({ standing }: LineSigns, aspect: Aspect): string | null =>
  standing.find((one) => one.aspect === aspect)?.value ?? null

/** Values of `access` besides the restrictions (src/channels/whatsapp/notice/account.ts). */
const ACCESS: Readonly<Record<string, NoticeCode>> = {
  DISABLED: 'account-disabled',
  DELETED: 'account-deleted',
  DISCONNECTED: 'account-disconnected',
  PARTNER_REMOVED: 'partner-removed',
}
const STATES: Readonly<Record<AskedState, NoticeCode | null>> = {
  fine: null,
  flagged: 'line-flagged',
  limited: 'line-limited',
  banned: 'line-banned',
  unregistered: 'line-unregistered',
  moved: 'line-moved-away',
  gone: 'line-missing-there',
}
const QUALITY: Readonly<Record<string, NoticeCode>> = { RED: 'line-flagged', YELLOW: 'quality-fell' }
/** By webhook, and when asked (cloud-api §1.1). */
const REFUSED: ReadonlySet<string> = new Set(['REJECTED', 'DECLINED'])

/** What Meta warns of and does not take back: it holds until somebody has seen to it. */
const UNTIL_SEEN: ReadonlySet<NoticeCode> = new Set([
  ...(['alert-critical', 'alert-warning', 'account-violation', 'account-disable-scheduled'] as const),
  ...(['pin-changed', 'pin-reset', 'pin-reset-asked'] as const),
])

/** Set through us shortly before Meta told of it, or since. */
const isOwnPin = (toldAt: Instant, pinSetAt: Instant | null): boolean =>
  pinSetAt !== null && plus(pinSetAt, PIN_TOLD_WITHIN) >= toldAt

import { describe, expect, test } from 'vitest'
import { days, instant, milliseconds, minutes, plus } from '#base/time.ts'
import { GIVEN_BACK } from '../line/line.ts'
import type { NoticeCode } from '../notice/codes.ts'
import type { Aspect, Notice } from '../notice/notice.ts'
import { isOurs, severityOf } from './alert.ts'
import { alertsOf } from './alerts.ts'
import type { LineSigns } from './signs.ts'

const NOW = instant(Date.parse('2026-11-29T12:00:00Z'))
const ago = (length: number) => plus(NOW, milliseconds(-length))
const FINE = { state: 'fine', refusedName: null, callsElsewhere: null } as const
const HEALTHY: LineSigns = {
  state: { kind: 'connected' },
  standing: [
    { aspect: 'quality', value: 'GREEN', until: null },
    { aspect: 'name', value: 'APPROVED', until: null },
    { aspect: 'access', value: 'NORMAL', until: null },
  ],
  reach: { used: 799, of: 1_000 },
  access: { endsAt: plus(NOW, milliseconds(days(14) + 1)), missing: [] },
  heard: { at: NOW, lagMs: 59_999 },
  sends: { tried: 100, failed: 9 },
  reports: { taken: 400, told: 1, firstAt: ago(minutes(180)) },
  told: [],
  asked: FINE,
  nameRefusal: null,
  pinSetAt: null,
}
const stands = (aspect: Aspect, value: string): Partial<LineSigns> => ({ standing: [{ aspect, value, until: null }] })
const told = (code: NoticeCode, at = NOW): LineSigns['told'][number] => ({
  notice: {
    ...{
      code,
      about: { kind: 'line', address: null },
      from: null,
      to: null,
      details: ['x'],
      until: null,
      standing: [],
    },
  } satisfies Notice,
  at,
})
const codes = (signs: Partial<LineSigns>) => alertsOf({ ...HEALTHY, ...signs }, NOW).map(({ code }) => code)

test('a number that is well has no alerts, and one of which nothing is known has none either', () => {
  expect(codes({})).toEqual([])
  const nothing = { standing: [], reach: { used: 5_000, of: null }, access: null, heard: null }
  expect(codes({ ...nothing, sends: { tried: 0, failed: 0 }, reports: { taken: 0, told: 0, firstAt: null } })).toEqual(
    [],
  )
})

describe('an alert begins at its threshold', () => {
  test.each<[NoticeCode, Partial<LineSigns>]>([
    ['line-cut-off', { state: { kind: 'disconnected', reason: 'Session has expired' } }],
    ['account-disabled', stands('access', 'DISABLED')],
    ['account-deleted', stands('access', 'DELETED')],
    ['account-disconnected', stands('access', 'DISCONNECTED')],
    ['partner-removed', stands('access', 'PARTNER_REMOVED')],
    ['line-flagged', { asked: { ...FINE, state: 'flagged' } }],
    ['line-limited', { asked: { ...FINE, state: 'limited' } }],
    ['line-banned', { asked: { ...FINE, state: 'banned' } }],
    ['line-unregistered', { asked: { ...FINE, state: 'unregistered' } }],
    ['line-moved-away', { asked: { ...FINE, state: 'moved' } }],
    ['line-missing-there', { asked: { ...FINE, state: 'gone' } }],
    ['webhooks-elsewhere', { asked: { ...FINE, callsElsewhere: 'https://other.example/hook' } }],
    ['name-rejected', { asked: { ...FINE, refusedName: 'La mejor financiera' } }],
    ['account-restricted', stands('access', 'RESTRICTED_BIZ_INITIATED_MESSAGING')],
    ['access-lacking', { access: { endsAt: null, missing: ['whatsapp_business_messaging'] } }],
    ['access-ending', { access: { endsAt: plus(NOW, days(14)), missing: [] } }],
    ['line-flagged', stands('quality', 'RED')],
    ['quality-fell', stands('quality', 'YELLOW')],
    ['name-rejected', stands('name', 'DECLINED')],
    ['reach-nearly-used', { reach: { used: 800, of: 1_000 } }],
    ['reach-used-up', { reach: { used: 1_000, of: 1_000 } }],
    ['webhooks-silent', { reports: { taken: 5, told: 0, firstAt: ago(minutes(10)) } }],
    ['webhooks-late', { heard: { at: ago(minutes(60)), lagMs: 60_000 } }],
    ['sends-failing', { sends: { tried: 20, failed: 2 } }],
    ['alert-critical', { told: [told('alert-critical')] }],
    ['pin-changed', { told: [told('pin-changed')] }],
  ])('%s', (code, signs) => expect(codes(signs)).toEqual([code]))
})

describe('and not before it', () => {
  test.each<[string, Partial<LineSigns>]>([
    ['the company gave it back itself', { state: { kind: 'disconnected', reason: GIVEN_BACK } }],
    [
      'and so it is not registered',
      { state: { kind: 'disconnected', reason: GIVEN_BACK }, asked: { ...FINE, state: 'unregistered' } },
    ],
    ['four messages may wait for a status', { reports: { taken: 4, told: 0, firstAt: ago(minutes(180)) } }],
    ['a campaign has only begun', { reports: { taken: 500, told: 0, firstAt: ago(minutes(9)) } }],
    ['a late message of two hours ago is over', { heard: { at: ago(minutes(61)), lagMs: 600_000 } }],
    ['of nineteen sends all may fail', { sends: { tried: 19, failed: 19 } }],
    ['what only informs is no alert', { told: [told('limit-raised')] }],
    ['the PIN was set here just before', { told: [told('pin-changed')], pinSetAt: ago(minutes(10)) }],
    ['the PIN was set here since', { told: [told('pin-changed', ago(days(1)))], pinSetAt: ago(minutes(1)) }],
  ])('%s', (_, signs) => expect(codes(signs)).toEqual([]))
  test('a PIN set here long before is not the one Meta tells of', () => {
    expect(codes({ told: [told('pin-changed')], pinSetAt: ago(minutes(11)) })).toEqual(['pin-changed'])
  })
})

test('a refused name is told with its reason, which is not another name’s', () => {
  const nameRefusal = { to: 'La mejor', details: ['NAME_FORMAT_UNACCEPTABLE'] }
  const [same] = alertsOf({ ...HEALTHY, nameRefusal, asked: { ...FINE, refusedName: 'La mejor' } }, NOW)
  expect(same).toMatchObject({ code: 'name-rejected', to: 'La mejor', details: ['NAME_FORMAT_UNACCEPTABLE'] })
  const [other] = alertsOf({ ...HEALTHY, nameRefusal, asked: { ...FINE, refusedName: 'La peor' } }, NOW)
  expect(other).toMatchObject({ to: 'La peor', details: [] })
})

test('the worst comes first, each once, with what was found', () => {
  const signs = { reach: { used: 1_200, of: 1_000 }, sends: { tried: 50, failed: 40 } }
  const alerts = alertsOf({ ...HEALTHY, ...signs, told: [told('alert-warning'), told('alert-warning')] }, NOW)
  expect(alerts.map(({ code }) => code)).toEqual(['reach-used-up', 'sends-failing', 'alert-warning'])
  expect(alerts[0]).toMatchObject({ from: '1200', to: '1000', details: [], until: null })
  expect(alerts.map(severityOf)).toEqual(['danger', 'warning', 'warning'])
  expect(alerts.map(isOurs)).toEqual([true, true, false])
})

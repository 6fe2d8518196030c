import { describe, expect, test } from 'vitest'
import { instantFromSeconds } from '#base/time.ts'
import { NOTICES } from '#core/notice/codes.ts'
import { readNotices } from './read.ts'

const TIME = 1_795_000_200
const only = (field: string, value: unknown) => {
  const [first, ...rest] = readNotices(field, value, TIME)
  expect(rest).toEqual([])
  return first?.notice ?? null
}

const template = {
  message_template_id: 1689556908129832,
  message_template_name: 'pedido_listo',
  message_template_language: 'es-MX',
}
const about = { kind: 'template', name: 'pedido_listo', language: 'es_MX' }

describe('templates', () => {
  test.each([
    'APPROVED ARCHIVED UNARCHIVED DELETED DISABLED FLAGGED IN_APPEAL LIMIT_EXCEEDED LOCKED PAUSED PENDING REINSTATED PENDING_DELETION REJECTED',
  ])('every event of the list is known', (events) => {
    for (const event of events.split(' ')) {
      const notice = only('message_template_status_update', { event, ...template })
      expect(notice).toMatchObject({ code: `template-${event.toLowerCase().replaceAll('_', '-')}`, about, to: event })
    }
  })
  test('a rejection says why, wherever Meta writes it', () => {
    const rejection_info = { reason: 'Adjacent variables', recommendation: 'Put words between them' }
    const value = { event: 'REJECTED', ...template, reason: 'INVALID_FORMAT', rejection_info }
    expect(only('message_template_status_update', value)?.details).toEqual([
      'INVALID_FORMAT',
      'Adjacent variables',
      'Put words between them',
    ])
  })
  test('a pause says which, and a deactivation when', () => {
    const paused = {
      event: 'PAUSED',
      ...template,
      reason: 'NONE',
      other_info: { title: 'FIRST_PAUSE', description: 'x' },
    }
    expect(only('message_template_status_update', paused)?.details).toEqual(['FIRST_PAUSE', 'x'])
    const disabled = { event: 'DISABLED', ...template, reason: null, disable_info: { disable_date: 1795100000 } }
    expect(only('message_template_status_update', disabled)).toMatchObject({
      details: [],
      until: instantFromSeconds(1_795_100_000),
    })
  })
  test.each([
    ['GREEN', 'YELLOW', 'worse'],
    ['YELLOW', 'RED', 'worse'],
    ['UNKNOWN', 'RED', 'worse'],
    ['RED', 'YELLOW', 'better'],
    ['UNKNOWN', 'GREEN', 'better'],
    ['RED', 'UNKNOWN', 'better'],
  ])('quality from %s to %s is %s', (from, to, how) => {
    const value = { previous_quality_score: from, new_quality_score: to, ...template }
    expect(only('message_template_quality_update', value)).toMatchObject({ code: `template-quality-${how}`, from, to })
  })
  test('a change of category is announced, then done', () => {
    const announced = { ...template, new_category: 'UTILITY', correct_category: 'MARKETING' }
    expect(only('template_category_update', { ...announced, category_update_timestamp: 1795086600 })).toMatchObject({
      code: 'template-category-announced',
      from: 'UTILITY',
      to: 'MARKETING',
      until: instantFromSeconds(1_795_086_600),
    })
    const done = { ...template, previous_category: 'UTILITY', new_category: 'MARKETING' }
    expect(only('template_category_update', done)).toMatchObject({
      code: 'template-category-changed',
      from: 'UTILITY',
      to: 'MARKETING',
    })
  })
  test('a change of the text names the template', () => {
    const value = { ...template, message_template_element: 'Hola {{1}}', message_template_footer: null }
    expect(only('message_template_components_update', value)).toMatchObject({ code: 'template-edited', about })
  })
})

describe('a number', () => {
  const number = { display_phone_number: '+52 55 5000 1000' }
  const line = { kind: 'line', address: '525550001000' }
  test.each([
    ['ONBOARDING', 'line-onboarded', [{ aspect: 'limit', value: 'TIER_10K', until: null }]],
    [
      'THROUGHPUT_UPGRADE',
      'line-faster',
      [
        { aspect: 'throughput', value: 'HIGH', until: null },
        { aspect: 'limit', value: 'TIER_10K', until: null },
      ],
    ],
    ['DOWNGRADE', 'limit-lowered', [{ aspect: 'limit', value: 'TIER_10K', until: null }]],
    [
      'FLAGGED',
      'line-flagged',
      [
        { aspect: 'quality', value: 'RED', until: null },
        { aspect: 'limit', value: 'TIER_10K', until: null },
      ],
    ],
  ])('%s', (event, code, standing) => {
    const value = { ...number, event, max_daily_conversations_per_business: 'TIER_10K', old_limit: 'TIER_2K' }
    expect(only('phone_number_quality_update', value)).toMatchObject({ code, about: line, from: 'TIER_2K', standing })
  })
  test.each([
    ['TIER_2K', 'TIER_2K'],
    [2000, 'TIER_2K'],
    ['100000', 'TIER_100K'],
    [250, 'TIER_250'],
    [-1, 'TIER_UNLIMITED'],
    ['TIER_UNLIMITED', 'TIER_UNLIMITED'],
  ])('a limit of %s is %s', (written, to) => {
    const value = { max_daily_conversations_per_business: written, max_phone_numbers_per_business: 2 }
    expect(only('business_capability_update', value)).toMatchObject({
      code: 'limit-told',
      about: { kind: 'group' },
      to,
      standing: [{ aspect: 'limit', value: to }],
    })
  })
  test.each([
    ['APPROVED', 'name-approved', null],
    ['REJECTED', 'name-rejected', 'NAME_NOT_CONSISTENT'],
    ['DEFERRED', 'name-waiting', null],
    ['PENDING', 'name-waiting', null],
  ])('its name is %s', (decision, code, reason) => {
    const value = { ...number, decision, requested_verified_name: 'Aurora', rejection_reason: reason }
    expect(only('phone_number_name_update', value)).toMatchObject({
      code,
      about: line,
      to: 'Aurora',
      details: reason === null ? [] : [reason],
      standing: [{ aspect: 'name', value: decision }],
    })
  })
  test.each([
    ['PIN_CHANGED', 'pin-changed'],
    ['PIN_RESET_REQUEST', 'pin-reset-asked'],
    ['PIN_REQUEST_SUCCESS', 'pin-reset'],
  ])('%s of its PIN', (event, code) => {
    expect(only('security', { ...number, event, requester: '123' })).toMatchObject({ code, about: line })
  })
})

describe('the account', () => {
  test.each([
    ['ACCOUNT_DELETED', 'account-deleted', 'DELETED'],
    ['ACCOUNT_OFFBOARDED', 'account-disconnected', 'DISCONNECTED'],
    ['ACCOUNT_RECONNECTED', 'account-reconnected', 'NORMAL'],
    ['PARTNER_REMOVED', 'partner-removed', 'PARTNER_REMOVED'],
    ['PARTNER_APP_UNINSTALLED', 'app-uninstalled', null],
    ['PARTNER_ADDED', 'account-changed', null],
    ['PARTNER_APP_INSTALLED', 'account-changed', null],
    ['AD_ACCOUNT_LINKED', 'account-changed', null],
    ['MM_LITE_TERMS_SIGNED', 'account-changed', null],
    ['BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE', 'account-changed', null],
    ['PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE', 'account-changed', null],
    ['VOLUME_BASED_PRICING_TIER_UPDATE', 'price-changed', null],
    ['AUTH_INTL_PRICE_ELIGIBILITY_UPDATE', 'price-changed', null],
  ])('%s', (event, code, access) => {
    const notice = only('account_update', { event, waba_info: { waba_id: '1' } })
    expect(notice).toMatchObject({ code, about: { kind: 'group' } })
    expect(notice?.standing).toEqual(access === null ? [] : [{ aspect: 'access', value: access, until: null }])
  })
  test.each([
    ['DISABLE', 'account-disabled', 'DISABLED'],
    ['SCHEDULE_FOR_DISABLE', 'account-disable-scheduled', null],
    ['REINSTATE', 'account-reinstated', 'NORMAL'],
  ])('a ban: %s', (state, code, access) => {
    const ban_info = { waba_ban_state: state, waba_ban_date: 'April 17, 2027' }
    const notice = only('account_update', { event: 'DISABLED_UPDATE', ban_info })
    expect(notice).toMatchObject({ code })
    expect(notice?.standing.map(({ value }) => value)).toEqual(access === null ? [] : [access])
  })
  test('a violation names its kind, and the number where it is about one', () => {
    const value = {
      event: 'ACCOUNT_VIOLATION',
      phone_number: '525550001000',
      violation_info: { violation_type: 'SCAM' },
    }
    expect(only('account_update', value)).toMatchObject({
      code: 'account-violation',
      about: { kind: 'line', address: '525550001000' },
      details: ['SCAM'],
    })
  })
  test('several restrictions hold until the last one ends', () => {
    const restriction_info = [
      { restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: 1795100000 },
      { restriction_type: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION', expiration: 1795200000, remediation: 'Wait' },
    ]
    const until = instantFromSeconds(1_795_200_000)
    expect(only('account_update', { event: 'ACCOUNT_RESTRICTION', restriction_info })).toMatchObject({
      code: 'account-restricted',
      details: ['RESTRICTED_BIZ_INITIATED_MESSAGING', 'RESTRICTED_ADD_PHONE_NUMBER_ACTION', 'Wait'],
      until,
      standing: [{ aspect: 'access', value: 'RESTRICTED_BIZ_INITIATED_MESSAGING', until }],
    })
  })
  test.each([
    ['APPROVED', 'review-approved'],
    ['REJECTED', 'review-rejected'],
    ['DEFERRED', 'review-waiting'],
  ])('its review: %s', (decision, code) => {
    expect(only('account_review_update', { decision })).toMatchObject({ code, to: decision })
  })
  test.each([
    ['CRITICAL', 'ACTIVE', 'alert-critical'],
    ['WARNING', 'ACTIVE', 'alert-warning'],
    ['INFORMATIONAL', 'ACTIVE', 'alert-information'],
    ['CRITICAL', 'NONE', 'alert-information'],
  ])('an alert: %s, %s', (alert_severity, alert_status, code) => {
    const alert_info = { alert_severity, alert_status, alert_type: 'PROFILE_PICTURE_LOST', alert_description: 'Lost' }
    const value = { entity_type: 'PHONE_NUMBER', entity_id: '1', alert_info }
    expect(only('account_alerts', value)).toMatchObject({ code, details: ['PROFILE_PICTURE_LOST', 'Lost'] })
  })
})

describe('people', () => {
  const stop = {
    wa_id: '5215512345678',
    user_id: 'MX.1',
    category: 'marketing_messages',
    value: 'stop',
    timestamp: TIME + 9,
  }
  test('who stops or resumes marketing: one notice each, with their own time', () => {
    const read = readNotices(
      'user_preferences',
      { user_preferences: [stop, { user_id: 'MX.2', value: 'resume' }] },
      TIME,
    )
    expect(read.map(({ notice, toldAt }) => [notice?.code, notice?.about, toldAt])).toEqual([
      ['marketing-stopped', { kind: 'contact', userId: 'MX.1', phone: '5215512345678' }, instantFromSeconds(TIME + 9)],
      ['marketing-resumed', { kind: 'contact', userId: 'MX.2', phone: null }, instantFromSeconds(TIME)],
    ])
    expect(read[0]?.value).toEqual({ user_preferences: [stop] })
  })
  test('a list with something senseless in it is kept whole', () => {
    const value = { user_preferences: [stop, 'nobody'] }
    expect(readNotices('user_preferences', value, TIME)).toMatchObject([{ value, notice: { code: 'unknown' } }])
  })
})

test('an error of the platform without a message is a notice with its code', () => {
  const error = { code: 130429, title: 'Rate limit hit', error_data: { details: 'Too many' } }
  expect(only('messages.errors', error)).toMatchObject({
    code: 'platform-error',
    to: '130429',
    details: ['130429 Rate limit hit', 'Too many'],
  })
})

test('forms: trouble is told as such', () => {
  const change = (to: string) => only('flows', { event: 'FLOW_STATUS_CHANGE', old_status: 'DRAFT', new_status: to })
  expect(change('PUBLISHED')?.code).toBe('flow-changed')
  expect(change('BLOCKED')?.code).toBe('flow-trouble')
  expect(only('flows', { event: 'ENDPOINT_LATENCY', message: 'slow' })).toMatchObject({ code: 'flow-trouble' })
})

test.each(['history', 'smb_app_state_sync', 'smb_message_echoes', 'standby', 'calls'])(
  '%s is traffic and no news',
  (field) => expect(readNotices(field, { a: 1 }, TIME)).toMatchObject([{ value: { a: 1 }, notice: null }]),
)

test.each([
  ['a field nobody has heard of', 'moon_phase_update', { phase: 'full' }, 'moon_phase_update'],
  ['an event nobody has heard of', 'account_update', { event: 'ACCOUNT_SUNG_TO' }, 'account_update: ACCOUNT_SUNG_TO'],
  ['a value that is none', 'security', 'x', 'security'],
  ['no event at all', 'phone_number_quality_update', {}, 'phone_number_quality_update'],
  ['a name of the language', 'account_update', { event: 'toString' }, 'account_update: toString'],
])('%s is shown honestly', (_, field, value, detail) => {
  expect(only(field, value)).toMatchObject({ code: 'unknown', details: [detail], standing: [] })
})

test('whatever comes, every notice has a code of the list and nothing throws', () => {
  const fields = [
    'account_update',
    'account_alerts',
    'flows',
    'security',
    'template_category_update',
    'user_preferences',
  ]
  const values = [
    null,
    1,
    '',
    [],
    {},
    { event: [] },
    { event: {}, ban_info: [], alert_info: 3 },
    { user_preferences: {} },
  ]
  for (const field of fields) {
    for (const value of values) {
      for (const { notice } of readNotices(field, value, 'x')) {
        expect(notice === null || Object.hasOwn(NOTICES, notice.code)).toBe(true)
      }
    }
  }
})

import type { Fields } from '../json.ts'

type Place = {
  /** Digits, as Meta writes the number in these fields. */
  readonly number: string
  readonly wabaId: string
  readonly template: Fields
  /** Unix seconds. */
  readonly now: number
}
type Sample = { readonly field: string; readonly value: (place: Place) => Fields }

const ofTemplate = (field: string, more: (place: Place) => Fields): Sample => ({
  field,
  value: (place) => ({ ...place.template, ...more(place) }),
})
const ofNumber = (field: string, more: Fields): Sample => ({
  field,
  value: ({ number }) => ({ display_phone_number: number, ...more }),
})
const ofAccount = (event: string, more: (place: Place) => Fields = () => ({})): Sample => ({
  field: 'account_update',
  value: (place) => ({ event, waba_info: { waba_id: place.wabaId }, ...more(place) }),
})
const alert = (alert_severity: string, alert_type: string, alert_description: string): Sample => ({
  field: 'account_alerts',
  value: ({ wabaId }) => ({
    entity_type: 'BUSINESS',
    entity_id: wabaId,
    alert_info: { alert_severity, alert_status: 'ACTIVE', alert_type, alert_description },
  }),
})

const DAY_SECONDS = 86_400

/** What Meta may tell a business besides messages, in the shapes of its webhook reference (cloud-api §2.5, 2026-11). */
export const NOTICE_SAMPLES: Readonly<Record<string, Sample>> = {
  'template-quality': ofTemplate('message_template_quality_update', () => ({
    previous_quality_score: 'GREEN',
    new_quality_score: 'RED',
  })),
  'template-category-announced': ofTemplate('template_category_update', ({ now }) => ({
    new_category: 'UTILITY',
    correct_category: 'MARKETING',
    category_update_timestamp: now + DAY_SECONDS,
  })),
  'template-category-changed': ofTemplate('template_category_update', () => ({
    previous_category: 'UTILITY',
    new_category: 'MARKETING',
  })),
  'template-edited': ofTemplate('message_template_components_update', () => ({
    message_template_element: 'Hola {{1}}, su pedido va en camino.',
    message_template_footer: 'Financiera Aurora',
  })),
  'number-faster': ofNumber('phone_number_quality_update', {
    event: 'THROUGHPUT_UPGRADE',
    max_daily_conversations_per_business: 'TIER_UNLIMITED',
  }),
  'number-flagged': ofNumber('phone_number_quality_update', { event: 'FLAGGED', current_limit: 'TIER_10K' }),
  'number-unflagged': ofNumber('phone_number_quality_update', { event: 'UNFLAGGED', current_limit: 'TIER_10K' }),
  'limit-lowered': ofNumber('phone_number_quality_update', {
    event: 'DOWNGRADE',
    old_limit: 'TIER_10K',
    current_limit: 'TIER_2K',
  }),
  'limit-told': {
    field: 'business_capability_update',
    value: () => ({ max_daily_conversations_per_business: 2000, max_phone_numbers_per_waba: 25 }),
  },
  'name-approved': ofNumber('phone_number_name_update', {
    decision: 'APPROVED',
    requested_verified_name: 'Financiera Aurora',
    rejection_reason: null,
  }),
  'name-rejected': ofNumber('phone_number_name_update', {
    decision: 'REJECTED',
    requested_verified_name: 'La mejor financiera',
    rejection_reason: 'NAME_NOT_CONSISTENT',
  }),
  'pin-changed': ofNumber('security', { event: 'PIN_CHANGED', requester: '61555822107539' }),
  'pin-reset-asked': ofNumber('security', { event: 'PIN_RESET_REQUEST', requester: '61555822107539' }),
  'account-restricted': ofAccount('ACCOUNT_RESTRICTION', ({ now }) => ({
    restriction_info: [
      { restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: now + 3 * DAY_SECONDS },
      { restriction_type: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION', expiration: now + 3 * DAY_SECONDS },
    ],
  })),
  'account-violation': ofAccount('ACCOUNT_VIOLATION', () => ({ violation_info: { violation_type: 'SCAM' } })),
  'account-disabled': ofAccount('DISABLED_UPDATE', () => ({
    ban_info: { waba_ban_state: 'DISABLE', waba_ban_date: 'November 22, 2026' },
  })),
  'account-reinstated': ofAccount('DISABLED_UPDATE', () => ({ ban_info: { waba_ban_state: 'REINSTATE' } })),
  'partner-removed': ofAccount('PARTNER_REMOVED'),
  'review-rejected': { field: 'account_review_update', value: () => ({ decision: 'REJECTED' }) },
  'alert-critical': alert('CRITICAL', 'INCREASED_CAPABILITIES_ELIGIBILITY_FAILED', 'The business is not eligible'),
  'alert-warning': alert('WARNING', 'PROFILE_PICTURE_LOST', 'The profile picture has to be set again'),
}

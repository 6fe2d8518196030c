import type { Json } from './json.ts'

/*
 * What Meta's documentation does not show, but what has come, or might: shapes known from the suites of other projects,
 * from versions that are gone, and from carelessness. Each holds its mark where nothing may lose it.
 */

/** The list of a `messages` change it stands in, or a change of its own, or an entry. */
export type OddPlace = 'messages' | 'statuses' | 'errors' | 'beside' | 'change' | 'entry'
export type Odd = { readonly name: string; readonly place: OddPlace; readonly make: (mark: string) => unknown }

const FROM = '5215512345678'
const USER = 'MX.13491208655302741918'
const AT = '1793000000'

const message = (name: string, make: (mark: string) => Json): Odd => ({
  name,
  place: 'messages',
  make: (mark) => ({ from: FROM, id: `wamid.${mark}`, timestamp: AT, ...make(mark) }),
})
const status = (name: string, make: (mark: string) => Json): Odd => ({
  name,
  place: 'statuses',
  make: (mark) => ({ id: `wamid.${mark}`, status: 'sent', timestamp: AT, recipient_id: FROM, ...make(mark) }),
})
const change = (field: string, make: (mark: string) => unknown): Odd => ({
  name: `change of ${field}`,
  place: 'change',
  make: (mark) => ({ field, value: make(mark) }),
})
const text = (body: unknown) => ({ type: 'text', text: { body } })
const item = (mark: string, more: Json = {}) => ({
  product_retailer_id: mark,
  quantity: 1,
  item_price: 10,
  currency: 'MXN',
  ...more,
})

const MESSAGES: readonly Odd[] = [
  message('a number for a sender', (mark) => ({ ...text(mark), from: Number(FROM) })),
  message('a number for a time', (mark) => ({ ...text(mark), timestamp: Number(AT) })),
  message('a user id where a phone stood', (mark) => ({ ...text(mark), from: USER })),
  message('a user id alone', (mark) => ({ ...text(mark), from: undefined, from_user_id: USER })),
  message('nobody', (mark) => ({ ...text(mark), from: null })),
  message('no time', (mark) => ({ ...text(mark), timestamp: undefined })),
  message('milliseconds', (mark) => ({ ...text(mark), timestamp: `${AT}000` })),
  message('a time before the telephone', (mark) => ({ ...text(mark), timestamp: '-17' })),
  message('no id', (mark) => ({ ...text(mark), id: null })),
  message('emoji, both directions, many lines', (mark) => text(`👩🏽‍🚀 שלום ${'\u202e'}עולם\n\n${mark} مرحبا`)),
  message('a very long text', (mark) => text(`${'largo '.repeat(10_000)}${mark}`)),
  message('half a character', (mark) => text(`\ud83d${mark}\u0000`)),
  message('a number for a text', (mark) => ({ ...text(17), context: { id: `wamid.x${mark}` }, note: mark })),
  message('no text', (mark) => ({ type: 'text', text: null, note: mark })),
  message('no type', (mark) => ({ note: mark })),
  message('a type of tomorrow', (mark) => ({ type: 'hologram', hologram: { depth: mark } })),
  message('the voice of older versions', (mark) => ({ type: 'voice', voice: { id: mark, mime_type: 'audio/ogg' } })),
  message('a picture by its address', (mark) => ({ type: 'image', image: { url: `https://x.example/${mark}` } })),
  message('a picture of nothing', (mark) => ({ type: 'image', image: null, note: mark })),
  message('a document with words', (mark) => ({ type: 'document', document: { id: '1', caption: mark, filename: 7 } })),
  message('a place in words', (mark) => ({
    type: 'location',
    location: { latitude: '19.4', longitude: '-99.1', name: mark },
  })),
  message('a place off the earth', (mark) => ({
    type: 'location',
    location: { latitude: 91, longitude: 0, name: mark },
  })),
  message('no cards', (mark) => ({ type: 'contacts', contacts: [], note: mark })),
  message('a card of numbers', (mark) => ({
    type: 'contacts',
    contacts: [{ name: { formatted_name: mark }, phones: [{ phone: 5_255_500_010 }, null] }],
  })),
  message('a reaction to nothing', (mark) => ({ type: 'reaction', reaction: { emoji: mark } })),
  message('a reaction without a sign', (mark) => ({ type: 'reaction', reaction: { message_id: mark, emoji: null } })),
  message('a button with an object', (mark) => ({ type: 'button', button: { payload: { to: mark }, text: '' } })),
  message('a form whose answer is no JSON', (mark) => ({
    type: 'interactive',
    interactive: { type: 'nfm_reply', nfm_reply: { response_json: `{"a": ${mark}`, body: 'Sent', name: 'flow' } },
  })),
  message('a form whose answer is an object', (mark) => ({
    type: 'interactive',
    interactive: { type: 'nfm_reply', nfm_reply: { response_json: { mark } } },
  })),
  message('a row without a title', (mark) => ({
    type: 'interactive',
    interactive: { type: 'list_reply', list_reply: { id: mark, description: '' } },
  })),
  message('an answer of tomorrow', (mark) => ({
    type: 'interactive',
    interactive: { type: 'poll_reply', poll: mark },
  })),
  message('an order of hundreds', (mark) => ({
    type: 'order',
    order: {
      catalog_id: '1',
      product_items: Array.from({ length: 300 }, (_, at) => item(at === 299 ? mark : `p${at}`)),
    },
  })),
  message('an order in words', (mark) => ({
    type: 'order',
    order: { catalog_id: 1, product_items: [item(mark, { quantity: '2', item_price: '10.50' })] },
  })),
  message('an order of nothing', (mark) => ({
    type: 'order',
    order: { catalog_id: '1', text: mark, product_items: null },
  })),
  message('a change of number as it was once told', (mark) => ({
    type: 'system',
    system: { body: mark, type: 'customer_changed_number', new_wa_id: '5215599999999', identity: 'x' },
  })),
  message('a system message of nothing', (mark) => ({ type: 'system', system: {}, note: mark })),
  message('errors that are no list', (mark) => ({
    type: 'unsupported',
    errors: { code: 131051, title: mark },
    note: mark,
  })),
  message('errors of text', (mark) => ({ type: 'hologram', errors: [mark] })),
  message('an edit of nothing', (mark) => ({ type: 'edit', edit: { original_message_id: mark } })),
  message('a revocation of nothing', (mark) => ({ type: 'revoke', revoke: null, note: mark })),
  message('in a group', (mark) => ({ ...text(mark), group_id: 'Y2FwaV9ncm91cDox', context: null, referral: [] })),
  message('from an ad of older versions', (mark) => ({
    ...text(mark),
    referral: { source_type: 'ad', source_id: 17, media_type: null, ctwa_clid: null },
    identity: { acknowledged: true },
  })),
  { name: 'a message of text', place: 'messages', make: (mark) => mark },
  { name: 'a message in a list', place: 'messages', make: (mark) => [[mark]] },
]

const REPORTS: readonly Odd[] = [
  status('a status of errors alone', (mark) => ({ status: undefined, errors: [{ code: 131026, title: mark }] })),
  status('a failure of an object', (mark) => ({ status: 'failed', errors: { code: '131047', title: mark } })),
  status('a state of tomorrow', (mark) => ({ status: 'warning', note: mark })),
  status('a status of nobody', () => ({ recipient_id: null, pricing: 'free', conversation: [] })),
  status('a status without a time', (mark) => ({ timestamp: '', note: mark })),
  status('a status of numbers', () => ({ timestamp: Number(AT), recipient_id: Number(FROM) })),
  status('a conversation of older versions', () => ({
    conversation: { id: 'x', expiration_timestamp: AT, origin: { type: 'business_initiated' } },
    pricing: { pricing_model: 'CBP', billable: true, category: 'business_initiated' },
  })),
  status('a payment of older versions', (mark) => ({
    type: 'payment',
    status: 'captured',
    payment: { reference_id: mark, amount: { value: '21000', offset: '100' }, currency: 'BRL' },
  })),
  { name: 'a status of text', place: 'statuses', make: (mark) => mark },
  { name: 'an error beside messages', place: 'errors', make: (mark) => ({ code: 131000, title: mark, href: null }) },
  { name: 'an error of text', place: 'errors', make: (mark) => mark },
  { name: 'a list of tomorrow', place: 'beside', make: (mark) => ({ [`polls ${mark}`]: [{ question: mark }, null] }) },
  { name: 'an object of tomorrow', place: 'beside', make: (mark) => ({ [`poll ${mark}`]: { question: mark } }) },
]

const CHANGES: readonly Odd[] = [
  change('tomorrow', (mark) => ({ what: mark })),
  change('tomorrow_in_words', (mark) => mark),
  change('tomorrow_in_a_list', (mark) => [mark, null]),
  change('messages', (mark) => [mark]),
  change('account_update', (mark) => ({ event: mark, ban_info: null, violation_info: 'x' })),
  change('account_alerts', (mark) => ({ alert_type: mark, entity_id: 17, alert_severity: null })),
  change('account_settings_update', (mark) => ({ phone_number_settings: { phone_number_id: mark } })),
  change('business_capability_update', (mark) => ({ max_phone_numbers_per_waba: mark })),
  change('message_template_status_update', (mark) => ({ event: mark, message_template_id: 1, reason: null })),
  change('message_template_quality_update', (mark) => ({ previous_quality_score: null, new_quality_score: mark })),
  change('template_correct_category_detection', (mark) => ({ category: mark, correct_category: 'MARKETING' })),
  change('phone_number_name_update', (mark) => ({ display_phone_number: 5_255, decision: null, requested: mark })),
  change('payment_configuration_update', (mark) => ({ configuration_name: mark, provider_name: 'x' })),
  change('partner_solutions', (mark) => ({ event: 'SOLUTION_CREATED', solution_id: mark })),
  change('messages', (mark) => ({ errors: { code: 1, title: mark }, messages: [], metadata: { phone_number_id: 1 } })),
  change('security', (mark) => ({ event: mark })),
  change('flows', (mark) => ({ event: 'ENDPOINT_LATENCY', flow_id: 1, p90_latency: mark, threshold: [] })),
  change('user_preferences', (mark) => ({ user_preferences: [null, { value: mark }] })),
  change('user_preferences', (mark) => ({ user_preferences: null, note: mark })),
  change('history', (mark) => ({ history: [{ metadata: { phase: 0 }, threads: [{ id: mark, messages: null }] }] })),
  change('smb_app_state_sync', (mark) => ({ state_sync: [{ type: 'contact', contact: { full_name: mark } }] })),
  change('group_lifecycle_update', (mark) => ({ groups: [{ type: 'group_create', group_id: mark }] })),
  change('calls', (mark) => ({ calls: [{ id: mark, event: 'hold', from: FROM, timestamp: AT }], errors: [] })),
  change('standby', (mark) => ({ standby: { messages: mark } })),
  { name: 'a change without a field', place: 'change', make: (mark) => ({ value: { mark } }) },
  { name: 'a change of text', place: 'change', make: (mark) => mark },
  { name: 'an entry of text', place: 'entry', make: (mark) => mark },
  { name: 'an entry without changes', place: 'entry', make: (mark) => ({ id: mark, time: 0 }) },
  { name: 'an entry of messaging', place: 'entry', make: (mark) => ({ id: 1, messaging: [{ message: mark }] }) },
  {
    name: 'an entry of nobody',
    place: 'entry',
    make: (mark) => ({ changes: [{ field: 'tomorrow', value: { what: mark } }] }),
  },
]

export const ODD: readonly Odd[] = [...MESSAGES, ...REPORTS, ...CHANGES]

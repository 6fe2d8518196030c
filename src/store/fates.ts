/**
 * What erasing a person does to every column that can hold words: text, JSON and bytes of every table. A test holds this
 * list against the schema, so a new column is decided on when it is made. Ids, numbers and instants are not listed: alone
 * they lead nowhere once the words are gone.
 *
 * `goes`: rows about the person are removed. `blank`: the row stays, the words go. `stays`: the words are not about people,
 * or have to be kept, because.
 */
export type Fate = readonly ['goes' | 'blank' | 'stays', because: string]

const OURS: Fate = ['stays', 'the company’s own']
const STAFF: Fate = ['stays', 'of people who work here']
const CODE: Fate = ['stays', 'one of a few words of ours']
const PLATFORM: Fate = ['stays', 'a name the platform gives to lines, accounts and templates']
const PROOF: Fate = ['stays', 'proof of consent: a hash, or a word of ours; nothing personal']
const MONEY: Fate = ['stays', 'counts and money, without the person']
const GOES: Fate = ['goes', 'about the person']
const READ_AGAIN: Fate = ['blank', 'its place in the order of reading stays']

export const FATES: Readonly<Record<string, Readonly<Record<string, Fate>>>> = {
  account: { name: OURS, country: OURS },
  address: { channel: GOES, kind: GOES, value: GOES },
  agent: { email: STAFF, name: STAFF, role: STAFF, password_hash: STAFF },
  api_key: { name: OURS, key_hash: OURS },
  app_sync: { subject: CODE, rest: ['stays', 'how far it is, in the platform’s words; nobody is named'] },
  billing: { group_key: PLATFORM, time_zone: OURS, currency: OURS },
  budget: { name: OURS, category: CODE, currency: OURS, stops: CODE },
  budget_reached: { month: MONEY, level: CODE },
  client_ref: { client_key: GOES },
  consent_detail: { salt: GOES, rest: GOES },
  consent_head: { hash: PROOF },
  consent_import: {
    sha256: OURS,
    source: ['stays', 'where the company has the file from; the file itself is not kept'],
  },
  consent_link: {
    ...{ purpose: PROOF, scope: PROOF, change: PROOF, means: PROOF, commitment: PROOF, previous: PROOF, hash: PROOF },
  },
  consent_settings: { rest: OURS },
  contact: {
    name: ['blank', 'that there was somebody stays'],
    search: ['blank', 'what they are found by'],
    rest: ['blank', 'addresses, words, place'],
  },
  contact_part: { part: GOES },
  contact_policy: { rest: OURS },
  contact_policy_change: { rest: ['blank', 'addresses put on the do-not-contact list, or taken off it'] },
  contact_unindexed: { indexed: ['goes', 'the search index takes it out before the erasure ends'] },
  conversation: {
    state: ['blank', 'it is resolved'],
    rest: ['blank', 'what was shown of the last message'],
  },
  cost_row: {
    ...{ month: MONEY, currency: MONEY, market: MONEY, category: MONEY, template: MONEY, author: MONEY },
    ...{ outcome: MONEY, policy: MONEY },
  },
  cost_total: {
    ...{ month: MONEY, currency: MONEY, market: MONEY, category: MONEY, template: MONEY, author: MONEY },
    outcome: MONEY,
  },
  cost_recount: { from_month: MONEY },
  delivery: { channel: READ_AGAIN, app_id: READ_AGAIN, body: ['blank', 'also what others were told of in it'] },
  delivery_lease: { shard: OURS, holder: OURS },
  do_not_contact: {
    address: ['goes', 'a salted hash holds on (erased_address)'],
    covers: GOES,
    reason: GOES,
  },
  effect: { kind: GOES, rest: GOES },
  erased_address: {
    digest: ['stays', 'a hash under a key outside of the database: nobody comes back by a repetition or an import'],
    covers: ['stays', 'what they refused'],
  },
  erasure: {
    erased_by: ['stays', 'proof that it was done, and by whom'],
    work: ['goes', 'empty once all is done'],
    counts: ['stays', 'how many rows of which table went'],
  },
  fact: { kind: ['blank', 'its number stays'], rest: ['blank', 'a fact about them says only that it was erased'] },
  form_endpoint: { rest: OURS, private_key: OURS },
  guide_share: { token_hash: STAFF, step: CODE, name: ['stays', 'whom the company asked for help with a number'] },
  line: {
    ...{ channel: OURS, key: PLATFORM, group_key: PLATFORM, app_id: PLATFORM, access_token: OURS, rest: OURS },
  },
  line_alert: { code: CODE, notice_digest: OURS, rest: ['stays', 'about a line: words of ours and of the platform'] },
  line_hours: { rest: OURS },
  line_pin: { pin: OURS },
  line_standing: { aspect: CODE, value: PLATFORM },
  media: { rest: ['goes', 'with the file itself, unless others were sent it too'] },
  media_wire: { wire_media_id: GOES },
  message: { direction: GOES, wire_id: GOES, rest: GOES },
  invitation_count: { token: OURS },
  migration: { file: OURS, checksum: OURS },
  notice: {
    ...{ digest: GOES, group_key: GOES, field: GOES, severity: GOES, rest: GOES, raw: GOES },
  },
  number_guide: { rest: OURS, access_token: OURS, pin: OURS },
  opening_hours: { rest: OURS },
  opening_hours_change: { rest: OURS },
  own_word: { word: ['stays', 'brands and products, chosen by the company'] },
  platform_app: { app_id: PLATFORM, channel: OURS, secret: OURS, previous_secret: OURS, verify_token: OURS },
  privacy_hold: { rest: ['blank', 'the reason goes; that there was a hold, and whose, stays'] },
  privacy_request: {
    kind: PROOF,
    state: PROOF,
    rest: ['blank', 'who asked, evidence and notes go; when and who decided stay'],
  },
  rate_card: { effective_from: OURS, currency: OURS, rest: OURS },
  reprocess: { app_id: PLATFORM, line_key: PLATFORM, state: CODE },
  send_hour: { code: CODE },
  session: { token_hash: STAFF },
  set_aside: {
    ...{ delivery_id: GOES, reason: GOES, raw: GOES, line_key: GOES, state: GOES, digest: GOES, history: GOES },
  },
  set_aside_body: { delivery_id: GOES, channel: GOES, app_id: GOES, body: GOES },
  sign_up: { code: GOES, token: GOES, phone: GOES, rest: GOES },
  template: {
    ...{ group_key: PLATFORM, name: OURS, language: OURS, status: PLATFORM, rest: OURS },
    ...{ category: PLATFORM, quality: PLATFORM, purpose: OURS, kept: OURS },
  },
  template_day: { group_key: PLATFORM, name: OURS, language: OURS },
  template_last_sent: { group_key: PLATFORM, name: OURS, language: OURS },
  template_event: { group_key: PLATFORM, kind: CODE, rest: OURS },
  template_use: { group_key: PLATFORM, name: OURS, language: OURS },
  template_version: { rest: OURS },
  wire_ref: { wire_id: ['goes', 'Meta’s ids contain the number'], parked: GOES },
}

import type { SendProblem } from '#core/message/status.ts'
import { type Json, listOf, objectOf, stringOf, textOf } from './json.ts'

/**
 * How a send is repeated by itself: `pace` names a spacing in `interpret.ts`. `refused`: repeating changes nothing until
 * a person or another message does.
 */
export type Act = { readonly kind: 'again'; readonly pace: Pace } | { readonly kind: 'refused' }
/** `throughput`: the number's own bucket; `pair`: number and contact; `account`: app or WABA; `transient`: Meta's side. */
export type Pace = 'throughput' | 'pair' | 'account' | 'transient'

export type KnownError = { readonly act: Act; readonly reason: string }

const refused = (reason: string): KnownError => ({ act: { kind: 'refused' }, reason })
const again = (pace: Pace, reason: string): KnownError => ({ act: { kind: 'again', pace }, reason })

/**
 * Meta's codes that a send can meet, at once or in a status: what to do, and why in plain words. Source: cloud-api §6
 * (Meta's error-code page, read 2026-11-22). Codes 200–299 are permissions and are added below.
 */
const KNOWN: ReadonlyMap<string, KnownError> = new Map([
  ['0', refused('The access token is not valid')],
  ['1', again('transient', 'Unknown error at Meta')],
  ['2', again('transient', 'Meta is down for the moment')],
  ['3', refused('The app lacks a capability')],
  ['4', again('account', 'The app made too many calls')],
  ['10', refused('The app lacks a permission')],
  ['33', refused('The number was deleted')],
  ['100', refused('A parameter is not valid')],
  ['190', refused('The access token has expired')],
  ['368', refused('Blocked for a policy violation')],
  ['80007', again('account', 'The WhatsApp account made too many calls')],
  ['130429', again('throughput', 'The number sends faster than Meta grants')],
  ['130472', refused('The contact is in an experiment group of Meta')],
  ['130497', refused('Not allowed to write to this country')],
  ['131000', again('transient', 'Something went wrong at Meta')],
  ['131005', refused('The app lacks a permission')],
  ['131008', refused('A parameter is missing')],
  ['131009', refused('A value is not valid')],
  ['131016', again('transient', 'A service of Meta is unavailable')],
  ['131021', refused('Sender and recipient are the same')],
  ['131026', refused('The contact cannot be reached on WhatsApp')],
  ['131030', refused('The recipient is not on the list of the test number')],
  ['131031', refused('The account is locked')],
  ['131037', refused('The number needs a display name')],
  ['131042', refused('There is a problem with the payment method')],
  ['131045', refused('The number is not registered')],
  ['131047', refused('More than 24 hours since the contact wrote')],
  ['131048', refused('Too many people reported messages of this number')],
  ['131049', refused('The contact has had enough marketing for now')],
  ['131050', refused('The contact stopped marketing messages')],
  ['131051', refused('This type of message is not supported')],
  ['131052', refused('The file could not be fetched')],
  ['131053', refused('The file could not be taken')],
  ['131055', refused('Not possible with the Marketing Messages API')],
  ['131056', again('pair', 'Too many messages to this contact')],
  ['131057', again('transient', 'The number is under maintenance')],
  ['131062', refused('This message needs the contact’s phone number')],
  ['131063', refused('Marketing is switched off on this API')],
  ['131064', refused('Limited after wrongly classified templates')],
  ['132000', refused('The number of values does not match the template')],
  ['132001', refused('The template does not exist in this language')],
  ['132005', refused('The filled template is too long')],
  ['132007', refused('The template breaks a content rule')],
  ['132008', refused('A value does not fit the template')],
  ['132012', refused('A value does not fit the template')],
  ['132015', refused('The template is paused')],
  ['132016', refused('The template is disabled')],
  ['132018', refused('A value does not fit the template')],
  ['132068', refused('The form is blocked')],
  ['132069', refused('The form is throttled')],
  ['133004', again('transient', 'A service of Meta is unavailable')],
  ['133010', refused('The number is not registered')],
  ['135000', refused('Something in the request is wrong')],
  ['137000', refused('The contact’s identity changed')],
  ['2494100', again('transient', 'The number is under maintenance')],
])

export function knownError(code: string): KnownError | null {
  const known = KNOWN.get(code)
  if (known) return known
  return /^2\d\d$/.test(code) ? refused('The app lacks a permission') : null
}

/** The first of a list of `errors` in a webhook; null when there is none. */
export function readProblem(errors: unknown): SendProblem | null {
  for (const each of listOf(errors)) {
    const error = objectOf(each)
    if (error !== null) return problemOf(error)
  }
  return null
}

/** One error of Meta, of a webhook or of the Graph envelope. Logic rests on the code; title and details are for people. */
export function problemOf(error: Json): SendProblem {
  const code = textOf(error['code']) ?? 'unknown'
  const message = stringOf(error['message'])
  const title = textOf(error['title']) ?? textOf(message) ?? knownError(code)?.reason ?? 'Meta gave no reason'
  const details = textOf(objectOf(error['error_data'])?.['details']) ?? textOf(error['error_user_msg'])
  return { code, title, details: details ?? (message === title ? null : textOf(message)) }
}

import { failed, ok, type Result } from '#base/result.ts'
import { type Json, listOf, objectOf, textOf } from './json.ts'

/** A body that is one of Meta's webhooks; nothing is known yet of what its entries hold. */
export type Envelope = { readonly entry: readonly unknown[] }

/** Meta sends at most 3 MB (cloud-api §2.1, Meta's overview page, read 2026-11-22); a quarter more for its reckoning. */
export const MAX_BODY_BYTES = 4_000_000
/** Ours: Meta's own bodies stay below 20 levels. */
export const MAX_DEPTH = 64

const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Opens a webhook body, or says in a plain sentence why it is none of ours. Strings come out storable: the NUL character
 * and halves of a surrogate pair, which PostgreSQL refuses, are replaced by U+FFFD. The bytes must not change afterwards.
 */
export function openEnvelope(body: Uint8Array): Result<Envelope, string> {
  const known = opened.get(body)
  if (known !== undefined) return known
  const envelope = open(body)
  opened.set(body, envelope)
  return envelope
}
/** The door looks into the very bytes that the loop reads a moment later: they are taken apart once. */
const opened = new WeakMap<Uint8Array, Result<Envelope, string>>()

function open(body: Uint8Array): Result<Envelope, string> {
  if (body.byteLength > MAX_BODY_BYTES) {
    return failed(`The body has ${body.byteLength} bytes, more than the ${MAX_BODY_BYTES} that are read`)
  }
  let value: unknown
  try {
    value = JSON.parse(utf8.decode(body))
  } catch (problem) {
    return failed(problem instanceof SyntaxError ? 'The body is not JSON' : 'The body is not UTF-8')
  }
  const flaw = clean(value, 1)
  if (flaw !== null) return failed(flaw)
  const root = objectOf(value)
  if (root === null) return failed('The body is not a JSON object')
  if (root['object'] !== 'whatsapp_business_account') {
    return failed(`"object" is ${shown(root['object'])}, expected "whatsapp_business_account"`)
  }
  if (!Array.isArray(root['entry'])) return failed('"entry" is not a list')
  return ok({ entry: root['entry'] })
}

/** What a body speaks of, without repetitions, so that the door can bind it to the app that signed it. */
export type EnvelopeKeys = {
  readonly phoneNumberIds: readonly string[]
  /** Ids of entries: WhatsApp business accounts; for notices about a portfolio, the portfolio (cloud-api §2.2). */
  readonly accountIds: readonly string[]
  /** Something in it may come under the id of a portfolio that nobody has told us of. */
  readonly isOfPortfolio: boolean
}

/** Fields whose entries carry the id of a portfolio, be it a partner's: no key of ours shows whose they are (cloud-api §2.2). */
const PORTFOLIO_FIELDS: ReadonlySet<unknown> = new Set([
  'account_update',
  'account_alerts',
  'partner_solutions',
  'business_status_update',
])
/** The id under which the dashboard of an app sends its samples ("Test", Meta for Developers; seen, not documented). */
const SAMPLE_ENTRY = '0'

export function keysOf(envelope: Envelope): EnvelopeKeys {
  const phoneNumberIds = new Set<string>()
  const accountIds = new Set<string>()
  let isOfPortfolio = false
  for (const each of envelope.entry) {
    const entry = objectOf(each)
    if (entry === null) continue
    const accountId = textOf(entry['id'])
    if (accountId !== null) accountIds.add(accountId)
    if (accountId === SAMPLE_ENTRY) isOfPortfolio = true
    for (const change of listOf(entry['changes'])) {
      const object = objectOf(change)
      const value = objectOf(object?.['value'])
      const phoneNumberId = value === null ? null : phoneNumberIdOf(value)
      if (phoneNumberId !== null) phoneNumberIds.add(phoneNumberId)
      if (object === null || !PORTFOLIO_FIELDS.has(object['field'])) continue
      isOfPortfolio = true
      const namedId = value === null ? null : namedAccountOf(value)
      if (namedId !== null) accountIds.add(namedId)
    }
  }
  return { phoneNumberIds: [...phoneNumberIds], accountIds: [...accountIds], isOfPortfolio }
}

/** The account that a notice under a portfolio's id is about (`account_update` of partners, cloud-api §2.5). */
export const namedAccountOf = (value: Json): string | null => textOf(objectOf(value['waba_info'])?.['waba_id'])

/** A change of who answers (`messaging_handovers`, Meta 2026-09) names our number as its recipient. */
export const phoneNumberIdOf = (value: Json): string | null =>
  textOf(objectOf(value['metadata'])?.['phone_number_id']) ?? textOf(objectOf(value['recipient'])?.['phone_number_id'])

/** Walks the freshly parsed tree once: refuses what is too deep or could reach a prototype, makes strings storable. */
function clean(value: unknown, depth: number): string | null {
  if (typeof value !== 'object' || value === null) return null
  if (depth > MAX_DEPTH) return `The body is nested deeper than ${MAX_DEPTH} levels`
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index]
      if (typeof item === 'string') {
        if (!isStorable(item)) value[index] = storable(item)
      } else {
        const flaw = clean(item, depth + 1)
        if (flaw !== null) return flaw
      }
    }
    return null
  }
  const record = value as Record<string, unknown>
  for (const key of Object.keys(record)) {
    if (FORBIDDEN_KEYS.has(key)) return `The body has a key "${key}"`
    if (!isStorable(key)) return 'The body has a key that cannot be stored'
    const item = record[key]
    if (typeof item === 'string') {
      if (!isStorable(item)) record[key] = storable(item)
    } else {
      const flaw = clean(item, depth + 1)
      if (flaw !== null) return flaw
    }
  }
  return null
}

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd')

const shown = (value: unknown): string =>
  value === undefined ? 'missing' : (JSON.stringify(value)?.slice(0, 60) ?? typeof value)

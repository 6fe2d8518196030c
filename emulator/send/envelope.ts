import { type Fields, fieldsOf, isFields, lengthOf, textOf } from '../json.ts'
import { badParameter, refuse } from '../graph/errors.ts'

/** What a business asks to be sent, before anybody looked at the recipient. */
export type SendRequest = {
  readonly type: string
  /** Both may be given; then the phone number wins (Business-scoped user IDs, 2026-05). */
  readonly to: string | null
  readonly user: string | null
  readonly content: unknown
  readonly replyTo: string | null
  readonly callbackData: string | null
}

/** Types that can be sent, as Graph lists them (Cloud API reference, Messages, 2026-05). */
const sendable = [
  'audio',
  'contacts',
  'document',
  'image',
  'interactive',
  'location',
  'reaction',
  'sticker',
  'template',
  'text',
  'video',
] as const
/** Types Graph knows but nobody can send to a person. */
const unsupported = [
  'pin',
  'hsm',
  'ephemeral',
  'system',
  'unknown',
  'unsupported',
  'order',
  'button',
  'request_welcome',
]

/** "≤512 characters" (Cloud API, Webhooks, biz_opaque_callback_data, 2025-11). */
const CALLBACK_DATA_MAX = 512

/** Reads the envelope of POST /{number}/messages. Throws Meta's refusal. */
export function readEnvelope(body: Fields): SendRequest {
  if (body['messaging_product'] === undefined) throw badParameter('The parameter messaging_product is required.')
  if (body['messaging_product'] !== 'whatsapp') {
    throw badParameter(
      `Param messaging_product must be one of {WHATSAPP} - got "${String(body['messaging_product'])}".`,
    )
  }
  const recipientType = textOf(body['recipient_type']) ?? 'individual'
  if (recipientType !== 'individual') {
    throw badParameter(`Param recipient_type must be one of {INDIVIDUAL, GROUP} - got "${recipientType}".`)
  }
  const to = textOf(body['to'])?.trim() || null
  const user = textOf(body['recipient'])?.trim() || null
  if (to === null && user === null) throw badParameter('The parameter to is required.')
  const type = readType(body)
  const content = opened(body[type])
  if (content === undefined) throw refuse(131008, `Parameter '${type}' is mandatory for type '${type}'`)
  return { type, to, user, content, replyTo: readContext(body), callbackData: readCallbackData(body) }
}

function readType(body: Fields): string {
  const type = (textOf(body['type']) ?? 'text').toLowerCase()
  if (unsupported.includes(type)) throw refuse(131051)
  if (!(sendable as readonly string[]).includes(type)) {
    throw badParameter(
      `Param type must be one of {${sendable.join(', ').toUpperCase()}} - got "${String(body['type'])}".`,
    )
  }
  return type
}

function readContext(body: Fields): string | null {
  if (body['context'] === undefined) return null
  const id = textOf(fieldsOf(opened(body['context']))['message_id'])
  if (id === undefined) throw refuse(131008, "Parameter 'message_id' is mandatory for 'context'")
  return id
}

function readCallbackData(body: Fields): string | null {
  const data = body['biz_opaque_callback_data']
  if (data === undefined || data === null) return null
  if (typeof data !== 'string') throw badParameter('Param biz_opaque_callback_data must be a string.')
  if (lengthOf(data) > CALLBACK_DATA_MAX) {
    throw badParameter(`Param biz_opaque_callback_data must be at most ${CALLBACK_DATA_MAX} characters long.`)
  }
  return data
}

/** Graph takes objects also as JSON text. */
function opened(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value
  try {
    const parsed: unknown = JSON.parse(value)
    return isFields(parsed) || Array.isArray(parsed) ? parsed : value
  } catch {
    return value
  }
}

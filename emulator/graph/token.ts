import { createHmac } from 'node:crypto'
import { type Fields, textOf } from '../json.ts'
import type { App } from '../world/model.ts'
import { badParameter, badToken, GraphError } from './errors.ts'

/** What system-user tokens of a WhatsApp business can do. */
export const scopes = ['whatsapp_business_management', 'whatsapp_business_messaging', 'business_management']

/** A token that ends with this has run out; for trying what a client does then. */
const EXPIRED_ENDING = '-expired'

export type Caller = 'system-user' | 'app'

/** Finds who calls: `Authorization: Bearer`, or `access_token` in query or body. Throws Meta's 190. */
export function authorize(app: App, authorization: string | undefined, query: Fields, body: Fields): Caller {
  const token =
    /^(?:Bearer|OAuth)\s+(.+)$/i.exec(authorization ?? '')?.[1] ?? textOf(query['access_token'] ?? body['access_token'])
  if (token === undefined) throw badToken('An access token is required to request this resource.')
  const caller = callerOf(app, token.trim())
  const proof = textOf(query['appsecret_proof'] ?? body['appsecret_proof'])
  if (proof !== undefined && proof !== createHmac('sha256', app.secret).update(token.trim()).digest('hex')) {
    throw badParameter('Invalid appsecret_proof provided in the API argument')
  }
  return caller
}

function callerOf(app: App, token: string): Caller {
  if (token === app.accessToken) return 'system-user'
  if (token === `${app.id}|${app.secret}`) return 'app'
  if (token.endsWith(EXPIRED_ENDING)) throw badToken('Error validating access token: Session has expired.', 463)
  throw badToken('Invalid OAuth access token - Cannot parse access token')
}

/** GET /debug_token. */
export function debugToken(app: App, input: string | undefined, nowMs: number): Fields {
  if (input === undefined) throw badParameter('The parameter input_token is required.')
  let caller: Caller
  try {
    caller = callerOf(app, input)
  } catch (error) {
    if (!(error instanceof GraphError)) throw error
    return { data: { error: { code: 190, message: error.message }, is_valid: false, scopes: [] } }
  }
  const common = { app_id: app.id, application: app.name, is_valid: true }
  if (caller === 'app') return { data: { ...common, type: 'APP', scopes: [] } }
  return {
    data: {
      ...common,
      type: 'SYSTEM_USER',
      data_access_expires_at: 0,
      expires_at: 0,
      issued_at: Math.floor(nowMs / 1000) - 86_400,
      scopes,
      granular_scopes: scopes.map((scope) => ({ scope })),
    },
  }
}

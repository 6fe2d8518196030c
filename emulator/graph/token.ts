import { createHmac } from 'node:crypto'
import { type Fields, textOf } from '../json.ts'
import { grantOf } from '../signup/tokens.ts'
import type { World } from '../world/world.ts'
import { flowsOf } from '../flow/flows.ts'
import type { Waba } from '../world/model.ts'
import type { GraphCall } from './call.ts'
import { badParameter, badToken, GraphError, noScope, unknownObject } from './errors.ts'

/** What system-user tokens of a WhatsApp business can do. */
export const scopes = ['whatsapp_business_management', 'whatsapp_business_messaging', 'business_management']

/** A token that ends with this has run out; for trying what a client does then. */
const EXPIRED_ENDING = '-expired'

export type Caller = {
  readonly kind: 'system-user' | 'app' | 'business'
  readonly scopes: readonly string[]
  /** The only account it is for; null: every one. */
  readonly wabaId: string | null
}

/** Finds who calls: `Authorization: Bearer`, or `access_token` in query or body. Throws Meta's 190. */
export function authorize(world: World, authorization: string | undefined, query: Fields, body: Fields): Caller {
  const token =
    /^(?:Bearer|OAuth)\s+(.+)$/i.exec(authorization ?? '')?.[1] ?? textOf(query['access_token'] ?? body['access_token'])
  if (token === undefined) throw badToken('An access token is required to request this resource.')
  const caller = callerOf(world, token.trim())
  const proof = textOf(query['appsecret_proof'] ?? body['appsecret_proof'])
  if (proof !== undefined && proof !== createHmac('sha256', world.app.secret).update(token.trim()).digest('hex')) {
    throw badParameter('Invalid appsecret_proof provided in the API argument')
  }
  return caller
}

function callerOf(world: World, token: string): Caller {
  const { app } = world
  if (token === app.accessToken) return { kind: 'system-user', scopes, wabaId: null }
  if (token === `${app.id}|${app.secret}`) return { kind: 'app', scopes, wabaId: null }
  const grant = grantOf(world, token)
  const isOver = grant !== undefined && grant.expiresAt !== null && grant.expiresAt <= world.clock.now()
  if (isOver || token.endsWith(EXPIRED_ENDING))
    throw badToken('Error validating access token: Session has expired.', 463)
  if (grant !== undefined) return { kind: 'business', scopes: grant.scopes, wabaId: grant.wabaId }
  throw badToken('Invalid OAuth access token - Cannot parse access token')
}

/** Throws Meta's 190 for a token that is none, or is over. */
export const tokenMustHold = (world: World, token: string): void => void callerOf(world, token)

/**
 * Messages and media need one permission, everything else the other (cloud-api §1); what belongs to an account the token
 * was not given for is as if it did not exist, and so is the portfolio.
 */
export function mustBeAllowed(
  world: World,
  caller: Caller,
  { method, path }: Pick<GraphCall, 'method' | 'path'>,
): void {
  const [id = '', edge] = path
  const waba = wabaBehind(world, id)
  if (caller.wabaId !== null && waba !== undefined && waba.id !== caller.wabaId) throw unknownObject(method, id)
  if (caller.wabaId !== null && world.wabas.inPortfolio(id).length > 0) throw unknownObject(method, id)
  const needed = MESSAGING.includes(edge ?? '') ? 'whatsapp_business_messaging' : 'whatsapp_business_management'
  if (!caller.scopes.includes(needed)) throw noScope(needed)
}

const wabaBehind = (world: World, id: string): Waba | undefined => {
  const owned = world.numbers.get(id) ?? world.templates.get(id) ?? flowsOf(world).get(id)
  return owned === undefined ? world.wabas.get(id) : world.wabas.of(owned)
}

const MESSAGING = ['messages', 'marketing_messages', 'media', 'calls']

/** GET /debug_token. */
export function debugToken(world: World, input: string | undefined): Fields {
  if (input === undefined) throw badParameter('The parameter input_token is required.')
  let caller: Caller
  try {
    caller = callerOf(world, input)
  } catch (error) {
    if (!(error instanceof GraphError)) throw error
    return { data: { error: { code: 190, message: error.message }, is_valid: false, scopes: [] } }
  }
  const { app, clock } = world
  const common = { app_id: app.id, application: app.name, is_valid: true }
  if (caller.kind === 'app') return { data: { ...common, type: 'APP', scopes: [] } }
  const grant = grantOf(world, input)
  const targets = grant === undefined ? {} : { target_ids: [grant.wabaId] }
  const seconds = (at: number) => Math.floor(at / 1000)
  return {
    data: {
      ...common,
      type: 'SYSTEM_USER',
      data_access_expires_at: 0,
      expires_at: grant?.expiresAt == null ? 0 : seconds(grant.expiresAt),
      issued_at: grant === undefined ? seconds(clock.now()) - 86_400 : seconds(grant.issuedAt),
      scopes: caller.scopes,
      granular_scopes: caller.scopes.map((scope) => ({ scope, ...targets })),
    },
  }
}

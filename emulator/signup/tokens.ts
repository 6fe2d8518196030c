import { randomBytes } from 'node:crypto'
import { seconds } from '#base/time.ts'
import { GraphError } from '../graph/errors.ts'
import type { Fields } from '../json.ts'
import type { World } from '../world/world.ts'

/** What the token of a business may do, and with which account; both as `debug_token` says. */
export type Grant = {
  readonly token: string
  readonly scopes: readonly string[]
  readonly wabaId: string
  readonly issuedAt: number
  /** `null`: never. */
  readonly expiresAt: number | null
}

/** A code of the sign-up dialog, good once. */
type LoginCode = {
  readonly code: string
  readonly at: number
  readonly isSpent: boolean
  readonly wabaId: string
  readonly scopes: readonly string[]
}

/** "The code has a 30 second time-to-live" (Embedded Signup, 2026-06; cloud-api §1.13). */
const CODE_LIVES_MS = seconds(30)

const grantTable = (world: World) => world.store.table<Grant>('grants')
const codeTable = (world: World) => world.store.table<LoginCode>('login-codes')

export const grantOf = (world: World, token: string): Grant | undefined => grantTable(world).get(token)

export function grant(world: World, wabaId: string, scopes: readonly string[], expiresAt: number | null = null): Grant {
  const token = `EAAB${randomBytes(60).toString('base64url').replace(/[-_]/g, 'x')}`
  const made = { token, scopes, wabaId, issuedAt: world.clock.now(), expiresAt }
  grantTable(world).put(token, made)
  return made
}

/** A code for whoever went through the dialog. */
export function newLoginCode(world: World, wabaId: string, scopes: readonly string[]): string {
  const code = `AQ${randomBytes(90).toString('base64url')}`
  codeTable(world).put(code, { code, at: world.clock.now(), isSpent: false, wabaId, scopes })
  return code
}

/** Changes a code for a token. Refusals as Facebook Login words them [K]. */
export function exchangeCode(world: World, code: string): Fields {
  const kept = codeTable(world).get(code)
  if (kept === undefined) throw refused('Invalid verification code format.', 36008)
  if (kept.isSpent) throw refused('This authorization code has been used.', 36009)
  if (world.clock.now() - kept.at > CODE_LIVES_MS) throw refused('This authorization code has expired.', 36007)
  codeTable(world).put(code, { ...kept, isSpent: true })
  return { access_token: grant(world, kept.wabaId, kept.scopes).token, token_type: 'bearer' }
}

const refused = (message: string, subcode: number): GraphError =>
  new GraphError(400, { message, type: 'OAuthException', code: 100, error_subcode: subcode })

import { days } from '#base/time.ts'
import { type Fields, textOf } from '../json.ts'
import { exchangeCode, grant, grantOf } from '../signup/tokens.ts'
import type { World } from '../world/world.ts'
import { badParameter, GraphError } from './errors.ts'
import { tokenMustHold } from './token.ts'

/** What a token that is exchanged for a longer one lives (Facebook Login, Long-lived tokens, 2025-12). */
const LONG_LIVED_MS = days(60)

/**
 * GET or POST /oauth/access_token: a token for the code of the sign-up dialog, a longer one for a token, or the app's own. An app
 * that says who it is without its secret gets nothing.
 */
export function exchangeToken(world: World, asked: Fields): Fields {
  const { id, secret } = world.app
  const clientId = textOf(asked['client_id'])
  if (clientId === undefined) throw refused('Missing client_id parameter.', 101)
  if (clientId !== id)
    throw refused('Error validating application. Cannot get application info due to a system error.', 101)
  if (textOf(asked['client_secret']) !== secret) throw refused('Error validating client secret.', 1)
  const code = textOf(asked['code'])
  if (code !== undefined) return exchangeCode(world, code)
  switch (asked['grant_type']) {
    case 'client_credentials':
      return { access_token: `${id}|${secret}`, token_type: 'bearer' }
    case 'fb_exchange_token':
      return lengthen(world, textOf(asked['fb_exchange_token']))
    default:
      throw badParameter('The parameter code is required.')
  }
}

/** Another token for the same, good for sixty days; one that never ends is given back. */
function lengthen(world: World, token: string | undefined): Fields {
  if (token === undefined) throw badParameter('The parameter fb_exchange_token is required.')
  tokenMustHold(world, token)
  const kept = grantOf(world, token)
  if (kept === undefined || kept.expiresAt === null) return { access_token: token, token_type: 'bearer' }
  const { wabaId, scopes } = kept
  const longer = grant(world, wabaId, scopes, world.clock.now() + LONG_LIVED_MS)
  return { access_token: longer.token, token_type: 'bearer', expires_in: LONG_LIVED_MS / 1000 }
}

const refused = (message: string, code: number): GraphError =>
  new GraphError(400, { message, type: 'OAuthException', code })

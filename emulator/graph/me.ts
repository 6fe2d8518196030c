import type { Fields } from '../json.ts'
import type { Waba } from '../world/model.ts'
import { portfolioName } from '../world/wabas.ts'
import type { World } from '../world/world.ts'
import type { GraphCall } from './call.ts'
import { GraphError, unknownEdge, unknownObject } from './errors.ts'
import { select } from './fields.ts'
import { page } from './paging.ts'
import type { Caller } from './token.ts'
import { readWaba } from './waba.ts'

/** Whose token the demo's is. */
export const systemUser = (world: World): { readonly id: string; readonly name: string } => ({
  id: `61${world.app.id}`,
  name: `${world.app.name} system user`,
})

export const isMe = (world: World, { path: [first] }: Pick<GraphCall, 'path'>): boolean =>
  first === 'me' || first === systemUser(world).id

/**
 * GET /me and its edges: who the token speaks for, what it may do and what it was given (Graph API, User, 2025-12). A token of
 * an app speaks for nobody.
 */
export function readMe(world: World, caller: Caller, call: GraphCall): Fields {
  const [, edge] = call.path
  const { id, name } = systemUser(world)
  if (caller.kind === 'app') throw noUser()
  if (call.method !== 'GET') throw unknownObject(call.method, id)
  const accounts = world.wabas.all().filter((waba) => caller.wabaId === null || waba.id === caller.wabaId)
  switch (edge) {
    case undefined:
      return select({ id, name }, call.query['fields'], ['name', 'id'], 'SystemUser')
    case 'accounts':
      return { data: [] }
    case 'permissions':
      return { data: caller.scopes.map((permission) => ({ permission, status: 'granted' })) }
    case 'businesses':
      return page(call, portfoliosOf(accounts), (row) => String(row['id']))
    case 'assigned_whatsapp_business_accounts': {
      const rows = accounts.map((waba) => readWaba(world, waba, call.query['fields']))
      return page(call, rows, (row) => String(row['id']))
    }
    default:
      throw unknownEdge(edge, 'SystemUser')
  }
}

const portfoliosOf = (accounts: readonly Waba[]): Fields[] =>
  [...new Map(accounts.map((waba) => [waba.businessId, portfolioName(waba)]))].map(([id, name]) => ({ id, name }))

const noUser = (): GraphError =>
  new GraphError(400, {
    message: 'An active access token must be used to query information about the current user.',
    type: 'OAuthException',
    code: 2500,
  })

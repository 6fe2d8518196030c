import type { Fields } from '../json.ts'
import { portfolioName } from '../world/wabas.ts'
import type { Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'
import type { GraphCall } from './call.ts'
import { unknownEdge, unknownObject } from './errors.ts'
import { select } from './fields.ts'
import { systemUser } from './me.ts'
import { page } from './paging.ts'
import { readWaba } from './waba.ts'

/**
 * GET /{business} and its WhatsApp accounts: those it owns, and those others share with it, which are none here (Business
 * Management API, Business, 2025-12). `accounts` are all of the portfolio, at least one.
 */
export function businessCall(
  world: World,
  accounts: readonly [Waba, ...Waba[]],
  edge: string | undefined,
  call: GraphCall,
): Fields {
  const [{ businessId }] = accounts
  if (call.method !== 'GET') throw unknownObject(call.method, businessId)
  switch (edge) {
    case undefined:
      return readBusiness(world, accounts[0], call.query['fields'])
    case 'owned_whatsapp_business_accounts': {
      const rows = accounts.map((waba) => readWaba(world, waba, call.query['fields']))
      return page(call, rows, (row) => String(row['id']))
    }
    case 'system_users':
      return { data: [{ ...systemUser(world), role: 'ADMIN' }] }
    case 'client_whatsapp_business_accounts':
    case 'business_users':
    case 'extendedcredits':
    case 'preverified_numbers':
    case 'owned_product_catalogs':
      return { data: [] }
    default:
      throw unknownEdge(edge, 'Business')
  }
}

function readBusiness(world: World, waba: Waba, fields: string | undefined): Fields {
  const node = {
    id: waba.businessId,
    name: portfolioName(waba),
    verification_status: world.account.of(waba).verified ? 'verified' : 'not_verified',
  }
  return select(node, fields, ['id', 'name'], 'Business')
}

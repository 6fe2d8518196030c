import type { Template, Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'

/** The templates of one account, deleted ones, too: those of another may have the same names. */
export const templatesOf = (world: World, waba: Waba): readonly Template[] =>
  [...world.templates.all()].filter((template) => world.wabas.of(template) === waba)

/** Templates of an account: of an unverified portfolio, and of a verified one with an approved name (Cloud API, Templates, 2025-12). */
const MOST = { unverified: 250, verified: 6_000 }
export const mostTemplates = (world: World, waba: Waba): number =>
  world.account.of(waba).verified ? MOST.verified : MOST.unverified

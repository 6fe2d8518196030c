import type { Template, Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'

/** The templates of one account, deleted ones, too: those of another may have the same names. */
export const templatesOf = (world: World, waba: Waba): readonly Template[] =>
  [...world.templates.all()].filter((template) => world.wabas.of(template) === waba)

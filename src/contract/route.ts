import * as z from 'zod/mini'
import type { Permission } from '#core/permission/permission.ts'
import { uuid } from './schema.ts'

/**
 * One route. `permission` null: open to anybody. `kind` json: bodies are JSON; upload: the body is the file itself or
 * multipart with one file; file: the answer is the file itself.
 */
export type Route = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly permission: Permission | null
  readonly summary: string
  readonly kind: 'json' | 'upload' | 'file'
  readonly params: z.ZodMiniObject
  readonly query: z.ZodMiniObject
  readonly input: z.ZodMiniType | null
  readonly output: z.ZodMiniType | null
  readonly status: 200 | 201 | 202 | 204
  /** Headers the route understands. */
  readonly idempotent: boolean
}

type Draft = Pick<Route, 'method' | 'path' | 'permission' | 'summary'> & Partial<Route>
const none = z.object({})
const DEFAULTS = {
  kind: 'json' as const,
  params: none,
  query: none,
  input: null,
  output: null,
  status: 200 as const,
  idempotent: false,
}
/** The draft's own fields win over the defaults, also in the type. */
type Filled<Given> = Omit<typeof DEFAULTS, keyof Given> & Given
/** One entry of the table of routes. */
export const route = <const Given extends Draft>(given: Given): Filled<Given> => ({ ...DEFAULTS, ...given })
/** The `:id` of a path. */
export const byId = z.object({ id: uuid })

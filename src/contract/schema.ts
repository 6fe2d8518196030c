import * as z from 'zod/mini'

/** A copy of a schema with words for the reader of the OpenAPI document: they are said of this place and no other. */
export const described = <Schema extends z.ZodMiniType>(
  schema: Schema,
  description: string,
  ...examples: readonly unknown[]
): Schema => {
  const copy = z.clone(schema)
  z.globalRegistry.add(copy, examples.length === 0 ? { description } : { description, examples: [...examples] })
  return copy
}

export const uuid = z.uuid()
/** An instant on the wire: ISO 8601 in UTC. */
export const iso = described(z.iso.datetime(), 'Instant, ISO 8601 in UTC', '2026-11-22T10:42:00.000Z')
/** Cursor paging: `next` is the cursor of the following page, null on the last. */
export const page = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({ data: z.array(item), next: z.nullable(z.string()) })
/** Query strings carry text only; numbers are read from it. */
export const limit = described(
  z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
  'Page size, 1 to 100',
  50,
)
export const cursor = described(z.optional(z.string().check(z.maxLength(200))), 'The `next` of the page before')

import * as z from 'zod/mini'
import { described, iso } from './schema.ts'

const refusalView = z.object({
  code: z.string(),
  message: z.string(),
  field: z.nullable(z.string()),
  found: z.nullable(z.string()),
  expected: z.nullable(z.string()),
})
/** The right to send, as it is judged now. */
export const rightView = z.object({
  kind: z.enum(['allowed', 'deferred', 'refused']),
  category: z.nullable(z.string()),
  price: z.nullable(z.object({ micros: z.int(), currency: z.string() })),
  until: described(z.nullable(iso), 'When it may leave, if it may not yet'),
  words: described(z.nullable(z.string()), 'All of it in one sentence; null when nothing stands in the way'),
  reasons: z.array(refusalView),
})
export type RightView = z.output<typeof rightView>

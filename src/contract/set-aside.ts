import * as z from 'zod/mini'
import { described, iso } from './schema.ts'

export const setAsideState = z.enum(['waiting', 'released', 'dismissed'])

export const setAsideView = z.object({
  id: z.string(),
  state: setAsideState,
  why: described(
    z.enum(['unknown-line', 'unknown-channel', 'not-understood', 'our-fault', 'not-storable']),
    'unknown-line: about a number that is none of ours, or signed by an app that does not speak for it; our-fault: our own program stumbled over it',
  ),
  detail: described(z.nullable(z.string()), 'For whoever repairs it; null for those who may not see contents'),
  at: described(iso, 'When it was first set aside'),
  times: described(z.int(), 'How often it was set aside; more than 1 after it was released in vain'),
  lineId: z.nullable(z.uuid()),
  lineKey: described(z.nullable(z.string()), 'What the webhook calls the line, when it is none of ours'),
  history: z.array(
    z.object({
      did: z.enum(['released', 'dismissed', 'returned']),
      by: described(z.nullable(z.string()), 'Name of the person; null when it was an operator or nobody'),
      at: iso,
    }),
  ),
})
export type SetAsideView = z.output<typeof setAsideView>

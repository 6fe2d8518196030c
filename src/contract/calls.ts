import * as z from 'zod/mini'
import { rightView } from './right.ts'
import { byId, route } from './route.ts'
import { described, iso } from './schema.ts'

export const CALL_STATES = ['none', 'asked', 'granted', 'permanent', 'expired', 'refused', 'revoked'] as const

const callPermissionView = z.object({
  state: described(
    z.enum(CALL_STATES),
    'none: never asked, or nobody answered in time; asked: they may still answer; granted: until `until`; permanent: until they take it back; expired: it was granted and is over; refused; revoked: it was granted and taken back',
  ),
  at: described(z.nullable(iso), 'Since when it is so; null: nothing was ever said'),
  until: described(z.nullable(iso), 'granted: when it ends; asked: until when they may answer'),
  automatic: described(z.boolean(), 'revoked: WhatsApp took it back by itself, because calls went unanswered'),
  unanswered: described(z.int(), 'Calls of ours in a row that nobody took'),
  unansweredMax: described(z.int(), 'After so many in a row WhatsApp takes the permission back'),
  ask: described(rightView, 'Whether they may be asked now, by a message of the kind `call-request`'),
  askFrom: described(z.nullable(iso), 'When Meta’s limits let them be asked again; null: they do now'),
  limits: described(
    z.array(
      z.object({
        hours: z.int(),
        max: z.int(),
        used: z.int(),
        until: described(z.nullable(iso), 'When one more fits; null: one does now'),
      }),
    ),
    'How often they may be asked, and were, since a call last connected us',
  ),
})
export type CallPermissionView = z.output<typeof callPermissionView>

/** Calls themselves come in as messages; what may be done about them is asked here. */
export const callRoutes = {
  getCallPermission: route({
    method: 'GET',
    path: '/api/v1/conversations/:id/call-permission',
    permission: 'conversation:read',
    summary: 'Whether the contact allows calls from the conversation’s line, and whether they may be asked to',
    params: byId,
    output: callPermissionView,
  }),
}

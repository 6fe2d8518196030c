import * as z from 'zod/mini'
import { byId, route } from './route.ts'
import { conversationView } from './views.ts'

const reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500))

/** Having WhatsApp hold back what the contact of a conversation writes to its line. */
export const blockingRoutes = {
  blockContact: route({
    method: 'POST',
    path: '/api/v1/conversations/:id/block',
    permission: 'contact:block',
    summary: 'Block the contact on the conversation’s line, and say why; only within 24 hours of their last message',
    params: byId,
    input: z.strictObject({ reason }),
    output: conversationView,
  }),
  unblockContact: route({
    method: 'POST',
    path: '/api/v1/conversations/:id/unblock',
    permission: 'contact:block',
    summary: 'Let the contact write to the conversation’s line again',
    params: byId,
    output: conversationView,
  }),
}

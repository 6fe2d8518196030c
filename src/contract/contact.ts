import * as z from 'zod/mini'
import { described } from './schema.ts'
import { byId, route } from './route.ts'
import { contactView } from './views.ts'

/** Who contacts are. */
export const contactRoutes = {
  settleIdentity: route({
    method: 'POST',
    path: '/api/v1/contacts/:id/identity',
    permission: 'contact:identify',
    summary: 'Say whether a contact is the person in `succeeds`: if so, both become one, and their threads, too',
    params: byId,
    input: z.strictObject({ same: described(z.boolean(), 'False: another person, and nobody is asked again') }),
    output: contactView,
  }),
}

import * as z from 'zod/mini'
import { OPENING_REASONS } from '#core/line/opening.ts'
import { route } from './route.ts'
import { described, page, uuid } from './schema.ts'
import { contactView, conversationView } from './views.ts'

const lineId = described(
  z.optional(uuid),
  'May be left out: the line they wrote to last, the one for their country, the one that is the default, or the only one',
)
const person = [
  z.strictObject({ contactId: uuid, lineId }),
  z.strictObject({
    lineId,
    phone: described(z.string().check(z.minLength(5), z.maxLength(30)), 'International number', '+52 55 1234 5678'),
  }),
  z.strictObject({
    lineId,
    userId: described(
      z.string().check(z.minLength(4), z.maxLength(140)),
      'Business-scoped user id',
      'MX.1349120865530274',
    ),
  }),
] as const

/** To whom something is sent. */
export const recipient = z.union([z.strictObject({ conversationId: uuid }), ...person])

export const recipientView = z.object({
  phone: described(
    z.nullable(z.object({ e164: z.string(), shown: z.string(), country: z.nullable(z.string()) })),
    'The number as it was read, when one was given; `country` is null where several share its code',
  ),
  contact: described(z.nullable(contactView), 'Who it is; null: nobody we know yet'),
  line: described(
    z.nullable(z.object({ id: uuid, because: z.enum(['named', ...OPENING_REASONS]) })),
    'Which of our numbers writes, and why that one; null: several could, and none is the default',
  ),
  conversation: described(
    z.nullable(conversationView),
    'What goes on with them on that line, open or resolved; null: nothing was ever said there',
  ),
})
export type RecipientView = z.output<typeof recipientView>

/** Whom a conversation can be begun with. */
export const recipientRoutes = {
  findContacts: route({
    method: 'GET',
    path: '/api/v1/contacts',
    permission: 'contact:read',
    summary: 'People by parts of their names or numbers, at most 20, those spoken with on a line or never',
    query: z.object({
      q: described(z.string().check(z.minLength(3), z.maxLength(100)), 'Parts of a name or phone, without accents'),
    }),
    output: page(contactView),
  }),
  findRecipient: route({
    method: 'POST',
    path: '/api/v1/messages/recipient',
    permission: 'message:send',
    summary: 'Whom a message would reach, from which line and why, and the conversation there is; sends nothing',
    input: z.strictObject({ to: z.union(person) }),
    output: recipientView,
  }),
}

import * as z from 'zod/mini'
import { REQUEST_KINDS, REQUEST_STATES, WAYS } from '#core/privacy/request.ts'
import { byId, route } from './route.ts'
import { cursor, described, iso, limit, page, uuid } from './schema.ts'

const text = (longest: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(longest))
const actorView = z.object({ kind: z.enum(['agent', 'api', 'contact', 'system']), name: z.nullable(z.string()) })
const person = described(z.object({ id: uuid, name: z.nullable(z.string()) }), 'Name null: erased')

/** A hold on erasing somebody. */
export const holdView = z.object({
  id: uuid,
  contact: person,
  reason: described(z.nullable(z.string()), 'Null once the person was erased'),
  setAt: iso,
  setBy: actorView,
  until: described(z.nullable(iso), 'At this instant it holds no more; null: until somebody lifts it'),
  inForce: z.boolean(),
  liftedAt: z.nullable(iso),
  liftedBy: z.nullable(actorView),
})
export type HoldView = z.output<typeof holdView>

/** What a person, or somebody for them, asked of us about their data. */
export const privacyRequestView = z.object({
  id: uuid,
  contact: person,
  kind: described(z.enum(REQUEST_KINDS), 'export: a copy of all that is kept; erase: that nothing is kept any more'),
  askedBy: described(z.nullable(z.string()), 'Who asked; null: they themselves, or they were erased'),
  askedAt: iso,
  way: z.enum(WAYS),
  evidence: described(z.nullable(z.string()), 'Where the request can be seen; null once the person was erased'),
  country: described(z.string(), 'ISO country whose law sets the term'),
  law: described(
    z.nullable(z.string()),
    'Where the term stands; null: we know no law of the country, and take what Europe asks',
  ),
  dueAt: described(iso, 'By when the law wants an answer'),
  state: described(
    z.enum(REQUEST_STATES),
    'open: to be decided; scheduled: will be erased at carryOutAt, and can be cancelled until then; erasing: under way',
  ),
  carryOutAt: z.nullable(iso),
  steps: described(
    z.array(
      z.object({
        what: z.enum(['asked', 'scheduled', 'cancelled', 'stopped', 'begun', 'done', 'declined']),
        at: iso,
        by: actorView,
        note: z.nullable(z.string()),
      }),
    ),
    'Everything that happened to it, oldest first',
  ),
  removed: described(z.nullable(z.record(z.string(), z.int())), 'Rows that went, by table; null unless erased'),
})
export type PrivacyRequestView = z.output<typeof privacyRequestView>

const requestDraft = z.strictObject({
  contactId: uuid,
  kind: z.enum(REQUEST_KINDS),
  way: described(z.enum(WAYS), 'How the request reached the company'),
  askedBy: described(z.optional(z.nullable(text(200))), 'Who asked, if not they themselves'),
  askedAt: described(z.optional(iso), 'When they asked; now, if left out'),
  evidence: described(z.optional(z.nullable(text(500))), 'Where the request can be seen: a ticket, a letter'),
})

/** Requests of privacy, and holds. */
export const privacyRoutes = {
  listPrivacyRequests: route({
    method: 'GET',
    path: '/api/v1/privacy/requests',
    permission: 'privacy:read',
    summary: 'What people asked about their data: those under way by due date, or the others, newest first',
    query: z.object({
      show: z._default(z.enum(['open', 'closed']), 'open'),
      contactId: z.optional(uuid),
      limit,
      cursor,
    }),
    output: page(privacyRequestView),
  }),
  addPrivacyRequest: route({
    method: 'POST',
    path: '/api/v1/privacy/requests',
    permission: 'privacy:manage',
    summary: 'Write down that somebody asked for their data, or to be erased',
    input: requestDraft,
    output: privacyRequestView,
    status: 201,
  }),
  eraseContact: route({
    method: 'POST',
    path: '/api/v1/privacy/requests/:id/erase',
    permission: 'privacy:manage',
    summary: 'Erase the person once a short grace is over; until then it can be cancelled, afterwards never',
    params: byId,
    input: z.strictObject({
      name: described(text(300), 'The person’s name as it is shown, so that nobody is taken for another'),
    }),
    output: privacyRequestView,
  }),
  cancelErasure: route({
    method: 'POST',
    path: '/api/v1/privacy/requests/:id/cancel',
    permission: 'privacy:manage',
    summary: 'Take back the decision to erase, while the grace lasts',
    params: byId,
    output: privacyRequestView,
  }),
  handOutExport: route({
    method: 'POST',
    path: '/api/v1/privacy/requests/:id/hand-out',
    permission: 'privacy:manage',
    summary: 'The copy was handed out: a request for one is done',
    params: byId,
    output: privacyRequestView,
  }),
  declinePrivacyRequest: route({
    method: 'POST',
    path: '/api/v1/privacy/requests/:id/decline',
    permission: 'privacy:manage',
    summary: 'Decline a request, with the reason the person was told',
    params: byId,
    input: z.strictObject({ reason: text(500) }),
    output: privacyRequestView,
  }),
  getPrivacyOf: route({
    method: 'GET',
    path: '/api/v1/contacts/:id/privacy',
    permission: 'privacy:read',
    summary: 'All requests and holds of one person, oldest first',
    params: byId,
    output: z.object({ requests: z.array(privacyRequestView), holds: z.array(holdView) }),
  }),
  listHolds: route({
    method: 'GET',
    path: '/api/v1/privacy/holds',
    permission: 'privacy:read',
    summary: 'People who must not be erased yet, and why; newest first',
    query: z.object({ limit, cursor }),
    output: page(holdView),
  }),
  putHold: route({
    method: 'POST',
    path: '/api/v1/privacy/holds',
    permission: 'privacy:manage',
    summary: 'Put somebody on hold: they cannot be erased while it lasts',
    input: z.strictObject({
      contactId: uuid,
      reason: text(500),
      until: described(z.optional(z.nullable(iso)), 'Null or left out: until somebody lifts it'),
    }),
    output: holdView,
    status: 201,
  }),
  liftHold: route({
    method: 'POST',
    path: '/api/v1/privacy/holds/:id/lift',
    permission: 'privacy:manage',
    summary: 'Lift a hold',
    params: byId,
    output: holdView,
  }),
}

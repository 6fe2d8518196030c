import * as z from 'zod/mini'
import { PACK_IDS, PACK_PARTS, PROACTIVE } from '#core/policy/rule.ts'
import { COVERS } from '#core/policy/rights.ts'
import { byId, route } from './route.ts'
import { recipient } from './recipient.ts'
import { rightView } from './right.ts'
import { cursor, described, iso, limit, page } from './schema.ts'

const purpose = z.enum(PROACTIVE)
const minute = z.int().check(z.minimum(0), z.maximum(1440))
const dayHours = z.nullable(z.object({ from: minute, to: minute }))
const weekHours = described(
  z.nullable(z.tuple([dayHours, dayHours, dayHours, dayHours, dayHours, dayHours, dayHours])),
  'Monday first, in minutes after midnight of the person’s clock; a day that is null is closed; null: any time',
)
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
const count = (most: number) => z.nullable(z.int().check(z.minimum(1), z.maximum(most)))

const ownRule = z.object({
  purposes: z.array(purpose),
  hours: weekHours,
  onHolidays: z.enum(['allowed', 'forbidden']),
  perDay: described(count(10), 'Contacts in a calendar day of the person; null: no limit of ours'),
  perWeek: described(count(20), 'Contacts in any seven days'),
  daysApart: described(count(60), 'Days of 24 hours between two contacts'),
})

const policyInput = z.strictObject({
  zone: described(
    z.string().check(z.minLength(3), z.maxLength(60)),
    'IANA zone of people of whom none is known',
    'America/Bogota',
  ),
  own: ownRule,
  consentFor: described(z.array(purpose), 'Purposes that need consent; advertising always does'),
  holidays: z
    .array(z.object({ date, name: z.string().check(z.minLength(1), z.maxLength(80)) }))
    .check(z.maxLength(200)),
  isOwnerOnly: described(z.boolean(), 'Only the agent who has a conversation may write in it'),
})

const exceptionView = z.object({
  id: z.uuid(),
  pack: z.enum(PACK_IDS),
  part: z.enum(PACK_PARTS),
  reason: z.string(),
  by: described(z.nullable(z.string()), 'Who made it'),
  at: iso,
  until: described(z.nullable(iso), 'When the law holds again; null: when it is taken back'),
})

const packView = z.object({
  id: z.enum(PACK_IDS),
  country: z.string(),
  law: z.string(),
  source: z.string(),
  checkedOn: date,
  uncertain: described(z.nullable(z.string()), 'What a lawyer should confirm'),
  rules: described(z.array(z.string()), 'What holds now, in sentences; exceptions are left out of it'),
})

export const policyView = z.object({
  country: z.string(),
  ...policyInput.shape,
  exceptions: z.array(exceptionView),
  laws: z.array(packView),
  effective: described(z.array(z.string()), 'The company’s own rules, in sentences'),
})
export type PolicyView = z.output<typeof policyView>

const changeView = z.object({
  id: z.string(),
  at: iso,
  by: z.nullable(z.string()),
  what: z.enum(['policy', 'exception-made', 'exception-ended', 'barred', 'unbarred']),
  why: z.string(),
})
export type PolicyChangeView = z.output<typeof changeView>

const reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500))
const barredView = z.object({
  address: described(z.string(), 'Digits of a number, or a user id', '573001112233'),
  covers: z.enum(COVERS),
  reason: z.string(),
  at: iso,
  by: z.nullable(z.string()),
})
export type BarredView = z.output<typeof barredView>

/** When and how often people are contacted, and whom nobody may contact. */
export const policyRoutes = {
  getContactPolicy: route({
    method: 'GET',
    path: '/api/v1/contact-policy',
    permission: 'account:read',
    summary: 'When and how often people may be contacted: the laws, the company’s own rules, and what was set aside',
    output: policyView,
  }),
  putContactPolicy: route({
    method: 'POST',
    path: '/api/v1/contact-policy',
    permission: 'policy:manage',
    summary: 'Set the company’s own rules; they can only be stricter than the laws, which hold besides',
    input: policyInput,
    output: policyView,
  }),
  makeException: route({
    method: 'POST',
    path: '/api/v1/contact-policy/exceptions',
    permission: 'policy:manage',
    summary: 'Set a part of a law aside, and say why; kept for ever with who did it',
    input: z.strictObject({
      pack: z.enum(PACK_IDS),
      part: z.enum(PACK_PARTS),
      reason,
      until: z.optional(z.nullable(iso)),
    }),
    output: policyView,
  }),
  endException: route({
    method: 'POST',
    path: '/api/v1/contact-policy/exceptions/:id/end',
    permission: 'policy:manage',
    summary: 'Let the law hold again',
    params: byId,
    output: policyView,
  }),
  listPolicyChanges: route({
    method: 'GET',
    path: '/api/v1/contact-policy/changes',
    permission: 'policy:manage',
    summary: 'Who changed what, and why, newest first',
    query: z.object({ limit, cursor }),
    output: page(changeView),
  }),
  listDoNotContact: route({
    method: 'GET',
    path: '/api/v1/do-not-contact',
    permission: 'policy:manage',
    summary: 'Whom nobody may contact',
    query: z.object({ q: z.optional(z.string().check(z.maxLength(40))), limit, cursor }),
    output: page(barredView),
  }),
  addDoNotContact: route({
    method: 'POST',
    path: '/api/v1/do-not-contact',
    permission: 'policy:manage',
    summary: 'Put people on the list, up to 1,000 at once; each address that cannot be read is told',
    input: z.strictObject({
      addresses: z.array(z.string().check(z.maxLength(160))).check(z.minLength(1), z.maxLength(1_000)),
      covers: z.enum(COVERS),
      reason,
    }),
    output: z.object({
      added: z.int(),
      refused: z.array(
        z.object({ line: described(z.int(), 'Place in the list, from 1'), found: z.string(), message: z.string() }),
      ),
    }),
  }),
  removeDoNotContact: route({
    method: 'POST',
    path: '/api/v1/do-not-contact/remove',
    permission: 'policy:manage',
    summary: 'Take people off the list, and say why',
    input: z.strictObject({ addresses: z.array(z.string()).check(z.minLength(1), z.maxLength(1_000)), reason }),
    output: z.object({ removed: z.int() }),
  }),
  placeContact: route({
    method: 'POST',
    path: '/api/v1/contacts/:id/zone',
    permission: 'conversation:write',
    summary: 'Note by whose clock a contact lives, so that hours and holidays are theirs; null: what the number tells',
    params: byId,
    input: z.strictObject({ zone: z.nullable(z.string().check(z.maxLength(60))) }),
    status: 204,
  }),
  askSend: route({
    method: 'POST',
    path: '/api/v1/messages/ask',
    permission: 'message:send',
    summary: 'Whether a template may be sent to somebody now, or when, and what it costs; sends nothing',
    input: z.strictObject({
      to: recipient,
      template: z.strictObject({
        name: z.string().check(z.maxLength(512)),
        language: z.string().check(z.maxLength(20)),
      }),
    }),
    output: rightView,
  }),
}

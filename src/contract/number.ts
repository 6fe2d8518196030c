import * as z from 'zod/mini'
import { SEVERITIES } from '#core/notice/kind.ts'
import { FAULTS } from '#core/problem/problem.ts'
import { shownPin } from './guide.ts'
import { byId, route } from './route.ts'
import { described, iso, page } from './schema.ts'
import { lineView } from './views.ts'

const text = (most: number) => z.string().check(z.maxLength(most))
const VERTICALS = [
  ...['OTHER', 'AUTO', 'BEAUTY', 'APPAREL', 'EDU', 'ENTERTAIN', 'EVENT_PLAN', 'FINANCE', 'GROCERY', 'GOVT', 'HOTEL'],
  ...['HEALTH', 'NONPROFIT', 'PROF_SERVICES', 'RETAIL', 'TRAVEL', 'RESTAURANT', 'ALCOHOL', 'ONLINE_GAMBLING'],
  ...['PHYSICAL_GAMBLING', 'OTC_DRUGS'],
] as const

/** A number at Meta and here, read when it is asked for. */
const numberView = z.object({
  line: lineView,
  accountName: described(
    z.nullable(z.string()),
    'What Meta calls the WhatsApp account it belongs to; null: it does not say',
  ),
  atMeta: described(
    z.nullable(
      z.object({
        displayName: z.string(),
        nameStatus: z.nullable(z.string()),
        newName: z.nullable(z.string()),
        quality: z.nullable(z.string()),
        state: z.nullable(z.string()),
        limit: z.nullable(z.string()),
        canSend: z.nullable(z.string()),
        healthProblems: z.array(z.string()),
        isOnApp: z.boolean(),
        hasPin: z.boolean(),
      }),
    ),
    'Null: Meta does not answer, `problem` says why',
  ),
  problem: z.nullable(z.string()),
  reach: z.object({
    used: described(z.int(), 'People written to first in the last 24 hours, over all numbers of the portfolio'),
    of: described(z.nullable(z.int()), 'Null: without limit, or not known'),
  }),
  token: z.nullable(z.object({ expiresAt: described(z.nullable(iso), 'Null: never'), missing: z.array(z.string()) })),
  heard: z.nullable(
    z.object({ at: iso, lagMs: described(z.int(), 'From Meta’s time of the last message to its being here') }),
  ),
  pinSetAt: described(z.nullable(iso), 'Null: the PIN was not set through Hilo'),
})
export type NumberView = z.output<typeof numberView>

const failuresView = z.object({
  tried: described(z.int(), 'Messages whose sending ended in this time, whatever came of them'),
  codes: described(
    z.array(
      z.object({
        code: described(z.string(), 'Meta’s error code, or one of our refusals; unknown: none was given'),
        messages: z.int(),
        lastAt: iso,
        lastConversationId: described(z.uuid(), 'Where it happened last'),
        fault: described(z.enum(FAULTS), 'Whose it is'),
        cause: described(z.string(), 'In the language of `Accept-Language`'),
        advice: z.string(),
      }),
    ),
    'Most first',
  ),
})
export type FailuresView = z.output<typeof failuresView>

const alertView = z.object({
  lineId: z.uuid(),
  code: described(z.string(), 'As of notices'),
  severity: z.enum(SEVERITIES),
  title: described(z.string(), 'In the language of `Accept-Language`'),
  advice: z.string(),
  details: z.array(z.string()),
  since: iso,
  until: described(z.nullable(iso), 'When what it announces happens'),
})
export type AlertView = z.output<typeof alertView>

const profile = z.object({
  about: text(139),
  address: text(256),
  description: text(512),
  email: text(128),
  websites: z.array(text(256)).check(z.maxLength(2)),
  vertical: z.nullable(z.enum(VERTICALS)),
})
const greetings = z.object({
  prompts: z.array(text(80)).check(z.maxLength(4)),
  commands: z.array(z.object({ name: text(32), description: text(256) })).check(z.maxLength(30)),
})
const link = z.object({ code: z.string(), text: z.string(), url: z.string() })
export type ProfileView = z.output<typeof profile>
export type GreetingsView = z.output<typeof greetings>
export type LinkView = z.output<typeof link>

/** The page of a number. Limits of texts: cloud-api §1.1. */
export const numberRoutes = {
  getNumber: route({
    method: 'GET',
    path: '/api/v1/lines/:id/number',
    permission: 'line:manage',
    summary: 'How a number is doing: at Meta, and by what came in and went wrong here',
    params: byId,
    output: numberView,
  }),
  listAlerts: route({
    method: 'GET',
    path: '/api/v1/alerts',
    permission: 'notice:read',
    summary: 'What is wrong with the numbers at this moment, the worst of each first',
    output: page(alertView),
  }),
  checkLine: route({
    method: 'POST',
    path: '/api/v1/lines/:id/check',
    permission: 'line:manage',
    summary: 'Look now whether anything is wrong with a number; it is looked at every quarter of an hour anyway',
    params: byId,
    output: page(alertView),
  }),
  lineFailures: route({
    method: 'GET',
    path: '/api/v1/lines/:id/failures',
    permission: 'line:manage',
    summary: 'What messages of a number failed with, counted by code since an hour',
    params: byId,
    query: z.strictObject({ since: described(iso, 'Counted from the beginning of the hour it lies in') }),
    output: failuresView,
  }),
  renameLine: route({
    method: 'POST',
    path: '/api/v1/lines/:id/name',
    permission: 'line:manage',
    summary: 'What agents call the number',
    params: byId,
    input: z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(80)) }),
    output: lineView,
  }),
  setOpening: route({
    method: 'POST',
    path: '/api/v1/lines/:id/opening',
    permission: 'line:manage',
    summary: 'When this number writes first: by default, or to people of some countries',
    params: byId,
    input: z.strictObject({
      isDefault: z.boolean(),
      countries: z.array(z.string().check(z.regex(/^[A-Z]{2}$/))).check(z.maxLength(100)),
    }),
    output: lineView,
  }),
  askDisplayName: route({
    method: 'POST',
    path: '/api/v1/lines/:id/display-name',
    permission: 'line:manage',
    summary: 'Ask Meta for another display name; the old one stays until it is approved',
    params: byId,
    input: z.strictObject({ displayName: z.string().check(z.minLength(3), z.maxLength(120)) }),
    output: numberView,
  }),
  changePin: route({
    method: 'POST',
    path: '/api/v1/lines/:id/pin',
    permission: 'line:manage',
    summary: 'Set another two-step PIN; null: one is made up. Shown once',
    params: byId,
    input: z.strictObject({ pin: z.nullable(z.string().check(z.regex(/^\d{6}$/))) }),
    output: shownPin,
  }),
  deregisterLine: route({
    method: 'POST',
    path: '/api/v1/lines/:id/deregister',
    permission: 'line:manage',
    summary: 'Give the number back: nothing is sent or received on it until it is registered again',
    params: byId,
    input: z.strictObject({ address: described(z.string(), 'The number itself, so that nobody does it by mistake') }),
    output: lineView,
  }),
  registerLine: route({
    method: 'POST',
    path: '/api/v1/lines/:id/register',
    permission: 'line:manage',
    summary: 'Register a number again, with the PIN that is kept or this one',
    params: byId,
    input: z.strictObject({ pin: z.nullable(z.string().check(z.regex(/^\d{6}$/))) }),
    output: lineView,
  }),
  getProfile: route({
    method: 'GET',
    path: '/api/v1/lines/:id/profile',
    permission: 'line:manage',
    summary: 'What customers read when they open the chat’s head',
    params: byId,
    output: profile,
  }),
  putProfile: route({
    method: 'POST',
    path: '/api/v1/lines/:id/profile',
    permission: 'line:manage',
    summary: 'Change it',
    params: byId,
    input: profile,
    output: profile,
  }),
  getGreetings: route({
    method: 'GET',
    path: '/api/v1/lines/:id/greetings',
    permission: 'line:manage',
    summary: 'Ice-breakers offered in an empty chat, and commands after a slash',
    params: byId,
    output: greetings,
  }),
  putGreetings: route({
    method: 'POST',
    path: '/api/v1/lines/:id/greetings',
    permission: 'line:manage',
    summary: 'Change them',
    params: byId,
    input: greetings,
    output: greetings,
  }),
  listLinks: route({
    method: 'GET',
    path: '/api/v1/lines/:id/links',
    permission: 'line:manage',
    summary: 'Short links that open a chat with words to begin with',
    params: byId,
    output: page(link),
  }),
  addLink: route({
    method: 'POST',
    path: '/api/v1/lines/:id/links',
    permission: 'line:manage',
    summary: 'Make one',
    params: byId,
    input: z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(140)) }),
    output: link,
    status: 201,
  }),
  removeLink: route({
    method: 'POST',
    path: '/api/v1/lines/:id/links/remove',
    permission: 'line:manage',
    summary: 'Take one away; whoever opens it afterwards finds nothing',
    params: byId,
    input: z.strictObject({ code: z.string().check(z.regex(/^[A-Za-z0-9]{1,40}$/)) }),
    status: 204,
  }),
}

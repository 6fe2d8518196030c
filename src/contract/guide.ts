import * as z from 'zod/mini'
import { FIT_REASONS, SUITS } from '#core/guide/fit.ts'
import { STEPS, VERIFICATIONS } from '#core/guide/guide.ts'
import { MORE_REASONS, NUMBER_USES, PHONE_KINDS } from '#core/guide/number.ts'
import { TOPIC_NAMES } from '#core/guide/topic.ts'
import { described, iso, uuid } from './schema.ts'

const count = (most: number) => z.number().check(z.minimum(0), z.maximum(most))
const short = z.string().check(z.maxLength(200))
const country = z.string().check(z.regex(/^[A-Z]{2}$/))

export const fitAnswers = z.strictObject({
  conversationsPerDay: count(1_000_000),
  openHours: count(24),
  minutesEach: count(240),
  atOnce: z.int().check(z.minimum(1), z.maximum(20)),
  answerWithinMinutes: count(1_440),
  share: z.number().check(z.minimum(0.5), z.maximum(0.99)),
  agents: z.int().check(z.minimum(0), z.maximum(10_000)),
  repliesEach: count(100),
  marketingPerMonth: count(100_000_000),
  utilityPerMonth: count(100_000_000),
  hasSystems: z.boolean(),
  wantsBot: z.boolean(),
  isOnApp: z.boolean(),
  country,
})
export const activityAnswers = z.strictObject({
  topics: z.array(z.enum(TOPIC_NAMES)).check(z.maxLength(TOPIC_NAMES.length)),
  accepted: z.boolean(),
})
export const companyAnswers = z.strictObject({
  legalName: z.string().check(z.minLength(1), z.maxLength(200)),
  taxId: short,
  portfolioId: z.string().check(z.regex(/^(\d{5,20})?$/)),
  website: z.string().check(z.regex(/^(https?:\/\/\S{3,250})?$/)),
  verification: z.enum(VERIFICATIONS),
})
export const numberAnswers = z.strictObject({
  phone: z.string().check(z.minLength(3), z.maxLength(40)),
  country,
  use: z.enum(NUMBER_USES),
  keepsApp: z.boolean(),
  hasVoiceMenu: z.boolean(),
  moreReason: z.nullable(z.enum(MORE_REASONS)),
})
export const nameAnswers = z.strictObject({
  displayName: z.string().check(z.minLength(1), z.maxLength(120)),
  siteText: z.string().check(z.maxLength(20_000)),
  siteFrom: z.nullable(z.enum(['fetched', 'pasted'])),
})
export const guideAnswers = z.strictObject({
  fit: z.optional(fitAnswers),
  activity: z.optional(activityAnswers),
  company: z.optional(companyAnswers),
  number: z.optional(numberAnswers),
  name: z.optional(nameAnswers),
})
export type GuideAnswersView = z.output<typeof guideAnswers>

const findingView = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'advice']),
  field: z.string(),
  span: z.nullable(z.object({ start: z.int(), end: z.int() })),
  mend: described(z.nullable(z.string()), 'The whole answer, put right'),
  message: z.string(),
})
const eventView = z.object({
  kind: z.string(),
  at: iso,
  by: described(z.nullable(z.string()), 'Name of whoever did it'),
  /** What else there is to it: the method of a code, the words of a refusal. */
  details: z.record(z.string(), z.string()),
})
const ownerView = z.object({ agentId: z.nullable(uuid), name: z.string() })
const stepView = z.object({
  name: z.enum(STEPS),
  state: z.enum(['todo', 'waiting', 'stopped', 'done']),
  who: described(z.enum(['you', 'hilo', 'meta']), 'Whose turn it is, or whose it was'),
  minutes: z.tuple([z.int(), z.int()]),
  owner: z.nullable(ownerView),
  mine: described(z.boolean(), 'Whether the caller may fill it in'),
  findings: z.array(findingView),
  events: z.array(eventView),
})
export type StepView = z.output<typeof stepView>

const money = z.object({ micros: z.int(), currency: z.string() })
const fitView = z.object({
  suits: z.enum(SUITS),
  reasons: z.array(z.enum(FIT_REASONS)),
  agents: described(z.int(), 'Agents the busiest hour needs; a first estimate'),
  parts: z.array(z.object({ category: z.string(), messages: z.number(), cost: z.nullable(money) })),
  freeAnswers: z.nullable(z.int()),
  demonstration: z.boolean(),
})

export const topicView = z.object({
  name: z.enum(TOPIC_NAMES),
  level: z.enum(['forbidden', 'restricted', 'careful']),
  title: z.string(),
  not: z.string(),
  but: z.string(),
})
export type TopicView = z.output<typeof topicView>

const tries = z.object({ left: z.int(), notBefore: z.nullable(iso) })

export const guideView = z.object({
  id: uuid,
  createdAt: iso,
  answers: guideAnswers,
  steps: z.array(stepView),
  next: described(z.nullable(z.enum(STEPS)), 'The step to go on with; null: all are done'),
  fit: z.nullable(fitView),
  outlook: z.nullable(z.enum(['likely', 'depends', 'unlikely'])),
  support: described(
    z.nullable(z.object({ kind: z.enum(['name', 'words', 'nothing']), excerpt: z.nullable(z.string()) })),
    'Whether the company’s site carries the display name; null: nobody has looked',
  ),
  phone: z.nullable(z.object({ shown: z.string(), country: z.string(), kind: z.enum(PHONE_KINDS) })),
  number: z.nullable(
    z.object({ address: z.string(), phoneNumberId: z.string(), wabaId: z.string(), isOnApp: z.boolean() }),
  ),
  nameStatus: z.nullable(z.string()),
  nameAdvice: described(
    z.nullable(z.string()),
    'What helps where Meta refused the name, in the language of `Accept-Language`; null: it did not',
  ),
  lineId: z.nullable(uuid),
  code: described(
    z.nullable(z.object({ method: z.enum(['sms', 'voice']), until: iso })),
    'The code on its way; null: none is',
  ),
  tries: z.object({ code: tries, wrongCode: tries, registration: tries }),
  hasPin: z.boolean(),
  webhook: z.object({ url: z.string(), isPublic: z.boolean() }),
  known: described(
    z.array(z.object({ lineId: uuid, name: z.string(), wabaId: z.string() })),
    'Lines whose access can be used for this number, too; one for each WhatsApp account',
  ),
  onboarding: described(
    z.nullable(z.object({ appId: z.string(), configId: z.string(), sdkUrl: z.string(), graphVersion: z.string() })),
    'How to open Meta’s own window; null: this installation has no app for that',
  ),
})
export type GuideView = z.output<typeof guideView>

export const guideShareView = z.object({
  id: uuid,
  step: z.enum(STEPS),
  name: described(z.string(), 'Whom the link was given to'),
  standing: described(z.enum(['open', 'expired', 'revoked', 'done']), 'Only an open one opens anything'),
  createdAt: iso,
  expiresAt: iso,
  opened: described(z.int(), 'How often its page was opened'),
  lastOpenedAt: described(z.nullable(iso), 'When its page was last opened'),
})
export type GuideShareView = z.output<typeof guideShareView>

const pin = z.string().check(z.regex(/^\d{6}$/))

/** What is asked of the guide. */
export const guideInputs = {
  owner: z.strictObject({
    step: z.enum(STEPS),
    owner: z.nullable(z.strictObject({ agentId: z.nullable(uuid), name: short })),
  }),
  site: z.strictObject({ url: z.string().check(z.regex(/^https?:\/\/\S{3,250}$/)) }),
  connect: z.union([
    z.strictObject({
      how: z.literal('token'),
      accessToken: z.string().check(z.minLength(10), z.maxLength(1000)),
      appSecret: z.string().check(z.minLength(16), z.maxLength(128)),
      wabaId: described(z.optional(z.string().check(z.regex(/^\d{5,20}$/))), 'May be left out where the token says it'),
    }),
    z.strictObject({
      how: z.literal('dialog'),
      code: z.string().check(z.minLength(10), z.maxLength(2000)),
      wabaId: z.optional(z.string().check(z.regex(/^\d{5,20}$/))),
      phoneNumberId: z.optional(z.string().check(z.regex(/^\d{5,20}$/))),
    }),
    z.strictObject({ how: z.literal('known'), lineId: uuid }),
    z.strictObject({
      how: z.literal('left'),
      step: short,
      words: described(z.optional(z.string().check(z.maxLength(500))), 'What the window said went wrong'),
    }),
  ]),
  code: z.strictObject({ method: z.enum(['sms', 'voice']) }),
  verify: z.strictObject({ code: z.string().check(z.regex(/^\d{3}-?\d{3}$/)) }),
  register: z.strictObject({ pin: described(z.nullable(pin), 'Null: one is made up') }),
  test: z.strictObject({ phone: z.string().check(z.minLength(5), z.maxLength(40)) }),
  pin: z.strictObject({ pin: z.nullable(pin) }),
  share: z.strictObject({
    step: z.enum(STEPS),
    name: described(z.string().check(z.trim(), z.minLength(1), z.maxLength(80)), 'Whom it is for', 'Notaría Pérez'),
  }),
}
/** The only time anybody sees it. */
export const shownPin = z.object({
  pin: described(z.nullable(pin), 'Shown this once; null: the one of before is still good'),
})

import * as z from 'zod/mini'
import { DAY_MINUTES, MOST_DATES, MOST_INTERVALS } from '#core/opening-hours/opening-hours.ts'
import { byId, route } from './route.ts'
import { cursor, described, iso, limit, page } from './schema.ts'

const interval = z.strictObject({
  from: z.int().check(z.minimum(0), z.maximum(DAY_MINUTES - 1)),
  to: z.int().check(z.minimum(1), z.maximum(2 * DAY_MINUTES)),
})
const day = z.array(interval).check(z.maxLength(MOST_INTERVALS))

const hours = z.strictObject({
  zone: described(z.string().check(z.minLength(3), z.maxLength(60)), 'IANA time zone', 'America/Bogota'),
  week: described(
    z.tuple([day, day, day, day, day, day, day]),
    'Monday first; minutes after midnight, in order; `to` beyond 1440 is in the next day; an empty day is closed',
  ),
  dates: described(
    z
      .array(
        z.strictObject({
          date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
          name: z.string().check(z.maxLength(80)),
          hours: day,
        }),
      )
      .check(z.maxLength(MOST_DATES)),
    'Dates with hours of their own; they come before weekday and holiday',
  ),
  holidays: described(
    z.nullable(z.string().check(z.length(2))),
    'ISO country on whose national holidays it is closed; null: they are days like others',
    'CL',
  ),
})

const text = z.nullable(
  z.strictObject({
    body: described(z.string().check(z.maxLength(4096)), '`{{opens}}` becomes when it opens, in words'),
    buttons: described(z.array(z.string().check(z.maxLength(100))).check(z.maxLength(3)), 'Answers to tap'),
  }),
)
const away = described(
  z.nullable(z.strictObject({ texts: z.strictObject({ es: text, en: text, 'pt-BR': text }) })),
  'What somebody who writes while it is closed is told, once in that time; null: nothing',
)
const kept = z.strictObject({ hours, away })
export type KeptHoursView = z.output<typeof kept>

const now = z.object({
  isOpen: z.boolean(),
  from: described(z.nullable(iso), 'Since when; null: longer than two months'),
  until: described(z.nullable(iso), 'The next change; null: none within two months'),
})

const hoursView = z.object({
  company: described(z.nullable(kept), 'Null: nobody has said'),
  companyNow: z.nullable(now),
  lines: described(
    z.array(
      z.object({ lineId: z.uuid(), own: described(z.nullable(kept), 'Null: as the company'), now: z.nullable(now) }),
    ),
    'Every line of the account',
  ),
  holidayCountries: described(z.array(z.string()), 'Whose national holidays are known'),
})
export type OpeningHoursView = z.output<typeof hoursView>

const changeView = z.object({
  id: z.string(),
  at: iso,
  by: z.nullable(z.string()),
  lineId: described(z.nullable(z.uuid()), 'Null: the company’s'),
  before: z.nullable(kept),
  after: z.nullable(kept),
})
export type HoursChangeView = z.output<typeof changeView>

/** When somebody is there, and what people are told while nobody is. */
export const openingHoursRoutes = {
  getOpeningHours: route({
    method: 'GET',
    path: '/api/v1/opening-hours',
    permission: 'account:read',
    summary: 'When the company and each of its lines are open, and whether they are now',
    output: hoursView,
  }),
  putOpeningHours: route({
    method: 'POST',
    path: '/api/v1/opening-hours',
    permission: 'hours:manage',
    summary: 'Set the hours of the company and its away message; null takes them away',
    input: z.strictObject({ kept: z.nullable(kept) }),
    output: hoursView,
  }),
  putLineHours: route({
    method: 'POST',
    path: '/api/v1/lines/:id/opening-hours',
    permission: 'hours:manage',
    summary: 'Give a line hours and an away message of its own; null: as the company',
    params: byId,
    input: z.strictObject({ kept: z.nullable(kept) }),
    output: hoursView,
  }),
  listHoursChanges: route({
    method: 'GET',
    path: '/api/v1/opening-hours/changes',
    permission: 'hours:manage',
    summary: 'Who changed the hours, and how they were before, newest first',
    query: z.object({ limit, cursor }),
    output: page(changeView),
  }),
}

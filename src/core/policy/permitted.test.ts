import { describe, expect, test } from 'vitest'
import { hours as hoursLong, type Instant, instant, minutes } from '#base/time.ts'
import { placeOfPhone } from '../calendar/place.ts'
import { PACKS } from './packs/packs.ts'
import { type Person, waitFor } from './permitted.ts'
import { lawsAlone, rulesFor } from './policy.ts'
import { type HeldRule, type Moment, PROACTIVE, type ProactivePurpose, weekOf } from './rule.ts'

const MARGIN = minutes(1)
const at = (iso: string): Instant => instant(Date.parse(iso))
const person = (phone: string, contacted: readonly Moment[] = [], more: Partial<Person> = {}): Person => {
  const { country, zones } = placeOfPhone(phone)
  const [first = 'America/Bogota', ...rest] = zones
  return { country, zones: [first, ...rest], contacted, channel: 'whatsapp', ownHolidays: [], ...more }
}
const COLOMBIAN = '573001112233'
const lawsOf = (country: string, purpose: ProactivePurpose) =>
  rulesFor(lawsAlone(country, 'America/Bogota'), country, purpose, at('2026-11-29T12:00Z'))
const contacted = (iso: string, purpose: Moment['purpose'] = 'collections', channel = 'whatsapp'): Moment => ({
  at: at(iso),
  purpose,
  channel,
})

/** What is answered, in short: the codes, and until when. */
const asked = (rules: readonly HeldRule[], who: Person, iso: string) => {
  const { reasons, until } = waitFor(rules, who, at(iso), MARGIN)
  const codes = reasons.map(({ code }) => code).join(' ')
  return codes === '' ? 'now' : `${codes} → ${until === null ? 'never' : new Date(until).toISOString().slice(0, 16)}`
}

describe('Colombia, by Ley 2300 of 2023', () => {
  const rules = lawsOf('CO', 'collections')
  // Bogotá is five hours behind Greenwich.
  test.each([
    ['Friday noon', '2026-11-27T17:00Z', 'now'],
    ['Friday a minute past seven in the morning', '2026-11-27T12:01Z', 'now'],
    [
      'Friday at seven sharp, by a clock that may be fast',
      '2026-11-27T12:00Z',
      'contact-outside-hours → 2026-11-27T12:01',
    ],
    ['Friday before seven', '2026-11-27T11:00Z', 'contact-outside-hours → 2026-11-27T12:01'],
    ['Friday at seven in the evening: Saturday', '2026-11-28T00:00Z', 'contact-outside-hours → 2026-11-28T13:01'],
    [
      'Friday a moment before, for it would arrive too late',
      '2026-11-27T23:59:30Z',
      'contact-outside-hours → 2026-11-28T13:01',
    ],
    ['Saturday at three: Monday', '2026-11-28T20:00Z', 'contact-outside-hours → 2026-11-30T12:01'],
    ['Sunday: Monday', '2026-11-29T17:00Z', 'contact-on-closed-day → 2026-11-30T12:01'],
    ['a holiday on a Tuesday: the day after', '2026-12-08T17:00Z', 'contact-on-holiday → 2026-12-09T12:01'],
    ['Holy Thursday: Saturday', '2027-03-25T17:00Z', 'contact-on-holiday → 2027-03-27T13:01'],
    [
      'Saturday evening before a Monday that is kept: Tuesday',
      '2026-10-10T22:00Z',
      'contact-outside-hours → 2026-10-13T12:01',
    ],
  ])('%s', (_, iso, answer) => expect(asked(rules, person(COLOMBIAN), iso)).toBe(answer))

  test('once a day, by the day of the person', () => {
    const morning = person(COLOMBIAN, [contacted('2026-11-26T13:00Z')])
    expect(asked(rules, morning, '2026-11-26T17:00Z')).toBe('contacted-today → 2026-11-27T12:01')
    expect(asked(rules, morning, '2026-11-27T12:30Z')).toBe('now')
  })

  test('advertising and collections count together, notices do not', () => {
    expect(asked(rules, person(COLOMBIAN, [contacted('2026-11-26T13:00Z', 'marketing')]), '2026-11-26T17:00Z')).toMatch(
      /^contacted-today/,
    )
    expect(asked(rules, person(COLOMBIAN, [contacted('2026-11-26T13:00Z', 'notices')]), '2026-11-26T17:00Z')).toBe(
      'now',
    )
  })

  test('not on another channel within seven days', () => {
    const byMail = person(COLOMBIAN, [contacted('2026-11-24T13:00Z', 'collections', 'email')])
    expect(asked(rules, byMail, '2026-11-26T17:00Z')).toBe('contacted-elsewhere → 2026-12-01T13:02')
  })

  test('notices about something they have are nobody’s business', () => {
    expect(asked(lawsOf('CO', 'notices'), person(COLOMBIAN), '2026-11-29T05:00Z')).toBe('now')
  })
})

describe('Chile, by Ley 21.320', () => {
  const rules = lawsOf('CL', 'collections')
  const inSantiago = person('56221234567')
  // Santiago is three hours behind Greenwich in summer, four in winter; Easter Island two more.
  test.each([
    ['a working day', '2026-11-27T12:00Z', 'now'],
    ['Saturday is one', '2026-11-28T22:00Z', 'now'],
    ['Sunday is none', '2026-11-29T15:00Z', 'contact-on-closed-day → 2026-11-30T11:01'],
    ['the bridge of 2027-09-17', '2027-09-17T15:00Z', 'contact-on-holiday → 2027-09-20T11:01'],
    [
      'the Saturday before clocks go forward at midnight',
      '2027-09-05T00:30Z',
      'contact-outside-hours → 2027-09-06T11:01',
    ],
  ])('%s', (_, iso, answer) => expect(asked(rules, inSantiago, iso)).toBe(answer))

  test('a mobile may be on Easter Island: the hours of both at once', () => {
    expect(asked(rules, person('56912345678'), '2026-11-27T12:00Z')).toBe('contact-outside-hours → 2026-11-27T13:01')
    expect(asked(rules, person('56912345678'), '2026-11-27T22:00Z')).toBe('now')
    expect(asked(rules, person('56912345678'), '2026-11-27T23:30Z')).toMatch(
      /^contact-outside-hours → 2026-11-28T13:01/,
    )
  })

  test('twice in seven days, two days apart', () => {
    const once = person('56221234567', [contacted('2026-11-24T15:00Z')])
    expect(asked(rules, once, '2026-11-25T15:00Z')).toBe('contacted-lately → 2026-11-26T15:02')
    expect(asked(rules, once, '2026-11-26T15:10Z')).toBe('now')
    const twice = person('56221234567', [contacted('2026-11-24T15:00Z'), contacted('2026-11-26T15:10Z')])
    expect(asked(rules, twice, '2026-11-30T15:00Z')).toBe('contacted-this-week → 2026-12-01T15:02')
  })

  test('advertising is not collections', () => {
    expect(asked(lawsOf('CL', 'marketing'), inSantiago, '2026-11-29T15:00Z')).toBe('now')
  })
})

describe('Ecuador and Spain', () => {
  test.each([
    [
      'Ecuador, Friday evening',
      'EC',
      'collections',
      '593222345678',
      '2026-11-28T01:00Z',
      'contact-outside-hours → 2026-11-30T12:01',
    ],
    [
      'Ecuador, a day kept on Monday',
      'EC',
      'collections',
      '59322345678',
      '2026-05-25T15:00Z',
      'contact-on-holiday → 2026-05-26T12:01',
    ],
    [
      'Ecuador, a mobile may be on Galápagos',
      'EC',
      'collections',
      '593991234567',
      '2026-11-27T12:30Z',
      'contact-outside-hours → 2026-11-27T13:01',
    ],
    [
      'Spain, Saturday',
      'ES',
      'marketing',
      '34912345678',
      '2026-11-28T11:00Z',
      'contact-on-closed-day → 2026-11-30T08:01',
    ],
    [
      'Spain, a mobile may be on the Canaries',
      'ES',
      'marketing',
      '34612345678',
      '2026-11-27T08:30Z',
      'contact-outside-hours → 2026-11-27T09:01',
    ],
    [
      'Spain, on the Monday after clocks went back',
      'ES',
      'marketing',
      '34912345678',
      '2026-10-25T07:00Z',
      'contact-on-closed-day → 2026-10-26T08:01',
    ],
    [
      'Spain, on the Monday after they went forward',
      'ES',
      'marketing',
      '34912345678',
      '2026-03-29T07:00Z',
      'contact-on-closed-day → 2026-03-30T07:01',
    ],
    [
      'Spain, Constitution Day and Immaculate Conception',
      'ES',
      'marketing',
      '34912345678',
      '2027-12-06T11:00Z',
      'contact-on-holiday → 2027-12-07T08:01',
    ],
  ] as const)('%s', (_, country, purpose, phone, iso, answer) => {
    expect(asked(lawsOf(country, purpose), person(phone), iso)).toBe(answer)
  })
})

describe('a company’s own rules', () => {
  const own = (rule: Partial<HeldRule>): HeldRule[] => [
    {
      purposes: PROACTIVE,
      hours: null,
      onHolidays: 'allowed',
      perDay: null,
      perWeek: null,
      daysApart: null,
      isOneChannel: false,
      needsConsent: false,
      of: 'own',
      ...rule,
    },
  ]

  test('its own holidays count where holidays count', () => {
    const local = person(COLOMBIAN, [], { ownHolidays: [{ date: '2026-11-27', name: 'Feria de Cali' }] })
    expect(asked(own({ onHolidays: 'forbidden' }), local, '2026-11-27T17:00Z')).toBe(
      'contact-on-holiday → 2026-11-28T05:01',
    )
    expect(asked(own({}), local, '2026-11-27T17:00Z')).toBe('now')
  })

  test('the strictest of all rules decides, and all reasons are told', () => {
    const rules = [...lawsOf('CO', 'marketing'), ...own({ hours: weekOf([10, 12], null, null), perWeek: 1 })]
    const twice = person(COLOMBIAN, [contacted('2026-11-27T16:00Z', 'marketing')])
    expect(asked(rules, twice, '2026-11-27T21:00Z')).toBe(
      'contacted-today contact-outside-hours contacted-this-week → 2026-12-04T16:02',
    )
  })

  test('who is open never has to wait for ever', () => {
    const closed = own({ hours: [null, null, null, null, null, null, null] })
    expect(asked(closed, person(COLOMBIAN), '2026-11-27T17:00Z')).toBe('contact-on-closed-day → never')
    const apart = person('x', [], { zones: ['Pacific/Auckland', 'Europe/Madrid'] })
    expect(asked(own({ hours: weekOf([12, 13], [12, 13], [12, 13]) }), apart, '2026-11-27T17:00Z')).toMatch(/never$/)
  })

  test('an hour that clocks leap over opens at the leap', () => {
    const night = own({ hours: weekOf([2, 4], [2, 4], [2, 4]) })
    expect(asked(night, person('34912345678'), '2026-03-28T20:00Z')).toBe('contact-outside-hours → 2026-03-29T01:01')
  })
})

test('whatever is answered is true: permitted then, and not a moment before', () => {
  const people = ['573001112233', '56912345678', '593991234567', '34612345678', '5511912345678'].map((phone) =>
    person(phone, [contacted('2026-03-20T15:00Z'), contacted('2026-03-26T15:00Z', 'marketing')]),
  )
  for (const who of people) {
    const rules = Object.values(PACKS).flatMap((pack) => pack.rules.map((rule): HeldRule => ({ ...rule, of: pack.id })))
    for (let each = 0; each < 21 * 24; each += 5) {
      const now = instant(Date.parse('2026-03-22T00:00Z') + hoursLong(each))
      const { reasons, until } = waitFor(rules, who, now, MARGIN)
      if (until === null) expect.fail('never')
      expect(reasons.length === 0).toBe(until === now)
      expect(waitFor(rules, who, until, MARGIN).reasons).toEqual([])
      if (until > now) expect(waitFor(rules, who, instant(until - 1), MARGIN).reasons).not.toEqual([])
    }
  }
})

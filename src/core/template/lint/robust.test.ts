import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Finding, LintReport, Place } from './finding.ts'
import { fieldOf, listOf, objectOf, stringOf } from './json.ts'
import { lint, wordsToSpell } from './lint.ts'
import { mend } from './mend.ts'

const CONTEXT = { language: 'es', market: 'MX', others: [] } as const
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '{{1}}',
        '{{',
        '}}',
        '{{a}}',
        ' ',
        '\n',
        '\t',
        'gratis',
        'pedido',
        '👍',
        'A',
        'é',
        'bit.ly/x',
        '%',
        '20',
      ),
    )
    .map((parts) => parts.join('')),
)
const kind = fc.constantFrom('HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL', 'LIMITED_TIME_OFFER', 'X', 7, null)
const button = fc.record(
  {
    type: fc.constantFrom('URL', 'QUICK_REPLY', 'OTP', 'COPY_CODE', 'PHONE_NUMBER', 'FLOW', null),
    text,
    url: text,
    example: fc.anything(),
  },
  { requiredKeys: [] },
)
const component = fc.record(
  {
    type: kind,
    text: fc.oneof(text, fc.anything()),
    format: fc.constantFrom('TEXT', 'IMAGE', 'Z', 3),
    example: fc.anything(),
    buttons: fc.oneof(fc.array(button), fc.anything()),
    cards: fc.array(fc.record({ components: fc.array(fc.record({ type: kind, text }, { requiredKeys: [] })) })),
    limited_time_offer: fc.anything(),
  },
  { requiredKeys: [] },
)
const draft = fc.record(
  {
    name: fc.oneof(text, fc.anything()),
    language: fc.constantFrom('es', 'en_US', 'pt_BR', 'xx', 1, null),
    category: fc.constantFrom('UTILITY', 'MARKETING', 'AUTHENTICATION', 'X', {}),
    components: fc.oneof(fc.array(component), fc.anything()),
  },
  { requiredKeys: [] },
)

/** Every span lies in the text, and whatever is said is a sentence. */
function check({ findings }: LintReport): void {
  for (const { span, fix, message } of findings) {
    for (const each of [span, fix?.span]) if (each) expect(each.start >= 0 && each.end >= each.start).toBe(true)
    expect(message.length).toBeGreaterThan(5)
  }
  expect(findings.length).toBeLessThanOrEqual(200)
}

test('anything at all is answered with a report', () => {
  const anything = fc.oneof(fc.anything(), fc.jsonValue(), draft)
  fc.assert(
    fc.property(anything, (input) => {
      check(lint(input, CONTEXT))
      expect(wordsToSpell(input)).toBeInstanceOf(Array)
    }),
    { numRuns: 500 },
  )
})

/** The text a finding's span counts in; null: there is none. */
function textAt(input: unknown, place: Place): string | null {
  if (place === 'name' || place === 'language' || place === 'category') return stringOf(fieldOf(objectOf(input), place))
  const [first = '', second = '', ...rest] = place.split('.')
  const ofType = (components: unknown, type: string) =>
    listOf(components)
      .map(objectOf)
      .find((each) => stringOf(fieldOf(each, 'type'))?.toUpperCase() === type) ?? null
  const components = fieldOf(objectOf(input), 'components')
  if (first === 'carousel') {
    const card = objectOf(listOf(fieldOf(ofType(components, 'CAROUSEL'), 'cards'))[Number(second)])
    return textAt({ components: fieldOf(card, 'components') }, rest.join('.'))
  }
  const part = ofType(components, first.toUpperCase())
  if (first === 'limited_time_offer') return stringOf(fieldOf(objectOf(fieldOf(part, first)), 'text'))
  if (first !== 'buttons') return stringOf(fieldOf(part, 'text'))
  return stringOf(fieldOf(objectOf(listOf(fieldOf(part, 'buttons'))[Number(second)]), rest[0] ?? 'text'))
}

const errorsIn = (findings: readonly Finding[]): readonly string[] =>
  findings.flatMap(({ code, severity, component }) =>
    severity === 'error' && code !== 'example-missing' ? `${code} ${component}` : [],
  )
const count = (list: readonly string[], key: string): number => list.filter((each) => each === key).length

test('every span lies in its text; a mend leaves no new error, and of errors one less', () => {
  fc.assert(
    fc.property(draft, (input) => {
      const { findings } = lint(input, CONTEXT)
      const before = errorsIn(findings)
      for (const { code, severity, component, span, fix } of findings.slice(0, 40)) {
        const length = textAt(input, component)?.length ?? 0
        for (const each of [span, fix?.span])
          if (each) expect(each.end, `${code} ${component}`).toBeLessThanOrEqual(length)
        if (!fix || findings.length === 200) continue
        const after = errorsIn(lint(mend(input, component, fix), CONTEXT).findings)
        for (const key of after) expect(count(after, key), `${code}: ${key}`).toBeLessThanOrEqual(count(before, key))
        const own = `${code} ${component}`
        if (severity === 'error') expect(count(after, own)).toBeLessThan(count(before, own))
      }
    }),
    { numRuns: 300 },
  )
})

test('mends done one after the other come to an end', () => {
  fc.assert(
    fc.property(draft, (input) => {
      let now: unknown = input
      for (let turn = 0; turn < 200; turn++) {
        const next = lint(now, CONTEXT).findings.find(({ fix, code }) => fix !== null && code !== 'category-mismatch')
        if (next?.fix == null) return
        now = mend(now, next.component, next.fix)
      }
      expect(lint(now, CONTEXT).findings.filter(({ fix }) => fix !== null)).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('a name that every object inherits is none of a template', () => {
  const input = { name: 'constructor', components: [{ type: 'constructor' }, { type: '__proto__' }] }
  check(lint(input, { language: 'es', market: 'constructor' }))
})

test.each([
  ['capitals', 'A'.repeat(500_000)],
  ['spaces', ' '.repeat(500_000)],
  ['open braces', '{'.repeat(500_000)],
  ['fields', '{{1}}'.repeat(100_000)],
  ['other fields', Array.from({ length: 60_000 }, (_, index) => `{{${index}}}`).join(' ')],
  ['sales', 'nunca gratis envío '.repeat(30_000)],
  ['dots', 'a.'.repeat(250_000)],
])('half a million characters of %s take no second', (_, long) => {
  const button = { type: 'URL', text: long, url: `https://${long}` }
  const components = [
    { type: 'HEADER', format: 'TEXT', text: long },
    { type: 'BODY', text: long },
    { type: 'BUTTONS', buttons: [button, button] },
  ]
  const started = process.cpuUsage()
  check(lint({ name: long, language: 'es', category: 'UTILITY', components }, CONTEXT))
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000)
})

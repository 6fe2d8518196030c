import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LintReport } from './finding.ts'
import { lint, wordsToSpell } from './lint.ts'

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

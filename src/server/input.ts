import * as z from 'zod/mini'
import { failed, ok, type Result } from '#base/result.ts'
import { type Refusal, refusal } from '#core/refusal/refusal.ts'

/** Reads untrusted input by its schema, or says for every wrong field what was found and what is expected. */
export function readInput<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: unknown,
  part: 'body' | 'query' | 'path' = 'body',
): Result<z.output<Schema>, readonly Refusal[]> {
  const parsed = z.safeParse(schema, input)
  if (parsed.success) return ok(parsed.data)
  return failed(parsed.error.issues.slice(0, MOST_ISSUES).flatMap((issue) => refusalsOf(issue, input, [], part)))
}

/**
 * Reads the parameters of a query. One that the route does not know is refused with those it knows: a filter that is
 * misspelt would otherwise show everything.
 */
export function readQuery<Schema extends z.ZodMiniObject>(
  schema: Schema,
  query: unknown,
): Result<z.output<Schema>, readonly Refusal[]> {
  const known = Object.keys(schema.shape)
  const expected = known.length === 0 ? 'no parameters' : `one of ${known.join(' | ')}`
  const strange = Object.entries(query as Readonly<Record<string, unknown>>)
    .filter(([name]) => !known.includes(name))
    .slice(0, MOST_ISSUES)
    .map(([name, value]) => refusal('input-invalid', { field: name.slice(0, 80), found: shown(value, name), expected }))
  const read = readInput(schema, query, 'query')
  if (strange.length === 0) return read
  return failed([...strange, ...(read.ok ? [] : read.error.filter(({ field }) => known.includes(field ?? '')))])
}

const MOST_ISSUES = 20
type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

function refusalsOf(issue: Issue, input: unknown, base: Path, part: string): Refusal[] {
  const path = [...base, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // Of several shapes the one that fits best explains most.
    const closest = issue.errors.toSorted((a, b) => misfit(a) - misfit(b))[0] ?? []
    return closest.slice(0, MOST_ISSUES).flatMap((inner) => refusalsOf(inner, input, path, part))
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MOST_ISSUES).map((key) =>
      refusal('input-invalid', {
        field: fieldName([...path, key], part),
        found: shown(valueAt(input, [...path, key]), key),
        expected: 'no such field',
      }),
    )
  }
  const field = fieldName(path, part)
  return [
    refusal('input-invalid', {
      field,
      found: shown(valueAt(input, path), String(path.at(-1))),
      expected: wanted(issue),
    }),
  ]
}

/** A field that is there and wrong weighs less than one that should not be there or is missing at the top. */
const misfit = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 2 * issue.keys.length : 1), 0)

/** Words of the schema's own, with an example, say more than the name of a type. */
const SAID = / such as /

function wanted(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return SAID.test(issue.message) ? issue.message : issue.expected
    case 'invalid_value':
      return issue.values.map(String).join(' | ').slice(0, 300)
    case 'too_big':
      return `${issue.inclusive === false ? '<' : '≤'} ${issue.maximum}${unitOf(issue.origin)}`
    case 'too_small':
      return `${issue.inclusive === false ? '>' : '≥'} ${issue.minimum}${unitOf(issue.origin)}`
    case 'invalid_format':
      return issue.format === 'regex' ? `text like ${issue.pattern ?? 'the pattern'}` : issue.format
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? issue.options.join(' | ').slice(0, 300)
        : 'one of the known kinds'
    default:
      return issue.message
  }
}

const UNITS: Readonly<Record<string, string>> = { string: ' characters', array: ' items' }
const unitOf = (origin: string): string => UNITS[origin] ?? ''

const fieldName = (path: Path, part: string): string => (path.length === 0 ? part : path.map(String).join('.'))

function valueAt(input: unknown, path: Path): unknown {
  let value = input
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}

const SECRET_FIELDS = /password|token|secret|^(pin|code)$/i

/** What was found, short; never a secret. */
function shown(value: unknown, name: string): string {
  if (value === undefined) return 'nothing'
  if (SECRET_FIELDS.test(name)) return '•••'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

import type { TextPart } from '../draft.ts'
import type { Fix, Found } from '../finding.ts'
import { fieldOf, listOf, objectOf, stringOf } from '../json.ts'
import { type Braces, bracesIn, MOST_READ, slugOf, strayBraces } from '../places.ts'
import { wordsNeeded } from '../limits.ts'
import type { EdgeWords } from './edge-words.ts'

/** The braces of a header or body: their writing, names, order and neighbours, and an example for each. */
export function checkFields(
  part: TextPart,
  kind: 'header' | 'body',
  format: string | null,
  words: EdgeWords | null,
): readonly Found[] {
  const text = part.text ?? ''
  const braces = bracesIn(text)
  const component = part.place
  return [
    ...checkBraces(part),
    ...checkNames(component, braces, format),
    ...checkNumbers(component, text, braces),
    ...(kind === 'body'
      ? [
          ...checkEdges(component, text, braces, words),
          ...checkNeighbours(component, text, braces),
          ...checkRatio(component, text, braces),
        ]
      : []),
    ...checkExamples(part, kind, braces),
  ]
}

/** Braces that make no pair, and what only looks like them: ｛｛1｝｝. */
export const checkBraces = ({ place: component, text }: TextPart): readonly Found[] => [
  ...strayBraces(text ?? '').map((span): Found => {
    const lone = LONE_FIELD.exec((text ?? '').slice(span.start))
    const fix =
      lone === null ? null : { span: { start: span.start, end: span.start + lone[0].length }, text: `{{${lone[1]}}}` }
    return { code: 'braces-unbalanced', component, span, fix }
  }),
  ...Array.from((text ?? '').slice(0, MOST_READ).matchAll(WIDE_BRACES), ({ index, 0: wide, 1: name = '' }): Found => {
    const span = { start: index, end: index + wide.length }
    return {
      code: 'braces-unbalanced',
      component,
      span,
      fix: name === '' ? null : { span, text: `{{${name.trim()}}}` },
    }
  }),
]

/** {1}, {{1} or {1}} at the start of what is read. */
const LONE_FIELD = /^\{{1,2} ?(\d{1,4}|[a-z][a-z0-9_]{0,60}) ?\}{1,2}(?!\})/
const WIDE_BRACES = /[｛❴﹛]+\s*([a-z0-9_]*)\s*[｝❵﹜]*|[｝❵﹜]+/g

function checkNames(component: string, braces: readonly Braces[], format: string | null): readonly Found[] {
  const kinds = new Set(braces.map(({ kind }) => kind))
  const isMixed = kinds.has('numbered') && kinds.has('named')
  const wanted = format === 'NAMED' ? 'named' : format === 'POSITIONAL' ? 'numbered' : null
  const foreign = wanted === null ? undefined : braces.find(({ kind }) => kind !== 'wrong' && kind !== wanted)
  const odd = isMixed ? braces.find(({ kind }) => kind === 'named') : foreign
  return [
    ...braces
      .filter(({ kind }) => kind === 'wrong')
      .map(({ start, end, name }): Found => {
        const slug = slugOf(name)
        const better = /^([1-9]\d{0,3}|[a-z].*)$/.test(slug) ? slug : ''
        const fix: Fix | null = better === '' ? null : { span: { start, end }, text: `{{${better}}}` }
        return {
          code: 'field-name-invalid',
          component,
          span: { start, end },
          values: { found: name.slice(0, 60) },
          fix,
        }
      }),
    ...repeated(component, braces),
    ...(odd === undefined
      ? []
      : [{ code: 'fields-mixed', component, span: { start: odd.start, end: odd.end } } satisfies Found]),
  ]
}

/** A number may stand twice, a name not (cloud-api §3.1). */
function repeated(component: string, braces: readonly Braces[]): readonly Found[] {
  const named = braces.filter(({ kind }) => kind === 'named')
  const second = named.find(({ name }, index) => named.findIndex((each) => each.name === name) < index)
  return second === undefined
    ? []
    : [{ code: 'field-name-repeated', component, span: spanOf(second), values: { found: second.name } }]
}

/** Meta counts {{1}}, {{2}} … in the order they first appear; the mend numbers the whole text anew. */
function checkNumbers(component: string, text: string, braces: readonly Braces[]): readonly Found[] {
  const numbered = braces.filter(({ kind }) => kind === 'numbered')
  const order = [...new Set(numbered.map(({ name }) => name))]
  const sorted = order.toSorted((a, b) => Number(a) - Number(b))
  const gap = sorted.findIndex((name, index) => name !== String(index + 1))
  if (gap === -1) return []
  const wrong = numbered.find(({ name }) => name === sorted[gap])
  if (wrong === undefined) return []
  const whole = { start: 0, end: text.length }
  const renumbered = text.replace(/\{\{([1-9]\d{0,3})\}\}/g, (_, name: string) => `{{${sorted.indexOf(name) + 1}}}`)
  const span = { start: wrong.start, end: wrong.end }
  const values = { found: wrong.name, expected: gap + 1 }
  return [{ code: 'fields-not-contiguous', component, span, values, fix: { span: whole, text: renumbered } }]
}

/**
 * Nothing but spaces and closing marks between a field and the edge counts as the edge (2388299). The mend says a greeting
 * before it or thanks after it.
 */
function checkEdges(
  component: string,
  text: string,
  braces: readonly Braces[],
  words: EdgeWords | null,
): readonly Found[] {
  const first = braces[0]
  const last = braces.at(-1)
  const found: Found[] = []
  if (first && /^[\s\p{Cf}*_~`]*$/u.test(text.slice(0, first.start))) {
    const fix = words && { span: { start: 0, end: 0 }, text: `${words.before} ` }
    found.push({ code: 'field-at-edge', component, span: spanOf(first), fix })
  }
  const tail = last && text.slice(last.end)
  if (last && tail !== undefined && CLOSING.test(tail) && (last !== first || found.length === 0)) {
    const end = last.end + tail.trimEnd().length
    const isClosed = /[.!?…][*_~`)\p{Cf}]*$/u.test(text.slice(last.end, end))
    const fix = words && { span: { start: end, end: text.length }, text: `${isClosed ? '' : '.'} ${words.after}` }
    found.push({ code: 'field-at-edge', component, span: spanOf(last), fix })
  }
  return found
}

const CLOSING = /^[\s\p{Cf}.!?…,;:*_~`)]*$/u

/** Fields with no word between them; the mend puts a comma there. */
const checkNeighbours = (component: string, text: string, braces: readonly Braces[]): readonly Found[] =>
  braces.flatMap((brace, index): Found[] => {
    const next = braces[index + 1]
    if (next === undefined || !/^[\s\p{Cf}*_~`]*$/u.test(text.slice(brace.end, next.start))) return []
    const gap = { start: brace.end, end: next.start }
    const span = { start: brace.start, end: next.end }
    return [{ code: 'fields-adjacent', component, span, fix: { span: gap, text: ', ' } }]
  })

/** Meta wants more fixed words than fields; each field counts once, however often it stands there. */
function checkRatio(component: string, text: string, braces: readonly Braces[]): readonly Found[] {
  const fields = new Set(braces.map(({ name }) => name)).size
  const words = text.replace(/\{\{[^{}]*\}\}/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  const needed = wordsNeeded(fields)
  const [first] = braces
  const last = braces.at(-1)
  if (first === undefined || last === undefined || words >= needed) return []
  return [
    {
      code: 'fields-too-many',
      component,
      span: { start: first.start, end: last.end },
      values: { fields, words, needed },
    },
  ]
}

function checkExamples(part: TextPart, kind: 'header' | 'body', braces: readonly Braces[]): readonly Found[] {
  const examples = examplesOf(part, kind)
  const component = part.place
  const seen = new Set<string>()
  return braces.flatMap((brace): Found[] => {
    if (brace.kind === 'wrong' || seen.has(brace.name)) return []
    seen.add(brace.name)
    const value = examples(brace.name)
    const span = spanOf(brace)
    if (value === null || value.trim() === '') {
      return [{ code: 'example-missing', component, span, values: { field: brace.name } }]
    }
    if (/[\n\r\t]| {5}/.test(value))
      return [{ code: 'example-invalid', component, span, values: { field: brace.name } }]
    return []
  })
}

/** What the sender showed Meta for a field. */
export function examplesOf(part: TextPart, kind: 'header' | 'body'): (name: string) => string | null {
  const example = objectOf(fieldOf(part.raw, 'example'))
  const listed = listOf(fieldOf(example, `${kind}_text`))
  const numbered = Array.isArray(listed[0]) ? listOf(listed[0]) : listed
  const named = new Map(
    listOf(fieldOf(example, `${kind}_text_named_params`))
      .slice(0, 200)
      .map((item) => [fieldOf(objectOf(item), 'param_name'), stringOf(fieldOf(objectOf(item), 'example'))] as const),
  )
  return (name) => (/^\d/.test(name) ? stringOf(numbered[Number(name) - 1]) : (named.get(name) ?? null))
}

const spanOf = ({ start, end }: Braces) => ({ start, end })

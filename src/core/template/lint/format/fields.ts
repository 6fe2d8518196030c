import type { TextPart } from '../draft.ts'
import type { Fix, Found } from '../finding.ts'
import { fieldOf, listOf, objectOf, stringOf } from '../json.ts'
import { type Braces, bracesIn, slugOf, strayBraces } from '../places.ts'

/** The braces of a header or body: their writing, names, order and neighbours, and an example for each. */
export function checkFields(part: TextPart, kind: 'header' | 'body', format: string | null): readonly Found[] {
  const text = part.text ?? ''
  const braces = bracesIn(text)
  const component = part.place
  return [
    ...strayBraces(text).map((span): Found => ({ code: 'braces-unbalanced', component, span })),
    ...checkNames(component, braces, format),
    ...checkNumbers(component, text, braces),
    ...(kind === 'body' ? [...checkEdges(component, text, braces), ...checkNeighbours(component, text, braces)] : []),
    ...checkExamples(part, kind, braces),
  ]
}

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
    ...(odd === undefined
      ? []
      : [{ code: 'fields-mixed', component, span: { start: odd.start, end: odd.end } } satisfies Found]),
  ]
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

/** Nothing but spaces and closing marks between a field and the edge counts as the edge (2388299). */
function checkEdges(component: string, text: string, braces: readonly Braces[]): readonly Found[] {
  const first = braces[0]
  const last = braces.at(-1)
  const found: Found[] = []
  if (first && /^[\s*_~`]*$/.test(text.slice(0, first.start))) {
    found.push({ code: 'field-at-edge', component, span: spanOf(first) })
  }
  const tail = last && text.slice(last.end)
  if (last && tail !== undefined && /^[\s.!?…,;:*_~`)]*$/.test(tail) && (last !== first || found.length === 0)) {
    found.push({ code: 'field-at-edge', component, span: spanOf(last) })
  }
  return found
}

/** Fields with no word between them; the mend puts a comma there. */
const checkNeighbours = (component: string, text: string, braces: readonly Braces[]): readonly Found[] =>
  braces.flatMap((brace, index): Found[] => {
    const next = braces[index + 1]
    if (next === undefined || !/^[\s*_~`]*$/.test(text.slice(brace.end, next.start))) return []
    const gap = { start: brace.end, end: next.start }
    const span = { start: brace.start, end: next.end }
    return [{ code: 'fields-adjacent', component, span, fix: { span: gap, text: ', ' } }]
  })

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

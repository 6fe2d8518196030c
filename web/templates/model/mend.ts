import type { FindingCode } from '#core/template/lint/codes.ts'
import type { Finding } from '#core/template/lint/finding.ts'
import type { Form } from './form.ts'
import { textAt, withText } from './places.ts'

/**
 * Mends that change how something is written and never what it says; only these are done all at once. A misspelt name
 * or another category is for a person to decide.
 */
const SAFE: ReadonlySet<FindingCode> = new Set([
  'name-invalid',
  'header-markup',
  'header-line-break',
  'fields-adjacent',
  'fields-not-contiguous',
  'field-name-invalid',
  'button-text-not-plain',
  'url-invalid',
  'tab',
  'repeated-spaces',
  'blank-lines',
  'outer-spaces',
  'shouting',
])
/** Mends may uncover others; more rounds than this no template needs. */
const ROUNDS_MAX = 60

export const isSafe = ({ code, fix }: Finding): boolean => fix !== null && SAFE.has(code)

/** The form with one finding put right; the same form where its text is not there any more. */
export function mend(form: Form, { component, fix }: Finding): Form {
  const text = textAt(form, component)
  if (fix === null || text === null || fix.span.end > text.length) return form
  const mended = text.slice(0, fix.span.start) + fix.text + text.slice(fix.span.end)
  return mended === text ? form : withText(form, component, mended)
}

/** Every safe mend, each after the text was read anew. */
export function mendAll(form: Form, lint: (form: Form) => readonly Finding[]): Form {
  let mended = form
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const next = lint(mended)
      .filter(isSafe)
      .map((finding) => mend(mended, finding))
      .find((changed) => changed !== mended)
    if (next === undefined) return mended
    mended = next
  }
  return mended
}

import type { SendProblem } from '#core/message/status.ts'
import { ruleOf } from '#core/problem/explain.ts'
import { type Json, listOf, objectOf, stringOf, textOf } from './json.ts'

/** The first of a list of `errors` in a webhook; null when there is none. */
export function readProblem(errors: unknown): SendProblem | null {
  for (const each of listOf(errors)) {
    const error = objectOf(each)
    if (error !== null) return problemOf(error)
  }
  return null
}

/**
 * One error of Meta, of a webhook or of the Graph envelope. Logic rests on the code, of which `core/problem` knows what it
 * means and whether it is repeated; title and details are Meta's words.
 */
export function problemOf(error: Json): SendProblem {
  const code = codeOf(error)
  const message = stringOf(error['message'])
  const userTitle = textOf(error['error_user_title'])
  const title =
    textOf(error['title']) ?? userTitle ?? textOf(message) ?? ruleOf(code)?.cause[1] ?? 'Meta gave no reason'
  const details = textOf(objectOf(error['error_data'])?.['details']) ?? textOf(error['error_user_msg'])
  return { code, title, details: details ?? (message === title ? null : textOf(message)) }
}

/**
 * Errors about templates and numbers come as 100, an invalid parameter, with the real code as subcode (cloud-api §1).
 * Short subcodes are Graph's own, and mean something else than the code of that number.
 */
function codeOf(error: Json): string {
  const code = textOf(error['code']) ?? 'unknown'
  const subcode = textOf(error['error_subcode'])
  return code === '100' && subcode !== null && subcode.length > 5 && ruleOf(subcode) !== null ? subcode : code
}

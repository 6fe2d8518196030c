/** The outcome of something that may be refused. Must be opened by looking at `ok`. */
export type Result<Value, Problem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Problem }

export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value })
export const failed = <Problem>(error: Problem): Result<never, Problem> => ({ ok: false, error })

/** Closes a `switch` over a `kind`: a forgotten case is a type error, a foreign value throws. */
export function unreachable(value: never): never {
  throw new Error(`This case cannot happen: ${JSON.stringify(value)}`)
}

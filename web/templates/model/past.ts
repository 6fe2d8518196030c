/** What somebody wrote, with the way back and forth. Newest last in `past`, next first in `future`. */
export type Past<State> = {
  readonly past: readonly State[]
  readonly present: State
  readonly future: readonly State[]
  /** What was changed last and when, so that the letters of one word are one step. */
  readonly last: { readonly what: string; readonly at: number } | null
}

/** Typing on in one place within this time is one step back. */
const ONE_STEP_MS = 900
const STEPS_MAX = 200

export const begin = <State>(present: State): Past<State> => ({ past: [], present, future: [], last: null })

/** `what` names the place written in; `once` is a step by itself. */
export function change<State>(
  history: Past<State>,
  present: State,
  { what, at }: { readonly what: string; readonly at: number },
): Past<State> {
  if (present === history.present) return history
  const { last } = history
  const isSame = last !== null && what !== ONCE && last.what === what && at - last.at < ONE_STEP_MS
  const past = isSame ? history.past : [...history.past, history.present].slice(-STEPS_MAX)
  return { past, present, future: [], last: { what, at } }
}
export const ONCE = 'once'

export function back<State>(history: Past<State>): Past<State> {
  const present = history.past.at(-1)
  if (present === undefined) return history
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future], last: null }
}

export function forth<State>(history: Past<State>): Past<State> {
  const [present, ...future] = history.future
  if (present === undefined) return history
  return { past: [...history.past, history.present], present, future, last: null }
}

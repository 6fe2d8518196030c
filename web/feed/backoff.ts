const FIRST_MS = 500
const LONGEST_MS = 15_000

/** How long to wait before trying the `attempt`-th time again (from 0): full jitter, so that desks do not return in step. */
export const backoffMs = (attempt: number, dice: number): number =>
  Math.round(dice * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10)))

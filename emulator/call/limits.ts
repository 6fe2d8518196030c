import { days, type Duration, hours, seconds } from '#base/time.ts'

/* Calling API, Obtain user call permissions and User-initiated calls, 2025-11-13. */

/** How often a business may ask one person, counted since a call last connected them; each by its ISO 8601 name. */
export const REQUEST_LIMITS: readonly { readonly period: string; readonly within: Duration; readonly max: number }[] = [
  { period: 'PT24H', within: hours(24), max: 1 },
  { period: 'P7D', within: days(7), max: 2 },
]
/** "Temporary permissions are granted for 7 calendar days (168 hours)". */
export const PERMISSION_LASTS: Duration = hours(168)
/** Calls that connect, of one number to one person. The error table of 2026-05 says 100 in its row of 138012. */
export const CONNECTED_CALLS = { period: 'PT24H', within: hours(24), max: 10 } as const
/** Consecutive calls of the business that nobody took: the person is asked to think again; the permission goes. */
export const UNANSWERED_UNTIL_REMINDED = 2
export const UNANSWERED_UNTIL_REVOKED = 4
/** "About 30 to 60 seconds" to take a call. */
export const RINGS_FOR: Duration = seconds(45)
/** Of one number at once (138002). */
export const CALLS_AT_ONCE = 1_000
/** GET call_permissions: "a maximum of 5 requests in a 1 second window". */
export const PERMISSION_READS = { within: seconds(1), max: 5 } as const

import { days, type Duration } from '#base/time.ts'

/*
 * What Meta allows of calls between a business number and a person. Source: Calling API, Obtain user call permissions,
 * 2025-11-13 (cloud-api §1.7). Its other limits — calls a day, calls at once — are Meta's to count: nothing of ours calls.
 */

/** How often one person may be asked, counted since they and we last spoke in a call. */
export const CALL_REQUESTS: readonly { readonly within: Duration; readonly max: number }[] = [
  { within: days(1), max: 1 },
  { within: days(7), max: 2 },
]
/** A request nobody answers can be answered this long. */
export const CALL_REQUEST_LASTS: Duration = days(7)
/** Calls of ours in a row that nobody takes, until WhatsApp takes back the permission by itself. */
export const UNANSWERED_CALLS_MAX = 4

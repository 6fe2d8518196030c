import { days, type Duration, hours } from '#base/time.ts'

/*
 * Meta's limits on making templates. Source: cloud-api §3.1, §3.3 and §4.1, from Meta's template documentation, compiled
 * 2026-11-22.
 */

/** New templates per WhatsApp account and hour. */
export const CREATIONS_PER_HOUR = 100
export const CREATION_SPAN: Duration = hours(1)
/** Edits of an approved template. */
export const EDITS = [
  { most: 1, span: hours(24) },
  { most: 10, span: days(30) },
] as const
/** A name stays blocked so long after a template that had it was deleted; a few pages say "4 weeks". */
export const NAME_BLOCKED: Duration = days(30)
/** Templates of a WhatsApp account: of any, and of one whose portfolio is verified and has an approved display name. */
export const TEMPLATES_MAX = { any: 250, verified: 6_000 } as const

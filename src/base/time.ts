declare const instantBrand: unique symbol
declare const durationBrand: unique symbol

/** A point in time: whole milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly [instantBrand]: true }
/** A length of time in milliseconds; may be negative. */
export type Duration = number & { readonly [durationBrand]: true }

/** What tells the time. Handed in everywhere, so that a test or a simulation can hold it. */
export type Clock = { readonly now: () => Instant }

export const instant = (epochMs: number): Instant => Math.trunc(epochMs) as Instant
/** Meta writes instants as unix seconds, mostly as strings. */
export const instantFromSeconds = (seconds: number): Instant => instant(seconds * 1000)
export const toSeconds = (at: Instant): number => Math.floor(at / 1000)
export const toIso = (at: Instant): string => new Date(at).toISOString()
export const isoOrNull = (at: Instant | null): string | null => (at === null ? null : toIso(at))

export const milliseconds = (count: number): Duration => count as Duration
export const seconds = (count: number): Duration => (count * 1000) as Duration
export const minutes = (count: number): Duration => (count * 60_000) as Duration
export const hours = (count: number): Duration => (count * 3_600_000) as Duration
export const days = (count: number): Duration => (count * 86_400_000) as Duration

export const plus = (at: Instant, duration: Duration): Instant => (at + duration) as Instant
export const between = (from: Instant, to: Instant): Duration => (to - from) as Duration
export const later = (a: Instant, b: Instant): Instant => (a >= b ? a : b)

import { type Instant, instantFromSeconds } from '#base/time.ts'

/** Looking into JSON that anybody may have written: every look answers null rather than throw. */
export type Json = { readonly [key: string]: unknown }

export const objectOf = (value: unknown): Json | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null

/** The list, or an empty one. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The objects of a list; what else is in it is left out. */
export const objectsIn = (value: unknown): readonly Json[] =>
  listOf(value)
    .map(objectOf)
    .filter((each) => each !== null)

/** A string as it is, also an empty one. */
export const stringOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** A string with something in it, or a whole number as its digits: Meta writes some ids both ways. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value
  return Number.isSafeInteger(value) ? String(value) : null
}

/** A finite number, or a string that is exactly one. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'string' && !/^-?\d{1,15}(\.\d{1,15})?$/.test(value)) return null
  const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN
  return Number.isFinite(number) ? number : null
}

/** 2009-01-01, before which there was no WhatsApp, and 2100-01-01: outside lies a mistake, not a moment. */
const EARLIEST_SECONDS = 1_230_768_000
const LATEST_SECONDS = 4_102_444_800

/** Unix seconds, as a string or a whole number (cloud-api §1); null when it cannot be the time of a message. */
export function instantOf(value: unknown): Instant | null {
  const seconds = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value
  if (typeof seconds !== 'number' || !Number.isInteger(seconds)) return null
  return seconds >= EARLIEST_SECONDS && seconds < LATEST_SECONDS ? instantFromSeconds(seconds) : null
}

/** Reading what somebody else wrote: what is not of the wanted kind is as if it were not there. */
export type Json = Readonly<Record<string, unknown>>

export const objectOf = (value: unknown): Json | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const stringOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
export const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null
/** The own field, never an inherited one such as `constructor`. */
export const fieldOf = (object: Json | null, name: string): unknown =>
  object !== null && Object.hasOwn(object, name) ? object[name] : undefined

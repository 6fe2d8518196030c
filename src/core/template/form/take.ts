import { type Json, listOf, objectOf } from '../lint/json.ts'

/** Takes known fields out of an object; a field of another kind than asked for stays in `rest`. */
export function take(raw: Json) {
  const left = new Map(Object.entries(raw))
  const pick = <Value>(name: string, read: (value: unknown) => Value | null): Value | null => {
    const value = left.has(name) ? read(left.get(name)) : null
    if (value !== null) left.delete(name)
    return value
  }
  return {
    pick,
    text: (name: string) => pick(name, (value) => (typeof value === 'string' ? value : null)),
    /** A string, or the digits of a whole number: Meta writes some ids both ways. */
    id: (name: string) =>
      pick(name, (value) => (Number.isSafeInteger(value) ? String(value) : typeof value === 'string' ? value : null)),
    number: (name: string) => pick(name, (value) => (Number.isFinite(value) ? (value as number) : null)),
    flag: (name: string) => pick(name, (value) => (typeof value === 'boolean' ? value : null)),
    object: (name: string) => pick(name, objectOf),
    /** The list, if every item of it can be read. */
    items: <Item>(name: string, read: (item: unknown) => Item | null): readonly Item[] | null =>
      pick(name, (value) => {
        if (!Array.isArray(value)) return null
        const items = listOf(value).map(read)
        return items.every((item) => item !== null) ? items : null
      }),
    word: <Word extends string>(name: string, words: readonly Word[]): Word | null =>
      pick(name, (value) =>
        typeof value === 'string'
          ? (words.find((word) => word === value || word === value.toUpperCase()) ?? null)
          : null,
      ),
    rest: (): Json => Object.fromEntries(left),
  }
}

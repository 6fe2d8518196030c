import { CONCEPTS } from './concepts.data.ts'

type Tables = { readonly whole: ReadonlyMap<string, readonly string[]>; readonly begun: Tables['whole'] }

const SHORTEST_BEGINNING = 3
let tables: Tables | null = null

/** The concepts a folded word belongs to; none for most words. */
export function conceptsOf(word: string): readonly string[] {
  tables ??= readTables()
  const found = new Set(tables.whole.get(word))
  for (let length = SHORTEST_BEGINNING; length <= word.length; length++) {
    for (const concept of tables.begun.get(word.slice(0, length)) ?? []) found.add(concept)
  }
  return [...found]
}

function readTables(): Tables {
  const whole = new Map<string, string[]>()
  const begun = new Map<string, string[]>()
  for (const [concept, words] of Object.entries(CONCEPTS)) {
    for (const word of words.trim().split(/\s+/)) {
      const table = word.endsWith('*') ? begun : whole
      const key = word.replace('*', '')
      table.set(key, [...(table.get(key) ?? []), concept])
    }
  }
  return { whole, begun }
}

import { WORD } from './advice/spelling.ts'

/** A longer one is none of a language. */
export const OWN_WORD_LENGTH = 60
/** What a company may have of its own; beyond that it is a dictionary. */
export const OWN_WORDS_MAX = 5_000

/** As the linter compares it: in lower case, composed. Null: it is not one word as a text has them. */
export function readOwnWord(text: string): string | null {
  const word = text.trim().normalize('NFC').toLowerCase()
  const [only, ...others] = Array.from(word.matchAll(WORD), ([found]) => found)
  return only === word && others.length === 0 && word.length <= OWN_WORD_LENGTH ? word : null
}

import type { Found } from '../finding.ts'
import type { Piece } from '../content/text.ts'

/** Words a dictionary does not know, in lower case, each with what may have been meant, likeliest first. */
export type Misspelt = ReadonlyMap<string, readonly string[]>

/** Checks words against the dictionary of a language code, away from the typing path; unknown languages have no faults. */
export type Speller = (words: readonly string[], language: string) => Promise<Misspelt>

type Word = { readonly component: string; readonly start: number; readonly text: string }

/** A word worth looking up: two letters or more, not part of an address. */
export const WORD = /(?<![\p{L}\p{N}_@#./-])\p{L}[\p{L}'’]*\p{L}(?![\p{L}\p{N}_@]|[./]\p{L})/gu

/** Words of the template worth looking up: not names of fields, addresses, abbreviations in capitals, nor our own. */
export const wordsIn = (pieces: readonly Piece[], own: ReadonlySet<string>): readonly Word[] =>
  pieces.flatMap(({ component, text }) =>
    Array.from(
      text.replace(/\{\{[^{}]*\}\}|https?:\/\/\S+/g, (place) => ' '.repeat(place.length)).matchAll(WORD),
      ({ index, 0: word }) => ({ component, start: index, text: word }),
    ).filter(({ text: word }) => !/^\p{Lu}+$/u.test(word) && !own.has(word.toLowerCase())),
  )

/** Capitals within a sentence begin names; those are not judged. */
export function checkSpelling(
  pieces: readonly Piece[],
  own: ReadonlySet<string>,
  misspelt: Misspelt,
): readonly Found[] {
  const texts = new Map(pieces.map(({ component, text }) => [component, text]))
  return wordsIn(pieces, own).flatMap(({ component, start, text }): Found[] => {
    const meant = misspelt.get(text.toLowerCase())
    if (meant === undefined) return []
    const before = (texts.get(component) ?? '').slice(0, start).trimEnd()
    const beginsSentence = before === '' || /[.!?¡¿:\n]$/.test(before)
    if (/^\p{Lu}/u.test(text) && !beginsSentence) return []
    const span = { start, end: start + text.length }
    const [better] = meant
    const fix = better === undefined ? null : { span, text: /^\p{Lu}/u.test(text) ? capital(better) : better }
    return [{ code: 'spelling', component, span, values: { found: text, better: fix ? ` → ${fix.text}` : '' }, fix }]
  })
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

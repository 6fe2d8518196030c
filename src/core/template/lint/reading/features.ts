import type { Piece } from '../content/text.ts'
import { conceptsOf } from './concepts.ts'
import { type Token, tokensOf } from './tokens.ts'

/** Where in the template a feature stands: the tokens it is made of. Null: the text as a whole. */
export type Spot = { readonly piece: Piece; readonly tokens: readonly Token[] } | null

/**
 * What the model sees of a text, each once, at its first place:
 *
 * - `oferta` a word, `ofert*` and `ofer*` how it begins, `*ta` how it ends, `^ofert` how the first of a sentence begins;
 * - `gran_ofert` two in a row; `@discount` a concept;
 * - `!`, `?` and, of the whole, `%fields2` (so many, up to four), `%words3` (so long) and `%bias`, which all texts have.
 */
export type Features = ReadonlyMap<string, Spot>

export function featuresOf(pieces: readonly Piece[]): Features {
  const features = new Map<string, Spot>([['%bias', null]])
  const note = (name: string, spot: Spot): void => {
    if (!features.has(name)) features.set(name, spot)
  }
  let fields = 0
  let words = 0
  for (const piece of pieces) {
    const tokens = tokensOf(piece)
    for (const [index, token] of tokens.entries()) {
      const spot = { piece, tokens: [token] }
      if (token.isEnd) {
        if (token.text === '!' || token.text === '?') note(token.text, spot)
        continue
      }
      if (token.text === '#') fields++
      if (token.isWord) words++
      const before = tokens[index - 1]
      for (const name of namesOf(token, before === undefined || before.isEnd)) note(name, spot)
      const next = tokens[index + 1]
      if (next && !next.isEnd) note(`${stemOf(token)}_${stemOf(next)}`, { piece, tokens: [token, next] })
    }
  }
  note(`%fields${Math.min(fields, 4)}`, null)
  if (fields >= 2) note('%fields2+', null)
  if (fields >= 3) note('%fields3+', null)
  note(`%words${LENGTHS.filter((length) => words >= length).length}`, null)
  return features
}

const STEM = 5
/** Where a text of so many words begins to count as longer. */
const LENGTHS = [6, 10, 16, 25] as const

const stemOf = ({ text, isWord }: Token): string => (isWord ? text.slice(0, STEM) : text)

function namesOf({ text, isWord }: Token, isFirst: boolean): readonly string[] {
  if (!isWord) return [text]
  return [
    text,
    ...(text.length > STEM ? [`${text.slice(0, STEM)}*`] : []),
    ...(text.length > STEM - 1 ? [`${text.slice(0, STEM - 1)}*`, `*${text.slice(-2)}`] : []),
    ...(isFirst ? [`^${text.slice(0, STEM)}`] : []),
    ...(isFirst && text.length > 3 ? [`^*${text.slice(-1)}`] : []),
    ...conceptsOf(text).map((concept) => `@${concept}`),
  ]
}

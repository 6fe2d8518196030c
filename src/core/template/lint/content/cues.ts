import type { Span } from '../finding.ts'
import { ENGLISH } from './english.data.ts'
import { type Cue, type Matcher, matcherOf } from './phrases.ts'
import { PORTUGUESE } from './portuguese.data.ts'
import { SPANISH } from './spanish.data.ts'
import type { Piece } from './text.ts'

/** A phrase found in a piece. */
export type CueHit = { readonly cue: Cue; readonly piece: Piece; readonly span: Span }

/** Languages whose phrases we know. */
export type Tongue = 'es' | 'en' | 'pt'

const TABLES = { es: SPANISH, en: ENGLISH, pt: PORTUGUESE } as const
const made = new Map<Tongue, Matcher>()

/** The tongue of a language code; null: texts in it are not judged by what they say. */
export function tongueOf(language: string | null): Tongue | null {
  const prefix = (language ?? '').slice(0, 2).toLowerCase()
  return prefix === 'es' || prefix === 'en' || prefix === 'pt' ? prefix : null
}

/** Everything the phrases of a tongue find, but for what is innocent where it stands; in the order of the pieces. */
export function cuesIn(pieces: readonly Piece[], tongue: Tongue): readonly CueHit[] {
  const { innocent, ...cues } = matcherFor(tongue)
  return pieces.flatMap((piece) => {
    const read = piece.folded.replace(innocent, (phrase) => '¦'.repeat(phrase.length))
    return (Object.keys(cues) as Cue[]).flatMap((cue) => {
      // What is innocent may still be a service: "the discount was applied to your invoice".
      const text = cue === 'service' || cue === 'opt-out' ? piece.folded : read
      return Array.from(text.matchAll(cues[cue]), ({ index, 0: phrase }) => ({
        cue,
        piece,
        span: { start: index, end: index + phrase.length },
      }))
    })
  })
}

function matcherFor(tongue: Tongue): Matcher {
  const known = made.get(tongue)
  if (known) return known
  const matcher = matcherOf(TABLES[tongue])
  made.set(tongue, matcher)
  return matcher
}

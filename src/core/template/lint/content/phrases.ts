import type { Span } from '../finding.ts'
import { PHRASES } from './phrases.data.ts'
import type { Piece } from './text.ts'
import type { Tongue } from './tongue.ts'

type Kind = keyof typeof PHRASES
const made = new Map<string, RegExp>()

/** The first phrase of a kind in the pieces; null: none. */
export function phraseIn(
  pieces: readonly Piece[],
  kind: Kind,
  tongue: Tongue,
): { readonly piece: Piece; readonly span: Span } | null {
  const pattern = patternOf(kind, tongue)
  for (const piece of pieces) {
    const match = pattern.exec(piece.folded)
    if (match) return { piece, span: { start: match.index, end: match.index + match[0].length } }
  }
  return null
}

function patternOf(kind: Kind, tongue: Tongue): RegExp {
  const key = `${kind} ${tongue}`
  const known = made.get(key)
  if (known) return known
  const lines = PHRASES[kind][tongue].trim().split(/\s*\n\s*/)
  const pattern = new RegExp(`(?<![a-z0-9])(?:${lines.join('|')})(?![a-z0-9])`)
  made.set(key, pattern)
  return pattern
}

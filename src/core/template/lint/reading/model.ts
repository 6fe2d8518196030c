import type { Piece } from '../content/text.ts'
import { type Features, featuresOf } from './features.ts'
import { WEIGHTS } from './weights.data.ts'

/** What the model is asked of a text. A rule of the linter by its code; the others lead to the category or to rules. */
export const QUESTIONS = [
  'marketing',
  'authentication',
  'selling',
  'promotion',
  'coupon',
  'upselling',
  'cold-contact',
  'survey',
  'goodwill',
  'unclear',
  'coercion',
  'threat',
  'legal-act',
  'public-shaming',
  'card-request',
  'identity-request',
] as const
export type Question = (typeof QUESTIONS)[number]

/**
 * A logistic model for each question: the weights of the features of a text are added up, and above 0 the answer is yes.
 * Weights are in the order of `QUESTIONS`.
 */
export type Model = ReadonlyMap<string, readonly number[]>

/** Weights are kept as whole numbers of this part. */
export const WEIGHT_STEP = 1 / 10

/** A line per feature, `oferta\ta23c31`: its weight for the first question, the third … in steps. */
export function readModel(lines: string): Model {
  const model = new Map<string, readonly number[]>()
  for (const line of lines.trim().split('\n')) {
    const [feature = '', weights = ''] = line.split('\t')
    const row = QUESTIONS.map(() => 0)
    for (const [, letter = '', steps] of weights.matchAll(/([a-p])(-?\d+)/g)) {
      row[letter.charCodeAt(0) - 97] = Number(steps) * WEIGHT_STEP
    }
    model.set(feature, row)
  }
  return model
}

let shipped: Model | null = null

/** The one that comes with the linter, read at its first text. */
export const ourModel = (): Model => (shipped ??= readModel(WEIGHTS))

/** A stretch of a piece that speaks for an answer, and how much. */
export type Evidence = { readonly piece: Piece; readonly start: number; readonly end: number; readonly weight: number }

export type Reading = {
  /** Above 0: yes. Near 0: in doubt. */
  readonly score: (question: Question) => number
  /** What in the text spoke for yes, or with -1 for no, strongest first; as little as says why. */
  readonly evidence: (question: Question, side?: 1 | -1) => readonly Evidence[]
}

export function readText(pieces: readonly Piece[], model: Model): Reading {
  const features = featuresOf(pieces)
  const sums = QUESTIONS.map(() => 0)
  for (const name of features.keys()) {
    const weights = model.get(name)
    if (weights) for (const [index, weight] of weights.entries()) sums[index] = (sums[index] ?? 0) + weight
  }
  return {
    score: (question) => sums[QUESTIONS.indexOf(question)] ?? 0,
    evidence: (question, side = 1) => evidenceIn(features, model, QUESTIONS.indexOf(question), side),
  }
}

/** Told are stretches at least this strong beside the strongest. */
const WORTH_TELLING = 0.4
const MOST_TOLD = 4

function evidenceIn(features: Features, model: Model, index: number, side: 1 | -1): readonly Evidence[] {
  const byPiece = new Map<Piece, Map<number, { end: number; weight: number }>>()
  for (const [name, spot] of features) {
    const weight = side * (model.get(name)?.[index] ?? 0)
    if (spot === null || weight === 0) continue
    const tokens = byPiece.get(spot.piece) ?? new Map<number, { end: number; weight: number }>()
    byPiece.set(spot.piece, tokens)
    for (const { start, end, isEnd } of spot.tokens) {
      if (isEnd) continue
      const known = tokens.get(start)?.weight ?? 0
      tokens.set(start, { end, weight: known + weight / spot.tokens.length })
    }
  }
  const stretches = [...byPiece].flatMap(([piece, tokens]) => stretchesOf(piece, tokens))
  const sorted = stretches.toSorted((one, other) => other.weight - one.weight)
  const strongest = sorted[0]?.weight ?? 0
  return sorted.filter(({ weight }) => weight >= WORTH_TELLING * strongest).slice(0, MOST_TOLD)
}

/** Words that speak for yes and stand side by side are told together. */
function stretchesOf(piece: Piece, tokens: ReadonlyMap<number, { end: number; weight: number }>): readonly Evidence[] {
  const found: Evidence[] = []
  let isOpen = false
  for (const [start, { end, weight }] of [...tokens].toSorted(([one], [other]) => one - other)) {
    const last = found.at(-1)
    if (weight > 0) {
      const joins = isOpen && last !== undefined && /^[ ,¡¿]*$/.test(piece.folded.slice(last.end, start))
      if (joins) found[found.length - 1] = { ...last, end, weight: last.weight + weight }
      else found.push({ piece, start, end, weight })
    }
    isOpen = weight > 0
  }
  return found
}

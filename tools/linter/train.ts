import { piecesOf } from '#core/template/lint/content/text.ts'
import type { Sample } from '#core/template/lint/corpus/corpus.ts'
import { filled } from '#core/template/lint/corpus/filled.ts'
import { readDraft } from '#core/template/lint/draft.ts'
import { featuresOf } from '#core/template/lint/reading/features.ts'
import { type Question, QUESTIONS, WEIGHT_STEP } from '#core/template/lint/reading/model.ts'

/** A feature seen fewer times than this is chance; most are seen twice in a text, with its fields and without. */
const FEWEST_TEXTS = 5
/** Weights smaller than this many steps are left out: together they change no answer, and they are most of the file. */
const FEWEST_STEPS = 2
/** The same for questions that decide no category: they are asked after the others. */
const FEWEST_STEPS_OF_DETAIL = 4
const ROUNDS = 15
/** The weights of the last rounds are averaged: which text came last shall not matter. */
const AVERAGED = 8
const STEP = 0.1
/** How much large weights cost. */
const PENALTY = 2e-3

const SELLING = ['promotion', 'coupon', 'upselling', 'cold-contact']
const COERCION = ['threat', 'legal-act', 'public-shaming']

const hasOneOf = (rules: readonly string[], sample: Sample): boolean => rules.some((rule) => sample.rules.has(rule))

const DETAILS: ReadonlySet<Question> = new Set(
  QUESTIONS.filter((each) => !['marketing', 'authentication', 'selling', 'coercion'].includes(each)),
)

/** What the labels answer. */
function isYes(question: Question, sample: Sample): boolean {
  if (question === 'marketing') return sample.assigned === 'MARKETING'
  if (question === 'authentication') return sample.assigned === 'AUTHENTICATION'
  if (question === 'selling') return hasOneOf(SELLING, sample)
  if (question === 'coercion') return hasOneOf(COERCION, sample)
  return sample.rules.has(question)
}

/** Which way something sells or coerces is asked only of what does, so it is learnt from those texts alone. */
function isAsked(question: Question, sample: Sample): boolean {
  if (SELLING.includes(question)) return hasOneOf(SELLING, sample)
  return COERCION.includes(question) ? hasOneOf(COERCION, sample) : true
}

/** Texts as lists of features, numbered in `names`. */
export type Prepared = {
  readonly names: readonly string[]
  readonly texts: readonly (readonly number[])[]
  readonly samples: readonly Sample[]
}

/** Every text twice in a row: with its fields, and as a customer reads it. */
export function prepare(corpus: readonly Sample[]): Prepared {
  const samples = corpus.flatMap((sample) => [sample, filled(sample)])
  const features = samples.map(({ template }) => [...featuresOf(piecesOf(readDraft(template))).keys()])
  const seen = new Map<string, number>()
  for (const name of features.flat()) seen.set(name, (seen.get(name) ?? 0) + 1)
  const names = [...seen].flatMap(([name, texts]) => (texts >= FEWEST_TEXTS ? [name] : []))
  const numbers = new Map(names.map((name, number) => [name, number]))
  const texts = features.map((list) => list.flatMap((name) => numbers.get(name) ?? []))
  return { names, texts, samples }
}

const sigmoid = (sum: number): number => 1 / (1 + Math.exp(-sum))

/** Weights in steps. Logistic regression by adaptive gradient steps, the same every time: texts come in an order dealt by a fixed seed. */
function fit({ names, texts, samples }: Prepared, question: Question, learnt: readonly number[]): Float64Array {
  const weights = new Float64Array(names.length)
  const squares = new Float64Array(names.length).fill(1e-8)
  let seed = 7
  const below = (max: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % max
  }
  const sums = new Float64Array(names.length)
  const order = learnt.filter((text) => samples[text] !== undefined && isAsked(question, samples[text]))
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = below(at + 1)
      ;[order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0]
    }
    for (const text of order) {
      const features = texts[text] ?? []
      const sample = samples[text]
      if (sample === undefined) continue
      const sum = features.reduce((total, feature) => total + (weights[feature] ?? 0), 0)
      const error = sigmoid(sum) - (isYes(question, sample) ? 1 : 0)
      for (const feature of features) {
        const slope = error + PENALTY * (weights[feature] ?? 0)
        const square = (squares[feature] ?? 0) + slope * slope
        squares[feature] = square
        weights[feature] = (weights[feature] ?? 0) - (STEP * slope) / Math.sqrt(square)
      }
    }
    if (round >= ROUNDS - AVERAGED) for (const [at, weight] of weights.entries()) sums[at] = (sums[at] ?? 0) + weight
  }
  return sums.map((sum) => inSteps(sum / AVERAGED, question))
}

/** As it is written down: in whole steps, and nothing where it is small. */
function inSteps(weight: number, question: Question): number {
  const steps = Math.round(weight / WEIGHT_STEP)
  const fewest = DETAILS.has(question) ? FEWEST_STEPS_OF_DETAIL : FEWEST_STEPS
  return Math.abs(steps) < fewest ? 0 : steps
}

const scoreOf = (weights: Float64Array, features: readonly number[]): number =>
  features.reduce((total, feature) => total + (weights[feature] ?? 0), 0)

export const FOLDS = 5

/** Both forms of a text are in the same fold. */
const foldOf = (text: number): number => Math.floor(text / 2) % FOLDS

/** Texts that a fold is judged on; the rest is learnt. */
export const judgedIn = (fold: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, text) => text).filter((text) => foldOf(text) === fold)
export const learntIn = (fold: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, text) => text).filter((text) => foldOf(text) !== fold)

/** The shift of the border in steps, from scores of texts that were not learnt, at which most answers are right. */
function shiftOf(scores: readonly number[], truths: readonly boolean[]): number {
  const wanted = truths.filter(Boolean).length
  const value = (border: number): number => {
    let hits = 0
    let fired = 0
    for (const [at, score] of scores.entries()) {
      if (score <= border) continue
      fired++
      if (truths[at]) hits++
    }
    return fired + wanted === 0 ? 0 : (2 * hits) / (fired + wanted)
  }
  const borders = Array.from({ length: 61 }, (_, at) => at - 30)
  const best = Math.max(...borders.map(value))
  const good = borders.filter((border) => value(border) >= best - 0.002)
  return good.toSorted((one, other) => Math.abs(one) - Math.abs(other))[0] ?? 0
}

/** The lines `readModel` reads, learnt from the texts named. */
export function train(prepared: Prepared, learnt: readonly number[], shifts: ReadonlyMap<Question, number>): string {
  const columns = QUESTIONS.map((question) => fit(prepared, question, learnt))
  const lines = prepared.names.map((name, feature) => {
    const row = QUESTIONS.map((question, at) => {
      const shift = name === '%bias' ? (shifts.get(question) ?? 0) : 0
      const steps = (columns[at]?.[feature] ?? 0) - shift
      return steps === 0 ? '' : `${String.fromCharCode(97 + at)}${steps}`
    }).join('')
    return row === '' ? '' : `${name}\t${row}`
  })
  return lines
    .filter((line) => line !== '')
    .toSorted()
    .join('\n')
}

/** Where each question's border lies best, told by texts that were not learnt. */
export function findShifts(prepared: Prepared): ReadonlyMap<Question, number> {
  const { texts, samples } = prepared
  return new Map(
    QUESTIONS.map((question) => {
      const scores = samples.map(() => 0)
      for (let fold = 0; fold < FOLDS; fold++) {
        const weights = fit(prepared, question, learntIn(fold, samples.length))
        for (const text of judgedIn(fold, samples.length)) scores[text] = scoreOf(weights, texts[text] ?? [])
      }
      const asked = samples.flatMap((sample, text) => (isAsked(question, sample) ? [text] : []))
      const truths = asked.map((text) => samples[text] !== undefined && isYes(question, samples[text]))
      return [
        question,
        shiftOf(
          asked.map((text) => scores[text] ?? 0),
          truths,
        ),
      ]
    }),
  )
}

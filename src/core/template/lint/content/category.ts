import type { Draft } from '../draft.ts'
import type { Category, Clue } from '../finding.ts'
import { type Evidence, type Model, type Question, type Reading, readText } from '../reading/model.ts'
import { fold, type Piece, samplesOf } from './text.ts'
import type { Tongue } from './tongue.ts'

/** What a text that is marketing may be about. */
export const SUBJECTS = ['selling', 'survey', 'goodwill', 'unclear'] as const satisfies Question[]

/** The category Meta will assign. */
export type Prediction = {
  readonly category: Category
  /** What the text alone would be; null in a language we do not read. */
  readonly reads: Category | null
  readonly reason: 'clues' | 'shape' | 'asked' | 'unclear'
  readonly clues: readonly Clue[]
  /** What was read in the text, and in a sample that sells; null where nothing was. */
  readonly reading: Reading | null
  readonly sellingSample: Clue | null
}

/**
 * Meta's rule: utility is what is not promotional and about something the customer asked for or needs; a code is
 * authentication; everything else, also what is mixed or unclear, is marketing (cloud-api §3.3). What is asked for as
 * marketing stays it.
 */
export function predictCategory(
  draft: Draft,
  pieces: readonly Piece[],
  tongue: Tongue | null,
  model: Model,
): Prediction {
  const asked = draft.category ?? 'MARKETING'
  const hasText = pieces.some(({ kind, text }) => kind === 'body' && text.trim() !== '')
  const reading = tongue !== null && hasText ? readText(pieces, model) : null
  const shape = categoryByShape(draft)
  const none = { clues: [], reading, sellingSample: null }
  if (shape !== null) return { category: shape, reads: shape, reason: 'shape', ...none }
  if (reading === null) return { category: asked, reads: null, reason: 'asked', ...none }
  const sellingSample = sampleThatSells(draft, model)
  const told = (category: Category, question: Question, reason: Prediction['reason'] = 'clues'): Prediction => ({
    category,
    reads: category,
    reason,
    clues: [
      ...reading.evidence(question).map((evidence) => clueOf(evidence, category, question)),
      ...(sellingSample === null ? [] : [sellingSample]),
    ],
    reading,
    sellingSample,
  })
  const marketing = sellingSample === null ? reading.score('marketing') : Infinity
  if (reading.score('authentication') > Math.max(0, marketing)) return told('AUTHENTICATION', 'authentication')
  if (marketing > 0) return told('MARKETING', 'marketing', subjectOf(reading) === 'unclear' ? 'unclear' : 'clues')
  if (asked === 'MARKETING') return { category: 'MARKETING', reads: 'UTILITY', reason: 'asked', ...none }
  return { ...told('UTILITY', 'marketing'), clues: against(reading) }
}

/** What a marketing text is most about. */
export const subjectOf = (reading: Reading): (typeof SUBJECTS)[number] =>
  SUBJECTS.reduce((best, subject) => (reading.score(subject) > reading.score(best) ? subject : best))

/** Utility is what speaks against marketing. */
const against = (reading: Reading): readonly Clue[] =>
  reading.evidence('marketing', -1).map((evidence) => clueOf(evidence, 'UTILITY', 'marketing'))

/** Components that only one category may have decide alone. */
function categoryByShape({ parts, cards, offer }: Draft): Category | null {
  const kinds = [parts, ...(cards ?? [])].flatMap(({ buttons }) => (buttons ?? []).map(({ kind }) => kind))
  if (kinds.includes('OTP')) return 'AUTHENTICATION'
  if (offer !== null) return 'MARKETING'
  return kinds.some((kind) => ['CATALOG', 'MPM', 'SPM', 'COPY_CODE'].includes(kind)) ? 'MARKETING' : null
}

/** A few words weigh less than a text; so much must speak for selling in a sample. */
const SAMPLE_SELLS = 1

/** A reviewer reads the samples, too: what sells in a sample sells in the template. */
function sampleThatSells(draft: Draft, model: Model): Clue | null {
  for (const { component, span, sample } of [draft.parts, ...(draft.cards ?? [])].flatMap(samplesOf)) {
    const piece: Piece = { component, kind: 'body', text: sample, folded: fold(sample) }
    const weight = readText([piece], model)
      .evidence('selling')
      .reduce((sum, each) => sum + each.weight, 0)
    if (weight > SAMPLE_SELLS) return { category: 'MARKETING', kind: 'selling', component, span, text: sample }
  }
  return null
}

const clueOf = ({ piece, start, end }: Evidence, category: Category, kind: string): Clue => ({
  category,
  kind,
  component: piece.component,
  span: { start, end },
  text: piece.text.slice(start, end),
})

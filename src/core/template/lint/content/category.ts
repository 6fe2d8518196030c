import type { Draft } from '../draft.ts'
import type { Category, Clue } from '../finding.ts'
import { type CueHit, cuesIn, type Tongue } from './cues.ts'
import type { Cue } from './phrases.ts'
import { fold, type Piece, samplesOf } from './text.ts'

/** What speaks for MARKETING by itself (cloud-api §3.3, category rules). */
export const SELLING: ReadonlySet<Cue> = new Set(['promotion', 'bargain', 'coupon', 'upselling', 'cold-contact'])

/** The category Meta will assign. */
export type Prediction = {
  readonly category: Category
  /** What the text alone would be; null where it says nothing, or in a language we do not read. */
  readonly reads: Category | null
  readonly reason: 'clues' | 'shape' | 'asked' | 'unclear'
  readonly clues: readonly Clue[]
}

/**
 * Meta's rule: utility is what is not promotional and about something the customer asked for or needs; a code is
 * authentication; everything else, also what is mixed or unclear, is marketing. What is asked for as marketing stays it.
 */
export function predictCategory(
  draft: Draft,
  pieces: readonly Piece[],
  hits: readonly CueHit[],
  tongue: Tongue | null,
): Prediction {
  const asked = draft.category ?? 'MARKETING'
  const shape = categoryByShape(draft)
  if (shape !== null) return { category: shape, reads: shape, reason: 'shape', clues: [] }
  const hasText = pieces.some(({ kind, text }) => kind === 'body' && text.trim() !== '')
  if (tongue === null || !hasText) return { category: asked, reads: null, reason: 'asked', clues: [] }
  const read = readCategory([...hits, ...sampleHits(draft, tongue)])
  if (read === null) return { category: 'MARKETING', reads: null, reason: 'unclear', clues: [] }
  if (asked === 'MARKETING' && read.category === 'UTILITY') {
    return { category: 'MARKETING', reads: 'UTILITY', reason: 'asked', clues: [] }
  }
  return { category: read.category, reads: read.category, reason: 'clues', clues: read.clues }
}

type Reading = { readonly category: Category; readonly clues: readonly Clue[] }

/** Null: nothing says what it is for. */
function readCategory(hits: readonly CueHit[]): Reading | null {
  const count = (...cues: readonly Cue[]) => hits.filter(({ cue }) => cues.includes(cue)).length
  const pleading = (category: Category, ...cues: readonly Cue[]): Reading => ({
    category,
    clues: hits.filter(({ cue }) => cues.includes(cue)).map((hit) => clueOf(hit, category)),
  })
  const isSelling = count(...SELLING) > 0
  const isService = count('service', 'occasion') > 0
  if (count('code') > 0 && !isSelling) return pleading('AUTHENTICATION', 'code')
  // A survey is a service where it is about one visit; one greeting or two warm words are, beside a service.
  const isSurvey = count('survey') > 0 && count('occasion') === 0
  const isGreeting = count('goodwill') > (isService ? 1 : 0)
  const isHinting = count('hint') >= (isService ? 3 : 1)
  if (isSelling || isSurvey || isGreeting || isHinting) {
    return pleading('MARKETING', ...SELLING, 'goodwill', 'hint', ...(isSurvey ? (['survey'] as const) : []))
  }
  const isHard = count('legal-act', 'threat', 'public-shaming', 'card-request', 'identity-request') > 0
  const isVague = count('vague') > 0 && count('occasion') === 0 && count('service') < 2
  return isHard || (isService && !isVague) ? pleading('UTILITY', 'service', 'debt') : null
}

/** Components that only one category may have decide alone. */
function categoryByShape({ parts, cards, offer }: Draft): Category | null {
  const kinds = [parts, ...(cards ?? [])].flatMap(({ buttons }) => (buttons ?? []).map(({ kind }) => kind))
  if (kinds.includes('OTP')) return 'AUTHENTICATION'
  if (offer !== null) return 'MARKETING'
  return kinds.some((kind) => ['CATALOG', 'MPM', 'SPM', 'COPY_CODE'].includes(kind)) ? 'MARKETING' : null
}

/** A reviewer reads the samples, too: what sells in a sample sells in the template. */
const sampleHits = (draft: Draft, tongue: Tongue): readonly CueHit[] =>
  [draft.parts, ...(draft.cards ?? [])].flatMap(samplesOf).flatMap(({ component, span, sample }) => {
    const piece: Piece = { component, kind: 'body', text: sample, folded: fold(sample) }
    const hit = cuesIn([piece], tongue).find(({ cue }) => SELLING.has(cue))
    return hit ? [{ ...hit, span }] : []
  })

const clueOf = ({ cue, piece, span }: CueHit, category: Category): Clue => ({
  category,
  kind: cue,
  component: piece.component,
  span,
  text: piece.text.slice(span.start, span.end),
})

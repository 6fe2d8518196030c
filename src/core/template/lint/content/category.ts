import type { Draft } from '../draft.ts'
import type { Category, Clue } from '../finding.ts'
import { type CueHit, cuesIn, type Tongue } from './cues.ts'
import { bracesIn } from '../places.ts'
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
  const read = readCategory([...hits, ...sampleHits(draft, tongue)], formOf(pieces))
  if (read === null) return { category: 'MARKETING', reads: null, reason: 'unclear', clues: [] }
  if (asked === 'MARKETING' && read.category === 'UTILITY') {
    return { category: 'MARKETING', reads: 'UTILITY', reason: 'asked', clues: [] }
  }
  return { category: read.category, reads: read.category, reason: 'clues', clues: read.clues }
}

type Reading = { readonly category: Category; readonly clues: readonly Clue[] }

/** Null: nothing says what it is for. */
function readCategory(hits: readonly CueHit[], form: Form): Reading | null {
  const count = (...cues: readonly Cue[]) => hits.filter(({ cue }) => cues.includes(cue)).length
  const pleading = (category: Category, ...cues: readonly Cue[]): Reading => ({
    category,
    clues: hits.filter(({ cue }) => cues.includes(cue)).map((hit) => clueOf(hit, category)),
  })
  const isSelling = count(...SELLING) > 0
  const isService = count('service', 'occasion') > 0
  if (count('code') > 0 && !isSelling) return pleading('AUTHENTICATION', 'code')
  // A survey is a service where it is about one visit; one greeting is, beside a service.
  const isSurvey = count('survey') > 0 && count('occasion') === 0
  const isGreeting = count('goodwill') > (isService ? 1 : 0)
  if (isSelling || isSurvey || isGreeting) {
    return pleading('MARKETING', ...SELLING, 'price', 'goodwill', 'hint', ...(isSurvey ? (['survey'] as const) : []))
  }
  const isHard = count('legal-act', 'threat', 'public-shaming', 'card-request', 'identity-request') > 0
  if (isHard) return pleading('UTILITY', 'service', 'debt')
  const isVague = count('vague') > 0 && count('occasion') === 0
  if (isVague && count('service') < 2) return null
  const isTempting = count('hint', 'price') > 0
  const isWarm = (isTempting || !isService) && warmth(count, form) > 0
  if (!isService && !isTempting && (isWarm || form.words < FEW_WORDS)) return null
  return isWarm ? pleading('MARKETING', 'price', 'hint') : pleading('UTILITY', 'service')
}

/** Fewer fixed words than this, and none of them telling, say nothing to a stranger. */
const FEW_WORDS = 9

/** How the text is made, apart from what it says. */
type Form = { readonly fields: number; readonly words: number; readonly exclamations: number }

/**
 * Where nothing decides by itself: services name things and leave amounts, dates and numbers to fields; what is sold has
 * its price in the fixed text, few fields and a warm voice. Above 0 is marketing.
 */
const warmth = (count: (...cues: readonly Cue[]) => number, form: Form): number =>
  count('hint') +
  2 * Math.min(1, count('price')) +
  Math.min(1, form.exclamations) +
  (form.fields < 2 ? 1 : 0) -
  2 * Math.max(0, form.fields - 1) -
  Math.min(4, count('service')) -
  (count('occasion') > 0 ? 1 : 0)

function formOf(pieces: readonly Piece[]): Form {
  const bodies = pieces.filter(({ kind }) => kind === 'body')
  const text = bodies.map(({ folded }) => folded).join(' ')
  return {
    fields: bodies.reduce((sum, each) => sum + new Set(bracesIn(each.text).map(({ name }) => name)).size, 0),
    words: text.match(/[a-z0-9]{2,}/g)?.length ?? 0,
    exclamations: text.match(/!/g)?.length ?? 0,
  }
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

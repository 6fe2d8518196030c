import type { Draft } from '../draft.ts'
import type { Found } from '../finding.ts'
import type { Question, Reading } from '../reading/model.ts'
import { type Prediction, subjectOf } from './category.ts'
import { checkLinks } from './links.ts'
import { phraseIn } from './phrases.ts'
import type { Piece } from './text.ts'
import type { Tongue } from './tongue.ts'

/** Questions whose yes is a finding of that code. */
type Asked = Extract<Question, Found['code']>

const WAYS_TO_SELL: readonly Asked[] = ['promotion', 'coupon', 'upselling', 'cold-contact']
const WAYS_TO_COERCE: readonly Asked[] = ['threat', 'legal-act', 'public-shaming']

/** What a reviewer, a customer or a law would take amiss in what the template says. */
export const checkConduct = (
  draft: Draft,
  pieces: readonly Piece[],
  tongue: Tongue | null,
  prediction: Prediction,
): readonly Found[] => [
  ...(draft.category === 'UTILITY' || draft.category === 'AUTHENTICATION' ? misplaced(prediction) : []),
  ...(draft.category !== null && draft.category !== prediction.category ? [mismatch(draft, prediction)] : []),
  ...(draft.category === 'MARKETING' && prediction.category === 'MARKETING' && prediction.reads === 'UTILITY'
    ? [{ code: 'could-be-utility', component: 'category' } satisfies Found]
    : []),
  ...(prediction.reading === null || tongue === null ? [] : conductIn(pieces, prediction.reading, tongue)),
  ...(prediction.reason === 'unclear' ? [{ code: 'unclear', component: 'body' } satisfies Found] : []),
  ...(tongue === null ? [] : forbiddenGoods(pieces, tongue)),
  ...checkLinks(draft, pieces),
  ...optOut(draft, pieces, tongue),
]

/** What belongs in a marketing template. A survey is told also where it may stay. */
function misplaced({ category, reading, sellingSample }: Prediction): readonly Found[] {
  if (reading === null) return []
  const survey = reading.score('survey') > 0 ? tell(reading, 'survey') : []
  if (category !== 'MARKETING') return survey
  if (sellingSample !== null) {
    const { component, span, text } = sellingSample
    return [{ code: 'promotion', component, span, values: { found: text.slice(0, 80) } }]
  }
  const subject = subjectOf(reading)
  return [
    ...survey,
    ...(reading.score('goodwill') > 0 || subject === 'goodwill' ? tell(reading, 'goodwill') : []),
    ...(reading.score('selling') > 0 || subject === 'selling' ? strongest(reading, WAYS_TO_SELL) : []),
  ]
}

const conductIn = (pieces: readonly Piece[], reading: Reading, tongue: Tongue): readonly Found[] => [
  ...(reading.score('coercion') > 0 ? strongest(reading, WAYS_TO_COERCE) : []),
  ...(['card-request', 'identity-request'] as const).flatMap((code) => requestIn(pieces, reading, tongue, code)),
]

/** Few texts ask for numbers and papers, so the model must be sure where no phrase says so. */
const SURE = 1.5

/** "We will never ask for your card number" says the opposite. */
function requestIn(
  pieces: readonly Piece[],
  reading: Reading,
  tongue: Tongue,
  code: 'card-request' | 'identity-request',
): readonly Found[] {
  const sentences = pieces.flatMap(sentencesOf).filter((each) => phraseIn([each], 'never-asked', tongue) === null)
  const phrase = phraseIn(sentences, code, tongue)
  if (phrase !== null) {
    const { piece, span } = phrase
    return [{ code, component: piece.component, span, values: { found: piece.text.slice(span.start, span.end) } }]
  }
  const [evidence] = reading.evidence(code)
  const isAsked = sentences.some(
    ({ folded }) => evidence !== undefined && /[^¦]/.test(folded.slice(evidence.start, evidence.end)),
  )
  return reading.score(code) > SURE && isAsked ? tell(reading, code) : []
}

/** Each sentence where it stands, the rest of the piece blotted out. */
const sentencesOf = (piece: Piece): readonly Piece[] =>
  Array.from(piece.folded.matchAll(/[^.!?\n]+[.!?\n]?/g), ({ index, 0: sentence }) => {
    const after = piece.folded.length - index - sentence.length
    return { ...piece, folded: '¦'.repeat(index) + sentence + '¦'.repeat(after) }
  })

/** All of several that are answered yes, or else the likeliest: something of the kind is there. */
function strongest(reading: Reading, codes: readonly Asked[]): readonly Found[] {
  const yes = codes.filter((code) => reading.score(code) > 0)
  const likeliest = codes.toSorted((one, other) => reading.score(other) - reading.score(one)).slice(0, 1)
  return (yes.length > 0 ? yes : likeliest).flatMap((code) => tell(reading, code))
}

/** At the stretch that speaks for it most. */
function tell(reading: Reading, code: Asked): readonly Found[] {
  const [evidence] = reading.evidence(code)
  if (evidence === undefined) return [{ code, component: 'body', values: { found: '…' } }]
  const { piece, start, end } = evidence
  return [{ code, component: piece.component, span: { start, end }, values: { found: piece.text.slice(start, end) } }]
}

const mismatch = ({ category }: Draft, prediction: Prediction): Found => ({
  code: 'category-mismatch',
  component: 'category',
  values: { asked: category ?? '–', predicted: prediction.category },
  fix: { span: { start: 0, end: category?.length ?? 0 }, text: prediction.category },
})

function forbiddenGoods(pieces: readonly Piece[], tongue: Tongue): readonly Found[] {
  const found = phraseIn(pieces, 'forbidden-goods', tongue)
  if (found === null) return []
  const { piece, span } = found
  const values = { found: piece.text.slice(span.start, span.end) }
  return [{ code: 'forbidden-goods', component: piece.component, span, values }]
}

/** A way out, in words of the text or of a button. */
const optOut = (draft: Draft, pieces: readonly Piece[], tongue: Tongue | null): readonly Found[] =>
  draft.category !== 'MARKETING' ||
  tongue === null ||
  pieces.length === 0 ||
  phraseIn(pieces, 'opt-out', tongue) !== null
    ? []
    : [{ code: 'opt-out-missing', component: draft.parts.footer === null ? 'template' : 'footer' }]

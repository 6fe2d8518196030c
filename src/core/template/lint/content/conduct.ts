import type { Draft } from '../draft.ts'
import type { Found } from '../finding.ts'
import type { CueHit } from './cues.ts'
import { type Prediction, SELLING } from './category.ts'
import type { Cue } from './phrases.ts'
import { linksOf, type Piece } from './text.ts'

/** What a reviewer, a customer or a law would take amiss in what the template says. */
export const checkConduct = (
  draft: Draft,
  pieces: readonly Piece[],
  hits: readonly CueHit[],
  prediction: Prediction,
): readonly Found[] => [
  ...(draft.category === 'UTILITY' || draft.category === 'AUTHENTICATION' ? misplaced(hits, prediction) : []),
  ...(draft.category !== null && draft.category !== prediction.category ? [mismatch(draft, prediction)] : []),
  ...(draft.category === 'MARKETING' && prediction.reads === 'UTILITY'
    ? [{ code: 'could-be-utility', component: 'category' } satisfies Found]
    : []),
  ...coercion(hits),
  ...(['card-request', 'identity-request', 'forbidden-goods'] as const).flatMap((cue) => first(hits, cue)),
  ...(prediction.reason === 'unclear' ? [{ code: 'unclear', component: 'body' } satisfies Found] : []),
  ...checkLinks(draft, pieces),
  ...optOut(draft, pieces, hits),
]

/** What belongs in a marketing template. Greetings count only where they decide. */
const misplaced = (hits: readonly CueHit[], prediction: Prediction): readonly Found[] => [
  ...(['promotion', 'coupon', 'upselling', 'cold-contact', 'survey'] as const).flatMap((cue) => first(hits, cue)),
  ...bargain(hits),
  ...warmth(hits, prediction),
  ...(prediction.clues.some(({ kind }) => kind === 'goodwill') ? first(hits, 'goodwill') : []),
]

/** A low price or "your next purchase" is a promotion where nothing else names what is sold. */
const bargain = (hits: readonly CueHit[]): readonly Found[] =>
  hits.some(({ cue }) => cue !== 'bargain' && (SELLING.has(cue) || cue === 'survey')) ? [] : first(hits, 'bargain')

/** Where only the voice sells, the first price or warm word is told. */
const warmth = (hits: readonly CueHit[], { category, clues }: Prediction): readonly Found[] =>
  category === 'MARKETING' && clues.length > 0 && clues.every(({ kind }) => kind === 'price' || kind === 'hint')
    ? [...first(hits, 'price'), ...first(hits, 'hint')].slice(0, 1)
    : []

const mismatch = ({ category }: Draft, prediction: Prediction): Found => ({
  code: 'category-mismatch',
  component: 'category',
  values: { asked: category ?? '–', predicted: prediction.category },
  fix: { span: { start: 0, end: category?.length ?? 0 }, text: prediction.category },
})

/** Words such as "lawyer" and "last notice" threaten only where a debt is spoken of. */
function coercion(hits: readonly CueHit[]): readonly Found[] {
  if (!hits.some(({ cue }) => cue === 'debt') && !hits.some(({ cue }) => cue === 'public-shaming')) {
    // Twice is meant, also where no debt is named.
    return (['threat', 'legal-act'] as const).flatMap((cue) =>
      hits.filter((hit) => hit.cue === cue).length > 1 ? first(hits, cue) : [],
    )
  }
  return (['threat', 'legal-act', 'public-shaming'] as const).flatMap((cue) => first(hits, cue))
}

const first = (
  hits: readonly CueHit[],
  cue: Extract<Cue, Found['code']> | 'bargain' | 'price' | 'hint',
): readonly Found[] => {
  const hit = hits.find((each) => each.cue === cue)
  if (hit === undefined) return []
  const { piece, span } = hit
  const code = cue === 'bargain' || cue === 'price' || cue === 'hint' ? 'promotion' : cue
  return [{ code, component: piece.component, span, values: { found: piece.text.slice(span.start, span.end) } }]
}

/** Hosts whose addresses hide where they lead. */
const SHORTENERS =
  /^(?:https?:\/\/)?(?:www\.)?(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|cutt\.ly|ow\.ly|is\.gd|buff\.ly|rebrand\.ly|rb\.gy|shorturl\.at|tiny\.cc|t\.ly|s\.id|encurtador\.com\.br|acortar\.link|n9\.cl|bit\.do|adf\.ly|lnkd\.in|v\.gd|short\.io|abre\.ai|l1nk\.dev)(?:[/?#]|$)/i
const CHAT_LINKS = /^(?:https?:\/\/)?(?:wa\.me|api\.whatsapp\.com|web\.whatsapp\.com|chat\.whatsapp\.com)(?:[/?#]|$)/i

const checkLinks = (draft: Draft, pieces: readonly Piece[]): readonly Found[] =>
  linksOf(draft, pieces).flatMap(({ component, span, url }): Found[] => {
    if (SHORTENERS.test(url)) return [{ code: 'short-link', component, span, values: { found: url.slice(0, 80) } }]
    if (CHAT_LINKS.test(url)) return [{ code: 'chat-link', component, span, values: { found: url.slice(0, 80) } }]
    return []
  })

/** A way out, in words of the text or of a button. The mend adds a footer's words only where there is a footer. */
const optOut = (draft: Draft, pieces: readonly Piece[], hits: readonly CueHit[]): readonly Found[] =>
  draft.category !== 'MARKETING' || pieces.length === 0 || hits.some(({ cue }) => cue === 'opt-out')
    ? []
    : [{ code: 'opt-out-missing', component: draft.parts.footer === null ? 'template' : 'footer' }]

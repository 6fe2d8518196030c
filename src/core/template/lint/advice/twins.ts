import type { Draft } from '../draft.ts'
import type { Found } from '../finding.ts'
import type { Piece } from '../content/text.ts'

/** Another template of the business account. `text` is its `normalisedText`. */
export type OtherTemplate = { readonly name: string; readonly language: string; readonly text: string }

/** Body and footer as Meta compares them: fields all alike, no difference of capitals or white space (cloud-api §3.1). */
export const normalisedText = (body: string, footer: string | null): string =>
  `${body}\n${footer ?? ''}`
    .replace(/\{\{[^{}]*\}\}/g, '{}')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()

export function checkTwins(draft: Draft, others: readonly OtherTemplate[]): readonly Found[] {
  const { body, footer } = draft.parts
  if (draft.category === 'AUTHENTICATION' || !body?.text) return []
  const text = normalisedText(body.text, footer?.text ?? null)
  const twin = others.find(
    (other) => other.text === text && !(other.name === draft.name && other.language === draft.language),
  )
  if (twin) return [{ code: 'same-text', component: 'body', values: { found: nameOf(twin) } }]
  const words = new Set(text.split(' '))
  const near = others.find((other) => other.name !== draft.name && isNear(text, words, other))
  return near ? [{ code: 'similar-text', component: 'body', values: { found: nameOf(near) } }] : []
}

const nameOf = ({ name, language }: OtherTemplate): string => `${name} (${language})`

/** Of all words of two texts, so many in both is almost the same. Shorter texts share words by chance. */
const NEAR_SHARE = 0.85
const NEAR_WORDS_MIN = 8

function isNear(text: string, words: ReadonlySet<string>, other: OtherTemplate): boolean {
  const ratio = other.text.length / text.length
  if (words.size < NEAR_WORDS_MIN || ratio < NEAR_SHARE || ratio > 1 / NEAR_SHARE) return false
  const others = wordsOf(other)
  // Shared words of all words of both; most texts are other ones after a few words already.
  const mostMissing = words.size - (NEAR_SHARE / (1 + NEAR_SHARE)) * (words.size + others.size)
  let missing = 0
  for (const word of words) if (!others.has(word) && ++missing > mostMissing) return false
  return true
}

/** Thousands of texts are compared at each key: their words are taken apart once. */
const taken = new WeakMap<OtherTemplate, ReadonlySet<string>>()
function wordsOf(other: OtherTemplate): ReadonlySet<string> {
  const known = taken.get(other)
  if (known) return known
  const words = new Set(other.text.split(' '))
  taken.set(other, words)
  return words
}

/** Small words that tell the languages apart. */
const SMALL_WORDS = {
  es: /(?<!\p{L})(?:el|los|las|del|una|y|con|por|para|su|tu|más|está|hoy|pedido|gracias|hola)(?!\p{L})/gu,
  en: /(?<!\p{L})(?:the|and|your|you|is|are|with|for|will|please|this|thanks|our|has|been|we|to|of)(?!\p{L})/gu,
  pt: /(?<!\p{L})(?:você|seu|sua|não|uma|em|do|da|com|olá|obrigado|obrigada|está|já|às|pelo|pela)(?!\p{L})/gu,
} as const

const LANGUAGE_WORDS_MIN = 4

/** The text is plainly in another of our languages than the code says. */
export function checkLanguageOfText(draft: Draft, pieces: readonly Piece[]): readonly Found[] {
  const declared = draft.language?.slice(0, 2).toLowerCase()
  const text = pieces
    .filter(({ kind }) => kind !== 'button')
    .map((piece) => piece.text.toLowerCase())
    .join('\n')
  if (declared !== 'es' && declared !== 'en' && declared !== 'pt') return []
  const count = (tongue: keyof typeof SMALL_WORDS) => Array.from(text.matchAll(SMALL_WORDS[tongue])).length
  const own = count(declared)
  const other = (['es', 'en', 'pt'] as const)
    .filter((tongue) => tongue !== declared)
    .find((tongue) => count(tongue) >= LANGUAGE_WORDS_MIN && count(tongue) > 2 * own)
  return other === undefined ? [] : [{ code: 'language-mismatch', component: 'language', values: { found: other } }]
}

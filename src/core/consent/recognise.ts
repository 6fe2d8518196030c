import type { Language } from '#base/language.ts'
import type { Purpose } from './consent.ts'
import { ENGLISH } from './phrases/english.ts'
import type { Rule } from './phrases/grammar.ts'
import { PORTUGUESE } from './phrases/portuguese.ts'
import { SPANISH } from './phrases/spanish.ts'

/** What somebody says of being written to, with the language they said it in. */
export type Spoken = {
  /** `withdraw`: leave me alone; `give`: write to me; `return`: write to me again, if I had said no. */
  readonly kind: 'withdraw' | 'give' | 'return'
  /** Whether one word did it, or a sentence. */
  readonly means: 'keyword' | 'message'
  readonly purposes: readonly Purpose[]
  readonly language: Language
}

/** All that we send by ourselves. Answers are not among it: whoever writes is answered, whatever they said before. */
export const PROACTIVE: readonly Purpose[] = ['notices', 'marketing', 'collections']

/** Longer texts are never read: nobody needs more to say stop. */
const LONGEST = 120

const LANGUAGES = [SPANISH, ENGLISH, PORTUGUESE]
const KEYWORDS = LANGUAGES.flatMap(({ keywords }) => keywords)
const SENTENCES = LANGUAGES.flatMap(({ sentences }) => sentences)
const SIGN_UPS = LANGUAGES.map(({ signUps }) => signUps)
const RETURNS = LANGUAGES.map(({ returns }) => returns)

/** What a text says of being written to; null for everything else, which is nearly all that people write. */
export function recognise(text: string): Spoken | null {
  if (text.length > LONGEST) return null
  const plain = plainOf(text)
  if (plain === '') return null
  const isQuestion = plain.endsWith('?')
  const keyword = isQuestion ? undefined : KEYWORDS.find(({ says }) => says.test(plain))
  if (keyword) return spoken('withdraw', 'keyword', keyword)
  const phrase = SENTENCES.find(({ says }) => says.test(plain))
  if (phrase) return spoken('withdraw', 'message', phrase)
  if (isQuestion) return null
  const signUp = SIGN_UPS.find(({ says }) => says.test(plain))
  if (signUp) return spoken('give', 'keyword', { ...signUp, of: 'marketing' })
  const comeback = RETURNS.find(({ says }) => says.test(plain))
  return comeback ? spoken('return', 'keyword', comeback) : null
}

const spoken = (kind: Spoken['kind'], means: Spoken['means'], { of, language }: Rule): Spoken => ({
  kind,
  means,
  purposes: of === 'all' ? PROACTIVE : ['marketing'],
  language,
})

/** Small letters without accents, quotes and punctuation, letters drawn out shortened, single spaces; "?" only at the end. */
export function plainOf(text: string): string {
  const isQuestion = /[?？]/.test(text)
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’´`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .trim()
  return isQuestion && plain !== '' ? `${plain}?` : plain
}

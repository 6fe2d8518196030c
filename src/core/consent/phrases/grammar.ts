/**
 * How people say that they want to be left alone, or written to again, as grammar over plain text: small letters, no
 * accents, no punctuation but "?", single spaces. Every rule covers the whole text, so that a word in a longer sentence —
 * "baja el precio", "para mañana", "stop motion" — never counts. Written for Spanish of both sides of the ocean, English
 * and Portuguese of Brazil and Portugal.
 */
export type Rule = {
  readonly language: 'es' | 'en' | 'pt-BR'
  /** `all`: whatever we would send by ourselves; `marketing`: only what we would like to sell. */
  readonly of: 'all' | 'marketing'
  readonly says: RegExp
}

/** A piece in brackets, so that it can be repeated or left out. */
export const any = (...pieces: readonly string[]): string => `(?:${pieces.join('|')})`
export const maybe = (...pieces: readonly string[]): string => `(?:${pieces.join('|')})?`
const whole = (piece: string): RegExp => new RegExp(`^${piece}$`)

/** What is said before and after, in any language: greetings, please, thank you. */
const BEFORE = maybe(
  `${any(
    'hola',
    'buenas',
    'buen dia',
    'buenos dias',
    'buenas (?:tardes|noches)',
    'oigan?',
    'por favor',
    'porfa(?:vor)?',
    'favor',
    'hi',
    'hello',
    'hey',
    'please',
    'pls',
    'oi',
    'ola',
    'bom dia',
    'boa (?:tarde|noite)',
    'por gentileza',
  )} `,
).repeat(2)
const AFTER = maybe(
  ` ${any(
    'por favor',
    'porfa(?:vor)?',
    'gracias',
    'muchas gracias',
    'ya',
    'ahora',
    'please',
    'pls',
    'thanks',
    'thank you',
    'now',
    'obrigad[oa]',
    'por gentileza',
    'agora',
    'ja',
  )}`,
).repeat(2)
export const rule = (language: Rule['language'], of: Rule['of'], ...pieces: readonly string[]): Rule => ({
  language,
  of,
  says: whole(`${BEFORE}${any(...pieces)}${AFTER}`),
})

/** What is said in one language. */
export type Phrases = {
  /** Single words, and the few fixed phrases that stand on their own; a question is none of them. */
  readonly keywords: readonly Rule[]
  readonly sentences: readonly Rule[]
  /** Whoever says one of these wants to be written to, whether they had said no before or not. */
  readonly signUps: Rule
  /** Whoever had said no takes it back with one of these; said by anybody else they mean something else. */
  readonly returns: Rule
}

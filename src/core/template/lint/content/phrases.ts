/** What a phrase speaks for. The first eight are reasons for marketing, the next three for their own category. */
export type Cue =
  | 'promotion'
  | 'bargain'
  | 'coupon'
  | 'upselling'
  | 'cold-contact'
  | 'survey'
  | 'goodwill'
  | 'hint'
  | 'price'
  | 'service'
  | 'occasion'
  | 'code'
  | 'threat'
  | 'legal-act'
  | 'public-shaming'
  | 'debt'
  | 'card-request'
  | 'identity-request'
  | 'vague'
  | 'opt-out'
  | 'forbidden-goods'

/**
 * The phrases of one language, one regular expression a line, over folded text: lower case, no accents, `ñ` is `n`,
 * and `#` is a field. They begin and end at word boundaries.
 *
 * `innocent` are phrases that only look like something else; what they cover is not read again.
 */
export type Phrases = { readonly innocent: string } & Readonly<Record<Cue, string>>

/** Made once per language, at its first text. */
export type Matcher = Readonly<Record<Cue | 'innocent', RegExp>>

export const matcherOf = (phrases: Phrases): Matcher => {
  const compile = (lines: string): RegExp => {
    const choices = lines
      .split('\n')
      .map((line) => line.trim().replaceAll('#', '(?<!#)#+(?:[a-z0-9 ]{1,40}#+)?'))
      .filter((line) => line !== '')
    return new RegExp(`(?<![a-z0-9])(?:${choices.join('|')})(?![a-z0-9])`, 'g')
  }
  return Object.fromEntries(Object.entries(phrases).map(([cue, lines]) => [cue, compile(lines)])) as Matcher
}

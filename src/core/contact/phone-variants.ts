/**
 * Countries whose mobile numbers travel in two spellings: with and without a digit that was once needed to reach a
 * mobile. `long` and `short` hold the same digits around it. Source: cloud-api §1.2; number plans of IFT,
 * Anatel and ENACOM.
 */
const SPELLINGS: readonly { readonly long: RegExp; readonly short: RegExp; readonly infix: string }[] = [
  // Mexico: 52 1 + ten digits (until 2019-08), 52 + ten digits since. No area code begins with 0 or 1.
  { long: /^(52)1([2-9]\d{9})$/, short: /^(52)([2-9]\d{9})$/, infix: '1' },
  // Brazil: 55, area code, then 9 + eight digits. Eight digits beginning with 2–5 are a landline: another subscriber.
  { long: /^(55[1-9][1-9])9([6-9]\d{7})$/, short: /^(55[1-9][1-9])([6-9]\d{7})$/, infix: '9' },
  // Argentina: 54 9 + ten digits from abroad, 54 + ten digits otherwise. No area code begins with 0 or 9.
  { long: /^(54)9([1-8]\d{9})$/, short: /^(54)([1-8]\d{9})$/, infix: '9' },
]

/**
 * The spellings under which a person with this number may be known: the given one first, then the other, if its country
 * has two. For looking up only: what is stored and sent to stays as received, and a find is a candidate, never proof.
 */
export function variantsOf(phone: string): string[] {
  for (const { long, short, infix } of SPELLINGS) {
    const inLong = long.exec(phone)
    if (inLong) return [phone, `${inLong[1]}${inLong[2]}`]
    const inShort = short.exec(phone)
    if (inShort) return [phone, `${inShort[1]}${infix}${inShort[2]}`]
  }
  return [phone]
}

/** What people put between digits: spaces, hyphens of any kind, dots, slashes, brackets, and marks that copying brings. */
const SEPARATORS = /[\s\p{Pd}\p{Cf}()./]/gu

/**
 * The digits of a number as a person types or pastes it, without "+" or a leading "00": `+52 (55) 5000-1000` becomes
 * `525550001000`. Empty when it holds anything that is not part of a number.
 */
export function digitsOf(typed: string): string {
  const compact = typed.normalize('NFKC').replace(SEPARATORS, '')
  const match = /^(?:\+|00)?(\d+)$/.exec(compact)
  return match?.[1] ?? ''
}

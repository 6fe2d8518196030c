import { type Evidence, type LikenessKind, type Strength, STRENGTH } from '#core/contact/evidence.ts'

/** How evidence lies in the rows of `possible_duplicate`. Neither number is ever given another meaning: rows stay as they are. */
const RANK: Readonly<Record<Strength, number>> = { strong: 2, fair: 1, supporting: 0 }
const BIT: Readonly<Record<LikenessKind, number>> = {
  'claimed-phone': 1,
  spelling: 2,
  'former-phone': 4,
  username: 8,
  'listed-name': 16,
  name: 32,
}

/** Of the strongest. */
export const rankOf = (evidence: readonly Evidence[]): number =>
  Math.max(...evidence.map(({ kind }) => RANK[STRENGTH[kind]]))

/** Null: every bit. */
export const bitOf = (kind: LikenessKind | null): number => (kind === null ? EVERY_BIT : BIT[kind])
const EVERY_BIT = Object.values(BIT).reduce((all, bit) => all | bit)

export const bitsOf = (evidence: readonly Evidence[]): number =>
  evidence.reduce((bits, { kind }) => bits | BIT[kind], 0)

import type { LineId } from '../account/account.ts'
import type { Line } from './line.ts'

/** Whom a conversation is begun with, as far as it says which number begins it. */
export type Opened = {
  /** Where they live; null: not known. */
  readonly country: string | null
  /** Numbers they have written to, the latest first; empty: none. */
  readonly wroteTo: readonly LineId[]
}

/** Why a number writes first: no other can send, they wrote to it last, it is for their country, or for all others. */
export const OPENING_REASONS = ['only', 'wrote-to', 'country', 'default'] as const
export type OpeningChoice = { readonly line: Line; readonly because: (typeof OPENING_REASONS)[number] }

/**
 * The number that writes first to somebody: the only one there is, the one they wrote to last, the one for their country, the
 * default. Null: nobody decided. Numbers that cannot send are passed over while another can.
 */
export function lineToOpen(lines: readonly Line[], { country, wroteTo }: Opened): OpeningChoice | null {
  const able = lines.filter(({ state }) => state.kind === 'connected')
  const among = able.length > 0 ? able : lines
  const [only] = among
  if (only && among.length === 1) return { line: only, because: 'only' }
  const [known] = wroteTo.flatMap((lineId) => among.find((line) => line.lineId === lineId) ?? [])
  if (known) return { line: known, because: 'wrote-to' }
  const forCountry = among.find(({ opening }) => country !== null && opening?.countries.includes(country))
  if (forCountry) return { line: forCountry, because: 'country' }
  const forOthers = among.find(({ opening }) => opening?.isDefault)
  return forOthers ? { line: forOthers, because: 'default' } : null
}

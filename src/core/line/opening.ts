import type { LineId } from '../account/account.ts'
import type { Line } from './line.ts'

/** Whom a conversation is begun with, as far as it says which number begins it. */
export type Opened = {
  /** Where they live; null: not known. */
  readonly country: string | null
  /** Numbers they have written to, the latest first; empty: none. */
  readonly wroteTo: readonly LineId[]
}

/**
 * The number that writes first to somebody: the only one there is, the one they wrote to last, the one for their country, the
 * default. Null: nobody decided. Numbers that cannot send are passed over while another can.
 */
export function lineToOpen(lines: readonly Line[], { country, wroteTo }: Opened): Line | null {
  const able = lines.filter(({ state }) => state.kind === 'connected')
  const among = able.length > 0 ? able : lines
  if (among.length === 1) return among[0] ?? null
  const known = wroteTo.flatMap((lineId) => among.find((line) => line.lineId === lineId) ?? [])
  const forCountry = among.find(({ opening }) => country !== null && opening?.countries.includes(country))
  return known[0] ?? forCountry ?? among.find(({ opening }) => opening?.isDefault) ?? null
}

import type { Line } from './line.ts'

/**
 * The number that writes first to somebody of this country (null: not known): the only one there is, the one for that
 * country, the default. Null: nobody decided. Numbers that cannot send are passed over while another can.
 */
export function lineToOpen(lines: readonly Line[], country: string | null): Line | null {
  const able = lines.filter(({ state }) => state.kind === 'connected')
  const among = able.length > 0 ? able : lines
  if (among.length === 1) return among[0] ?? null
  const forCountry = among.find(({ opening }) => country !== null && opening?.countries.includes(country))
  return forCountry ?? among.find(({ opening }) => opening?.isDefault) ?? null
}

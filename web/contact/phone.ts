import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** "+5215512345678" → "55 1234 5678" at home, "+52 55 1234 5678" elsewhere; as given where nobody can read it. */
export function phoneWords(digits: string, homeCountry: string): string {
  const parsed = parsePhoneNumberFromString(`+${digits}`)
  if (!parsed) return `+${digits}`
  return parsed.country === homeCountry ? parsed.formatNational() : parsed.formatInternational()
}

export const countryOf = (digits: string): string | null => parsePhoneNumberFromString(`+${digits}`)?.country ?? null

/** One zone for each country that has only one in everyday life; larger countries are left out rather than guessed. */
const ZONES: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires',
  BO: 'America/La_Paz',
  CL: 'America/Santiago',
  CO: 'America/Bogota',
  CR: 'America/Costa_Rica',
  DO: 'America/Santo_Domingo',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  GT: 'America/Guatemala',
  HN: 'America/Tegucigalpa',
  PA: 'America/Panama',
  PE: 'America/Lima',
  PT: 'Europe/Lisbon',
  PY: 'America/Asuncion',
  SV: 'America/El_Salvador',
  UY: 'America/Montevideo',
  VE: 'America/Caracas',
  MX: 'America/Mexico_City',
  BR: 'America/Sao_Paulo',
}
export const zoneOf = (country: string | null): string | null => (country && ZONES[country]) || null

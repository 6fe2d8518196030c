import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** "+5215512345678" → "55 1234 5678" at home, "+52 55 1234 5678" elsewhere; as given where nobody can read it. */
export function phoneWords(digits: string, homeCountry: string): string {
  const parsed = parsePhoneNumberFromString(`+${digits}`)
  if (!parsed) return `+${digits}`
  return parsed.country === homeCountry ? parsed.formatNational() : parsed.formatInternational()
}

export const countryOf = (digits: string): string | null => parsePhoneNumberFromString(`+${digits}`)?.country ?? null

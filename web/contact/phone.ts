import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** Mexico’s mobiles travel with a 1 that nobody has dialled since 2019-08, and that no number plan knows any more. */
const OLD_MEXICAN = /^521(?=[2-9]\d{9}$)/

/** "5215512345678" → "55 1234 5678" at home, "+52 55 1234 5678" elsewhere; as given where nobody can read it. */
export function phoneWords(digits: string, homeCountry: string): string {
  const parsed = parsePhoneNumberFromString(`+${digits.replace(OLD_MEXICAN, '52')}`)
  if (!parsed) return `+${digits}`
  return parsed.country === homeCountry ? parsed.formatNational() : parsed.formatInternational()
}

export const countryOf = (digits: string): string | null => parsePhoneNumberFromString(`+${digits}`)?.country ?? null

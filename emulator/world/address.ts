import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js'

/**
 * How WhatsApp writes a phone number that has more than one spelling.
 * Mexico: the mobile 1 after 52 stays; Argentina: the mobile 9 after 54 stays; Brazil: the ninth digit is kept for area
 * codes up to 28 and dropped from 31 on, as the accounts were registered (Meta, Cloud API "Brazil and Mexico phone
 * numbers"; the Brazilian border is general knowledge, unverified).
 */
export function canonicalWaId(digits: string): string {
  if (/^52\d{10}$/.test(digits)) return `521${digits.slice(2)}`
  if (/^54[1-8]\d{9}$/.test(digits)) return `549${digits.slice(2)}`
  const brazil = /^55(\d{2})9?(\d{8})$/.exec(digits)
  if (brazil === null) return digits
  const [, area = '', line = ''] = brazil
  const isMobile = /^[6-9]/.test(line) || digits.length === 13
  return isMobile && Number(area) <= 28 ? `55${area}9${line}` : `55${area}${line}`
}

/** Every spelling under which a phone may be looked for: 521/52, 549/54, with and without Brazil's ninth digit. */
export function spellings(digits: string): readonly string[] {
  const mexico = /^521?(\d{10})$/.exec(digits)?.[1]
  if (mexico !== undefined) return [`521${mexico}`, `52${mexico}`]
  const argentina = /^549?(\d{10})$/.exec(digits)?.[1]
  if (argentina !== undefined) return [`549${argentina}`, `54${argentina}`]
  const brazil = /^55(\d{2})9?(\d{8})$/.exec(digits)
  if (brazil !== null) return [`55${brazil[1]}9${brazil[2]}`, `55${brazil[1]}${brazil[2]}`]
  return [digits]
}

/** The digits of what a client wrote in `to`; `null` when it is no phone number at all. */
export function digitsOf(input: string): string | null {
  const bare = input.trim().replace(/[\s()-]/g, '')
  const digits = bare.startsWith('+') ? bare.slice(1) : bare
  return /^\d{7,15}$/.test(digits) ? digits : null
}

/**
 * Without a `+`, Meta reads a number it does not recognise as international as a national one of the business's country
 * (Cloud API, Phone numbers, "Phone number formats").
 */
export function withCountry(input: string, digits: string, country: string): string {
  if (input.trim().startsWith('+') || isInternational(digits)) return digits
  const national = parsePhoneNumberFromString(digits, country as CountryCode)
  return national?.isValid() === true ? national.number.slice(1) : digits
}

const isInternational = (digits: string): boolean =>
  spellings(digits).some((spelling) => parsePhoneNumberFromString(`+${spelling}`)?.isValid() === true)

/** The country of a wa_id, "US" when nobody knows. */
export const countryOf = (digits: string): string => parsePhoneNumberFromString(`+${digits}`)?.country ?? 'US'

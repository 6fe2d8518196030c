import {
  type CountryCode,
  ParseError,
  parsePhoneNumberWithError,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max'
import { ok, type Result } from '#base/result.ts'
import type { RefusalCode, Refusal } from '#core/refusal/refusal.ts'
import { no } from './call.ts'

/** A number somebody typed, as number plans read it. `country`: ISO 3166 alpha-2; null: shared by several. */
export type TypedPhone = { readonly e164: string; readonly shown: string; readonly country: string | null }

/** Mexico’s mobiles had a 1 after the country until 2019-08, which people still write and no number plan knows. */
const OLD_MEXICAN = /^(\+|00)?\s*52\s*1(?=(\D*[2-9])(\D*\d){9}\D*$)/

const CODES: Readonly<Partial<Record<string, RefusalCode>>> = {
  INVALID_COUNTRY: 'phone-country-unknown',
  TOO_SHORT: 'phone-too-short',
  TOO_LONG: 'phone-too-long',
}

/**
 * A number with its country, "+" or "00" before it; without, it is read as one dialled in the company’s country. Refusals:
 * `phone-country-missing`, `phone-country-unknown`, `phone-too-short`, `phone-too-long`, `recipient-invalid`.
 */
export function readTyped(typed: string, companyCountry: string): Result<TypedPhone, readonly Refusal[]> {
  const written = typed.normalize('NFKC').trim().replace(OLD_MEXICAN, '+52 ').replace(/^00/, '+')
  const hasCountry = written.startsWith('+')
  const refusedAs = (reason: string | undefined) =>
    no(hasCountry ? (CODES[reason ?? ''] ?? 'recipient-invalid') : 'phone-country-missing', {
      field: 'to.phone',
      found: typed,
      expected: 'such as +52 55 1234 5678',
    })
  try {
    const options = { defaultCountry: companyCountry as CountryCode, extract: false }
    const phone = parsePhoneNumberWithError(written, options)
    if (!phone.isPossible()) return refusedAs(validatePhoneNumberLength(written, options))
    return ok({ e164: phone.number, shown: phone.formatInternational(), country: phone.country ?? null })
  } catch (error) {
    if (error instanceof ParseError) return refusedAs(error.message)
    throw error
  }
}

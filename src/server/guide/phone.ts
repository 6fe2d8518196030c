import { type CountryCode, type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { PhoneKind, ReadPhone } from '#core/guide/number.ts'

const KINDS: Readonly<Partial<Record<Exclude<NumberType, undefined>, PhoneKind>>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'landline',
  FIXED_LINE_OR_MOBILE: 'mobile-or-landline',
  TOLL_FREE: 'toll-free',
  VOIP: 'internet',
}

/** A number by the number plans of libphonenumber; null: nobody can read it. `country` is of numbers without a "+". */
export function readPhone(written: string, country: string): ReadPhone | null {
  const parsed = parsePhoneNumberFromString(written, country as CountryCode)
  if (parsed === undefined) return null
  const type = parsed.getType()
  return {
    e164: parsed.number,
    shown: parsed.formatInternational(),
    country: parsed.country ?? country,
    // Demonstration numbers of no plan are possible without being of any kind.
    kind: (type && KINDS[type]) ?? (parsed.isValid() && type !== undefined ? 'other' : 'mobile-or-landline'),
    isValid: parsed.isPossible(),
  }
}

/** The calling code and the rest, as the platform wants them apart. */
export function partsOf(e164: string): { readonly callingCode: string; readonly national: string } | null {
  const parsed = parsePhoneNumberFromString(e164)
  return parsed === undefined ? null : { callingCode: parsed.countryCallingCode, national: parsed.nationalNumber }
}

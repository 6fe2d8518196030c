import { createHash } from 'node:crypto'
import { type CountryCode, getCountries, parsePhoneNumberFromString } from 'libphonenumber-js'
import { PURPOSES, type Purpose } from '#core/consent/consent.ts'
import type { Invitation } from '#core/consent/settings.ts'

/** What somebody typed, as it is shown to them again. */
export type Typed = {
  readonly country: string
  readonly phone: string
  readonly name: string
  readonly purposes: readonly Purpose[]
}
export type FormError = 'phone' | 'purposes' | 'changed'

/** What the form said, understood. */
export type Filled = Pick<Typed, 'purposes'> & { readonly phone: string; readonly name: string | null }

const LONGEST = { phone: 40, name: 80 }

/**
 * Reads a form as browsers send it. Everything may be missing, there twice or much too long; only purposes of the invitation
 * count, and what was agreed to must be what the page says now.
 */
export function readForm(
  form: URLSearchParams,
  invitation: Invitation,
): { readonly typed: Typed; readonly errors: readonly FormError[]; readonly filled: Filled | null } {
  const read = (name: string, longest: number) => oneLine(form.get(name) ?? '').slice(0, longest)
  const ticked = form.getAll('purpose')
  const isSame = form.get('edition') === editionOf(invitation)
  const typed: Typed = {
    country: read('country', 2),
    phone: read('phone', LONGEST.phone),
    name: read('name', LONGEST.name),
    purposes: isSame ? PURPOSES.filter((one) => invitation.purposes.includes(one) && ticked.includes(one)) : [],
  }
  const phone = phoneIn(typed)
  const errors: FormError[] = []
  if (phone === null) errors.push('phone')
  if (!isSame) errors.push('changed')
  else if (typed.purposes.length === 0) errors.push('purposes')
  if (errors.length > 0 || phone === null) return { typed, errors, filled: null }
  return { typed, errors, filled: { phone, purposes: typed.purposes, name: typed.name === '' ? null : typed.name } }
}

/** Names what an invitation says, so that nobody agrees to a text they did not see. */
export const editionOf = ({ wording, purposes }: Invitation): string =>
  createHash('sha256')
    .update(JSON.stringify([wording.text, wording.version, purposes]))
    .digest('base64url')
    .slice(0, 16)

/** Digits, international; null: no number of that country. One that begins with "+" names its country itself. */
function phoneIn({ country, phone }: Typed): string | null {
  const known = getCountries().find((one) => one === (country.toUpperCase() as CountryCode))
  const number = parsePhoneNumberFromString(phone, known)
  return number?.isValid() ? number.number.slice(1) : null
}

const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()

import { type Refusal, refusal } from '../refusal/refusal.ts'
import { EXPECTED, expectedLength } from './value-misfit.ts'

/** Whether Meta takes a value of a field. */
export function checkValue(
  key: string,
  value: string,
  max: number,
  { isButton = false, isCode = false }: { readonly isButton?: boolean; readonly isCode?: boolean } = {},
): readonly Refusal[] {
  const expected = [
    // Meta refuses these three with 132018 or 132012 (cloud-api §3.1) [K].
    ...(/[\n\r\u2028\u2029]/.test(value) ? [EXPECTED['line-breaks']] : []),
    ...(value.includes('\t') ? [EXPECTED.tabs] : []),
    ...(/ {5}/.test(value) ? [EXPECTED['spaces-in-a-row']] : []),
    // Marks that turn the direction of text can make an address or a name read as another.
    ...(/[\u202a-\u202e\u2066-\u2069]/.test(value) ? [EXPECTED['turned-direction']] : []),
    ...(/(?![\n\r\t])\p{Cc}/u.test(value) || !value.isWellFormed() ? [EXPECTED['control-characters']] : []),
    ...(isButton && /\s/.test(value) ? [EXPECTED.spaces] : []),
    ...(isCode && /:\/\/|\p{Extended_Pictographic}/u.test(value.replace(/[\d#*]/g, ''))
      ? [EXPECTED['address-or-emoji']]
      : []),
    ...(value.length > max ? [expectedLength(max)] : []),
  ]
  const found = value.length > 60 ? `${value.length} characters` : value
  return expected.length === 0
    ? []
    : [refusal('template-field-invalid', { field: key, found, expected: expected.join(', ') })]
}

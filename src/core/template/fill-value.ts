import { type Refusal, refusal } from '../refusal/refusal.ts'

/** Whether Meta takes a value of a field. */
export function checkValue(
  key: string,
  value: string,
  max: number,
  { isButton = false, isCode = false }: { readonly isButton?: boolean; readonly isCode?: boolean } = {},
): readonly Refusal[] {
  const expected = [
    // Meta refuses these three with 132018 or 132012 (cloud-api §3.1) [K].
    ...(/[\n\r\u2028\u2029]/.test(value) ? ['no line breaks'] : []),
    ...(value.includes('\t') ? ['no tabs'] : []),
    ...(/ {5}/.test(value) ? ['at most 4 spaces in a row'] : []),
    // Marks that turn the direction of text can make an address or a name read as another.
    ...(/[\u202a-\u202e\u2066-\u2069]/.test(value) ? ['no marks that turn the reading direction'] : []),
    ...(/(?![\n\r\t])\p{Cc}/u.test(value) || !value.isWellFormed() ? ['no control characters'] : []),
    ...(isButton && /\s/.test(value) ? ['no spaces'] : []),
    ...(isCode && /:\/\/|\p{Extended_Pictographic}/u.test(value.replace(/[\d#*]/g, ''))
      ? ['no address and no emoji']
      : []),
    ...(value.length > max ? [`at most ${max} characters`] : []),
  ]
  const found = value.length > 60 ? `${value.length} characters` : value
  return expected.length === 0
    ? []
    : [refusal('template-field-invalid', { field: key, found, expected: expected.join(', ') })]
}

type Country = { code: string; iso: string; zone: string; groups: number[] }

/** Calling codes the demonstration meets, each with how its digits are grouped and the zone of most of its people. */
const countries: Country[] = [
  { code: '52', iso: 'MX', zone: 'America/Mexico_City', groups: [2, 4, 4] },
  { code: '54', iso: 'AR', zone: 'America/Argentina/Buenos_Aires', groups: [2, 4, 4] },
  { code: '55', iso: 'BR', zone: 'America/Sao_Paulo', groups: [2, 5, 4] },
  { code: '57', iso: 'CO', zone: 'America/Bogota', groups: [3, 3, 4] },
  { code: '56', iso: 'CL', zone: 'America/Santiago', groups: [1, 4, 4] },
  { code: '51', iso: 'PE', zone: 'America/Lima', groups: [3, 3, 3] },
  { code: '34', iso: 'ES', zone: 'Europe/Madrid', groups: [3, 3, 3] },
  { code: '593', iso: 'EC', zone: 'America/Guayaquil', groups: [2, 3, 4] },
  { code: '598', iso: 'UY', zone: 'America/Montevideo', groups: [2, 3, 3] },
  { code: '595', iso: 'PY', zone: 'America/Asuncion', groups: [3, 3, 3] },
  { code: '591', iso: 'BO', zone: 'America/La_Paz', groups: [4, 4] },
  { code: '502', iso: 'GT', zone: 'America/Guatemala', groups: [4, 4] },
  { code: '506', iso: 'CR', zone: 'America/Costa_Rica', groups: [4, 4] },
  { code: '507', iso: 'PA', zone: 'America/Panama', groups: [4, 4] },
  { code: '58', iso: 'VE', zone: 'America/Caracas', groups: [3, 3, 4] },
  { code: '351', iso: 'PT', zone: 'Europe/Lisbon', groups: [3, 3, 3] },
  { code: '44', iso: 'GB', zone: 'Europe/London', groups: [4, 6] },
  { code: '1', iso: 'US', zone: 'America/New_York', groups: [3, 3, 4] },
]

/** Countries a new phone may be made for. */
export const countryCodes = countries.map((country) => country.iso)

const countryOf = (waId: string) => countries.find((country) => waId.startsWith(country.code))

/** The wall clock its owner most likely lives by; `undefined` (the browser's own zone) where the code is unknown. */
export const zoneOf = (waId: string): string | undefined => countryOf(waId)?.zone

/** “+52 55 1234 5678” from Meta's digits; Mexico's old 1 is left out, Argentina's 9 stays apart. */
export function showNumber(waId: string): string {
  const country = countryOf(waId)
  if (country === undefined) return `+${waId}`
  let rest = waId.slice(country.code.length)
  const shown = [`+${country.code}`]
  if (country.iso === 'MX' && rest.length === 11 && rest.startsWith('1')) rest = rest.slice(1)
  if (country.iso === 'AR' && rest.length === 11 && rest.startsWith('9')) {
    shown.push('9')
    rest = rest.slice(1)
  }
  if (country.iso === 'CL' && rest.length !== 9) return `+${country.code} ${rest}`
  for (const [index, size] of country.groups.entries()) {
    const last = index === country.groups.length - 1
    shown.push(last ? rest : rest.slice(0, size))
    rest = last ? '' : rest.slice(size)
  }
  return shown.filter((piece) => piece !== '').join(' ')
}

/** The digits of whatever a person typed or pasted. */
export const digitsOf = (typed: string): string => typed.replace(/\D/g, '')

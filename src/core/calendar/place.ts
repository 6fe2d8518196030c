import type { Zone } from './zone.ts'
import { AREA_CODES, PLACES } from './places.data.ts'

/** Where a person lives as far as it is known. `zones`: all that may be theirs; empty when nothing is known of them. */
export type Place = { readonly country: string | null; readonly zones: readonly Zone[] }

export const NOWHERE: Place = { country: null, zones: [] }

/** By a number in digits with its country code. A person may have taken it elsewhere; nothing else is known of them. */
export function placeOfPhone(phone: string): Place {
  if (phone.startsWith('1')) return AREAS.get(phone.slice(1, 4)) ?? STATES
  for (let length = Math.min(LONGEST_CODE, phone.length); length > 0; length--) {
    const place = BY_CODE.get(phone.slice(0, length))
    if (place) return place
  }
  return NOWHERE
}

/** By an ISO country, with every zone it has. */
export const placeOfCountry = (country: string): Place => BY_COUNTRY.get(country) ?? { country, zones: [] }

const BY_CODE: ReadonlyMap<string, Place> = new Map(
  PLACES.trim()
    .split('\n')
    .map((line) => {
      const [code = '', country = '', ...zones] = line.split(' ')
      return [code, { country, zones }]
    }),
)
const LONGEST_CODE = Math.max(...[...BY_CODE.keys()].map((code) => code.length))

const AREA_LINES = AREA_CODES.trim()
  .split('\n')
  .map((line) => {
    const [country = '', zones = '', ...areas] = line.trim().split(' ')
    return { place: { country, zones: zones.split(',') }, areas }
  })
const AREAS: ReadonlyMap<string, Place> = new Map(
  AREA_LINES.flatMap(({ place, areas }) => areas.map((area) => [area, place] as const)),
)

const BY_COUNTRY: ReadonlyMap<string, Place> = new Map(
  [...BY_CODE.values(), ...AREA_LINES.map(({ place }) => place)].reduce((all, { country, zones }) => {
    if (country === null) return all
    const known = all.get(country)?.zones ?? []
    return all.set(country, { country, zones: [...new Set([...known, ...zones])] })
  }, new Map<string, Place>()),
)
const STATES = placeOfCountry('US')

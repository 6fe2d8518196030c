import { expect, test } from 'vitest'
import { placeOfCountry, placeOfPhone } from './place.ts'
import { AREA_CODES, PLACES } from './places.data.ts'
import { isZone } from './zone.ts'

test.each([
  ['a Colombian mobile', '573001112233', 'CO', 'America/Bogota'],
  [
    'a Mexican mobile in the old spelling',
    '5215512345678',
    'MX',
    'America/Mexico_City America/Cancun America/Ciudad_Juarez America/Hermosillo America/Tijuana',
  ],
  [
    'a Chilean mobile may be on Easter Island',
    '56912345678',
    'CL',
    'America/Santiago Pacific/Easter America/Punta_Arenas',
  ],
  ['a landline of Magallanes', '56612345678', 'CL', 'America/Punta_Arenas'],
  ['a landline of Santiago', '56221234567', 'CL', 'America/Santiago'],
  ['a Spanish mobile may be on the Canaries', '34612345678', 'ES', 'Europe/Madrid Atlantic/Canary'],
  ['a landline of Las Palmas', '34928123456', 'ES', 'Atlantic/Canary'],
  ['a landline of Madrid', '34912345678', 'ES', 'Europe/Madrid'],
  ['an Ecuadorian mobile may be on Galápagos', '593991234567', 'EC', 'America/Guayaquil Pacific/Galapagos'],
  ['a landline of Quito', '59322345678', 'EC', 'America/Guayaquil'],
  ['São Paulo by its area code', '5511912345678', 'BR', 'America/Sao_Paulo'],
  ['Manaus by its area code', '5592912345678', 'BR', 'America/Manaus'],
  ['Pernambuco with Fernando de Noronha', '5581912345678', 'BR', 'America/Recife America/Noronha'],
  ['New York by its area code', '12125550100', 'US', 'America/New_York'],
  ['an area code over a border of zones', '18505550100', 'US', 'America/New_York America/Chicago'],
  ['Puerto Rico', '17875550100', 'PR', 'America/Puerto_Rico'],
])('%s', (_, phone, country, zones) => {
  const place = placeOfPhone(phone)
  expect(place.country).toBe(country)
  expect(place.zones.join(' ')).toBe(zones)
})

test('an area code nobody told us of may be anywhere in the States', () => {
  expect(placeOfPhone('19995550100')).toEqual(placeOfCountry('US'))
  expect(placeOfCountry('US').zones).toContain('Pacific/Honolulu')
})

test('a calling code nobody told us of tells nothing', () => {
  expect(placeOfPhone('999123456')).toEqual({ country: null, zones: [] })
  expect(placeOfPhone('')).toEqual({ country: null, zones: [] })
  expect(placeOfCountry('ZZ')).toEqual({ country: 'ZZ', zones: [] })
})

test('a country has the zones of all its numbers', () => {
  expect(placeOfCountry('CL').zones).toContain('America/Coyhaique')
  expect(placeOfCountry('BR').zones).toContain('America/Noronha')
})

test('every zone named is one the runtime knows, and no code has two lines', () => {
  const zones = [...PLACES.matchAll(/\b[A-Z]\w+\/[\w/-]+/g), ...AREA_CODES.matchAll(/\b[A-Z]\w+\/[\w/-]+/g)]
  for (const [zone] of zones) expect(isZone(zone), zone).toBe(true)
  const codes = PLACES.trim()
    .split('\n')
    .map((line) => line.split(' ')[0])
  const areas = AREA_CODES.match(/\b\d{3}\b/g) ?? []
  expect(new Set(codes).size).toBe(codes.length)
  expect(new Set(areas).size).toBe(areas.length)
})

import { expect, test } from 'vitest'
import { readPoint } from './read-point.ts'

test.each([
  ['19.4261, -99.1718', { latitude: 19.4261, longitude: -99.1718 }],
  ['-34.6;-58.4', { latitude: -34.6, longitude: -58.4 }],
  ['https://www.google.com/maps/@40.4168,-3.7038,15z', { latitude: 40.4168, longitude: -3.7038 }],
  ['https://www.openstreetmap.org/?mlat=4.6&mlon=-74.08#map=16/4.6/-74.08', { latitude: 4.6, longitude: -74.08 }],
  ['91, 0', null],
  ['Calle 5', null],
])('reads %s', (text, point) => {
  expect(readPoint(text)).toEqual(point)
})

import { expect, test } from 'vitest'
import type { Address, Contact } from './contact.ts'
import { whereabouts } from './whereabouts.ts'

const known = (addresses: readonly Pick<Address, 'kind' | 'value'>[], zone?: string) =>
  whereabouts({
    addresses: addresses.map((address) => ({ channel: 'whatsapp', ...address })),
    ...(zone !== undefined && { zone }),
  } as unknown as Contact)
const phone = (value: string) => ({ kind: 'phone' as const, value })
const userId = (value: string) => ({ kind: 'user-id' as const, value })

test.each([
  ['a Colombian number', [phone('573001112233')], undefined, 'number', ['America/Bogota']],
  ['what was noted, whatever the number', [phone('573001112233')], 'Europe/Madrid', 'noted', ['Europe/Madrid']],
  [
    'the number, where what was noted is no zone',
    [phone('573001112233')],
    'Mars/Olympus',
    'number',
    ['America/Bogota'],
  ],
  ['the user id, without a number', [userId('CO.1349')], undefined, 'user-id', ['America/Bogota']],
  [
    'the number before the user id',
    [phone('573001112233'), userId('CL.1349')],
    undefined,
    'number',
    ['America/Bogota'],
  ],
] as const)('somebody lives by %s', (_, addresses, zone, by, zones) => {
  expect(known(addresses, zone)).toEqual({ by, zones })
})

test('a country of several clocks has them all', () => {
  expect(known([userId('BR.1349')])?.zones.length).toBeGreaterThan(1)
})

test('nothing tells where nobody knows the number', () => {
  expect(known([phone('999000111')])).toBeNull()
  expect(known([])).toBeNull()
})

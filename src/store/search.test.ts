import { expect, test } from 'vitest'
import { contact, phone } from './ledger.scene.ts'
import { searchPartsOf, searchTextOf } from './search.ts'

test('a contact is found by name, username and phone, without accents and capitals', () => {
  const addresses = [{ ...phone('MX.99'), kind: 'user-id' as const }, phone('525512345678')]
  const found = searchTextOf(contact(1, { name: 'JOSÉ Ñandú', username: '@Pepe', addresses }))
  expect(found).toBe('jose nandu\n@pepe\n525512345678')
  expect(searchTextOf(contact(1, { name: null, addresses: [] }))).toBe('')
})

test.each([
  ['José  nan', ['jose', 'nan']],
  ['+52 (55) 1234-5678', ['525512345678']],
  ['55.12', ['5512']],
  ['Casa 7', ['casa', '7']],
  ['7', ['7']],
  ['🎉', ['🎉']],
  ['  ', []],
])('the question %j asks for %j', (question, parts) => {
  expect(searchPartsOf(question)).toEqual(parts)
})

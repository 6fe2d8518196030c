import { expect, it } from 'vitest'
import { readSelection } from './selection.ts'

it.each([
  ['id, name', [['id'], ['name']]],
  ['a{b,c{d}},e', [['a', 'b,c{d}'], ['e']]],
  ['t.limit(2).order(x){name}', [['t', 'name', { limit: '2', order: 'x' }]]],
  ['p.dimensions(["A","B"]).start(1),id', [['p', undefined, { dimensions: '["A","B"]', start: '1' }], ['id']]],
  ['', []],
  [' , ,', []],
])('fields=%s', (asked, wanted) => {
  expect(readSelection(asked).map(({ name, fields, args }) => [name, fields, args])).toEqual(
    wanted.map(([name, fields, args]) => [name, fields, args ?? {}]),
  )
})

import { expect, test } from 'vitest'
import { back, begin, change, forth, ONCE } from './past.ts'

test('letters typed on in one place are one step back; another place or a pause is a step of its own', () => {
  let past = begin('')
  past = change(past, 'h', { what: 'body', at: 0 })
  past = change(past, 'ho', { what: 'body', at: 200 })
  past = change(past, 'ho!', { what: 'footer', at: 300 })
  past = change(past, 'ho!!', { what: 'footer', at: 5_000 })
  expect(past.past).toEqual(['', 'ho', 'ho!'])
  expect(back(back(past)).present).toBe('ho')
  expect(forth(back(past)).present).toBe('ho!!')
})

test('a mend is a step by itself, and writing after going back forgets the way forth', () => {
  let past = change(change(begin('a'), 'b', { what: ONCE, at: 0 }), 'c', { what: ONCE, at: 1 })
  expect(past.past).toEqual(['a', 'b'])
  past = change(back(past), 'd', { what: ONCE, at: 2 })
  expect(past.future).toEqual([])
  expect(forth(past).present).toBe('d')
})

test('where there is no way back nothing happens', () => {
  expect(back(begin('a')).present).toBe('a')
  expect(change(begin('a'), 'a', { what: ONCE, at: 0 }).past).toEqual([])
})

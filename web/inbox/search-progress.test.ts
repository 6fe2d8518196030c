import { expect, test } from 'vitest'
import type { List } from '../store/desk-state.ts'
import { NEAR_END, PAGES_AT_ONCE, progressOf } from './search-progress.ts'

const ready: List = {
  state: 'ready',
  problem: null,
  ids: [],
  next: 'cursor',
  floor: null,
  loadingMore: false,
  pages: 1,
}
const of = (change: Partial<List>, { q = 'zq', rows = 0 } = {}) => progressOf({ ...ready, ...change }, { q }, rows)

test('a search whose page brought few rows goes on by itself, as long as there is a next page', () => {
  expect(of({})).toBe('searching')
  expect(of({}, { rows: NEAR_END - 1 })).toBe('searching')
  expect(of({ next: null })).toBe('complete')
})

test('with enough rows to scroll by it waits for scrolling, as every other list does', () => {
  expect(of({}, { rows: NEAR_END })).toBe('scrolling')
  expect(of({}, { q: '' })).toBe('scrolling')
})

test('it stops after some pages; asked to go on, it reads as many again', () => {
  const at = (pages: number, loadingMore = false) => of({ pages, loadingMore })
  expect(at(PAGES_AT_ONCE - 1)).toBe('searching')
  expect(at(PAGES_AT_ONCE)).toBe('stopped')
  expect(at(PAGES_AT_ONCE, true)).toBe('searching')
  expect(at(PAGES_AT_ONCE + 1)).toBe('searching')
  expect(at(PAGES_AT_ONCE * 2)).toBe('stopped')
})

test('a page that could not be read is not asked for again and again', () => {
  const problem = { type: '', title: '', status: 503, code: 'unavailable', detail: '', errors: [] }
  expect(of({ problem: problem as unknown as List['problem'] })).toBe('failed')
})

test('what is still loading, or failed as a whole, has no end yet', () => {
  expect(progressOf(undefined, { q: 'zq' }, 0)).toBe('complete')
  expect(of({ state: 'loading' })).toBe('complete')
  expect(of({ state: 'failed' })).toBe('complete')
})

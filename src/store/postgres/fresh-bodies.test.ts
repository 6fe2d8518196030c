import { expect, test } from 'vitest'
import { freshBodies } from './fresh-bodies.ts'

const body = (text: string) => Buffer.from(text)

test('a body is taken once', () => {
  const fresh = freshBodies()
  expect(fresh.since()).toBe(null)
  fresh.keep('7', body('seven'))
  fresh.keep('8', body('eight'))
  expect(fresh.since()).toBe('7')
  expect(fresh.take('7')).toEqual(body('seven'))
  expect(fresh.take('7')).toBe(undefined)
  expect(fresh.since()).toBe('8')
})

test('the oldest make room, and one that is too large for all of it is not kept', () => {
  const fresh = freshBodies(10)
  fresh.keep('1', body('1234'))
  fresh.keep('2', body('1234'))
  fresh.keep('3', body('1234'))
  expect([fresh.since(), fresh.take('1'), fresh.take('3')]).toEqual(['2', undefined, body('1234')])
  fresh.keep('4', body('123456'))
  expect(fresh.since()).toBe('2')
  fresh.keep('5', body('12345678901'))
  expect([fresh.since(), fresh.take('2'), fresh.take('5')]).toEqual([null, undefined, undefined])
  fresh.keep('6', body('1234567890'))
  expect(fresh.take('6')).toEqual(body('1234567890'))
})

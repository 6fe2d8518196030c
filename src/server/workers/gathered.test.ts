import { expect, test } from 'vitest'
import { gathered } from './gathered.ts'

test('questions of one turn are asked together and answered in their places; a failure is everybody’s', async () => {
  const asked: number[][] = []
  const double = gathered(async (all: readonly number[]) => {
    asked.push([...all])
    if (all.includes(13)) throw new Error('thirteen')
    return all.map((each) => each * 2)
  })
  expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6])
  expect(await double(4)).toBe(8)
  await expect(Promise.all([double(5), double(13)])).rejects.toThrow('thirteen')
  expect(asked).toEqual([[1, 2, 3], [4], [5, 13]])
})

import { expect, test } from 'vitest'
import { createQuota } from './quota.ts'

test('so many run at once, the lower priority first, and the urgent at once', async () => {
  const quota = createQuota(2)
  const begun: string[] = []
  const ends: (() => void)[] = []
  const work = (name: string) => () =>
    new Promise<void>((end) => {
      begun.push(name)
      ends.push(end)
    })
  const all = [
    quota(2, work('a')),
    quota(2, work('b')),
    quota(2, work('c')),
    quota(1, work('d')),
    quota(0, work('urgent')),
  ]
  expect(begun).toEqual(['a', 'b', 'urgent'])
  ends[0]?.()
  await all[0]
  await Promise.resolve()
  expect(begun).toEqual(['a', 'b', 'urgent', 'd'])
  ends[1]?.()
  await all[1]
  await Promise.resolve()
  expect(begun.at(-1)).toBe('c')
  for (const end of ends) end()
  await Promise.all(all)
})

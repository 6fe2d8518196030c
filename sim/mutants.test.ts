import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MUTANTS } from './mutants/list.ts'
import { play } from './mutants/play.ts'
import { changed, copyTree, ROOT, type Tree } from './mutants/tree.ts'
import { ZOO } from './mutants/zoo.ts'

/** The short form of `npm run mutants`: some of the bugs that simulated worlds must notice. */
describe('a bug put in is noticed', () => {
  let tree: Tree
  beforeAll(() => {
    tree = copyTree()
  })
  afterAll(() => tree.remove())

  test.each(MUTANTS.filter(({ short }) => short))('$bug', { timeout: 120_000 }, async (mutant) => {
    expect(await play(tree, mutant)).toMatchObject({ isCaught: true })
  })
})

describe('the list fits the source', () => {
  const sources = new Map<string, string>()
  const read = (file: string): string => {
    const text = sources.get(file) ?? readFileSync(path.join(ROOT, file), 'utf8')
    sources.set(file, text)
    return text
  }

  test.each(MUTANTS)('$bug', (mutant) => {
    expect(changed(read(mutant.file), mutant)).not.toBe(read(mutant.file))
  })

  test('every bug of the zoo has a mutant, or a reason why it cannot live here', () => {
    const lacking = Object.entries(ZOO).filter(
      ([id, { absent }]) => (absent === null) !== MUTANTS.some(({ zoo }) => zoo === id),
    )
    expect(lacking).toEqual([])
    expect(MUTANTS.filter(({ zoo }) => !Object.hasOwn(ZOO, zoo))).toEqual([])
  })
})

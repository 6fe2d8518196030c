import { expect, test } from 'vitest'
import { finding, findingWords } from './finding.ts'
import { FINDING_WORDS } from './words.ts'

test('every finding has words in three languages with the same places to fill', () => {
  const placesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted()
  for (const words of Object.values(FINDING_WORDS)) {
    expect(words).toHaveLength(3)
    for (const each of words) expect(placesIn(each)).toEqual(placesIn(words[0]))
  }
})

test('a sentence is filled in', () => {
  const found = finding('error', 'number-ours', 'phone', { values: { phone: '+52 55 5000 1000' } })
  expect(findingWords(found, 'en')).toBe('+52 55 5000 1000 is connected to Hilo already.')
})

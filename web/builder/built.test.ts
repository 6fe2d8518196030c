import { expect, test } from 'vitest'
import { outgoingContent } from '#contract/content.ts'
import { check } from '#core/message/check/check.ts'
import { misfitOf } from '#core/message/check/misfit.ts'
import { CONTENTS } from '#core/message/check/test-contents.ts'
import { blankOf } from './blank.ts'
import { askedOf, type Built, type Choice, choiceOf } from './built.ts'
import { filledIn } from './filled-in.ts'

const NO_CHOICE = new Set(['text', 'image', 'video', 'audio', 'document', 'sticker', 'reaction', 'template'])
const BUILT = CONTENTS.filter(({ kind }) => !NO_CHOICE.has(kind)) as readonly Built[]
const USUAL = { place: 'a', phone: 'b', call: 'c', callMe: 'd', list: 'e', reference: 'P-1' }
const CHOICES: readonly Choice[] = [...new Set<Choice>(BUILT.map(choiceOf)), 'product-cards']

test('every kind that can be sent can be built', () => {
  expect(CHOICES).toHaveLength(18)
})

test.each(BUILT.map((built) => [built.kind, built] as const))('%s is asked for as the API takes it', (_, built) => {
  const asked = askedOf(built)
  expect(outgoingContent.safeParse(asked).error).toBeUndefined()
  expect(asked).toMatchObject({ kind: built.kind })
})

test.each(CHOICES)('%s begins with nothing wrong but what is not filled in yet', (choice) => {
  const blank = blankOf(choice, USUAL, '')
  expect(choiceOf(blank)).toBe(choice)
  const kinds = new Set(check(blank).map((refusal) => misfitOf(refusal).kind))
  expect([...kinds].filter((kind) => !NOT_YET.has(kind))).toEqual([])
  expect(choiceOf(filledIn(blank))).toBe(choice)
})
/** Two buttons without words are alike until they have some. */
const NOT_YET: ReadonlySet<string> = new Set([
  'empty',
  'address',
  'file',
  'place',
  'nothing-to-pay',
  'reference',
  'repeated',
])

import { expect, test } from 'vitest'
import { explain } from './error-words.ts'
import { META_ERRORS } from './meta-errors.ts'

test('at least thirty of Meta’s codes are explained, in three languages, with a next step', () => {
  const entries = Object.values(META_ERRORS)
  expect(entries.length).toBeGreaterThanOrEqual(30)
  for (const { cause, next } of entries) {
    for (const words of [...cause, ...next]) expect(words).toMatch(/^\p{Lu}.*\.$/u)
  }
})

test('a closed window leads to a template, in the reader’s language', () => {
  expect(explain('131047', '', 'pt-BR')).toMatchObject({ step: 'template', cause: expect.stringContaining('24 horas') })
  expect(explain('131047', '', 'en').cause).toContain('customer')
})

test('our own refusals have their own words; an unheard code keeps Meta’s', () => {
  expect(explain('window-closed', '', 'es')).toMatchObject({ step: 'template' })
  expect(explain('999999', 'Something else', 'es')).toEqual({ cause: 'Something else', next: null, step: 'retry' })
})

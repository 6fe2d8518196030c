import { expect, test } from 'vitest'
import { languageOf } from './language.ts'

test('the language is the most wanted one we speak, Spanish otherwise', () => {
  expect(languageOf(undefined)).toBe('es')
  expect(languageOf('fr-FR, pt;q=0.8, en;q=0.9')).toBe('en')
  expect(languageOf('pt-PT')).toBe('pt-BR')
  expect(languageOf('de, *;q=0.1')).toBe('es')
  expect(languageOf('en;q=0, es-MX')).toBe('es')
})

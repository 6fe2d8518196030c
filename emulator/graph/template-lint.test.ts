import { describe, expect, it } from 'vitest'
import type { Fields } from '../json.ts'
import { GraphError } from './errors.ts'
import { lintTemplate, reviewProblem } from './template-lint.ts'

const body = (text: string, ...examples: string[]): Fields => ({
  type: 'BODY',
  text,
  ...(examples.length === 0 ? {} : { example: { body_text: [examples] } }),
})
const template = (...components: Fields[]): Fields => ({
  name: 'aviso',
  language: 'es',
  category: 'UTILITY',
  components,
})
const buttons = (...types: string[]): Fields => ({
  type: 'BUTTONS',
  buttons: types.map((type, index) => ({ type, text: `b${index}` })),
})
const good = body('Hola {{1}}, tu pago venció ayer.', 'Ana')

function subcodeOf(sent: Fields): unknown {
  try {
    lintTemplate(sent)
    return null
  } catch (error) {
    if (!(error instanceof GraphError)) throw error
    return error.body.error['error_subcode'] ?? error.body.error['code']
  }
}

describe('a new template', () => {
  it('passes when it is well made', () => {
    expect(
      subcodeOf(template(good, { type: 'FOOTER', text: 'Aurora' }, buttons('QUICK_REPLY', 'QUICK_REPLY', 'URL'))),
    ).toBeNull()
  })
  it.each<[string, Fields, number]>([
    ['a name with capitals', { ...template(good), name: 'Aviso' }, 2388299],
    ['an unknown category', { ...template(good), category: 'SPAM' }, 100],
    ['no body', template({ type: 'FOOTER', text: 'x' }), 2388072],
    ['a variable at the end', template(body('Hola {{1}}', 'Ana')), 2388299],
    ['numbers with a gap', template(body('Hola {{1}} y {{3}} juntos los dos.', 'a', 'b')), 2388073],
    ['more variables than words', template(body('Va {{1}} {{2}} {{3}} fin', 'a', 'b', 'c')), 2388293],
    ['no examples', template(body('Hola {{1}}, tu pago venció ayer.')), 2388043],
    ['a long header', template(good, { type: 'HEADER', format: 'TEXT', text: 'x'.repeat(61) }), 2388047],
    ['a footer with a variable', template(good, { type: 'FOOTER', text: 'a {{1}}' }), 2388073],
    ['scattered quick replies', template(good, buttons('QUICK_REPLY', 'URL', 'QUICK_REPLY')), 2388060],
    ['a button there is not', template(good, buttons('constructor')), 2388060],
  ])('is refused for %s', (_, sent, code) => {
    expect(subcodeOf(sent)).toBe(code)
  })
  it('is rejected by the reviewer for variables side by side', () => {
    expect(reviewProblem([body('Hola {{1}}{{2}} hoy')])).toBe('INVALID_FORMAT')
    expect(reviewProblem([good])).toBeNull()
  })
})

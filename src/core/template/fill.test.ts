import { describe, expect, test } from 'vitest'
import type { AccountId, TemplateId } from '../account/account.ts'
import { fillTemplate, renderTemplate, type TemplateValues } from './fill.ts'
import { fieldsOf, type TemplateForm } from './read.ts'
import type { Template } from './template.ts'

const templateOf = (form: Partial<TemplateForm>, about: Partial<Template> = {}): Template => {
  const whole: TemplateForm = { header: null, body: 'Hola', buttons: [], ...form }
  return {
    accountId: 'a' as AccountId,
    templateId: 't' as TemplateId,
    platformId: '9001',
    purpose: null,
    groupKey: 'w',
    name: 'pedido_listo',
    language: 'es_MX',
    category: 'UTILITY',
    status: 'APPROVED',
    statusReason: null,
    quality: 'GREEN',
    footer: 'Zapatería',
    fields: fieldsOf(whole),
    unsupported: [],
    ...whole,
    ...about,
  }
}
const ORDER = templateOf({
  header: { kind: 'text', text: 'Pedido {{1}}' },
  body: 'Hola {{1}}, está en {{2}}. Gracias, {{1}}.',
  buttons: [
    { kind: 'URL', text: 'Ver', url: 'https://example.mx/p/{{1}}' },
    { kind: 'COPY_CODE', text: 'Copiar', url: null },
  ],
})
const VALUES = { 'header.1': 'A-17', '1': 'Lucía', '2': 'Centro', 'button.0.1': 'A-17', 'button.1.1': 'BOTA10' }
const refusalsOf = (template: Template, values: TemplateValues) => {
  const filled = fillTemplate(template, values)
  return filled.ok ? [] : filled.error.map(({ code, field }) => `${code} ${field}`)
}

test('a filled template has its values in order and the text as the contact reads it', () => {
  expect(fillTemplate(ORDER, VALUES)).toEqual({
    ok: true,
    value: {
      name: 'pedido_listo',
      language: 'es_MX',
      category: 'UTILITY',
      named: false,
      values: [
        { part: 'header', buttonIndex: null, name: '1', value: 'A-17' },
        { part: 'body', buttonIndex: null, name: '1', value: 'Lucía' },
        { part: 'body', buttonIndex: null, name: '2', value: 'Centro' },
        { part: 'button', buttonIndex: 0, name: '1', value: 'A-17' },
        { part: 'button', buttonIndex: 1, name: '1', value: 'BOTA10' },
      ],
      rendered: {
        header: 'Pedido A-17',
        body: 'Hola Lucía, está en Centro. Gracias, Lucía.',
        footer: 'Zapatería',
        buttons: [
          { kind: 'URL', text: 'Ver', url: 'https://example.mx/p/A-17' },
          { kind: 'COPY_CODE', text: 'Copiar', url: null },
        ],
      },
    },
  })
})

test('a template with names is told by them', () => {
  const template = templateOf({ body: 'Hola {{ nombre }}' })
  expect(fillTemplate(template, { nombre: 'Lucía' })).toMatchObject({
    ok: true,
    value: { named: true, rendered: { body: 'Hola Lucía' } },
  })
})

test('a value that looks like a place is not filled again, nor read as a pattern', () => {
  const values = { '1': '{{2}}', '2': '$&$1' }
  expect(renderTemplate(templateOf({ body: '{{1}} {{2}}' }), values).body).toBe('{{2}} $&$1')
})

test('the preview shows what is missing as it is written', () => {
  expect(renderTemplate(ORDER, { '2': 'Centro', '1': '' })).toMatchObject({
    header: 'Pedido {{1}}',
    body: 'Hola {{1}}, está en Centro. Gracias, {{1}}.',
  })
})

test('everything wrong is told at once', () => {
  const values = { '1': 'a\nb', '2': '  ', '3': 'x', 'button.1.1': 'x'.repeat(21), 'header.1': 'y'.repeat(61) }
  expect(refusalsOf(templateOf({ ...ORDER }, { unsupported: ['carousel'] }), values)).toEqual([
    'template-unsupported template',
    'template-field-invalid header.1',
    'template-field-invalid 1',
    'template-field-missing 2',
    'template-field-missing button.0.1',
    'template-field-invalid button.1.1',
    'template-field-unknown 3',
  ])
})

describe('a value', () => {
  const ONE = templateOf({ body: 'Hola {{1}}!' })
  test.each([
    ['with four spaces in a row', 'a    b'],
    ['with an emoji of several parts', '👨‍👩‍👧'],
    ['of 1,017 units, which fill the body', 'a'.repeat(1018)],
  ])('%s is taken', (_, value) => {
    expect(refusalsOf(ONE, { '1': value })).toEqual([])
  })
  test.each([
    ['with a line break', 'a\nb', 'no line breaks'],
    ['with a tab', 'a\tb', 'no tabs'],
    ['with five spaces in a row', 'a     b', 'at most 4 spaces in a row'],
    ['with a mark that turns the text', 'a\u202eb', 'no marks that turn the reading direction'],
    ['with a bell', 'a\u0007b', 'no control characters'],
    ['with half a character', 'a\ud83d', 'no control characters'],
  ])('%s is refused', (_, value, expected) => {
    expect(fillTemplate(ONE, { '1': value })).toMatchObject({
      error: [{ code: 'template-field-invalid', field: '1', expected }],
    })
  })
  test('that makes the body too long is refused with the body', () => {
    expect(refusalsOf(ONE, { '1': 'a'.repeat(1019) })).toEqual(['template-field-invalid body'])
    expect(refusalsOf(ONE, { '1': 'a'.repeat(1025) })).toEqual([
      'template-field-invalid 1',
      'template-field-invalid body',
    ])
  })
  test('in an address has no spaces', () => {
    expect(refusalsOf(ORDER, { ...VALUES, 'button.0.1': 'a b' })).toEqual(['template-field-invalid button.0.1'])
  })
  test('inherited from every object is none', () => {
    const template = templateOf({ body: '{{constructor}}' })
    expect(refusalsOf(template, {})).toEqual(['template-field-missing constructor'])
    expect(renderTemplate(template, {}).body).toBe('{{constructor}}')
  })
})

import { describe, expect, test } from 'vitest'
import { readTemplates, renderTemplatesQuestion } from './templates.ts'
import { answerSample } from './test-world.ts'

const page = readTemplates(answerSample('templates'))
const [order, welcome, catalogue] = page?.templates ?? []

describe('a list of templates', () => {
  test('is asked for page by page', () => {
    expect(renderTemplatesQuestion('102', null).path).toMatch(/^\/102\/message_templates\?limit=100&fields=[a-z_,]+$/)
    expect(renderTemplatesQuestion('102', 'QVFI').path).toMatch(/&after=QVFI$/)
  })
  test('says where it goes on, and sets aside what it cannot read', () => {
    expect(page?.after).toBe('QVFI')
    expect(page?.setAside).toEqual([{ reason: 'A template without a name or a language', raw: { language: 'es' } }])
  })
  test('ends where Meta names no next page, though it gives a cursor', () => {
    expect(readTemplates({ data: [], paging: { cursors: { after: 'x' } } })?.after).toBeNull()
  })
  test.each([null, 'no', {}, { error: { code: 190 } }])('%j is none', (answer) => {
    expect(readTemplates(answer)).toBeNull()
  })
})

test('a template is read with its fields and the examples shown to Meta, and what Meta wrote is kept', () => {
  expect(order).toMatchObject({
    name: 'pedido_listo',
    language: 'es_MX',
    category: 'UTILITY',
    status: 'APPROVED',
    statusReason: null,
    quality: 'GREEN',
    text: {
      header: { kind: 'text', text: 'Pedido {{1}}' },
      body: 'Hola {{1}}, tu pedido está en {{2}}. Gracias, {{1}}.',
      footer: 'Zapatería Díaz',
      buttons: [
        { kind: 'QUICK_REPLY', text: 'Voy', url: null },
        { kind: 'URL', text: 'Ver', url: 'https://example.mx/p/{{1}}' },
        { kind: 'COPY_CODE', text: 'Copiar', url: null },
      ],
      fields: [
        { part: 'header', buttonIndex: null, name: '1', example: 'A-17' },
        { part: 'body', buttonIndex: null, name: '1', example: 'Lucía' },
        { part: 'body', buttonIndex: null, name: '2', example: 'Sucursal Centro' },
        { part: 'button', buttonIndex: 1, name: '1', example: 'https://example.mx/p/A-17' },
        { part: 'button', buttonIndex: 2, name: '1', example: 'BOTA10' },
      ],
      unsupported: [],
    },
  })
  expect(order?.body).toMatchObject({ name: 'pedido_listo', language: 'es_MX', components: expect.any(Array) })
})

test('named fields find their examples by name, and a language its code', () => {
  expect(welcome).toMatchObject({
    language: 'pt_BR',
    status: 'PAUSED',
    quality: 'UNKNOWN',
    text: {
      fields: [
        { name: 'nome', example: 'Ana' },
        { name: 'oferta', example: 'botas' },
      ],
    },
  })
})

test('a carousel without cards cannot be filled, a picture and a form can, and a state is kept as it is', () => {
  expect(catalogue).toMatchObject({
    status: 'LIMIT_EXCEEDED',
    statusReason: null,
    text: { header: { kind: 'image' }, unsupported: ['carousel'] },
  })
})

test('a template in another category cannot be sent', () => {
  const rows = { data: [{ name: 'a', language: 'es', category: 'TRANSACTIONAL', components: [] }] }
  expect(readTemplates(rows)?.templates[0]?.text.unsupported).toEqual(['category TRANSACTIONAL', 'no body'])
})

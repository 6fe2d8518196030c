import { expect, test } from 'vitest'
import { readForms } from './forms.ts'

test('forms are read leniently, and a body that is none says so', () => {
  const data = [
    { id: '15', name: 'Visita', status: 'PUBLISHED', endpoint_uri: 'https://example.com' },
    { id: 16, name: 'Prueba', status: 'DRAFT' },
    { id: '17', name: 'Vieja', status: 'DEPRECATED', endpoint_uri: '' },
    { id: '18', status: 'PUBLISHED' },
    'strange',
  ]
  expect(readForms({ data })).toEqual([
    { id: '15', name: 'Visita', state: 'published', asksServer: true },
    { id: '16', name: 'Prueba', state: 'draft', asksServer: false },
    { id: '17', name: 'Vieja', state: 'ended', asksServer: false },
  ])
  expect([readForms({ error: {} }), readForms(null)]).toEqual([null, null])
})

import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { routes } from '#contract/routes.ts'
import { readInput, readQuery } from './input.ts'

const reasons = (input: unknown, schema: keyof typeof routes = 'sendMessage') => {
  const read = readInput(routes[schema].input ?? routes.me.query, input)
  if (read.ok) throw new Error('must be refused')
  return read.error.map(({ field, found, expected }) => [field, found, expected])
}
const id = '0190a000-0000-7000-8000-000000000001'

test('a wrong field is named with what was found and what was expected', () => {
  expect(reasons({ to: { conversationId: 'x' }, content: { kind: 'text', text: 'Hola' } })).toEqual([
    ['to.conversationId', '"x"', 'uuid'],
  ])
  expect(reasons({ to: { conversationId: id }, content: { kind: 'text', text: 5 } })).toEqual([
    ['content.text', '5', 'string'],
  ])
})

test('missing, foreign and unknown things are all named at once', () => {
  expect(reasons({ to: { conversationId: id }, content: { kind: 'fax' }, hurry: true })).toEqual([
    ['content.kind', '"fax"', expect.stringContaining('text')],
    ['hurry', 'true', 'no such field'],
  ])
  expect(reasons({ content: { kind: 'text', text: 'x' } })[0]?.[0]).toBe('to')
})

test('values of a template in another shape are answered with the right one', () => {
  const content = { kind: 'template', name: 'recibo', language: 'es_MX' }
  const ask = (values: unknown) => reasons({ to: { conversationId: id }, content: { ...content, values } })
  const shape = 'an object such as {"1": "Lucía", "2": "$1,850.00"} or {"nombre": "Lucía"}'
  expect(ask(['Lucía'])).toEqual([['content.values', 'a list of 1', shape]])
  expect(ask('Lucía')).toEqual([['content.values', '"Lucía"', shape]])
  expect(ask({ '1': 1850 })).toEqual([['content.values.1', '1850', 'string']])
})

test('a body that is no object is named as the body', () => {
  expect(reasons('Hola')).toEqual([['body', '"Hola"', 'object']])
  expect(reasons(null)).toEqual([['body', 'null', 'object']])
})

test('secrets are not repeated', () => {
  expect(JSON.stringify(reasons({ email: 'a@b.c', password: 12345 }, 'signIn'))).not.toContain('12345')
})

test('a prototype in the input is only another unknown field', () => {
  const input = JSON.parse(`{"to":{"conversationId":"${id}"},"content":{"kind":"text","text":"x"},"__proto__":{"a":1}}`)
  expect(reasons(input)).toEqual([['__proto__', 'an object', 'no such field']])
})

describe('a query', () => {
  const ask = (query: object) => {
    const read = readQuery(
      z.object({ state: z._default(z.enum(['waiting', 'done']), 'waiting'), limit: z.string() }),
      query,
    )
    return read.ok ? read.value : read.error.map(({ field, found, expected }) => [field, found, expected])
  }
  test('is read with what it leaves out', () => {
    expect(ask({ limit: '5' })).toEqual({ state: 'waiting', limit: '5' })
  })
  test('with a parameter nobody knows is refused by its name, with those there are', () => {
    expect(ask({ limit: '5', status: 'done' })).toEqual([['status', '"done"', 'one of state | limit']])
  })
  test('with a value outside of those there are is refused beside it', () => {
    expect(ask({ limit: '5', state: 'gone', token: 'x' })).toEqual([
      ['token', '•••', 'one of state | limit'],
      ['state', '"gone"', 'waiting | done'],
    ])
  })
})

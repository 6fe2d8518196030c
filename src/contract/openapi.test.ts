import { expect, test } from 'vitest'
import { openApiDocument } from './openapi.ts'
import { routes } from './routes.ts'

const document = openApiDocument('https://hilo.example') as {
  openapi: string
  paths: Record<string, Record<string, { operationId: string; parameters: { name: string }[]; responses: object }>>
}

test('every route of the table is an operation, and nothing else is', () => {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(routes).sort())
  expect(document.openapi).toBe('3.1.0')
})

test('parameters of path, query and header are named', () => {
  const messages = document.paths['/api/v1/conversations/{id}/messages']?.['get']
  expect(messages?.parameters.map(({ name }) => name)).toEqual(['id', 'limit', 'cursor'])
  const send = document.paths['/api/v1/messages']?.['post']
  expect(send?.parameters.map(({ name }) => name)).toEqual(['Idempotency-Key'])
  expect(Object.keys(send?.responses ?? {})).toContain('202')
})

test('the document is plain JSON in which every reference leads somewhere', () => {
  const text = JSON.stringify(document)
  const parsed = JSON.parse(text) as { components: Record<string, Record<string, unknown>> }
  for (const [, group = '', name = ''] of text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)) {
    expect(parsed.components[group]?.[name]).toBeDefined()
  }
})

test('what is said of one field is said of no other', () => {
  const wordsOf = (name: string) => {
    const found = new Set<unknown>()
    JSON.stringify(document, (key, value: { description?: unknown } | null) => {
      if (key === name && typeof value === 'object') found.add(value?.description)
      return value
    })
    return [...found]
  }
  expect(wordsOf('mediaId')).toEqual(['From `POST /api/v1/media`'])
  expect(wordsOf('contactId')).not.toContain('From `POST /api/v1/media`')
  expect(wordsOf('openedAt')).toEqual(['Instant, ISO 8601 in UTC'])
})

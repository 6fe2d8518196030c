import { expect, test } from 'vitest'
import { createClient } from './client.ts'

const answering = (status: number, body: unknown) => {
  const asked: { url: string; init: Record<string, unknown> }[] = []
  const client = createClient({
    apiKey: 'key',
    language: () => 'pt-BR',
    fetch: async (url, init) => {
      asked.push({ url, init })
      return { ok: status < 400, status, json: async () => body }
    },
  })
  return { client, asked }
}

test('parameters are put into the path and the query, and the key is shown', async () => {
  const { client, asked } = answering(200, { data: [], next: null })
  const result = await client.call('listMessages', { params: { id: 'a/b' }, query: { limit: 20, cursor: undefined } })
  expect(result).toEqual({ ok: true, value: { data: [], next: null } })
  expect(asked[0]?.url).toBe('/api/v1/conversations/a%2Fb/messages?limit=20')
  expect(asked[0]?.init['headers']).toMatchObject({ authorization: 'Bearer key', 'accept-language': 'pt-BR' })
})

test('a body is JSON and carries its idempotency key', async () => {
  const { client, asked } = answering(202, {})
  const body = { to: { conversationId: 'c' }, content: { kind: 'text', text: 'Hola' } } as const
  await client.call('sendMessage', { body, idempotencyKey: 'k1' })
  expect(asked[0]?.init).toMatchObject({ method: 'POST', body: JSON.stringify(body) })
  expect(asked[0]?.init['headers']).toMatchObject({ 'content-type': 'application/json', 'idempotency-key': 'k1' })
})

test('a refusal is the problem the server wrote', async () => {
  const problem = { code: 'window-closed', errors: [], status: 409 }
  const { client } = answering(409, problem)
  expect(await client.call('me')).toEqual({ ok: false, error: problem })
})

test('a page of some proxy, or no network at all, is a problem of its own', async () => {
  expect(await answering(502, '<html>').client.call('me')).toMatchObject({
    ok: false,
    error: { code: 'unavailable', status: 502 },
  })
  const offline = createClient({ fetch: () => Promise.reject(new TypeError('fetch failed')) })
  expect(await offline.call('me')).toMatchObject({ ok: false, error: { status: 0, detail: 'fetch failed' } })
})

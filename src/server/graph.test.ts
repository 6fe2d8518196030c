import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createTcp } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createGraph, type Graph } from './graph.ts'
import { createMetrics } from './metrics.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const wire = { method: 'POST', path: '/1/messages', body: { text: 'Hola' } } as const

function graphAt(port: number): Graph {
  const graph = createGraph({ graphUrl: `http://127.0.0.1:${port}`, graphVersion: 'v26.0', metrics: createMetrics() })
  closing.push(() => graph.close())
  return graph
}

async function serving(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => (server.closeAllConnections(), server.close()))
  return (server.address() as AddressInfo).port
}

test('an answer comes back with status, body and how long to wait', async () => {
  const asked: string[] = []
  const port = await serving((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`)
    response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '7' })
    response.end('{"error":{"code":130429}}')
  })
  expect(await graphAt(port).ask('token', wire, 'send')).toEqual({
    kind: 'answered',
    status: 429,
    body: { error: { code: 130429 } },
    retryAfterMs: 7_000,
  })
  expect(asked).toEqual(['POST /v26.0/1/messages Bearer token'])
})

test('without a connection nothing was sent', async () => {
  const port = await serving(() => undefined)
  await closing.pop()?.()
  expect(await graphAt(port).ask('token', wire, 'send')).toMatchObject({ kind: 'not-sent' })
})

test('a connection that breaks after the request left is lost, not unsent', async () => {
  const server = createTcp((socket) => socket.once('data', () => socket.resetAndDestroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const { port } = server.address() as AddressInfo
  expect(await graphAt(port).ask('token', wire, 'send')).toMatchObject({ kind: 'lost' })
})

test('a success that cannot be read is lost; an error page is an answer without a body', async () => {
  let status = 200
  const port = await serving((_request, response) => response.writeHead(status).end('<html>'))
  const graph = graphAt(port)
  expect(await graph.ask('token', wire, 'send')).toMatchObject({ kind: 'lost' })
  status = 502
  expect(await graph.ask('token', wire, 'send')).toMatchObject({ kind: 'answered', status: 502, body: null })
})

test('a redirect is not followed by calls, and by downloads only to hosts that may see the token', async () => {
  const port = await serving((_request, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
  )
  const graph = graphAt(port)
  expect(await graph.ask('token', wire, 'send')).toMatchObject({ kind: 'answered', status: 302 })
  expect(await graph.download('token', `http://127.0.0.1:${port}/file`)).toEqual({
    ok: false,
    error: { kind: 'refused-host', host: '169.254.169.254' },
  })
  let visits = 0
  const elsewhere = await serving((_request, response) => response.end(String((visits += 1))))
  expect(await graph.download('token', `http://127.0.0.1:${elsewhere}/file`)).toEqual({
    ok: false,
    error: { kind: 'refused-host', host: `127.0.0.1:${elsewhere}` },
  })
  expect(visits).toBe(0)
})

test('an answer without end is cut off', async () => {
  const port = await serving((_request, response) => {
    response.writeHead(200)
    const pour = () => {
      while (response.write('x'.repeat(1_000_000)));
      response.once('drain', pour)
    }
    pour()
  })
  expect(await graphAt(port).ask('token', wire, 'send')).toMatchObject({ kind: 'lost' })
})

import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { buildConnector } from 'undici'
import { createLinkReader } from './link.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A site, and a reader that may connect to this machine. */
async function site(listener: RequestListener) {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const links = createLinkReader(buildConnector({}))
  closing.push(
    () => links.close(),
    () => (server.closeAllConnections(), server.close()),
  )
  return { links, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('a file is read with its type and its size, behind redirects too', async () => {
  const { links, url } = await site((request, response) => {
    if (request.url === '/a') return response.writeHead(302, { location: '/b' }).end()
    return response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': 4 }).end('%PDF')
  })
  const file = await links.read(`${url}/a`)
  expect(file).toMatchObject({ ok: true, value: { mime: 'application/pdf', sizeBytes: 4 } })
  if (file.ok) for await (const chunk of file.value.body) expect(String(chunk)).toBe('%PDF')
})

test.each([
  [404, {}, { kind: 'gone' }],
  [500, {}, { kind: 'unreachable', reason: 'HTTP 500' }],
  [302, { location: 'ftp://example.com/' }, { kind: 'refused-host', host: 'example.com' }],
  [302, { location: '/again' }, { kind: 'unreachable', reason: 'Too many redirects' }],
])('an answer of %i is told as it is', async (status, headers, error) => {
  const { links, url } = await site((_request, response) => response.writeHead(status, headers).end())
  expect(await links.read(url)).toEqual({ ok: false, error })
})

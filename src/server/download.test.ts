import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Agent } from 'undici'
import { afterEach, expect, test } from 'vitest'
import { download } from './download.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => (server.closeAllConnections(), server.close()))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('whoever may not be asked is not, at once or by a redirect, whatever the connection would allow', async () => {
  let visits = 0
  const elsewhere = await serving((_request, response) => response.end(String((visits += 1))))
  const known = await serving((_request, response) =>
    response.writeHead(302, { location: `http://${elsewhere}/file` }).end(),
  )
  const agent = new Agent()
  closing.push(() => agent.close())
  const mayDownloadFrom = ({ host }: URL) => host === known
  for (const host of [known, elsewhere]) {
    expect(
      await download(agent, { url: `http://${host}/file`, headers: { authorization: 'token' }, mayDownloadFrom }),
    ).toEqual({ ok: false, error: { kind: 'refused-host', host: elsewhere } })
  }
  expect(visits).toBe(0)
})

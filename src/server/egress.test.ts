import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Agent, request } from 'undici'
import { createEgress, isPublic, NotConnected } from './egress.ts'

const egress = createEgress('https://graph.facebook.com')
const agent = new Agent({ connect: egress.connect })
let port = 0
const server = createServer((_request, response) => response.end('reached'))
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  server.close()
  await agent.close()
})

const attempt = async (url: string, using = agent) => {
  try {
    const answer = await request(url, { dispatcher: using, signal: AbortSignal.timeout(3_000) })
    return await answer.body.text()
  } catch (error) {
    return error
  }
}

test.each([
  ['a loopback literal', '127.0.0.1'],
  ['a loopback number', '2130706433'],
  ['a hexadecimal loopback', '0x7f000001'],
  ['an octal loopback', '0177.0.0.1'],
  ['a short loopback', '127.1'],
  ['zero', '0'],
  ['the unspecified IPv6 address', '[::]'],
  ['the IPv6 loopback', '[::1]'],
  ['a mapped loopback', '[::ffff:127.0.0.1]'],
  ['NAT64 of a loopback', '[64:ff9b::7f00:1]'],
  ['6to4 of a loopback', '[2002:7f00:1::]'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['a unique local address', '[fd00::1]'],
  ['the metadata service', '169.254.169.254'],
  ['a private network', '10.0.0.1'],
  ['the name of this machine', 'localhost'],
  ['a public address that is not Meta’s', '93.184.215.14'],
])('no connection to %s', async (_name, host) => {
  expect(await attempt(`http://${host}:${port}/`)).toBeInstanceOf(NotConnected)
})

test('a host of Meta’s that leads to this machine is not connected to', async () => {
  const rebound = createEgress('https://graph.facebook.com', ((
    _name: string,
    _options: object,
    callback: (error: null, found: object[]) => void,
  ) => callback(null, [{ address: '127.0.0.1', family: 4 }])) as never)
  const guarded = new Agent({ connect: rebound.connect })
  expect(await attempt(`http://lookaside.fbsbx.com:${port}/`, guarded)).toBeInstanceOf(NotConnected)
  await guarded.close()
})

test('the configured Graph origin may be on this machine, and nothing beside it', async () => {
  const local = createEgress(`http://127.0.0.1:${port}`)
  const dispatcher = new Agent({ connect: local.connect })
  expect(await attempt(`http://127.0.0.1:${port}/`, dispatcher)).toBe('reached')
  expect(await attempt(`http://127.0.0.1:1/`, dispatcher)).toBeInstanceOf(NotConnected)
  expect(local.mayDownloadFrom(new URL(`http://localhost:${port}/lookaside/1`))).toBe(true)
  expect(local.mayDownloadFrom(new URL(`http://localhost:${port + 1}/lookaside/1`))).toBe(false)
  await dispatcher.close()
})

test.each([
  ['https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1', true],
  ['https://scontent.xx.fbcdn.net/v/1', true],
  ['https://graph.facebook.com/v26.0/1', true],
  ['http://lookaside.fbsbx.com/', false],
  ['https://lookaside.fbsbx.com.evil.example/', false],
  ['https://evil.example/lookaside.fbsbx.com', false],
  ['https://user@lookaside.fbsbx.com/', false],
  ['https://lookaside.fbsbx.com:8443/', false],
  ['https://evilfbcdn.net/', false],
  ['file:///etc/passwd', false],
])('whether the token may go to %s: %s', (url, allowed) => {
  expect(egress.mayDownloadFrom(new URL(url))).toBe(allowed)
})

test('public is only what the whole internet reaches', () => {
  expect(isPublic('157.240.1.1')).toBe(true)
  expect(isPublic('2a03:2880:f10c::1')).toBe(true)
  for (const address of ['', 'example', '192.168.0.1', '::ffff:157.240.1.1', 'fe80::1', '224.0.0.1']) {
    expect(isPublic(address)).toBe(false)
  }
})

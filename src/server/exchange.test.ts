import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Agent } from 'undici'
import { expect, test } from 'vitest'
import { milliseconds } from '#base/time.ts'
import { exchange } from './exchange.ts'

test('what waited for a connection until its time was over is unsent, and never leaves', async () => {
  const heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(request.url ?? '')
    setTimeout(() => response.end('{}'), 150)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const agent = new Agent({ connections: 1, pipelining: 1 })
  try {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const call = { origin, method: 'POST', headers: {}, body: Buffer.from('{}') } as const
    const first = exchange(agent, { ...call, path: '/first', timeout: milliseconds(1_000) })
    const second = exchange(agent, { ...call, path: '/second', timeout: milliseconds(50) })
    expect(await second).toMatchObject({ kind: 'not-sent' })
    expect(await first).toMatchObject({ kind: 'answered', status: 200 })
    await pause(200)
    expect(heard).toEqual(['/first'])
    const third = exchange(agent, { ...call, path: '/third', timeout: milliseconds(50) })
    expect(await third).toMatchObject({ kind: 'lost' })
  } finally {
    await agent.destroy()
    server.closeAllConnections()
    server.close()
  }
})

import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import type { ServerFrame } from '#contract/feed.ts'
import type { Fact } from '#core/loop/fact.ts'
import { factsFrame, readFrame, writeFrame } from './frames.ts'

const textOf = (frame: Buffer): string => frame.subarray(frame.indexOf('{')).toString()

test('a ready-made frame of every size is what a WebSocket understands, between those the socket makes itself', async () => {
  const frames: ServerFrame[] = [0, 60, 61, 62, 120, 65_400, 65_535, 70_000, 300_000].map((length) => ({
    kind: 'presence',
    present: [{ desk: 1, agentId: 'ñ'.repeat(length) as never, conversationId: null, typing: false }],
  }))
  const server = createServer().listen(0, '127.0.0.1')
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  server.on('upgrade', (request, wire, head) =>
    sockets.handleUpgrade(request, wire, head, (socket) => {
      for (const frame of frames) {
        wire.write(writeFrame(frame))
        socket.ping()
      }
      socket.close()
    }),
  )
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  const client = new WebSocket(`ws://127.0.0.1:${port}`)
  const said: unknown[] = []
  client.on('message', (data) => said.push(JSON.parse((data as Buffer).toString())))
  await new Promise((resolve, reject) => client.once('close', resolve).once('error', reject))
  server.close()
  expect(said).toEqual(frames)
})

test('a desk sees neither fingerprints nor what the platform says of the account', () => {
  const out = { kind: 'message-queued', message: { direction: 'out', clientFingerprint: 'secret', text: 'a' } }
  const notice = { kind: 'platform-notice-received', value: { review: 'secret' } }
  const said = textOf(factsFrame([out, notice] as unknown as Fact[]))
  expect(said).not.toContain('secret')
  expect(JSON.parse(said).facts).toHaveLength(2)
})

test('what a desk says is taken only when it is one of the frames', () => {
  expect(readFrame('{"kind":"resume","seq":null}')).toEqual({ kind: 'resume', seq: null })
  for (const wrong of ['', '{', '{"kind":"resume"}', '{"kind":"resume","seq":-1}', '{"kind":"shout"}']) {
    expect(readFrame(wrong)).toBeNull()
  }
})

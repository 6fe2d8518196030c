import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openHouse, SECRET, textFrom } from './test-house.ts'

test('what is under way when the server closes is answered, and its connection then keeps nobody waiting', async () => {
  const house = await openHouse()
  const body = textFrom('5215512345678', 'a medio camino')
  const signature = createHmac('sha256', SECRET).update(body).digest('hex')
  const socket = connect(Number(new URL(house.url).port), '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => (answer += String(chunk)))
  const head = [
    'POST /webhooks/whatsapp HTTP/1.1',
    'host: localhost',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-hub-signature-256: sha256=${signature}`,
  ]
  await once(socket, 'connect')
  socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 20)}`)
  // Long enough for a busy machine to have read the head, for only then is it under way.
  await pause(1_500)
  const closed = house.close().then(() => 'closed')
  await pause(100)
  socket.write(body.slice(20))
  expect(await Promise.race([closed, pause(5_000, 'still open')])).toBe('closed')
  expect(answer).toMatch(/^HTTP\/1.1 200 /)
}, 20_000)

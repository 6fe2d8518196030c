import { createServer } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'

/**
 * The least this can cost: a process that answers each POST and tells every socket the same bytes with `ws`, nothing else.
 * The bytes are a frame of the feed in which only the message's number changes.
 */
const desks = new Set<WebSocket>()
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
let [seq, size] = [0, 1_000]

const server = createServer((request, response) => {
  const body: Buffer[] = []
  request.on('data', (chunk: Buffer) => body.push(chunk))
  request.on('end', () => {
    response.writeHead(200, { 'content-length': 0 }).end()
    const wireId = /wamid\.bench\.in\.\d+/.exec(Buffer.concat(body).toString())?.[0] ?? ''
    const fact = { kind: 'message-received', seq: ++seq, message: { wireId, text: '' } }
    const bare = JSON.stringify({ kind: 'facts', facts: [fact] }).length
    fact.message.text = 'x'.repeat(Math.max(0, size - bare))
    const frame = Buffer.from(JSON.stringify({ kind: 'facts', facts: [fact] }))
    for (const desk of desks) desk.send(frame, { binary: false })
  })
})
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (desk) => {
    desk.once('message', () => {
      desk.send(JSON.stringify({ kind: 'welcome', seq, now: Date.now() }))
      desks.add(desk)
    })
    desk.on('close', () => desks.delete(desk))
  })
})
/** Bytes of a frame. */
export type FloorSetting = { readonly size: number }

process.on('message', (setting: FloorSetting) => {
  size = setting.size
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.({ port: typeof address === 'object' && address ? address.port : 0 })
  })
})
process.on('disconnect', () => process.exit(0))

import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

/** The least a door can do: take the body in, check its signature, parse it, answer. Stores nothing. */
const [secret = ''] = process.argv.slice(2)
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks)
    const expected = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
    const given = String(request.headers['x-hub-signature-256'])
    const isOurs = given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected))
    response.statusCode = isOurs && Array.isArray(JSON.parse(body.toString()).entry) ? 200 : 401
    response.setHeader('content-length', 0)
    response.end()
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : null })
})
process.on('disconnect', () => process.exit(0))

import type { FastifyReply } from 'fastify'

/** Sends bytes, or the one range of them that was asked for (RFC 9110 §14): players seek, and Ogg keeps its length at the end. */
export function sendBytes(reply: FastifyReply, bytes: Buffer, range: string | undefined): FastifyReply {
  reply.header('accept-ranges', 'bytes')
  const asked = /^bytes=(\d*)-(\d*)$/.exec(range ?? '')
  if (asked === null || (asked[1] === '' && asked[2] === '')) return reply.send(bytes)
  const [, from = '', to = ''] = asked
  const start = from === '' ? Math.max(0, bytes.length - Number(to)) : Number(from)
  const end = from === '' || to === '' ? bytes.length - 1 : Math.min(Number(to), bytes.length - 1)
  if (start > end) return reply.code(416).header('content-range', `bytes */${bytes.length}`).send()
  return reply
    .code(206)
    .header('content-range', `bytes ${start}-${end}/${bytes.length}`)
    .send(bytes.subarray(start, end + 1))
}

import * as z from 'zod/mini'
import type { ClientFrame, ServerFrame } from '#contract/feed.ts'
import type { Fact } from '#core/loop/fact.ts'

const clientFrame = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('resume'), seq: z.nullable(z.int().check(z.minimum(0))) }),
  z.object({ kind: z.literal('presence'), conversationId: z.nullable(z.uuid()), typing: z.boolean() }),
  z.object({ kind: z.literal('ping') }),
])

/** What a desk says; null when it is nothing we know. */
export function readFrame(data: { toString(): string }): ClientFrame | null {
  try {
    const parsed = z.safeParse(clientFrame, JSON.parse(data.toString()))
    return parsed.success ? (parsed.data as ClientFrame) : null
  } catch {
    return null
  }
}

/**
 * A frame with its WebSocket head (RFC 6455, section 5.2: one text frame, not masked), ready for any number of sockets:
 * made once, and one write to each.
 */
export function writeFrame(frame: ServerFrame): Buffer {
  const text = JSON.stringify(frame)
  const size = Buffer.byteLength(text)
  const head = size < 126 ? 2 : size < 65_536 ? 4 : 10
  const bytes = Buffer.allocUnsafe(head + size)
  bytes[0] = FINAL_TEXT
  if (head === 2) bytes[1] = size
  else if (head === 4) bytes.writeUInt16BE(size, bytes.writeUInt8(126, 1))
  else bytes.writeBigUInt64BE(BigInt(size), bytes.writeUInt8(127, 1))
  bytes.write(text, head)
  return bytes
}
const FINAL_TEXT = 0x81

/** Facts as a desk may see them: without fingerprints, of the app's history only the newest, and without what the platform says of the company's account. */
export const factsFrame = (facts: readonly Fact[]): Buffer => writeFrame({ kind: 'facts', facts: facts.map(forDesk) })

function forDesk(fact: Fact): Fact {
  switch (fact.kind) {
    case 'platform-notice-received':
      return { ...fact, value: null, notice: null }
    // An open thread is read again; lists need no more than the newest.
    case 'history-added':
      return { ...fact, messages: fact.messages.slice(-1) }
    case 'message-queued':
    case 'message-received':
      return fact.message.direction === 'out' ? { ...fact, message: { ...fact.message, clientFingerprint: '' } } : fact
    default:
      return fact
  }
}

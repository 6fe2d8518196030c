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

/** Serialised once, however many desks it goes to. */
export const writeFrame = (frame: ServerFrame): Buffer => Buffer.from(JSON.stringify(frame))

/** Facts as a desk may see them: without fingerprints, and without what the platform says of the company's account. */
export const factsFrame = (facts: readonly Fact[]): Buffer => writeFrame({ kind: 'facts', facts: facts.map(forDesk) })

function forDesk(fact: Fact): Fact {
  switch (fact.kind) {
    case 'platform-notice-received':
      return { ...fact, value: null }
    case 'message-queued':
    case 'message-received':
      return fact.message.direction === 'out' ? { ...fact, message: { ...fact.message, clientFingerprint: '' } } : fact
    default:
      return fact
  }
}

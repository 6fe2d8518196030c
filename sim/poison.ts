import type { Channel, Received } from '#channels/channel.ts'
import type { NewFact } from '#core/loop/fact.ts'

/**
 * Where our own code, or the store, stumbles over a message: the channel reading the whole body, the loop looking at the
 * command, the core deciding it, the database storing it. None may hold up or spoil what comes with it or after it.
 */
export const STUMBLES = ['read', 'look', 'decide', 'store'] as const
export type Stumble = (typeof STUMBLES)[number]

/** What the text of such a message begins with. */
export const POISON = 'veneno'
export const poisonFor = (stumble: Stumble, id: string): string => `${POISON} ${stumble} ${id}.`

/** The channel as production has it, but for such messages. */
export function stumbling(channel: Channel): Channel {
  const receive = (body: Uint8Array): Received => {
    const received = channel.receive(body)
    if (received.kind !== 'ours') return received
    const inbound = received.inbound.map((part): typeof part => {
      if (part.kind !== 'receive-message' || part.content.kind !== 'text') return part
      const { text } = part.content
      if (isFor(text, 'read')) throw new RangeError(text)
      if (isFor(text, 'look')) return { ...part, content: trap(text, 'has') }
      return isFor(text, 'decide') ? { ...part, content: trap(text, 'get') } : part
    })
    return { ...received, inbound }
  }
  return { ...channel, receive }
}

/** A content that throws when it is asked whether it has something, or for what it has. */
const trap = (text: string, at: 'has' | 'get') =>
  new Proxy(
    { kind: 'text' as const, text },
    {
      [at]: () => {
        throw new RangeError(text)
      },
    },
  )

const isFor = (text: string, stumble: Stumble): boolean => text.startsWith(`${POISON} ${stumble} `)

/** The text among these facts that the database can never store; null when there is none. */
export function unstorableIn(facts: readonly NewFact[]): string | null {
  for (const fact of facts) {
    if (fact.kind !== 'message-received' && fact.kind !== 'message-queued') continue
    const { content } = fact.message
    if (content.kind === 'text' && isFor(content.text, 'store')) return content.text
  }
  return null
}

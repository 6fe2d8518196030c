import type { Instant } from '#base/time.ts'
import type { Content } from './content.ts'
import type { Message } from './message.ts'

/**
 * An edit together with what was said before it, so that a person can see both. One that comes late changes nothing and
 * keeps nothing; neither does one whose message has not come, nor news of a call, which are edits only in our books.
 */
export function withEarlier(content: Content, target: Message | undefined, editedAt: Instant): Content {
  if (content.kind !== 'edit' || target === undefined || target.content.kind === 'call') return content
  const isNews = target.editedAt === null || editedAt > target.editedAt
  return isNews ? { ...content, earlier: target.content } : content
}

/** What an edited message said before, oldest first, by the edits that are at hand. */
export function earlierOf(
  message: Message,
  messages: readonly Message[],
): readonly { at: Instant; content: Content }[] {
  if (message.editedAt === null || message.wireId === null) return []
  const edits = messages.flatMap(({ content, at }) => {
    const isOfIt = content.kind === 'edit' && content.targetWireId === message.wireId
    return isOfIt && content.earlier !== undefined ? [{ at, content: content.earlier }] : []
  })
  return edits.toSorted((a, b) => a.at - b.at)
}

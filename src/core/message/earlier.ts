import type { Instant } from '#base/time.ts'
import type { Content } from './content.ts'
import type { Message } from './message.ts'

/** What an edited message said before, oldest first, and until when, by the edits that are at hand. */
export function earlierOf(
  { original, editedAt, wireId }: Message,
  messages: readonly Message[],
): readonly { readonly at: Instant; readonly content: Content }[] {
  if (original === undefined || editedAt === null) return []
  const edits = messages
    .flatMap(({ content, at }) =>
      content.kind === 'edit' && content.targetWireId === wireId ? [{ at, content: content.content }] : [],
    )
    .toSorted((a, b) => a.at - b.at)
  if (edits.length === 0) return [{ at: editedAt, content: original }]
  return edits.map(({ at }, index) => ({ at, content: edits[index - 1]?.content ?? original }))
}

import type { Message } from './message.ts'

/**
 * A message that the history told of before it came by itself: the same message, with all that was done to it since, and
 * from now on a message like any other.
 */
export function asItself<Said extends Message>(said: Said, past: Message | undefined): Said {
  if (past === undefined) return said
  const { messageId, conversationId, at, reactions, editedAt, revokedAt } = past
  const isSettled = editedAt !== null || 'media' in past.content
  const content = isSettled ? past.content : said.content
  const ours = past.direction === 'out' ? { status: past.status, times: { ...past.times, ...timesOf(said) } } : {}
  return { ...said, messageId, conversationId, at, reactions, editedAt, revokedAt, content, ...ours }
}

const timesOf = (message: Message) => (message.direction === 'out' ? message.times : {})

/** Whether only the history told of it so far. */
export const isToldOnly = (message: Message, direction: Message['direction']): boolean =>
  message.history === true && message.direction === direction

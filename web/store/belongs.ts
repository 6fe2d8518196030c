import { between, hours, type Instant } from '#base/time.ts'
import type { AgentId } from '#core/account/account.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import type { ViewName } from '#core/conversation/view.ts'
import { windowOf } from '#core/window/window.ts'

/** Whether a conversation is in a view now, by the same rules as the server's lists. */
export function belongs(conversation: Conversation, view: ViewName, me: AgentId | null, now: Instant): boolean {
  if (view === 'resolved') return conversation.state === 'resolved' && conversation.continuedBy === undefined
  if (conversation.state !== 'open') return false
  switch (view) {
    case 'all':
      return true
    case 'mine':
      return me !== null && conversation.assigneeId === me
    case 'unassigned':
      return conversation.assigneeId === null
    case 'waiting':
      return conversation.waitingSince !== null
    case 'closing':
      return closesSoon(conversation, now)
    case 'failed':
      return conversation.failedSends > 0
  }
}

function closesSoon(conversation: Conversation, now: Instant): boolean {
  const window = windowOf(conversation, now)
  return window.kind === 'open' && between(now, window.closesAt) < hours(1)
}

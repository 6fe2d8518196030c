import type { ConversationView } from '#contract/views.ts'
import { call } from '../api/api.ts'

type ConversationsOf = {
  readonly count: number
  /** There are more than were counted. */
  readonly isMore: boolean
  /** With the newest message, open or resolved; null: there is none at all. */
  readonly newest: ConversationView | null
}

/** What the server takes at once. */
const MOST_COUNTED = 100

/** The conversations of a contact, on whichever of our numbers; null: they cannot be read now. */
export async function conversationsOf(contactId: string): Promise<ConversationsOf | null> {
  const pages = await Promise.all(
    (['all', 'resolved'] as const).map((view) =>
      call('listConversations', { query: { view, contactId, limit: MOST_COUNTED } }),
    ),
  )
  const read = pages.flatMap((page) => (page.ok ? [page.value] : []))
  if (read.length < pages.length) return null
  const all = read.flatMap(({ data }) => data)
  const saidAt = ({ lastMessage, openedAt }: ConversationView): string => lastMessage?.at ?? openedAt
  const [newest = null] = all.toSorted((a, b) => (saidAt(a) < saidAt(b) ? 1 : -1))
  return { count: all.length, isMore: read.some(({ next }) => next !== null), newest }
}

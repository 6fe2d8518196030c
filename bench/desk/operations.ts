import type { Instant } from '#base/time.ts'
import type { AgentId, ContactId, ConversationId, LineId } from '#core/account/account.ts'
import { type ViewName, VIEWS } from '#core/conversation/view.ts'
import type { ConversationFilter, ConversationRow, Page, Views } from '#store/views/views.ts'
import { LARGE, LINES } from './company.ts'

/** One thing an agent asks for: as a request, and as a call of the read side. */
export type Operation = {
  readonly name: string
  /** Path and query of a GET. `turn` makes requests differ: another conversation, another page. */
  readonly path: (turn: number) => string
  readonly read: (views: Views, agentId: AgentId, now: Instant, turn: number) => Promise<unknown>
  /** What is wrong with an answer of the API; null when it is right. */
  readonly fault: (body: unknown, agentId: AgentId) => string | null
  /** How often agents do this, relative to the rest. */
  readonly weight: number
}

/** Found out beforehand: places deep in the lists, and conversations to open. */
export type Targets = {
  readonly cursors: Readonly<Record<'all' | 'resolved', readonly string[]>>
  readonly conversations: readonly { readonly conversationId: ConversationId; readonly contactId: ContactId }[]
  readonly threadCursors: readonly { readonly conversationId: ConversationId; readonly cursor: string }[]
}

type Row = {
  readonly id: string
  readonly contact: { readonly name: string; readonly phone: string | null }
  readonly lineId: string
  readonly state: string
  readonly assigneeId: string | null
  readonly waitingSince: string | null
  readonly failedSends: number
  readonly sortAt: string
  readonly customerWroteAt: string | null
}
type List = { readonly data: readonly Row[]; readonly next: string | null }

const LIMIT = 50
/** A line with one in a hundred contacts, and one with half of them. */
const [BIG_LINE, SMALL_LINE] = [LINES[0], LINES.at(-1)].map((line) => line?.lineId ?? '') as [LineId, LineId]
/** Common and rare names, one nobody has, parts in the middle of names, and digits of phones. */
const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  'common name': ['maria', 'garcia', 'jose hern'],
  'rare name': ['zulema', 'etxeb', 'ximena quiroga'],
  'part of a name': ['ulem', 'ierra', 'dez luc'],
  'two letters': ['ri', 'zu'],
  nobody: ['wolfgang', 'xyzzy'],
  'start of a phone': ['+52 1 55 1234', '521 8123'],
  'digits of a phone': ['12345', '98 76 54'],
}

export function operationsOf(targets: Targets): readonly Operation[] {
  const at = <Item>(items: readonly Item[], turn: number): Item => {
    const item = items[(turn * 7919) % items.length]
    if (item === undefined) throw new Error('There is nothing to ask for.')
    return item
  }
  const list = (name: string, weight: number, filterOf: (turn: number) => Partial<ConversationFilter>): Operation => ({
    name,
    weight,
    path: (turn) => `/api/v1/conversations?${queryOf(filterOf(turn))}`,
    read: (views, agentId, now, turn) => views.conversations(LARGE, { ...ALL, ...filterOf(turn), agentId, now }),
    fault: (body, agentId) => listFault(body as List, filterOf(0), agentId),
  })
  return [
    ...VIEWS.map((view) => list(view, view === 'all' || view === 'mine' ? 8 : 3, () => ({ view }))),
    ...(['all', 'resolved'] as const).map((view) =>
      list(`${view}, later page`, 2, (turn) => ({ view, cursor: at(targets.cursors[view], turn) })),
    ),
    ...(['all', 'unassigned', 'waiting', 'closing', 'resolved'] as const).flatMap((view) => [
      list(`${view} of a big line`, 1, () => ({ view, lineId: BIG_LINE })),
      list(`${view} of a small line`, 1, () => ({ view, lineId: SMALL_LINE })),
    ]),
    ...(['all', 'resolved'] as const).map((view) =>
      list(`${view} of a contact`, 2, (turn) => ({ view, contactId: at(targets.conversations, turn).contactId })),
    ),
    ...Object.entries(QUESTIONS).flatMap(([name, questions]) =>
      (['all', 'resolved'] as const).map((view) =>
        list(`search ${view}: ${name}`, 1, (turn) => ({ view, q: at(questions, turn) })),
      ),
    ),
    {
      name: 'counts',
      weight: 8,
      path: () => '/api/v1/conversations/counts',
      read: (views, agentId, now) => views.counts(LARGE, agentId, null, now),
      fault: (body) => {
        const { views } = body as { views: Record<ViewName, number> }
        return VIEWS.every((view) => views[view] <= Math.max(views.all, views.resolved)) && views.all > 0
          ? null
          : `counts ${JSON.stringify(views)}`
      },
    },
    {
      name: 'counts of a line',
      weight: 2,
      path: () => `/api/v1/conversations/counts?lineId=${SMALL_LINE}`,
      read: (views, agentId, now) => views.counts(LARGE, agentId, SMALL_LINE, now),
      fault: () => null,
    },
    {
      name: 'open a conversation',
      weight: 8,
      path: (turn) => `/api/v1/conversations/${at(targets.conversations, turn).conversationId}`,
      read: (views, _, __, turn) => views.conversation(LARGE, at(targets.conversations, turn).conversationId),
      fault: (body) => ((body as Row).contact?.phone ? null : 'a conversation without its contact'),
    },
    {
      name: 'newest messages',
      weight: 8,
      path: (turn) => `/api/v1/conversations/${at(targets.conversations, turn).conversationId}/messages?limit=${LIMIT}`,
      read: (views, _, __, turn) =>
        views.messages(LARGE, at(targets.conversations, turn).conversationId, { limit: LIMIT, cursor: null }),
      fault: threadFault,
    },
    {
      name: 'older messages',
      weight: 3,
      path: (turn) => {
        const { conversationId, cursor } = at(targets.threadCursors, turn)
        return `/api/v1/conversations/${conversationId}/messages?limit=${LIMIT}&cursor=${cursor}`
      },
      read: (views, _, __, turn) => {
        const { conversationId, cursor } = at(targets.threadCursors, turn)
        return views.messages(LARGE, conversationId, { limit: LIMIT, cursor })
      },
      fault: threadFault,
    },
  ]
}

const ALL = { view: 'all', lineId: null, contactId: null, q: null, limit: LIMIT, cursor: null } as const

function queryOf({ view = 'all', lineId, contactId, q, cursor }: Partial<ConversationFilter>): string {
  const query = { view, limit: String(LIMIT), lineId, contactId, q, cursor }
  return new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  ).toString()
}

/** In order, each once, all in the view and, where it is full, a whole page. */
function listFault({ data }: List, filter: Partial<ConversationFilter>, agentId: AgentId): string | null {
  const { view = 'all', lineId } = filter
  const inView: Readonly<Record<ViewName, (row: Row) => boolean>> = {
    all: ({ state }) => state === 'open',
    mine: ({ state, assigneeId }) => state === 'open' && assigneeId === agentId,
    unassigned: ({ state, assigneeId }) => state === 'open' && assigneeId === null,
    waiting: ({ state, waitingSince }) => state === 'open' && waitingSince !== null,
    closing: ({ state, customerWroteAt }) => state === 'open' && customerWroteAt !== null,
    failed: ({ state, failedSends }) => state === 'open' && failedSends > 0,
    resolved: ({ state }) => state === 'resolved',
  }
  const stranger = data.find((row) => !inView[view](row) || (lineId && row.lineId !== lineId))
  if (stranger) return `${stranger.id} is not in ${view}`
  const isOrdered = data.every((row, index) => index === 0 || (data[index - 1]?.sortAt ?? '') >= row.sortAt)
  if (!isOrdered) return `${view} is out of order`
  return new Set(data.map(({ id }) => id)).size === data.length ? null : `${view} holds a conversation twice`
}

function threadFault(body: unknown): string | null {
  const { data } = body as { data: readonly { at: string; conversationId: string }[] }
  if (data.length === 0) return 'a thread without messages'
  const isOrdered = data.every((message, index) => index === 0 || (data[index - 1]?.at ?? '') >= message.at)
  return isOrdered && new Set(data.map(({ conversationId }) => conversationId)).size === 1
    ? null
    : 'a thread in disorder'
}

const DEEP_PAGES = 40

/** Reads ahead, as an agent would scroll. */
export async function targetsOf(views: Views, now: Instant): Promise<Targets> {
  const pages = async (view: ViewName) => {
    const found: Page<ConversationRow>[] = []
    for (let cursor: string | null = null; found.length < DEEP_PAGES;) {
      const page: Page<ConversationRow> = await views.conversations(LARGE, {
        ...ALL,
        view,
        limit: 100,
        agentId: null,
        now,
        cursor,
      })
      found.push(page)
      if (page.next === null) break
      cursor = page.next
    }
    return found
  }
  const [all, resolved] = await Promise.all([pages('all'), pages('resolved')])
  const conversations = [...all, ...resolved].flatMap(({ data }) =>
    data.map(({ conversation: { conversationId, contactId } }) => ({ conversationId, contactId })),
  )
  const threadCursors: { conversationId: ConversationId; cursor: string }[] = []
  for (const { conversationId } of conversations) {
    if (threadCursors.length >= 20) break
    const { next } = await views.messages(LARGE, conversationId, { limit: 20, cursor: null })
    if (next !== null) threadCursors.push({ conversationId, cursor: next })
  }
  const cursors = (found: readonly Page<ConversationRow>[]) =>
    found.flatMap(({ next }) => (next === null ? [] : [next]))
  return { cursors: { all: cursors(all), resolved: cursors(resolved) }, conversations, threadCursors }
}

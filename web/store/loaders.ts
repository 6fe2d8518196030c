import { instant } from '#base/time.ts'
import type { AccountId, ContactId, ConversationId, LineId } from '#core/account/account.ts'
import type { Message } from '#core/message/message.ts'
import { messageAfter } from '#core/message/reduce.ts'
import type { Fact } from '#core/loop/fact.ts'
import { fromConversationView, fromMessageView } from '#contract/convert.ts'
import { fromContactView } from '#contract/convert-contact.ts'
import type { ConversationView, MessageView } from '#contract/views.ts'
import { call } from '../api/api.ts'
import { currentMe } from '../session/session.ts'
import { leavesGaps, withMessage } from './apply-facts.ts'
import { type Counts, type List, type ListFilter, listKey } from './desk-state.ts'
import { desk, putConversations, putThread, useDesk } from './desk-store.ts'
import { recentFacts, settle } from './settle.ts'

const PAGE = 50
const accountId = (): AccountId => (currentMe()?.account.id ?? '') as AccountId

/** Takes conversations as the server told them, and asks again for those that facts overtook meanwhile. */
export function takeConversations(views: readonly ConversationView[], askedAt: number): readonly ConversationId[] {
  const pairs = views.map((view) => fromConversationView(view, accountId()))
  putConversations(pairs)
  const ids = pairs.map(({ conversation }) => conversation.conversationId)
  settle(ids, askedAt)
  return ids
}

export async function loadConversation(id: ConversationId): Promise<boolean> {
  const askedAt = Date.now()
  const result = await call('getConversation', { params: { id } })
  if (result.ok) takeConversations([result.value], askedAt)
  return result.ok
}

/** Takes these contacts in; whoever is not there any more is left out. */
export async function loadContacts(ids: readonly ContactId[]): Promise<void> {
  const found = await Promise.all(ids.map((id) => call('getContact', { params: { id } })))
  useDesk.setState((state) => {
    const contacts = new Map(state.contacts)
    for (const each of found) {
      if (!each.ok) continue
      const contact = fromContactView(each.value, accountId())
      contacts.set(contact.contactId, contact)
    }
    return { contacts }
  })
}

const patchList = (key: string, change: (list: List) => List) =>
  useDesk.setState((state) => ({ lists: new Map(state.lists).set(key, change(state.lists.get(key) ?? NEW_LIST)) }))
const NEW_LIST: List = {
  state: 'loading',
  problem: null,
  ids: [],
  next: null,
  floor: null,
  loadingMore: false,
  pages: 0,
}

const queryOf = ({ view, lineId, q }: ListFilter) => ({
  view,
  ...(lineId ? { lineId } : {}),
  ...(q ? { q } : {}),
  limit: PAGE,
})

/** The first page of a list, afresh; what is shown meanwhile stays. */
export async function loadList(filter: ListFilter): Promise<void> {
  const key = listKey(filter)
  patchList(key, (list) => (list.state === 'failed' ? { ...list, state: 'loading' } : list))
  const askedAt = Date.now()
  const result = await call('listConversations', { query: queryOf(filter) })
  if (!result.ok) {
    return patchList(key, (list) => ({
      ...list,
      state: list.ids.length > 0 ? 'ready' : 'failed',
      problem: result.error,
    }))
  }
  const ids = takeConversations(result.value.data, askedAt)
  const { next } = result.value
  patchList(key, () => ({ ...NEW_LIST, state: 'ready', ids, next, floor: floorOf(result.value.data, next), pages: 1 }))
}

export async function loadMore(filter: ListFilter): Promise<void> {
  const key = listKey(filter)
  const list = desk().lists.get(key)
  if (!list || list.next === null || list.loadingMore) return
  patchList(key, (known) => ({ ...known, loadingMore: true, problem: null }))
  const askedAt = Date.now()
  const result = await call('listConversations', { query: { ...queryOf(filter), cursor: list.next } })
  if (!result.ok) return patchList(key, (known) => ({ ...known, loadingMore: false, problem: result.error }))
  const ids = takeConversations(result.value.data, askedAt)
  const { next } = result.value
  patchList(key, (known) => ({
    ...known,
    ids: [...new Set([...known.ids, ...ids])],
    next,
    floor: floorOf(result.value.data, next),
    loadingMore: false,
    pages: known.pages + 1,
  }))
}

function floorOf(views: readonly ConversationView[], next: string | null) {
  const last = views.at(-1)
  return next === null || !last ? null : instant(Date.parse(last.sortAt))
}

export async function loadCounts(): Promise<void> {
  const result = await call('countConversations', {})
  if (!result.ok) return
  const counts: Counts = {
    views: result.value.views as Counts['views'],
    lines: new Map(result.value.lines.map(({ lineId, open }) => [lineId as LineId, open])),
  }
  useDesk.setState({ counts })
}

/** A message in the thread it is shown in, which may have begun in an earlier conversation with the same person. */
const inThread = (id: ConversationId) => (view: MessageView) => ({
  ...fromMessageView(view, accountId()),
  conversationId: id,
})

/** The newest page of a thread; facts that came while asking are folded in. */
export async function loadThread(id: ConversationId): Promise<void> {
  const askedSeq = desk().seq ?? 0
  putThread(id, (thread) => (thread.state === 'failed' ? { ...thread, state: 'loading' } : thread))
  const result = await call('listMessages', { params: { id }, query: { limit: PAGE } })
  if (!result.ok) {
    return putThread(id, (thread) => ({
      ...thread,
      state: thread.messages.length > 0 ? 'ready' : 'failed',
      problem: result.error,
    }))
  }
  const page = result.value.data.map(inThread(id)).reverse()
  const facts = recentFacts(askedSeq, id)
  const messages = withFacts(page, facts)
  putThread(id, (thread) => ({
    ...thread,
    state: 'ready',
    problem: null,
    stale: false,
    patchy: facts.some(leavesGaps),
    ...joined(thread.patchy ? [] : thread.messages, messages, thread.next, result.value.next),
  }))
}

/** Keeps older pages already loaded if the fresh page reaches them; else starts from the fresh page. */
function joined(
  known: readonly Message[],
  fresh: readonly Message[],
  knownNext: string | null,
  freshNext: string | null,
): { messages: readonly Message[]; next: string | null } {
  const ids = new Set(fresh.map(({ messageId }) => messageId))
  const overlaps = known.some(({ messageId }) => ids.has(messageId))
  if (!overlaps || freshNext === null) return { messages: fresh, next: freshNext }
  const oldest = fresh[0]
  const older = known.filter((message) => !ids.has(message.messageId) && oldest && message.at <= oldest.at)
  return { messages: [...older, ...fresh], next: knownNext }
}

function withFacts(page: readonly Message[], facts: readonly Fact[]): readonly Message[] {
  let messages = page
  for (const fact of facts) {
    if (fact.kind === 'message-received' || fact.kind === 'message-queued')
      messages = withMessage(messages, fact.message)
    else if ('messageId' in fact) {
      messages = messages.map((message) =>
        message.messageId === fact.messageId ? messageAfter(message, fact) : message,
      )
    }
  }
  return messages
}

export async function loadOlder(id: ConversationId): Promise<void> {
  const thread = desk().threads.get(id)
  if (!thread || thread.next === null || thread.loadingOlder) return
  putThread(id, (known) => ({ ...known, loadingOlder: true }))
  const result = await call('listMessages', { params: { id }, query: { limit: PAGE, cursor: thread.next } })
  putThread(id, (known) => {
    if (!result.ok) return { ...known, loadingOlder: false }
    const ids = new Set(known.messages.map(({ messageId }) => messageId))
    const older = result.value.data.map(inThread(id)).reverse()
    return {
      ...known,
      loadingOlder: false,
      next: result.value.next,
      messages: [...older.filter(({ messageId }) => !ids.has(messageId)), ...known.messages],
    }
  })
}

/** A message the server answered with, before the feed tells of it. */
export function takeMessage(message: Message): void {
  if (!desk().threads.has(message.conversationId)) return
  putThread(message.conversationId, (thread) => ({ ...thread, messages: withMessage(thread.messages, message) }))
}

import type { ConversationId } from '#core/account/account.ts'
import { presenceAfter, type ServerFrame } from '#contract/feed.ts'
import { NO_DRAFT, putDraft } from '../composer/drafts.ts'
import { setServerNow } from '../feed/clock.ts'
import { type Feed, openFeed } from '../feed/feed-client.ts'
import { refreshMe, useSession } from '../session/session.ts'
import { applyFacts } from './apply-facts.ts'
import { type ListFilter, listKey } from './desk-state.ts'
import { desk, useDesk } from './desk-store.ts'
import { loadConversation, loadCounts, loadList, loadThread } from './loaders.ts'
import { noteFacts, onDoubt } from './settle.ts'

let feed: Feed | null = null
let shownList: ListFilter | null = null
let shownThread: ConversationId | null = null
const whenTemplatesChange = new Set<() => void>()
/** Calls `react` whenever templates changed anywhere, until what it returns is called. */
export const onTemplatesChanged = (react: () => void): (() => void) => {
  whenTemplatesChange.add(react)
  return () => whenTemplatesChange.delete(react)
}

const whenIdentitiesChange = new Set<() => void>()
/** Likewise, whenever somebody said who contacts are and are not, or somebody was erased. */
export const onIdentitiesChanged = (react: () => void): (() => void) => {
  whenIdentitiesChange.add(react)
  return () => whenIdentitiesChange.delete(react)
}

/** What is on the screen: loaded first when everything must be loaded afresh. */
export function showing(list: ListFilter | null, thread: ConversationId | null): void {
  shownList = list
  shownThread = thread
}

export const tellPresence = (conversationId: ConversationId | null, typing: boolean): void => {
  feed?.send({ kind: 'presence', conversationId, typing })
  lastPresence = { conversationId, typing }
}
let lastPresence: { conversationId: ConversationId | null; typing: boolean } = { conversationId: null, typing: false }

export function goLive(): () => void {
  onDoubt((id) => void loadConversation(id))
  feed = openFeed({
    seq: () => desk().seq,
    receive,
    changed: (line) =>
      useDesk.setState((state) => ({ line, awaySince: line === 'open' ? null : (state.awaySince ?? Date.now()) })),
    signedOut: () => useSession.setState({ session: { kind: 'out' } }),
  })
  const minute = setInterval(() => void loadCounts(), 60_000)
  return () => {
    clearInterval(minute)
    feed?.close()
    feed = null
  }
}

function receive(frame: ServerFrame): void {
  switch (frame.kind) {
    case 'welcome': {
      const first = desk().seq === null
      setServerNow(frame.now)
      if (first) useDesk.setState({ seq: frame.seq })
      feed?.send({ kind: 'presence', ...lastPresence })
      if (first) loadShown()
      return
    }
    case 'reset':
      setServerNow(frame.now)
      useDesk.setState((state) => ({
        seq: frame.seq,
        lists: new Map([...state.lists].filter(([key]) => shownList !== null && key === listKey(shownList))),
        threads: new Map([...state.threads].map(([id, thread]) => [id, { ...thread, stale: true }])),
      }))
      feed?.send({ kind: 'presence', ...lastPresence })
      return loadShown()
    case 'tick':
      if (setServerNow(frame.now)) loadShown()
      return
    case 'presence':
      useDesk.setState({ presence: frame.present })
      return
    case 'presence-changed':
      useDesk.setState(({ presence }) => ({ presence: presenceAfter(presence, frame) }))
      return
    case 'facts': {
      noteFacts(frame.facts)
      const { state, wanted } = applyFacts(desk(), frame.facts)
      useDesk.setState(state)
      for (const id of wanted.forgotten) putDraft(id, NO_DRAFT)
      if (wanted.templates) for (const react of whenTemplatesChange) react()
      if (wanted.identities) for (const react of whenIdentitiesChange) react()
      if (wanted.lines) void refreshMe()
      if (wanted.conversations.size > 20 && shownList) void loadList(shownList)
      else for (const id of wanted.conversations) void loadConversation(id)
      if (wanted.touched.size > 0) countSoon()
    }
  }
}

/** Everything on the screen, read again at once. */
function loadShown(): void {
  if (shownList) void loadList(shownList)
  if (shownThread) {
    void loadThread(shownThread)
    void loadConversation(shownThread)
  }
  void loadCounts()
}

const COUNT_EVERY_MS = 400
let counting: ReturnType<typeof setTimeout> | null = null
function countSoon(): void {
  counting ??= setTimeout(() => {
    counting = null
    void loadCounts()
  }, COUNT_EVERY_MS)
}

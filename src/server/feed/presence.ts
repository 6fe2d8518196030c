import type { Presence, PresenceChange } from '#contract/feed.ts'
import type { AgentId, ConversationId } from '#core/account/account.ts'

/** Who is at an open desk of one account, in which thread, and who is typing. Held in this process only. */
export type PresenceBoard<Desk> = {
  readonly arrive: (desk: Desk, agentId: AgentId) => void
  readonly move: (desk: Desk, conversationId: ConversationId | null, typing: boolean) => void
  readonly leave: (desk: Desk) => void
  readonly all: () => readonly Presence[]
}

/** Somebody who stopped typing without saying so is not typing for longer than this. */
const TYPING_LASTS_MS = 6_000
/** Changes within this time are told together; the more desks must be told, the longer it is. */
const TELL_AFTER_MS = 40
const LONGER_PER_DESK_MS = 0.3

/** Only what changed is told: with everybody told of everybody, a few hundred agents would say gigabytes a minute. */
export function createPresence<Desk>(tell: (change: PresenceChange) => void): PresenceBoard<Desk> {
  const present = new Map<Desk, Presence>()
  const typingEnds = new Map<Desk, NodeJS.Timeout>()
  const moved = new Map<number, Presence>()
  const gone = new Set<number>()
  let telling: NodeJS.Timeout | null = null
  let desks = 0

  const tellSoon = (): void => {
    telling ??= setTimeout(tellNow, TELL_AFTER_MS + LONGER_PER_DESK_MS * present.size)
  }
  const tellNow = (): void => {
    telling = null
    tell({ kind: 'presence-changed', moved: [...moved.values()], gone: [...gone] })
    moved.clear()
    gone.clear()
  }
  const stopTimer = (desk: Desk): void => {
    clearTimeout(typingEnds.get(desk))
    typingEnds.delete(desk)
  }
  const put = (desk: Desk, next: Presence): void => {
    const before = present.get(desk)
    present.set(desk, next)
    if (before?.conversationId === next.conversationId && before.typing === next.typing) return
    moved.set(next.desk, next)
    tellSoon()
  }

  return {
    all: () => [...present.values()],
    arrive: (desk, agentId) => put(desk, { desk: ++desks, agentId, conversationId: null, typing: false }),
    move: (desk, conversationId, typing) => {
      const before = present.get(desk)
      if (!before) return
      stopTimer(desk)
      const next = { ...before, conversationId, typing: typing && conversationId !== null }
      put(desk, next)
      if (!next.typing) return
      typingEnds.set(
        desk,
        setTimeout(() => put(desk, { ...next, typing: false }), TYPING_LASTS_MS),
      )
    },
    leave: (desk) => {
      stopTimer(desk)
      const last = present.get(desk)
      if (!last) return
      present.delete(desk)
      moved.delete(last.desk)
      gone.add(last.desk)
      tellSoon()
    },
  }
}

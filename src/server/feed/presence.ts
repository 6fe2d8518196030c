import type { Presence } from '#contract/feed.ts'
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
/** Changes within this time are told together. */
const TELL_AFTER_MS = 40

export function createPresence<Desk>(tell: () => void): PresenceBoard<Desk> {
  const present = new Map<Desk, Presence>()
  const typingEnds = new Map<Desk, NodeJS.Timeout>()
  let telling: NodeJS.Timeout | null = null

  const changed = (): void => {
    telling ??= setTimeout(() => {
      telling = null
      tell()
    }, TELL_AFTER_MS)
  }
  const stopTimer = (desk: Desk): void => {
    clearTimeout(typingEnds.get(desk))
    typingEnds.delete(desk)
  }
  const put = (desk: Desk, next: Presence): void => {
    const before = present.get(desk)
    present.set(desk, next)
    if (before?.conversationId !== next.conversationId || before.typing !== next.typing) changed()
  }

  return {
    all: () => [...present.values()],
    arrive: (desk, agentId) => put(desk, { agentId, conversationId: null, typing: false }),
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
      if (present.delete(desk)) changed()
    },
  }
}

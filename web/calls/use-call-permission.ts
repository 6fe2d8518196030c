import { useEffect, useState } from 'react'
import type { CallPermissionView } from '#contract/calls.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import type { ContentKind } from '#core/message/content.ts'
import type { Message } from '#core/message/message.ts'
import { windowOf } from '#core/window/window.ts'
import { call } from '../api/api.ts'
import { useNow } from '../feed/clock.ts'
import { useThread } from '../store/desk-store.ts'

/** `permission` null: not read yet. What was read stays on the screen when reading it again fails. */
type Known = { readonly permission: CallPermissionView | null; readonly isFailed: boolean }

/** Whether they may be called and asked to be; read again whenever something that was said, or the time, may change it. */
export function useCallPermission(conversation: Conversation): Known & { readonly again: () => void } {
  const id = conversation.conversationId
  const now = useNow()
  const thread = useThread(id)
  const [known, setKnown] = useState<Known & { readonly of: string }>({ of: id, permission: null, isFailed: false })
  const [tries, setTries] = useState(0)
  const permission = known.of === id ? known.permission : null
  const ends = [permission?.until, permission?.askFrom].map((end) => end != null && Date.parse(end) <= now)
  const said = (thread?.messages ?? []).filter(tellsOfCalls).map(stateOf)
  const changes = [...said, ...ends, windowOf(conversation, now).kind, tries].join()
  useEffect(() => {
    let gone = false
    void call('getCallPermission', { params: { id } }).then((result) => {
      if (gone) return
      setKnown((before) =>
        result.ok
          ? { of: id, permission: result.value, isFailed: false }
          : { of: id, permission: before.of === id ? before.permission : null, isFailed: true },
      )
    })
    return () => {
      gone = true
    }
  }, [id, changes])
  return { permission, isFailed: known.isFailed, again: () => setTries(tries + 1) }
}

const KINDS: ReadonlySet<ContentKind> = new Set(['call', 'call-answer', 'call-request'])
const tellsOfCalls = ({ content }: Message): boolean => KINDS.has(content.kind)
const stateOf = (message: Message): string =>
  `${message.messageId} ${message.editedAt ?? ''} ${message.direction === 'out' ? message.status : ''}`

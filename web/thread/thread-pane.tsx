import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { CloudOff, SearchX } from 'lucide-react'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { ConversationId } from '#core/account/account.ts'
import { moveDraft, NO_DRAFT, putDraft } from '../composer/drafts.ts'
import { Composer } from '../composer/composer.tsx'
import { usePeopleOf } from '../group/use-people.ts'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { withOutbox } from '../outbox/entry.ts'
import { entriesOf, useAllEntries } from '../outbox/outbox.ts'
import { useContactOf, useConversation, useThread } from '../store/desk-store.ts'
import { loadConversation, loadThread } from '../store/loaders.ts'
import { ControlBanner } from './control-banner.tsx'
import { ErasedNote } from './erased-note.tsx'
import { ThreadProvider } from './thread-context.tsx'
import { ThreadHeader } from './thread-header.tsx'
import { ThreadLog } from './thread-log.tsx'
import { ThreadSkeleton } from './thread-skeleton.tsx'
import { usePresence } from './use-presence.ts'
import { useSeen } from './use-seen.ts'
import { withWords } from '../i18n/i18n.ts'
import { later } from '../kit/later.tsx'

/** How long no more of the app's history comes before a thread is read again. */
const CALM_MS = 600
const IdentityBanner = later(() => import('../contact/identity-banner.tsx'), <></>)
const MediaViewer = later(withWords(() => import('./media-viewer.tsx')))

/** One conversation: who it is with, what was said, and what can be said now. */
export function ThreadPane({ id }: { readonly id: ConversationId }) {
  const { t } = useLingui()
  const conversation = useConversation(id)
  const thread = useThread(id)
  const contact = useContactOf(conversation)
  const erasedAt = contact?.erasedAt
  usePeopleOf(contact)
  const entries = useAllEntries()
  const navigate = useNavigate()
  const [missing, setMissing] = useState(false)
  const [viewing, setViewing] = useState<string | null>(null)
  // Looking marks everything as read; the line above what was unread stays for this visit.
  const unreadAtOpening = useRef<number | null>(null)
  unreadAtOpening.current ??= conversation?.unread ?? null
  useSeen(id)
  usePresence(id)

  const load = useEffectEvent(() => {
    if (!conversation) void loadConversation(id).then((found) => setMissing(!found))
    if (!thread || thread.stale || thread.state === 'failed') void loadThread(id)
  })
  useEffect(() => load(), [id])
  // The app's history comes portion by portion: read once it pauses.
  const isPatchy = thread?.patchy === true
  useEffect(() => {
    if (!isPatchy) return
    const calm = setTimeout(() => void loadThread(id), CALM_MS)
    return () => clearTimeout(calm)
  }, [id, isPatchy, thread])

  // Somebody of several numbers goes on in another conversation: what is shown and half written goes on there.
  const continuedBy = conversation?.continuedBy
  useEffect(() => {
    if (continuedBy === undefined) return
    moveDraft(id, continuedBy)
    const params = { conversationId: continuedBy }
    void navigate({ to: '/inbox/$conversationId', params, search: (before) => before, replace: true })
  }, [id, continuedBy, navigate])

  // What was half written to somebody goes with them.
  useEffect(() => {
    if (erasedAt !== undefined) putDraft(id, NO_DRAFT)
  }, [id, erasedAt])

  const messages = useMemo(
    () => withOutbox(thread?.messages ?? [], entriesOf(entries, id)),
    [thread?.messages, entries, id],
  )
  if (missing && !conversation) {
    return (
      <div className="flex-1 thread-ground">
        <Notice icon={<SearchX size={20} aria-hidden />} title={t`Esta conversación no existe`}>
          {t`Puede que el enlace sea de otra cuenta.`}
        </Notice>
      </div>
    )
  }
  return (
    <ThreadProvider conversationId={id} messages={messages} openMedia={setViewing}>
      <section className="flex min-w-0 flex-1 flex-col bg-thread" aria-label={t`Conversación`}>
        {conversation ? (
          <ThreadHeader conversation={conversation} />
        ) : (
          <div className="h-15 border-b border-border bg-surface" />
        )}
        {contact?.succeeds && <IdentityBanner contact={contact} succeeds={contact.succeeds} />}
        {conversation?.control && erasedAt === undefined && (
          <ControlBanner conversation={conversation} control={conversation.control} />
        )}
        {erasedAt !== undefined ? (
          <ErasedNote at={erasedAt} />
        ) : thread?.state === 'ready' && conversation ? (
          <ThreadLog
            conversation={conversation}
            thread={thread}
            messages={messages}
            unread={unreadAtOpening.current ?? 0}
          />
        ) : thread?.state === 'failed' ? (
          <div className="min-h-0 flex-1 thread-ground">
            <Notice
              icon={<CloudOff size={20} aria-hidden />}
              title={t`No se pudo cargar la conversación`}
              action={<Button onPress={() => void loadThread(id)}>{t`Reintentar`}</Button>}
            >
              {thread.problem?.detail}
            </Notice>
          </div>
        ) : (
          <ThreadSkeleton />
        )}
        {conversation && erasedAt === undefined && <Composer conversation={conversation} />}
      </section>
      {viewing && <MediaViewer messages={messages} start={viewing} onClose={() => setViewing(null)} />}
    </ThreadProvider>
  )
}

import { lazy, Suspense } from 'react'
import { blockOf } from '#core/contact/block.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { useContactOf } from '../store/desk-store.ts'
import { BlockedNote } from '../contact/blocked-note.tsx'
import { CannotSend } from './cannot-send.tsx'
import { FreeText } from './free-text.tsx'
import { useTemplatesOpen } from './mode.ts'
import { AnswersTo } from './answers-to.tsx'
import { TypingColleague } from './typing-colleague.tsx'
import { useVerdict } from './use-verdict.ts'

const TemplatePicker = lazy(() => import('./template-picker.tsx'))

/** Where the answer is written. Its shape says what may be sent: anything, a template, or nothing and why. */
export function Composer({ conversation }: { readonly conversation: Conversation }) {
  const contact = useContactOf(conversation)
  const verdict = useVerdict(conversation, contact)
  const wantsTemplate = useTemplatesOpen(conversation.conversationId)
  const reasons = verdict.kind === 'refused' ? verdict.reasons : []
  const block = contact ? blockOf(contact, conversation.lineId) : null
  const blocked = reasons.find(({ code }) => code !== 'window-closed')
  const closed = reasons.some(({ code }) => code === 'window-closed')
  return (
    <footer className="relative shrink-0 border-t border-border bg-surface pb-[env(safe-area-inset-bottom)]">
      <TypingColleague id={conversation.conversationId} />
      {contact?.parts && <AnswersTo contact={contact} of={conversation.of} />}
      {blocked && block ? (
        <BlockedNote conversationId={conversation.conversationId} block={block} />
      ) : blocked ? (
        <CannotSend reason={blocked} lineId={conversation.lineId} />
      ) : closed || wantsTemplate ? (
        <Suspense fallback={<div className="h-40" />}>
          <TemplatePicker conversation={conversation} closed={closed} />
        </Suspense>
      ) : (
        <FreeText conversation={conversation} price={verdict.kind === 'allowed' ? verdict.price : null} />
      )}
    </footer>
  )
}

import { blockOf } from '#core/contact/block.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { withWords } from '../i18n/i18n.ts'
import { later } from '../kit/later.tsx'
import { useContactOf } from '../store/desk-store.ts'
import { FreeText } from './free-text.tsx'
import { useTemplatesOpen } from './mode.ts'
import { TypingColleague } from './typing-colleague.tsx'
import { useVerdict } from './use-verdict.ts'

const AnswersTo = later(() => import('./answers-to.tsx'), <div className="h-6" />)
const BlockedNote = later(
  withWords(() => import('../contact/blocked-note.tsx')),
  <div className="h-17" />,
)
const CannotSend = later(() => import('./cannot-send.tsx'), <div className="h-17" />)
const TemplatePicker = later(
  withWords(() => import('./template-picker.tsx')),
  <div className="h-40" />,
)

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
      {contact && blocked && block ? (
        <BlockedNote contact={contact} conversationId={conversation.conversationId} block={block} />
      ) : blocked ? (
        <CannotSend reason={blocked} lineId={conversation.lineId} />
      ) : closed || wantsTemplate ? (
        <TemplatePicker conversation={conversation} closed={closed} />
      ) : (
        <FreeText conversation={conversation} price={verdict.kind === 'allowed' ? verdict.price : null} />
      )}
    </footer>
  )
}

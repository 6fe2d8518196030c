import { useLingui } from '@lingui/react/macro'
import type { Message, ReplyTo } from '#core/message/message.ts'
import { mediaOf } from '#core/message/content.ts'
import { previewOf } from '#core/message/preview.ts'
import { useName } from '../contact/use-name.ts'
import { mediaUrl } from '../api/api.ts'
import { cx } from '../kit/cx.ts'
import { useContactOf, useConversation, useDesk } from '../store/desk-store.ts'
import { KIND_ICONS, useKindNames } from './kinds.ts'
import { useThreadContext } from './thread-context.tsx'

/** The message that is answered; a click leads to it. */
export function Quote({ replyTo, out }: { readonly replyTo: ReplyTo; readonly out: boolean }) {
  const { t } = useLingui()
  const { byId, jump } = useThreadContext()
  const quoted = byId.get(replyTo.messageId ?? '') ?? byId.get(replyTo.wireId)
  return (
    <div className="p-1 pb-0">
      <button
        type="button"
        disabled={!quoted}
        onClick={() => quoted && jump.current(quoted.messageId)}
        className={cx(
          'flex w-full overflow-hidden rounded-md text-left',
          out ? 'bg-inset-out' : 'bg-inset-in',
          quoted ? 'cursor-pointer' : '',
        )}
      >
        {quoted ? (
          <QuotedMessage message={quoted} />
        ) : (
          <span className="px-2.5 py-1.5 text-xs text-text-2 italic">{t`Un mensaje anterior`}</span>
        )}
      </button>
    </div>
  )
}

export function QuotedMessage({ message }: { readonly message: Message }) {
  const { t } = useLingui()
  const names = useKindNames()
  const nameOf = useName()
  const conversation = useConversation(message.conversationId)
  const contact = useContactOf(conversation)
  const writerId = message.direction === 'in' ? message.writerId : undefined
  const writer = useDesk((state) => (writerId === undefined ? undefined : state.contacts.get(writerId)))
  const ours = message.direction === 'out'
  const Icon = KIND_ICONS[message.content.kind]
  const media = message.content.kind === 'image' ? mediaOf(message.content) : null
  return (
    <>
      <span className={cx('w-1 shrink-0', ours ? 'bg-accent' : 'bg-info')} />
      <span className="min-w-0 flex-1 px-2 py-1 leading-4.5">
        <span className={cx('block truncate text-xs font-semibold', ours ? 'text-accent' : 'text-info')}>
          {ours ? t`Nosotros` : writerId !== undefined ? nameOf(writer) : contact ? nameOf(contact) : ''}
        </span>
        <span className="flex items-center gap-1 text-sm text-text-2">
          {Icon && <Icon size={13} className="shrink-0" aria-hidden />}
          <span className="truncate">{previewOf(message.content) || names[message.content.kind]}</span>
        </span>
      </span>
      {media?.state === 'stored' && (
        <img src={mediaUrl(media.mediaId)} alt="" className="size-11 shrink-0 object-cover" />
      )}
    </>
  )
}

import { useLingui } from '@lingui/react/macro'
import { CircleX, Copy, MoreHorizontal, Reply, SmilePlus } from 'lucide-react'
import { useState } from 'react'
import { Button as RacButton } from 'react-aria-components/Button'
import type { Message } from '#core/message/message.ts'
import { previewOf } from '#core/message/preview.ts'
import { windowOf } from '#core/window/window.ts'
import { useNow } from '../feed/clock.ts'
import { cx } from '../kit/cx.ts'
import { Menu, MenuItem } from '../kit/menu.tsx'
import { Popup } from '../kit/popup.tsx'
import { say } from '../kit/toast.tsx'
import { focusComposer } from '../composer/focus.ts'
import { putDraft } from '../composer/drafts.ts'
import { send } from '../outbox/send.ts'
import { useConversation } from '../store/desk-store.ts'
import { cancel, useMayCancel } from './cancel.tsx'

const QUICK = ['👍', '❤️', '😂', '😮', '😢', '🙏']
const LOOK =
  'flex size-7 items-center justify-center rounded-full bg-surface/80 text-text-2 shadow-1 hover:bg-surface hover:text-text'

/** What can be done with a message: shown beside it under the pointer and for the keyboard. */
export function BubbleActions({ message }: { readonly message: Message }) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const now = useNow()
  const conversation = useConversation(message.conversationId)
  const canAnswer = message.wireId !== null && message.revokedAt === null
  const canReact = canAnswer && conversation !== undefined && windowOf(conversation, now).kind === 'open'
  const text = previewOf(message.content)
  const mayCancel = useMayCancel(message.direction === 'out' ? message : null)
  if (!canAnswer && !text) return null

  const reply = () => {
    putDraft(message.conversationId, { replyTo: message.messageId })
    focusComposer()
  }
  const react = (emoji: string) => {
    const ours = message.reactions.find(({ by }) => by === 'us')?.emoji
    const next = ours === emoji ? null : emoji
    send({
      conversationId: message.conversationId,
      asked: { kind: 'reaction', messageId: message.messageId, emoji: next },
      shown: { kind: 'reaction', targetWireId: message.wireId ?? '', emoji: next },
    })
    setOpen(false)
  }
  const copy = () => {
    void navigator.clipboard.writeText(message.content.kind === 'text' ? message.content.text : text)
    say(t`Texto copiado`)
  }
  return (
    <span
      className={cx(
        'absolute inset-y-0 flex items-center gap-0.5 opacity-0 transition-opacity duration-90 group-focus-within:opacity-100 group-hover:opacity-100 max-md:hidden',
        message.direction === 'out' ? 'right-full mr-1.5' : 'left-full ml-1.5',
        open && 'opacity-100!',
      )}
    >
      {canReact && (
        <Popup
          label={t`Reaccionar`}
          trigger={
            <RacButton aria-label={t`Reaccionar`} className={LOOK}>
              <SmilePlus size={15} aria-hidden />
            </RacButton>
          }
          isOpen={open}
          onOpenChange={setOpen}
          placement="top"
          offset={6}
          className="rounded-full border border-border bg-raised p-1 shadow-2 appear"
          inside="flex gap-0.5"
        >
          {QUICK.map((emoji) => (
            <RacButton
              key={emoji}
              aria-label={emoji}
              onPress={() => react(emoji)}
              className="flex size-9 items-center justify-center rounded-full text-xl hover:bg-hover"
            >
              {emoji}
            </RacButton>
          ))}
        </Popup>
      )}
      {canAnswer && (
        <RacButton aria-label={t`Responder citando`} className={LOOK} onPress={reply}>
          <Reply size={15} aria-hidden />
        </RacButton>
      )}
      {text && (
        <Menu
          label={t`Más`}
          trigger={
            <RacButton aria-label={t`Más`} className={LOOK}>
              <MoreHorizontal size={15} aria-hidden />
            </RacButton>
          }
        >
          <MenuItem text={t`Copiar texto`} icon={<Copy size={15} aria-hidden />} onAction={copy} />
          {mayCancel && message.direction === 'out' && (
            <MenuItem
              text={t`Cancelar envío`}
              icon={<CircleX size={15} aria-hidden />}
              onAction={() => void cancel(message)}
            />
          )}
        </Menu>
      )}
    </span>
  )
}

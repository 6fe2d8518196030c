import { Trans, useLingui } from '@lingui/react/macro'
import { CornerDownLeft, LayoutTemplate, Paperclip, Smile, X } from 'lucide-react'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Conversation } from '#core/conversation/conversation.ts'
import type { Money } from '#core/cost/rate-card.ts'
import { TEXT_LENGTH } from '#core/message/check/limits.ts'
import { isBlank } from '#core/message/check-text.ts'
import { ClosedHint } from '../hours/closed-hint.tsx'
import { Button, IconButton } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { say } from '../kit/toast.tsx'
import { useNarrow } from '../kit/use-media.ts'
import { send } from '../outbox/send.ts'
import { resolve } from '../thread/actions.ts'
import { QuotedMessage } from '../thread/quote.tsx'
import { useThreadContext } from '../thread/thread-context.tsx'
import { AddMenu } from './add-menu.tsx'
import { NO_DRAFT, putDraft, useDraft } from './drafts.ts'
import { focusComposer, takesFocus } from './focus.ts'
import { openTemplates } from './mode.ts'
import { newestSeen } from './seen-up-to.ts'
import { tellTyping } from './typing.ts'
import { useFileDrop } from './use-file-drop.ts'
import { WindowClock } from './window-clock.tsx'
import { withWords } from '../i18n/i18n.ts'
import { later } from '../kit/later.tsx'
import { Popup } from '../kit/popup.tsx'

const EmojiPicker = later(
  withWords(() => import('./emoji-picker.tsx')),
  <div className="h-85 w-80" />,
)
const AdviceLine = later(() => import('../costs/advice-line.tsx'), <></>)
const FileSheet = later(withWords(() => import('./file-sheet.tsx')))
const VoiceRecorder = later(
  withWords(() => import('./voice-recorder.tsx')),
  <div className="h-11" />,
)

type Props = { readonly conversation: Conversation; readonly price: Money | null }
const TALLEST_PX = 220

export function FreeText({ conversation, price }: Props) {
  const { t } = useLingui()
  const id = conversation.conversationId
  const draft = useDraft(id) ?? NO_DRAFT
  const { byId } = useThreadContext()
  const narrow = useNarrow()
  const area = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const [files, setFiles] = useState<readonly File[]>([])
  const [emoji, setEmoji] = useState(false)
  const [recording, setRecording] = useState(false)
  const { text } = draft
  const quoted = draft.replyTo ? byId.get(draft.replyTo) : undefined
  const tooLong = text.length > TEXT_LENGTH

  useLayoutEffect(() => {
    const field = area.current
    if (!field) return
    field.style.height = '0'
    field.style.height = `${Math.min(TALLEST_PX, field.scrollHeight)}px`
  }, [text, recording])
  useEffect(() => {
    if (takesFocus(id) && !narrow) area.current?.focus({ preventScroll: true })
  }, [id, narrow])

  const write = (next: string) => {
    const begins = text === '' && next !== ''
    putDraft(id, begins ? { text: next, seenUpTo: newestSeen(id) } : { text: next })
    if (next !== '') tellTyping(id)
  }
  const replyTo = quoted?.wireId ? { messageId: quoted.messageId, wireId: quoted.wireId } : null
  const sendText = () => {
    const body = text.trim()
    if (isBlank(body) || tooLong) return false
    send({
      conversationId: id,
      asked: { kind: 'text', text: body },
      shown: { kind: 'text', text: body },
      replyTo,
      seenUpTo: draft.seenUpTo ?? newestSeen(id),
    })
    putDraft(id, { text: '', replyTo: null, seenUpTo: null })
    tellTyping(null)
    return true
  }
  const insert = (piece: string) => {
    const field = area.current
    const at = field?.selectionStart ?? text.length
    write(text.slice(0, at) + piece + text.slice(field?.selectionEnd ?? at))
    requestAnimationFrame(() => {
      field?.focus()
      field?.setSelectionRange(at + piece.length, at + piece.length)
    })
  }
  const endRecording = () => {
    setRecording(false)
    focusComposer()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey && !(narrow && !event.metaKey && !event.ctrlKey)) {
      event.preventDefault()
      if (sendText() && (event.metaKey || event.ctrlKey)) void resolve(id)
    }
    if (event.key === 'Escape') {
      event.stopPropagation()
      if (draft.replyTo) putDraft(id, { replyTo: null })
      else area.current?.blur()
    }
  }
  const take = (list: FileList | null | undefined) => {
    const given = files.length > 0 ? [] : [...(list ?? [])]
    if (given.length > 0) setFiles(given.slice(0, 10))
    if (given.length > 10) say(t`Se adjuntan los 10 primeros archivos`)
    return given.length > 0
  }
  const onPaste = (event: ClipboardEvent) => {
    if (take(event.clipboardData.files)) event.preventDefault()
  }
  const dragging = useFileDrop(take)

  return (
    <div className="relative px-4 pt-2.5 pb-3 max-md:px-2.5 max-md:pb-2">
      {dragging && (
        <div className="pointer-events-none absolute inset-1.5 z-10 flex items-center justify-center rounded-lg border-2 border-dashed border-accent bg-surface/95 text-sm font-semibold text-accent">
          <Trans>Suelte para adjuntar a esta conversación</Trans>
        </div>
      )}
      <div className="mb-1.5 flex min-h-6 items-center justify-between gap-3 px-0.5 max-md:hidden">
        <span className="min-w-0 truncate text-sm font-semibold text-text">
          <Trans>Responder</Trans>
          <ClosedHint lineId={conversation.lineId} className="ml-2.5 text-xs" />
        </span>
        <WindowClock conversation={conversation} price={price} />
      </div>
      <div className="mb-1.5 px-0.5 empty:hidden md:hidden">
        <ClosedHint lineId={conversation.lineId} className="text-xs" />
      </div>
      <div className="mb-1.5 px-0.5 empty:hidden">
        <AdviceLine conversation={conversation} template={null} />
      </div>
      {quoted && (
        <div className="mb-2 flex items-center gap-1 overflow-hidden rounded-md bg-chip">
          <span className="flex min-w-0 flex-1 overflow-hidden">
            <QuotedMessage message={quoted} />
          </span>
          <IconButton label={t`No citar`} onPress={() => putDraft(id, { replyTo: null })}>
            <X size={15} aria-hidden />
          </IconButton>
        </div>
      )}
      {recording ? (
        <VoiceRecorder id={id} replyTo={replyTo} onDone={endRecording} />
      ) : (
        <div
          className={cx(
            'flex flex-col rounded-md border bg-surface focus-within:outline-2 focus-within:-outline-offset-1',
            tooLong ? 'border-danger outline-danger' : 'border-control outline-focus',
          )}
        >
          <textarea
            ref={area}
            data-testid="composer-input"
            data-composer-focus
            rows={1}
            dir="auto"
            value={text}
            aria-label={t`Escribir una respuesta`}
            placeholder={t`Escriba una respuesta`}
            aria-invalid={tooLong}
            onChange={(event) => write(event.target.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            className="min-h-15 resize-none bg-transparent px-3 py-2.5 text-msg outline-none max-md:min-h-11"
          />
        </div>
      )}
      <div className="mt-2 flex items-center gap-0.5">
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            take(event.target.files)
            event.target.value = ''
          }}
        />
        <IconButton label={t`Adjuntar archivos`} onPress={() => picker.current?.click()}>
          <Paperclip size={18} strokeWidth={1.75} aria-hidden />
        </IconButton>
        <Popup
          label={t`Emoji`}
          trigger={
            <IconButton label={t`Emoji`}>
              <Smile size={18} strokeWidth={1.75} aria-hidden />
            </IconButton>
          }
          isOpen={emoji}
          onOpenChange={setEmoji}
          placement="top start"
          offset={8}
          className="rounded-lg border border-border bg-raised shadow-2 appear"
        >
          <EmojiPicker
            onPick={(picked) => {
              setEmoji(false)
              insert(picked)
            }}
          />
        </Popup>
        <AddMenu {...{ conversation, replyTo, recording }} onRecord={() => setRecording(true)} />
        <IconButton label={t`Enviar una plantilla`} onPress={() => openTemplates(id)}>
          <LayoutTemplate size={18} strokeWidth={1.75} aria-hidden />
        </IconButton>
        <span className="flex-1" />
        {text.length > TEXT_LENGTH - 300 && (
          <span className={cx('mr-2 text-xs tabular', tooLong ? 'font-semibold text-danger' : 'text-text-3')}>
            {TEXT_LENGTH - text.length}
          </span>
        )}
        {!recording && (
          <Button
            look="primary"
            data-testid="composer-send"
            className="h-9! px-4!"
            isDisabled={isBlank(text) || tooLong}
            onPress={sendText}
          >
            <Trans>Enviar</Trans>
            <CornerDownLeft size={14} aria-hidden className="opacity-75 max-md:hidden" />
          </Button>
        )}
      </div>
      {files.length > 0 && <FileSheet id={id} files={files} replyTo={replyTo} onClose={() => setFiles([])} />}
    </div>
  )
}

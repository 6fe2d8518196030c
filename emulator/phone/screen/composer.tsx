import { Ban, Paperclip, Pencil, SendHorizontal, X } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { BusinessNumber, Phone, PhoneGroup } from '../control/types.ts'
import { block } from '../state/operate.ts'
import { act, sendMessage } from '../state/send.ts'
import { chatKey, findBubble, useApp } from '../state/store.ts'
import { useWords } from '../words/index.ts'
import { previewOf, wordsOf } from './preview.ts'
import { RecordButton, Recording } from './recording.tsx'
import { useRecorder } from './use-recorder.ts'

/** What was typed and not sent, by chat, for as long as the page lives. */
const unsent = new Map<string, string>()

/** On a touch screen, focus would open the keyboard over the chat before anybody asked for it. */
const hasKeyboard = window.matchMedia('(hover: hover) and (min-width: 768px)').matches

/** Where the customer writes. Enter sends, Shift+Enter breaks the line. */
export function Composer({
  phone,
  number,
  group = null,
}: {
  phone: Phone
  number: BusinessNumber
  group?: PhoneGroup | null
}) {
  const words = useWords()
  const key = chatKey(phone.id, number.id, group?.id)
  const [text, setText] = useState(() => unsent.get(key) ?? '')
  const draft = useApp((state) => state.draft)
  const field = useRef<HTMLTextAreaElement>(null)
  const recorder = useRecorder()
  const embed = useApp((state) => state.embed)

  const write = (next: string) => {
    setText(next)
    unsent.set(key, next)
  }
  useEffect(() => {
    if (draft === null) return
    const target = findBubble(draft.wamid)
    if (draft.kind === 'edit' && target !== undefined) setText(wordsOf(target))
    field.current?.focus()
  }, [draft])

  const send = (event?: FormEvent) => {
    event?.preventDefault()
    const body = text.trim()
    if (body === '') return
    write('')
    if (draft?.kind === 'edit') {
      useApp.setState({ draft: null })
      void act({ kind: 'edit', target: draft.wamid, text: body })
    } else {
      const replyTo = draft?.wamid ?? null
      sendMessage(
        { kind: 'text', text: body, ...(replyTo === null ? {} : { replyTo }) },
        { type: 'text', text: { body } },
        replyTo,
      )
    }
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event)
    if (event.key === 'Escape' && draft !== null) leaveDraft()
  }
  const leaveDraft = () => {
    if (draft?.kind === 'edit') write('')
    useApp.setState({ draft: null })
  }

  if (group !== null && (group.standing !== 'in' || group.isSuspended))
    return <ClosedBar>{group.standing === 'in' ? words.groupSuspended : words.groupLeft}</ClosedBar>
  if (group === null && phone.blocked.includes(number.id)) return <BlockedBar phone={phone.id} number={number.id} />
  return (
    <form onSubmit={send} className="wall shrink-0 px-2 pt-1 pb-2.5">
      {draft !== null && (
        <DraftBar wamid={draft.wamid} kind={draft.kind} business={number.verifiedName} onLeave={leaveDraft} />
      )}
      <div className="flex items-end gap-1.5">
        {recorder.state === 'idle' ? (
          <div className="flex min-h-10 min-w-0 flex-1 items-end rounded-[20px] bg-white pr-1 shadow-bubble has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-wa-accent">
            <textarea
              ref={field}
              data-testid="phone-composer"
              aria-label={words.message}
              placeholder={words.message}
              rows={1}
              autoFocus={!embed && hasKeyboard}
              value={text}
              dir="auto"
              onChange={(event) => write(event.target.value)}
              onKeyDown={onKeyDown}
              className="field-sizing-content max-h-28 min-w-0 flex-1 resize-none bg-transparent py-2.5 pl-4 text-[14.5px]/5 outline-none placeholder:text-wa-ink-2"
            />
            <button
              type="button"
              aria-label={words.attach}
              title={words.attach}
              aria-haspopup="dialog"
              onClick={() => useApp.setState({ sheet: { kind: 'attach' } })}
              className="mb-1 grid size-8 shrink-0 place-items-center rounded-full text-wa-ink-2 hover:bg-black/5"
            >
              <Paperclip size={18} aria-hidden="true" />
            </button>
          </div>
        ) : (
          <Recording recorder={recorder} />
        )}
        {text.trim() === '' ? (
          <RecordButton recorder={recorder} />
        ) : (
          <button
            type="submit"
            data-testid="phone-send"
            aria-label={words.send}
            className="grid size-10 shrink-0 place-items-center rounded-full bg-wa-accent text-white shadow-bubble hover:bg-[#095a49]"
          >
            <SendHorizontal size={18} aria-hidden="true" />
          </button>
        )}
      </div>
    </form>
  )
}

function DraftBar({
  wamid,
  kind,
  business,
  onLeave,
}: {
  wamid: string
  kind: 'reply' | 'edit'
  business: string
  onLeave: () => void
}) {
  const words = useWords()
  const target = findBubble(wamid)
  if (target === undefined) return null
  return (
    <div className="rise mb-1.5 flex items-center gap-2 rounded-[10px] border-l-[3px] border-wa-accent bg-white py-1 pr-1 pl-2.5 text-[12.5px]/4.5 shadow-bubble">
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-1 font-semibold text-wa-accent">
          {kind === 'edit' && <Pencil size={12} aria-hidden="true" className="shrink-0" />}
          <span className="truncate">
            {kind === 'edit'
              ? words.editing
              : words.replyingTo(target.from === 'customer' ? words.you : (target.writer?.name ?? business))}
          </span>
        </span>
        <span className="block truncate text-wa-ink-2">{previewOf(target, words)}</span>
      </span>
      <button
        type="button"
        aria-label={words.cancel}
        onClick={onLeave}
        className="grid size-7 shrink-0 place-items-center rounded-full hover:bg-black/5"
      >
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  )
}

/** Why nothing can be written here. */
const ClosedBar = ({ children }: { children: string }) => (
  <p
    data-testid="phone-closed"
    className="shrink-0 border-t border-wa-line bg-wa-bar px-6 pt-3 pb-5 text-center text-[12.5px]/4.5 text-balance text-wa-ink-2"
  >
    {children}
  </p>
)

function BlockedBar({ phone, number }: { phone: string; number: string }) {
  const words = useWords()
  return (
    <div className="flex shrink-0 flex-col items-center gap-1.5 border-t border-wa-line bg-wa-bar px-4 pt-2.5 pb-4 text-center text-[12.5px]/4.5 text-wa-ink-2">
      <p className="flex items-center gap-1.5">
        <Ban size={14} aria-hidden="true" className="shrink-0" /> {words.blockedNote}
      </p>
      <button
        type="button"
        onClick={() => void block(phone, number, false)}
        className="min-h-7 rounded-full px-3 font-semibold text-wa-accent hover:bg-black/5"
      >
        {words.unblock}
      </button>
    </div>
  )
}

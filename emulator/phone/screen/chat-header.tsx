import { BellOff, EllipsisVertical, Phone } from 'lucide-react'
import type { BusinessNumber } from '../control/types.ts'
import { actOnCall } from '../state/operate.ts'
import { useApp, useChat, useHasStopped } from '../state/store.ts'
import { useWords } from '../words/index.ts'
import { BackToChats } from './back-to-chats.tsx'
import { BusinessFace } from './business-face.tsx'

/** Who the customer is writing to. The arrow leads to the list of chats. */
export function ChatHeader({ number }: { number: BusinessNumber }) {
  const words = useWords()
  const chat = useChat()
  const typing = chat?.typing === true
  const call = chat?.call ?? null
  const phone = useApp((state) => state.phone)
  const stopped = useHasStopped()
  return (
    <header className="flex h-14 shrink-0 items-center gap-2.5 border-b border-wa-line px-1.5">
      <BackToChats />
      <BusinessFace number={number.id} className="size-9" />
      <div className="min-w-0 flex-1">
        <h2 className="truncate text-[15px]/5 font-semibold">{number.verifiedName}</h2>
        <p
          className={`truncate text-[12px]/4 ${typing ? 'font-medium text-wa-accent' : 'text-wa-ink-2'}`}
          aria-live="polite"
        >
          {typing ? words.typing : words.business}
        </p>
      </div>
      {stopped && (
        <BellOff size={16} role="img" aria-label={words.marketingStopped} className="shrink-0 text-wa-ink-2" />
      )}
      <button
        type="button"
        data-testid="phone-call"
        aria-label={words.callBusiness}
        title={words.callBusiness}
        disabled={call !== null}
        onClick={() => phone !== null && void actOnCall(phone, number.id, 'call')}
        className="grid size-9 shrink-0 place-items-center rounded-full hover:bg-black/5 disabled:opacity-40"
      >
        <Phone size={18} aria-hidden="true" />
      </button>
      <button
        type="button"
        data-testid="phone-business"
        aria-label={words.chatOptions}
        title={words.chatOptions}
        aria-haspopup="dialog"
        onClick={() => useApp.setState({ sheet: { kind: 'business' } })}
        className="grid size-9 shrink-0 place-items-center rounded-full hover:bg-black/5"
      >
        <EllipsisVertical size={18} aria-hidden="true" />
      </button>
    </header>
  )
}

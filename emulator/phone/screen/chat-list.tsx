import type { Phone } from '../control/types.ts'
import { pickNumber } from '../state/selection.ts'
import { useApp } from '../state/store.ts'
import { useEmulatorNow, useZone } from '../state/use-now.ts'
import { rowTime } from '../text/time.ts'
import { useLanguage, useWords } from '../words/index.ts'
import { BusinessFace } from './business-face.tsx'
import { Ticks } from './glyphs.tsx'
import { previewOf } from './preview.ts'

/** The business's numbers as this customer sees them: one chat each. */
export function ChatList({ phone }: { phone: Phone }) {
  const words = useWords()
  const language = useLanguage()
  const numbers = useApp((state) => state.numbers)
  const now = useEmulatorNow()
  const zone = useZone()
  return (
    <>
      <h2 className="shrink-0 px-4 pt-1 pb-3 text-[22px]/7 font-bold tracking-[-.015em]">{words.chats}</h2>
      <ul className="min-h-0 flex-1 overflow-y-auto bg-white">
        {numbers.map((number) => {
          const chat = phone.chats.find((entry) => entry.number === number.id)
          const last = chat?.last ?? null
          return (
            <li key={number.id} className="border-b border-wa-line/70">
              <button
                type="button"
                autoFocus={number.id === useApp.getState().number}
                onClick={() => pickNumber(number.id)}
                className="flex w-full items-center gap-3 px-4 py-2.5 text-left -outline-offset-2 hover:bg-wa-bar"
              >
                <BusinessFace number={number.id} className="size-11" />
                <span className="min-w-0 flex-1">
                  <span className="flex items-baseline justify-between gap-2">
                    <span className="truncate text-[14.5px]/5 font-semibold">{number.verifiedName}</span>
                    {last !== null && (
                      <span className="shrink-0 text-[11px] text-wa-ink-2 tabular-nums">
                        {rowTime(last.at, now, zone, language, words)}
                      </span>
                    )}
                  </span>
                  <span className="flex items-center gap-1 text-[12.5px]/4.5 text-wa-ink-2">
                    {last?.from === 'customer' && <Ticks status={last.status} />}
                    <span className="min-w-0 flex-1 truncate">
                      {last === null ? number.displayPhoneNumber : previewOf(last, words)}
                    </span>
                    {chat !== undefined && chat.unread > 0 && (
                      <span
                        className="rounded-full bg-wa-accent px-1.5 text-[11px]/4.5 font-semibold text-white tabular-nums"
                        aria-label={words.unread(chat.unread)}
                      >
                        {chat.unread}
                      </span>
                    )}
                  </span>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}

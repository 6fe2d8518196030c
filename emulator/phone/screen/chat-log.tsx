import { ArrowDown } from 'lucide-react'
import { Fragment, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Bubble, BusinessNumber, Phone, PhoneGroup } from '../control/types.ts'
import { chatKey, useApp, useChat } from '../state/store.ts'
import { useEmulatorNow, useZone } from '../state/use-now.ts'
import { dayKey, dayName } from '../text/time.ts'
import { useLanguage, useWords } from '../words/index.ts'
import { BubbleView } from './bubble.tsx'
import { TypingBubble } from './typing-bubble.tsx'
import { useMarkRead } from './use-mark-read.ts'

/** Shown at first, and added by each press of “earlier”. */
const pageSize = 80
/** Nearer to the end than this, the log follows new messages; further up, the reader is left in peace. */
const nearEndPx = 80

export function ChatLog({
  phone,
  number,
  group = null,
}: {
  phone: Phone
  number: BusinessNumber
  group?: PhoneGroup | null
}) {
  const words = useWords()
  const chat = useChat()
  const pending = useApp((state) => state.pending)
  const [pages, setPages] = useState(1)
  const log = useRef<HTMLDivElement>(null)
  const key = chatKey(phone.id, number.id, group?.id)
  useMarkRead(phone, number.id, group, chat)
  const blocked = group === null && phone.blocked.includes(number.id)
  const held = blocked || !phone.online

  const bubbles = useMemo(() => {
    const all = chat?.bubbles ?? []
    const known = new Set(all.map((bubble) => bubble.wamid))
    const arrived = all.filter((bubble) => held || !isOnItsWay(bubble))
    const waiting = pending.filter((entry) => entry.chat === key && !(entry.wamid !== null && known.has(entry.wamid)))
    return [...arrived, ...waiting.map((entry) => entry.bubble)]
  }, [chat, pending, key, held])
  const shown = bubbles.slice(-pageSize * pages)
  const below = useFollowEnd(log, bubbles, chat?.typing === true)

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={log}
        role="log"
        aria-label={words.messages}
        tabIndex={0}
        className="wall flex h-full flex-col overflow-y-auto overscroll-contain px-2.5 py-2.5 -outline-offset-2"
      >
        <div className="mt-auto" />
        {shown.length < bubbles.length && (
          <button
            type="button"
            onClick={() => setPages(pages + 1)}
            className="mx-auto mb-2 min-h-7 rounded-full bg-white px-3 text-[12px] font-medium text-wa-accent shadow-bubble"
          >
            {words.earlier}
          </button>
        )}
        {chat !== null && bubbles.length === 0 && (
          <p className="mx-auto mb-auto max-w-[240px] rounded-[10px] bg-[#fff8e1] px-3 py-2 text-center text-[12.5px]/4.5 text-[#54470f] shadow-bubble">
            {group === null ? words.noMessages : words.noGroupMessages}
          </p>
        )}
        <Days bubbles={shown} number={number} blocked={blocked} inGroup={group !== null} />
        {chat?.typing && <TypingBubble />}
      </div>
      {below.away && (
        <button
          type="button"
          onClick={below.toEnd}
          aria-label={below.count > 0 ? words.newBelow(below.count) : words.toEnd}
          className="enter absolute right-3 bottom-3 flex h-9 min-w-9 items-center justify-center gap-1 rounded-full bg-white px-2 text-[12px] font-semibold text-wa-accent shadow-menu"
        >
          {below.count > 0 && <span aria-hidden="true">{words.newBelow(below.count)}</span>}
          <ArrowDown size={16} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}

/** Accepted by Meta and not yet on the phone: shown only when something keeps it from arriving. */
const isOnItsWay = (bubble: Bubble): boolean =>
  bubble.from === 'business' && (bubble.status === 'waiting' || bubble.status === 'sent')

function Days({
  bubbles,
  number,
  blocked,
  inGroup,
}: {
  bubbles: Bubble[]
  number: BusinessNumber
  blocked: boolean
  inGroup: boolean
}) {
  const words = useWords()
  const language = useLanguage()
  const now = useEmulatorNow()
  const zone = useZone()
  return bubbles.map((bubble, index) => {
    const previous = bubbles[index - 1]
    const newDay = previous === undefined || dayKey(previous.at, zone) !== dayKey(bubble.at, zone)
    const firstOfRun = newDay || !isSameWriter(previous, bubble)
    return (
      <Fragment key={bubble.wamid}>
        {newDay && (
          <p className="mx-auto my-2 rounded-[7px] bg-white/90 px-2.5 py-1 text-[11.5px]/4 font-medium text-wa-ink-2 shadow-bubble">
            {dayName(bubble.at, now, zone, language, words)}
          </p>
        )}
        <BubbleView
          bubble={bubble}
          first={firstOfRun}
          business={number.verifiedName}
          blocked={blocked}
          group={inGroup ? number.id : null}
        />
      </Fragment>
    )
  })
}

const isSameWriter = (one: Bubble, other: Bubble): boolean =>
  one.from === other.from &&
  one.writer?.id === other.writer?.id &&
  (one.kind === 'group_line') === (other.kind === 'group_line')

/** Keeps the last message in sight while the reader is at the end, and counts what arrives while they are not. */
function useFollowEnd(log: React.RefObject<HTMLDivElement | null>, bubbles: Bubble[], typing: boolean) {
  const [away, setAway] = useState(false)
  const [count, setCount] = useState(0)
  const atEnd = useRef(true)
  const seen = useRef(bubbles.length)

  useLayoutEffect(() => {
    const added = bubbles.length - seen.current
    seen.current = bubbles.length
    if (atEnd.current || (added > 0 && bubbles.at(-1)?.from === 'customer')) scrollToEnd(log)
    else if (added > 0) setCount((before) => before + added)
  }, [bubbles, typing, log])

  useEffect(() => {
    const element = log.current
    if (element === null) return
    let top = element.scrollTop
    const onScroll = () => {
      const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < nearEndPx
      // Only a reader goes up: what grew since the log scrolled down by itself takes nobody from the end.
      if (isNear || element.scrollTop < top) atEnd.current = isNear
      top = element.scrollTop
      setAway(!atEnd.current)
      if (atEnd.current) setCount(0)
    }
    // A picture that loads late, or a keyboard that opens, changes the height without a scroll.
    const resized = new ResizeObserver(() => atEnd.current && scrollToEnd(log))
    element.addEventListener('scroll', onScroll, { passive: true })
    resized.observe(element)
    const loaded = () => atEnd.current && scrollToEnd(log)
    element.addEventListener('load', loaded, { capture: true })
    return () => {
      element.removeEventListener('scroll', onScroll)
      element.removeEventListener('load', loaded, { capture: true })
      resized.disconnect()
    }
  }, [log])
  return { away, count, toEnd: () => scrollToEnd(log) }
}

const scrollToEnd = (log: RefObject<HTMLElement | null>) => log.current?.scrollTo({ top: log.current.scrollHeight })

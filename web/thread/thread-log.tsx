import { Plural, useLingui } from '@lingui/react/macro'
import { ArrowDown } from 'lucide-react'
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import type { MessageId } from '#core/account/account.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import type { Message } from '#core/message/message.ts'
import { useNow } from '../feed/clock.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { dayName } from '../i18n/time-words.ts'
import type { Thread } from '../store/desk-state.ts'
import { loadOlder } from '../store/loaders.ts'
import { firstUnread, type Row, threadRows } from './rows.ts'
import { HistoryLine } from './history-line.tsx'
import { RowView } from './row-view.tsx'
import { Spoken } from './spoken.tsx'
import { useThreadContext } from './thread-context.tsx'

type Props = {
  readonly conversation: Conversation
  readonly thread: Thread
  readonly messages: readonly Message[]
  /** How many messages were unread when the thread was opened. */
  readonly unread: number
}
const NEAR_TOP_PX = 600
const AT_BOTTOM_PX = 48
const LIT_MS = 1_400

export function ThreadLog({ conversation, thread, messages, unread }: Props) {
  const { t } = useLingui()
  const { jump } = useThreadContext()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useRef<VirtualizerHandle>(null)
  const atBottom = useRef(true)
  const before = useRef<readonly Row[]>([])
  const [fresh, setFresh] = useState(0)
  const [far, setFar] = useState(false)
  const [topDay, setTopDay] = useState<number | null>(null)
  const [lit, setLit] = useState<string | null>(null)
  const [unreadFrom] = useState<MessageId | null>(() => firstUnread(messages, unread))
  const rows = useMemo(() => threadRows(messages, unreadFrom), [messages, unreadFrom])

  const prepended =
    before.current.length > 0 && rows.length > before.current.length && rows.at(-1)?.key === before.current.at(-1)?.key
  const toBottom = () => virtual.current?.scrollToIndex(rows.length - 1, { align: 'end' })

  const follow = useEffectEvent(() => {
    const known = before.current
    before.current = rows
    if (known.length === 0) {
      const start = rows.findIndex(({ kind }) => kind === 'unread')
      if (start > 0) virtual.current?.scrollToIndex(start, { align: 'start', offset: -60 })
      else toBottom()
      return
    }
    const last = rows.at(-1)
    if (last?.key === known.at(-1)?.key) return
    const mine = last?.kind === 'message' && last.message.direction === 'out'
    if (atBottom.current || mine) toBottom()
    else setFresh((count) => count + Math.max(0, rows.length - known.length))
  })
  useLayoutEffect(() => follow(), [rows])

  jump.current = (id) => {
    const index = rows.findIndex(
      (row) =>
        (row.kind === 'message' && row.message.messageId === id) ||
        (row.kind === 'album' && row.messages.some(({ messageId }) => messageId === id)),
    )
    if (index < 0) return
    virtual.current?.scrollToIndex(index, { align: 'center' })
    setLit(id)
    setTimeout(() => setLit(null), LIT_MS)
  }

  const onScroll = (offset: number) => {
    const handle = virtual.current
    if (!handle) return
    atBottom.current = handle.scrollSize - offset - handle.viewportSize < AT_BOTTOM_PX
    setFar(!atBottom.current)
    if (atBottom.current) setFresh(0)
    if (offset < NEAR_TOP_PX) void loadOlder(conversation.conversationId)
    const top = rows[handle.findItemIndex(offset + 8)]
    const isDayNear = top?.kind === 'day' || rows[handle.findItemIndex(offset + 48)]?.kind === 'day'
    setTopDay(
      atBottom.current || isDayNear || !top || top.kind === 'unread' || top.kind === 'history' ? null : dayOf(top),
    )
  }

  useEffect(() => {
    const onResize = () => atBottom.current && toBottom()
    const observer = new ResizeObserver(onResize)
    if (scroller.current) observer.observe(scroller.current)
    return () => observer.disconnect()
  })

  return (
    <div className="relative min-h-0 flex-1 thread-ground">
      {topDay !== null && (
        <div className="pointer-events-none absolute inset-x-0 top-2 z-10 flex justify-center">
          <Day at={topDay} />
        </div>
      )}
      <div
        ref={scroller}
        role="log"
        aria-live="off"
        aria-label={t`Mensajes`}
        tabIndex={0}
        className="flex h-full flex-col overflow-y-auto overscroll-contain [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <span className="grow" />
        <Virtualizer
          ref={virtual}
          scrollRef={scroller}
          data={rows}
          shift={prepended}
          bufferSize={600}
          onScroll={onScroll}
          onResize={() => atBottom.current && toBottom()}
        >
          {(row, index) => (
            <div key={row.key} className={index === rows.length - 1 ? 'pb-4' : index === 0 ? 'pt-3' : ''}>
              {row.kind === 'day' ? (
                <div className="flex justify-center py-2.5">
                  <Day at={row.at} />
                </div>
              ) : row.kind === 'unread' ? (
                <UnreadLine />
              ) : row.kind === 'history' ? (
                <HistoryLine isOver={row.isOver} />
              ) : (
                <RowView row={row} lit={lit} />
              )}
            </div>
          )}
        </Virtualizer>
      </div>
      {far && (
        <button
          type="button"
          onClick={() => {
            setFresh(0)
            toBottom()
          }}
          className="absolute right-4 bottom-3 z-10 flex h-8 items-center gap-1.5 rounded-full border border-border bg-raised px-3 text-xs font-semibold text-text shadow-2 appear"
        >
          {fresh > 0 && <Plural value={fresh} one="# nuevo" many="# de nuevos" other="# nuevos" />}
          <ArrowDown size={14} aria-hidden />
          <span className="sr-only">{t`Ir al final`}</span>
        </button>
      )}
      <Spoken messages={messages} />
      {thread.loadingOlder && <span className="sr-only">{t`Cargando mensajes anteriores`}</span>}
    </div>
  )
}

const dayOf = (row: Row): number =>
  row.kind === 'day'
    ? row.at
    : row.kind === 'album'
      ? (row.messages[0]?.at ?? 0)
      : row.kind === 'unread' || row.kind === 'history'
        ? 0
        : row.message.at

function Day({ at }: { readonly at: number }) {
  const { t } = useLingui()
  const now = useNow()
  return (
    <span className="rounded-full bg-surface px-3 py-0.5 text-xs font-medium text-text-2 shadow-1">
      {dayName(at, now, formatLocale(), { today: t`Hoy`, yesterday: t`Ayer` })}
    </span>
  )
}

function UnreadLine() {
  const { t } = useLingui()
  return (
    <div className="flex items-center gap-3 px-5 py-2 text-xs font-semibold text-accent" role="separator">
      <span className="h-px flex-1 bg-accent/40" />
      {t`Sin leer`}
      <span className="h-px flex-1 bg-accent/40" />
    </div>
  )
}

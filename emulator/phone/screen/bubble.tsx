import { Ban, ChevronDown, Forward, Megaphone, Phone as PhoneIcon } from 'lucide-react'
import { memo, type PointerEvent, type ReactNode, useRef } from 'react'
import type { Bubble } from '../control/types.ts'
import { discard, retry } from '../state/send.ts'
import { findBubble, useApp } from '../state/store.ts'
import { useZone } from '../state/use-now.ts'
import { clockTime } from '../text/time.ts'
import { useWords } from '../words/index.ts'
import { CardStrip } from './card-strip.tsx'
import { CardActions } from './card-view.tsx'
import { contentOf, isForwarded, referralOf } from './content.ts'
import { ContentView } from './content-view.tsx'
import { Ticks } from './glyphs.tsx'
import { callLine, groupLine, previewOf } from './preview.ts'
import { InkedName, WriterFace, WriterName } from './writers.tsx'

const longPressMs = 450

/**
 * One message with all that hangs on it. `first` of a run carries the corner that points at its writer; `group`: the number
 * of the business in a group, where every run says who wrote it.
 */
export const BubbleView = memo(function BubbleView({
  bubble,
  first,
  business,
  blocked,
  group = null,
}: {
  bubble: Bubble
  first: boolean
  business: string
  blocked: boolean
  group?: string | null
}) {
  const words = useWords()
  const pending = useApp((state) => state.pending.find((entry) => entry.id === bubble.wamid))
  const content = contentOf(bubble)
  const own = bubble.from === 'customer'
  const press = useLongPress(() => useApp.setState({ sheet: { kind: 'bubble', wamid: bubble.wamid } }))

  if (content.kind === 'call' || content.kind === 'call-reminder') {
    return (
      <p
        data-testid="phone-call-line"
        className="mx-auto my-1.5 flex items-center gap-1.5 rounded-[7px] bg-white/90 px-2.5 py-1 text-[12px]/4 text-wa-ink-2 shadow-bubble"
      >
        <PhoneIcon size={13} aria-hidden="true" className="shrink-0" /> {callLine(content, words)}
      </p>
    )
  }
  if (content.kind === 'group-line') {
    return (
      <p
        data-testid="phone-group-line"
        className="mx-auto my-1.5 max-w-[88%] rounded-[7px] bg-white/90 px-2.5 py-1 text-center text-[12px]/4 text-wa-ink-2 shadow-bubble wrap-anywhere"
      >
        {groupLine(content, words)}
      </p>
    )
  }
  if (content.kind === 'system') {
    return (
      <p className="mx-auto my-1.5 rounded-[7px] bg-[#fff8e1] px-2.5 py-1 text-center text-[12px]/4 text-[#54470f]">
        {content.text || words.systemMessage}
      </p>
    )
  }
  const ghost = !own && (bubble.status === 'waiting' || bubble.status === 'sent' || bubble.status === 'failed')
  const bare = content.kind === 'sticker' && !bubble.revoked
  const meta = (
    <Meta
      bubble={bubble}
      sending={pending !== undefined && pending.problem === null}
      failed={pending?.problem != null}
    />
  )
  const skin = bare
    ? ''
    : ghost
      ? 'border border-dashed border-wa-ink-2/60 bg-white/45'
      : `shadow-bubble ${own ? 'bg-wa-out' : 'bg-wa-in'}`

  return (
    <div
      data-testid="phone-bubble"
      data-wamid={pending?.wamid ?? bubble.wamid}
      data-status={pending?.problem != null ? 'failed' : bubble.status}
      data-from={bubble.from}
      className={`group relative flex flex-col ${own ? 'max-w-[84%] items-end self-end' : `items-start self-start ${group === null ? 'max-w-[84%]' : 'max-w-[90%] pl-[34px]'}`} ${first ? 'mt-2' : 'mt-0.5'}`}
    >
      {group !== null && !own && first && (
        <span className="absolute top-0 left-0">
          <WriterFace bubble={bubble} number={group} />
        </span>
      )}
      <div className={`flex min-w-0 max-w-full flex-col ${content.kind === 'card' ? 'min-w-[200px]' : ''}`}>
        <div
          {...(pending === undefined ? press : {})}
          className={`relative min-w-0 rounded-[10px] px-2 py-1.5 text-[14px]/[19px] break-words ${skin} ${first ? (own ? 'rounded-tr-[2px]' : 'rounded-tl-[2px]') : ''}`}
        >
          {group !== null && !own && first ? (
            <WriterName bubble={bubble} business={business} />
          ) : (
            <span className="sr-only">{own ? words.you : (bubble.writer?.name ?? business)}: </span>
          )}
          {bubble.revoked ? (
            <p className="flex items-center gap-1.5 text-wa-ink-2 italic">
              <Ban size={14} aria-hidden="true" className="shrink-0" />
              <span>
                {own ? words.revokedByYou : words.revoked}
                <Tail>{meta}</Tail>
              </span>
            </p>
          ) : (
            <>
              {isForwarded(bubble) && (
                <p className="flex items-center gap-1 text-[11.5px]/4 text-wa-ink-2 italic">
                  <Forward size={13} aria-hidden="true" /> {words.forwarded}
                </p>
              )}
              <Referral bubble={bubble} />
              {bubble.replyTo !== null && <Quote wamid={bubble.replyTo} business={business} />}
              <ContentView bubble={bubble} content={content} tail={<Tail>{meta}</Tail>} />
            </>
          )}
          <span className={`absolute right-2 bottom-1 ${bare ? 'rounded-full bg-white/85 px-1.5' : ''}`}>{meta}</span>
          {pending === undefined && !bubble.revoked && <OptionsButton wamid={bubble.wamid} own={own} />}
        </div>
        {content.kind === 'card' && !bubble.revoked && !ghost && <CardActions bubble={bubble} card={content.card} />}
      </div>
      {content.kind === 'card' && content.card.cards.length > 0 && !bubble.revoked && !ghost && (
        <CardStrip bubble={bubble} cards={content.card.cards} />
      )}
      <Reactions bubble={bubble} />
      {ghost && bubble.status === 'failed' && <Trouble>{`${words.neverArrived}${reason(bubble)}`}</Trouble>}
      {ghost && bubble.status !== 'failed' && (
        <p className="mt-0.5 px-1 text-[11.5px]/4 text-wa-ink-2">{blocked ? words.heldByBlock : words.waitsAtMeta}</p>
      )}
      {own && bubble.status === 'failed' && <Trouble>{`${words.notSent}${reason(bubble)}`}</Trouble>}
      {pending?.problem != null && (
        <div role="alert" className="mt-1 flex flex-wrap items-center justify-end gap-1 text-[12px]/4">
          <Trouble>{`${words.notSent}: ${pending.problem}`}</Trouble>
          <SmallButton onClick={() => retry(pending.id)}>{words.retry}</SmallButton>
          <SmallButton onClick={() => discard(pending.id)}>{words.discard}</SmallButton>
        </div>
      )}
    </div>
  )
})

const reason = (bubble: Bubble) => (bubble.error === null ? '' : ` · ${bubble.error.code} ${bubble.error.title}`)

const Trouble = ({ children }: { children: ReactNode }) => (
  <p className="mt-0.5 max-w-full px-1 text-[11.5px]/4 font-medium wrap-anywhere text-wa-danger">{children}</p>
)

const SmallButton = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => (
  <button
    type="button"
    onClick={onClick}
    className="min-h-6 rounded-full bg-white px-2 font-semibold text-wa-accent shadow-bubble"
  >
    {children}
  </button>
)

/** Room for the time on the last line: an invisible twin that wraps with the words. */
const Tail = ({ children }: { children: ReactNode }) => (
  <span aria-hidden="true" className="invisible ml-2 inline-block h-0 align-bottom">
    {children}
  </span>
)

function Meta({ bubble, sending, failed }: { bubble: Bubble; sending: boolean; failed: boolean }) {
  const words = useWords()
  const zone = useZone()
  return (
    <span className="inline-flex items-center gap-1 text-[11px]/4 whitespace-nowrap text-wa-ink-2 tabular-nums">
      {bubble.edited && !bubble.revoked && <span>{words.edited}</span>}
      <span>{clockTime(bubble.at, zone)}</span>
      {bubble.from === 'customer' && !bubble.revoked && (
        <Ticks status={failed ? 'failed' : bubble.status} sending={sending} />
      )}
    </span>
  )
}

function OptionsButton({ wamid, own }: { wamid: string; own: boolean }) {
  const words = useWords()
  return (
    <button
      type="button"
      aria-label={words.options}
      aria-haspopup="dialog"
      onClick={() => useApp.setState({ sheet: { kind: 'bubble', wamid } })}
      className={`absolute top-1/2 z-[1] grid size-6 -translate-y-1/2 place-items-center rounded-full bg-white/80 text-wa-ink-2 opacity-0 group-hover:opacity-100 hover:bg-white focus-visible:opacity-100 ${own ? 'right-full mr-1' : 'left-full ml-1'}`}
    >
      <ChevronDown size={16} aria-hidden="true" />
    </button>
  )
}

function Quote({ wamid, business }: { wamid: string; business: string }) {
  const words = useWords()
  const quoted = findBubble(wamid)
  if (quoted === undefined) return null
  return (
    <div className="mb-1 min-w-0 overflow-hidden rounded-[6px] border-l-[3px] border-wa-accent bg-black/5 px-2 py-1 text-[12.5px]/4.5">
      <p className="truncate font-semibold text-wa-accent">
        {quoted.from === 'customer' ? words.you : quoted.writer == null ? business : <InkedName {...quoted.writer} />}
      </p>
      <p className="line-clamp-2 text-wa-ink-2">{previewOf(quoted, words)}</p>
    </div>
  )
}

function Referral({ bubble }: { bubble: Bubble }) {
  const referral = referralOf(bubble)
  if (referral === null) return null
  return (
    <div className="mb-1 flex gap-2 rounded-[6px] bg-black/5 p-2 text-[12.5px]/4.5">
      <Megaphone size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-wa-accent" />
      <span className="min-w-0">
        <span className="block font-semibold">{referral.headline}</span>
        <span className="text-wa-ink-2">{referral.body}</span>
      </span>
    </div>
  )
}

function Reactions({ bubble }: { bubble: Bubble }) {
  const words = useWords()
  if (bubble.reactions.length === 0 || bubble.revoked) return null
  const emojis = bubble.reactions.map((reaction) => reaction.emoji)
  return (
    <span
      role="img"
      aria-label={`${words.reactions}: ${emojis.join(' ')}`}
      className={`z-[1] -mt-1 flex h-6 items-center gap-0.5 rounded-full border border-wa-line bg-white px-1.5 text-[13px]/none shadow-bubble ${bubble.from === 'customer' ? 'mr-1' : 'ml-1'}`}
    >
      {[...new Set(emojis)].join('')}
      {emojis.length > new Set(emojis).size && (
        <span className="pl-0.5 text-[11px] text-wa-ink-2">{emojis.length}</span>
      )}
    </span>
  )
}

/** A long touch or the context-menu gesture. */
function useLongPress(open: () => void) {
  const timer = useRef(0)
  const stop = () => window.clearTimeout(timer.current)
  return {
    onContextMenu: (event: { preventDefault: () => void; target: EventTarget }) => {
      if (event.target instanceof Element && event.target.closest('a') !== null) return
      event.preventDefault()
      open()
    },
    onPointerDown: (event: PointerEvent) => {
      stop()
      if (event.pointerType === 'touch') timer.current = window.setTimeout(open, longPressMs)
    },
    onPointerUp: stop,
    onPointerMove: (event: PointerEvent) => {
      if (Math.abs(event.movementX) + Math.abs(event.movementY) > 4) stop()
    },
    onPointerCancel: stop,
  }
}

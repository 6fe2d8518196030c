import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Keys } from './keys.tsx'

type Side = 'top' | 'bottom' | 'right'
type Props = {
  readonly text?: string | undefined
  readonly keys?: string | undefined
  /** Instead of a text: something richer. */
  readonly card?: ReactNode | undefined
  readonly side?: Side
  readonly delayMs?: number
  readonly children: ReactNode
}

/** Says more about what is under the pointer or has the focus. Never the only place something is said. */
export function Tip({ text, keys, card, side = 'top', delayMs = 450, children }: Props) {
  const anchor = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const show = (after: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setOpen(true), after)
  }
  const hide = () => {
    clearTimeout(timer.current)
    setOpen(false)
  }
  return (
    <span
      ref={anchor}
      className="contents"
      onPointerEnter={(event) => event.pointerType === 'mouse' && show(delayMs)}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && show(120)}
      onBlur={hide}
    >
      {children}
      {open && <Bubble anchor={anchor.current} side={side} text={text} keys={keys} card={card} />}
    </span>
  )
}

type BubbleProps = Pick<Props, 'text' | 'keys' | 'card'> & { readonly anchor: HTMLElement | null; readonly side: Side }

function Bubble({ anchor, side, text, keys, card }: BubbleProps) {
  const ref = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)
  useLayoutEffect(() => {
    const bubble = ref.current
    const target = anchor?.firstElementChild
    if (!bubble || !target) return
    const put = () => setPlace(placed(target.getBoundingClientRect(), bubble.getBoundingClientRect(), side))
    put()
    // A card may come after its frame, and grow while it is read.
    const sizes = new ResizeObserver(put)
    sizes.observe(bubble)
    return () => sizes.disconnect()
  }, [anchor, side])
  return createPortal(
    <div
      ref={ref}
      role="tooltip"
      style={place ?? { left: -9999, top: -9999 }}
      className={
        card
          ? 'fixed z-50 rounded-lg border border-border bg-raised p-3 text-xs text-text shadow-2 appear empty:invisible'
          : 'fixed z-50 flex items-center gap-2 rounded-md bg-text px-2 py-1 text-xs font-medium text-canvas shadow-2'
      }
    >
      {card ?? text}
      {keys && <Keys of={keys} dark />}
    </div>,
    document.body,
  )
}

function placed(target: DOMRect, own: DOMRect, side: Side): { left: number; top: number } {
  const gap = 6
  const clampX = (x: number) => Math.min(Math.max(8, x), window.innerWidth - own.width - 8)
  if (side === 'right') {
    return { left: target.right + gap, top: target.top + (target.height - own.height) / 2 }
  }
  const left = clampX(target.left + (target.width - own.width) / 2)
  const above = target.top - own.height - gap
  const below = target.bottom + gap
  const fitsBelow = below + own.height < window.innerHeight
  return { left, top: side === 'top' ? (above > 8 ? above : below) : fitsBelow ? below : above }
}

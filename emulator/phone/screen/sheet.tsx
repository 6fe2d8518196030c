import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useApp } from '../state/store.ts'
import { useWords } from '../words/index.ts'

const close = () => useApp.setState({ sheet: null })

/** A panel that rises inside the phone. The chat under it is inert; Escape and the veil close it; focus goes back. */
export function Sheet({ title, children }: { title: string; children: ReactNode }) {
  const words = useWords()
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus()
    return () => {
      // The chat is still inert while this runs.
      if (before instanceof HTMLElement)
        requestAnimationFrame(
          () => before.isConnected && document.activeElement === document.body && before.focus({ preventScroll: true }),
        )
    }
  }, [])
  return (
    <div
      className="absolute inset-0 z-20 flex flex-col justify-end"
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div className="enter absolute inset-0 bg-[#0b141a73]" onClick={close} />
      <div
        ref={panel}
        role="dialog"
        aria-modal="true"
        aria-label={title}
        tabIndex={-1}
        className="rise relative flex max-h-[85%] flex-col rounded-t-[18px] bg-white pb-3 shadow-menu outline-none"
      >
        <div className="flex h-12 shrink-0 items-center justify-between pr-2 pl-4">
          <h3 className="truncate text-[15px] font-semibold">{title}</h3>
          <button
            type="button"
            onClick={close}
            aria-label={words.close}
            className="grid size-8 place-items-center rounded-full hover:bg-black/5"
          >
            <X size={18} aria-hidden="true" />
          </button>
        </div>
        <div className="min-h-0 overflow-y-auto px-3">{children}</div>
      </div>
    </div>
  )
}

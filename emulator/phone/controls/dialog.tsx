import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useApp } from '../state/store.ts'
import { useWords } from '../words/index.ts'

const close = () => useApp.setState({ dialog: null })

/** A modal of the browser's own: focus, Escape and the page behind it are taken care of. */
export function DialogBox({ title, children }: { title: string; children: ReactNode }) {
  const words = useWords()
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = box.current
    const before = document.activeElement
    element?.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <dialog
      ref={box}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClick={(event) => event.target === box.current && close()}
      className="rise m-auto mb-3 max-h-[min(620px,calc(100dvh-24px))] w-[min(380px,calc(100vw-24px))] rounded-[10px] border border-border bg-raised p-0 text-text shadow-[0_16px_48px_#0b141a33] sm:mb-auto"
    >
      <div className="flex max-h-[inherit] flex-col">
        <div className="flex h-12 shrink-0 items-center justify-between border-b border-border pr-2 pl-4">
          <h2 className="text-[15px] font-semibold">{title}</h2>
          <button
            type="button"
            onClick={close}
            aria-label={words.close}
            className="grid size-8 place-items-center rounded-[6px] text-text-2 hover:bg-selected"
          >
            <X size={18} aria-hidden="true" />
          </button>
        </div>
        <div className="min-h-0 overflow-y-auto p-4">{children}</div>
      </div>
    </dialog>
  )
}

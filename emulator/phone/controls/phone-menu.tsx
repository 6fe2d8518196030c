import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from '../words/index.ts'
import { PhoneList } from './phone-list.tsx'

/** A button that drops the list of phones over the one shown. */
export function PhoneMenu({ label }: { label: ReactNode }) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!open) return
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', onPointer)
    return () => document.removeEventListener('pointerdown', onPointer)
  }, [open])
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <div
      ref={box}
      className="flex min-w-0 flex-1"
      onKeyDown={(event) => event.key === 'Escape' && open && close()}
      onBlur={(event) => event.relatedTarget !== null && !box.current?.contains(event.relatedTarget) && setOpen(false)}
    >
      <button
        ref={button}
        type="button"
        data-testid="phone-switch"
        aria-expanded={open}
        title={words.switchPhone}
        onClick={() => setOpen(!open)}
        className="-ml-1.5 flex min-h-8 min-w-0 items-center gap-1 rounded-[6px] px-1.5 hover:bg-selected"
      >
        {label}
      </button>
      {open && (
        <div className="rise absolute inset-x-0 top-10 z-40 flex max-h-[min(420px,70vh)] flex-col overflow-hidden rounded-[8px] border border-border bg-raised shadow-[0_6px_20px_#0b141a1f]">
          <PhoneList onChosen={close} autoFocus />
        </div>
      )}
    </div>
  )
}

import type { ReactNode } from 'react'

type ControlButtonProps = {
  testId?: string
  glyph?: ReactNode
  pressed?: boolean
  popup?: boolean
  disabled?: boolean
  onClick: () => void
  children: ReactNode
}

/** One thing to do around the phone; `pressed` makes it a switch that says its state. */
export function ControlButton({ testId, glyph, pressed, popup, disabled, onClick, children }: ControlButtonProps) {
  return (
    <button
      type="button"
      data-testid={testId}
      aria-pressed={pressed}
      aria-haspopup={popup ? 'dialog' : undefined}
      disabled={disabled}
      onClick={onClick}
      className={`flex min-h-8 items-center gap-2 rounded-[6px] border border-border bg-surface px-2 py-1 text-[13px]/4.5 font-medium text-text transition-colors duration-100 hover:border-control disabled:opacity-50 aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-on-accent ${glyph === undefined ? 'justify-center' : 'min-h-10 px-3'}`}
    >
      {glyph !== undefined && <span className="shrink-0 opacity-80">{glyph}</span>}
      {children}
    </button>
  )
}

import type { ReactNode } from 'react'

/** A line of a sheet that does one thing. */
export function SheetItem({
  glyph,
  danger = false,
  onClick,
  children,
}: {
  glyph: ReactNode
  danger?: boolean
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      onClick={onClick}
      className={`flex min-h-11 w-full items-center gap-3 rounded-[8px] px-1.5 text-left text-[14px] font-medium hover:bg-wa-bar ${danger ? 'text-wa-danger' : ''}`}
    >
      <span aria-hidden="true" className={danger ? '' : 'text-wa-ink-2'}>
        {glyph}
      </span>
      {children}
    </button>
  )
}

import type { ReactNode } from 'react'

type Props = {
  readonly label: string
  readonly onClick: () => void
  readonly focus?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** A button on the dark ground of a viewer. */
export function ViewerTool({ label, onClick, focus = false, className = '', children }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      autoFocus={focus}
      onClick={onClick}
      className={`flex size-9 items-center justify-center rounded-md hover:bg-white/12 ${className}`}
    >
      {children}
    </button>
  )
}

import type { ReactNode } from 'react'

type Props = {
  readonly icon: ReactNode
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** The middle of an empty or failed pane: what would be here, and one thing to do. */
export function Notice({ icon, title, children, action }: Props) {
  return (
    <div className="flex size-full flex-col items-center justify-center gap-1 px-8 py-10 text-center">
      <span className="mb-2 flex size-11 items-center justify-center rounded-full bg-chip text-text-3">{icon}</span>
      <p className="text-md font-semibold text-text">{title}</p>
      {children && <div className="max-w-72 text-sm text-balance text-text-2">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}

import type { ReactNode } from 'react'

/** A button of ours, as the contact sees it: a row under a hairline. */
export function ActionRow({ children, icon }: { readonly children: ReactNode; readonly icon?: ReactNode }) {
  return (
    <div className="flex min-h-9 items-center justify-center gap-1.5 border-t border-bubble-out-line px-3 py-1.5 text-sm font-semibold text-link">
      {icon}
      {children}
    </div>
  )
}

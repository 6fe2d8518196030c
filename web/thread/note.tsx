import type { ReactNode } from 'react'

type NoteProps = { readonly icon: ReactNode; readonly tone: 'danger' | 'warn'; readonly children: ReactNode }

/** A remark under a bubble that needs somebody's attention. */
export function Note({ icon, tone, children }: NoteProps) {
  return (
    <div
      className={`mt-1 flex max-w-[min(420px,82%)] items-start gap-2 rounded-lg px-2.5 py-2 text-xs ${tone === 'danger' ? 'bg-danger-soft text-danger' : 'bg-warn-soft text-warn'}`}
    >
      <span className="shrink-0">{icon}</span>
      <div className="min-w-0">{children}</div>
    </div>
  )
}

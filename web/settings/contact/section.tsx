import type { ReactNode } from 'react'

type Props = {
  readonly title: string
  readonly hint?: ReactNode
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A part of the page with its name, and what belongs to it in a frame. */
export function Section({ title, hint, aside, children }: Props) {
  return (
    <section>
      <div className="flex items-end gap-4 pb-2 max-md:flex-col max-md:items-stretch">
        <div className="min-w-0 flex-1">
          <h2 className="text-md font-semibold">{title}</h2>
          {hint && <p className="text-sm text-text-2">{hint}</p>}
        </div>
        {aside}
      </div>
      <div className="overflow-hidden rounded-lg border border-border bg-surface">{children}</div>
    </section>
  )
}

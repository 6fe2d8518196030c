import { type ReactNode, useId } from 'react'

type Props = {
  readonly title: string
  readonly hint?: ReactNode
  readonly children: ReactNode
  /** For links that lead to it. */
  readonly id?: string
}

/** A part of the page: its name, what it is for, and what belongs to it. */
export function Part({ title, hint, children, id: anchor }: Props) {
  const id = useId()
  return (
    <section id={anchor} aria-labelledby={id} className="scroll-mt-4">
      <h2 id={id} className="text-md font-semibold">
        {title}
      </h2>
      {hint && <p className="text-sm text-pretty text-text-2">{hint}</p>}
      <div className="mt-2 rounded-lg border border-border bg-surface px-4 py-4">{children}</div>
    </section>
  )
}

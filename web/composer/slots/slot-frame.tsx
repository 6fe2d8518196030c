import type { ReactNode } from 'react'

type Props = {
  readonly label: string
  readonly keyOfSlot: string
  readonly problem: string | null
  readonly hint?: ReactNode
  /** Says what the label stands for when several inputs lie in the frame. */
  readonly children: ReactNode
}

/** The name of a slot, its inputs, and below them what is wrong or worth knowing. */
export function SlotFrame({ label, keyOfSlot, problem, hint, children }: Props) {
  return (
    <fieldset
      data-slot={keyOfSlot}
      data-invalid={problem === null ? undefined : ''}
      className="flex min-w-0 flex-col gap-1"
    >
      <legend className="pb-1 text-xs font-semibold text-text-2">{label}</legend>
      {children}
      {problem !== null ? (
        <p role="alert" className="text-xs font-medium text-danger">
          {problem}
        </p>
      ) : (
        hint && <p className="text-xs text-text-3">{hint}</p>
      )}
    </fieldset>
  )
}

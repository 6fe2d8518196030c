import type { ReactNode } from 'react'
import { cx } from '../../kit/cx.ts'

type Props = {
  readonly label: ReactNode
  readonly htmlFor?: string | undefined
  /** Characters written, and how many fit; shown from the first on. */
  readonly count?: number
  readonly max?: number
  readonly hint?: ReactNode
  readonly hintId?: string
  readonly className?: string
  readonly children: ReactNode
}

/** A part of the form with its name above, how much of it is used, and a word below. */
export function Labelled({ label, htmlFor, count, max, hint, hintId, className, children }: Props) {
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <span className="flex min-h-5 items-baseline justify-between gap-2 text-xs font-semibold text-text-2">
        {htmlFor === undefined ? <span>{label}</span> : <label htmlFor={htmlFor}>{label}</label>}
        {max !== undefined && count !== undefined && (
          <span
            className={cx(
              'font-[450] tabular',
              count > max ? 'font-semibold text-danger' : count > max * 0.9 ? 'text-warn' : 'text-text-3',
            )}
          >
            {count}/{max}
          </span>
        )}
      </span>
      {children}
      {hint && (
        <p id={hintId} className="text-xs text-text-3">
          {hint}
        </p>
      )}
    </div>
  )
}

/** A select in the look of the other inputs. */
export const selectLook =
  'h-9.5 w-full appearance-none rounded-sm border border-control bg-surface bg-[url("data:image/svg+xml,%3Csvg%20xmlns=%27http://www.w3.org/2000/svg%27%20width=%2712%27%20height=%2712%27%20fill=%27none%27%20stroke=%27%237f8c87%27%20stroke-width=%271.75%27%3E%3Cpath%20d=%27m2.5%204.5%203.5%203.5%203.5-3.5%27/%3E%3C/svg%3E")] bg-[position:right_10px_center] bg-no-repeat pr-8 pl-2.5 text-md text-text outline-none focus:border-focus focus:ring-1 focus:ring-focus'

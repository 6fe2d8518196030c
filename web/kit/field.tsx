import type { InputHTMLAttributes, ReactNode } from 'react'
import { useId } from 'react'
import { cx } from './cx.ts'

export const inputLook =
  'w-full rounded-sm border border-control bg-surface px-2.5 text-md text-text outline-none transition-shadow focus:border-focus focus:ring-1 focus:ring-focus aria-invalid:border-danger'

type Props = InputHTMLAttributes<HTMLInputElement> & {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | null | undefined
  readonly testId?: string
  /** Stands at the end of the line, inside the frame. */
  readonly trailing?: ReactNode
}

export function Field({ label, hint, error, testId, trailing, className, ...input }: Props) {
  const id = useId()
  return (
    <div className={cx('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="text-xs font-semibold text-text-2">
        {label}
      </label>
      <span className="relative flex">
        <input
          {...input}
          id={id}
          data-testid={testId}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || hint ? `${id}-more` : undefined}
          className={cx(inputLook, 'h-9', trailing !== undefined && 'pr-10')}
        />
        {trailing !== undefined && <span className="absolute inset-y-0 right-0.5 flex items-center">{trailing}</span>}
      </span>
      {(error || hint) && (
        <p id={`${id}-more`} className={cx('text-xs', error ? 'font-medium text-danger' : 'text-text-3')}>
          {error ?? hint}
        </p>
      )}
    </div>
  )
}

import { type ReactNode, useId } from 'react'
import { cx } from '../../kit/cx.ts'
import { inputLook } from '../../kit/field.tsx'
import { useChecked } from '../use-built.ts'
import { useMisfitWords } from '../use-misfit-words.ts'

type Props = {
  /** The part of the content, as the check names it. */
  readonly field: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** UTF-16 units; counted while somebody writes. Absent: nothing is counted. */
  readonly max?: number
  readonly rows?: number
  readonly placeholder?: string
  readonly hint?: ReactNode
  readonly type?: 'text' | 'tel' | 'email' | 'url'
  readonly mode?: 'decimal' | 'numeric'
  readonly autoFocus?: boolean
  readonly className?: string
}

/** A field with its count and, beside it, what is wrong with it. More than fits can be typed: it is said, not cut off. */
export function TextPart({ field, label, value, onChange, max, rows, hint, className, mode, ...rest }: Props) {
  const id = useId()
  const { misfit, leave } = useChecked()
  const words = useMisfitWords()
  const wrong = misfit(field)
  const shared = {
    ...rest,
    id,
    value,
    dir: 'auto' as const,
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': wrong || hint ? `${id}-more` : undefined,
    onBlur: () => leave(field),
  }
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <span className="flex items-baseline justify-between gap-2 text-xs">
        <label htmlFor={id} className="font-semibold text-text-2">
          {label}
        </label>
        {max !== undefined && (
          <span className={cx('tabular', value.length > max ? 'font-semibold text-danger' : 'text-text-3')}>
            {value.length}/{max}
          </span>
        )}
      </span>
      {rows === undefined ? (
        <input
          {...shared}
          inputMode={mode}
          onChange={({ target }) => onChange(target.value)}
          className={cx(inputLook, 'h-9 max-md:h-11')}
        />
      ) : (
        <textarea
          {...shared}
          rows={rows}
          onChange={({ target }) => onChange(target.value)}
          className={cx(inputLook, 'resize-y py-2 leading-5.5')}
        />
      )}
      {(wrong || hint) && (
        <p id={`${id}-more`} className={cx('text-xs', wrong ? 'font-medium text-danger' : 'text-text-3')}>
          {wrong ? words(wrong) : hint}
        </p>
      )}
    </div>
  )
}

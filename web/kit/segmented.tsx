import type { ReactNode } from 'react'
import { cx } from './cx.ts'

type Choice<Value extends string> = { readonly value: Value; readonly name: string; readonly icon?: ReactNode }
type Props<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly choices: readonly Choice<Value>[]
  readonly onChange: (value: Value) => void
  readonly place?: string
  readonly small?: boolean
}

/** One of a few, side by side; arrows go from one to the next, as with any radio buttons. */
export function Segmented<Value extends string>({ label, value, choices, onChange, place, small }: Props<Value>) {
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className="flex w-fit max-w-full flex-wrap gap-0.5 rounded-md border border-border bg-chip p-0.5"
    >
      {choices.map((choice, index) => (
        <label
          key={choice.value}
          className={cx(
            'flex items-center gap-1.5 rounded-sm font-medium whitespace-nowrap transition-colors duration-90 has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus',
            small ? 'h-6 px-2 text-xs' : 'h-7 px-2.5 text-sm',
            choice.value === value
              ? 'bg-surface font-semibold text-text shadow-1 dark:bg-selected dark:text-accent'
              : 'text-text-2 hover:text-text',
          )}
        >
          <input
            type="radio"
            name={label}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="sr-only"
            data-place={index === 0 ? place : undefined}
          />
          {choice.icon}
          {choice.name}
        </label>
      ))}
    </div>
  )
}

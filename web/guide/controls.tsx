import type { ReactNode } from 'react'
import { useId } from 'react'

type CheckProps = {
  readonly label: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly testId?: string
}

/** A yes or no, as a whole line that can be pressed. */
export function Check({ label, checked, onChange, testId }: CheckProps) {
  return (
    <label className="flex items-start gap-2.5 py-1 text-md">
      <input
        type="checkbox"
        checked={checked}
        data-testid={testId}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <span className="text-pretty">{label}</span>
    </label>
  )
}

type Option<Value extends string> = { readonly value: Value; readonly name: ReactNode; readonly more?: ReactNode }
type ChoicesProps<Value extends string> = {
  readonly label: string
  readonly value: Value | null
  readonly options: readonly Option<Value>[]
  readonly onChange: (value: Value) => void
  readonly testId?: string
}

/** One of several, each with a line of its own. */
export function Choices<Value extends string>({ label, value, options, onChange, testId }: ChoicesProps<Value>) {
  const name = useId()
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="pb-1 text-xs font-semibold text-text-2">{label}</legend>
      <div className="overflow-hidden rounded-lg border border-border bg-surface">
        {options.map((option) => (
          <label
            key={option.value}
            data-testid={testId && `${testId}-${option.value}`}
            className="flex items-start gap-2.5 border-b border-border px-3.5 py-2.5 last:border-0 hover:bg-hover has-checked:bg-selected has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="mt-0.5 size-4 shrink-0 accent-accent outline-none"
            />
            <span className="min-w-0">
              <span className="block text-md font-medium">{option.name}</span>
              {option.more && <span className="block text-sm text-pretty text-text-2">{option.more}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

import { useId } from 'react'
import { inputLook } from '../../kit/field.tsx'

type Props<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly name: string }[]
  readonly onChange: (value: Value) => void
  readonly isDisabled?: boolean
}

/** One of many. */
export function ChoicePart<Value extends string>({ label, value, choices, onChange, isDisabled }: Props<Value>) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-xs font-semibold text-text-2">
        {label}
      </label>
      <select
        id={id}
        value={value}
        disabled={isDisabled}
        onChange={({ target }) => onChange(target.value as Value)}
        className={`${inputLook} h-9 max-md:h-11`}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
    </div>
  )
}

import { useId } from 'react'

type Option<Value> = [value: Value, label: string]
type ChoiceProps<Value> = {
  label: string
  hideLabel?: boolean
  value: Value
  options: Option<Value>[]
  onChange: (value: Value) => void
}

export function Choice<Value extends string>({
  label,
  hideLabel = false,
  value,
  options,
  onChange,
}: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'block pb-1 text-[12px]/4 text-text-2'}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options.find(([known]) => known === event.target.value)
          if (chosen !== undefined) onChange(chosen[0])
        }}
        className="h-8 w-full truncate rounded-[4px] border border-control bg-surface px-2 text-[13px] text-text"
      >
        {options.map(([known, name]) => (
          <option key={known} value={known}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

/** A few values side by side; the chosen one is pressed. */
export function Segments<Value extends string | number>({
  label,
  hideLabel = false,
  value,
  options,
  onChange,
}: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div className={hideLabel ? '' : 'grid grid-cols-[4.5rem_1fr] items-center gap-2'}>
      <span id={id} className={hideLabel ? 'sr-only' : 'text-[12px]/4 text-text-2'}>
        {label}
      </span>
      <div
        role="group"
        aria-labelledby={id}
        className="flex overflow-hidden rounded-[6px] border border-border bg-surface"
      >
        {options.map(([known, name]) => (
          <button
            key={known}
            type="button"
            aria-pressed={known === value}
            onClick={() => onChange(known)}
            className="min-h-7 min-w-0 flex-1 border-l border-border px-1 text-[12px]/4 font-medium text-text-2 tabular-nums -outline-offset-2 first:border-l-0 hover:bg-selected aria-pressed:bg-selected aria-pressed:font-semibold aria-pressed:text-text"
          >
            {name}
          </button>
        ))}
      </div>
    </div>
  )
}

export function Switch({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      onClick={() => onChange(!on)}
      className="flex min-h-8 items-center justify-between gap-2 rounded-[6px] border border-border bg-surface px-2 text-left text-[12px]/4 font-medium hover:border-control"
    >
      {label}
      <span
        aria-hidden="true"
        className={`flex h-4 w-7 shrink-0 items-center rounded-full p-0.5 ${on ? 'justify-end bg-accent' : 'justify-start bg-control'}`}
      >
        <span className="size-3 rounded-full bg-surface" />
      </span>
    </button>
  )
}

type TextFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  problem?: string | null
  numeric?: boolean
  autoFocus?: boolean
}

export function TextField({
  label,
  value,
  onChange,
  hint,
  problem = null,
  numeric = false,
  autoFocus = false,
}: TextFieldProps) {
  const id = useId()
  const note = problem ?? hint
  return (
    <div>
      <label htmlFor={id} className="block pb-1 text-[12px]/4 text-text-2">
        {label}
      </label>
      <input
        id={id}
        value={value}
        autoFocus={autoFocus}
        inputMode={numeric ? 'tel' : 'text'}
        autoComplete="off"
        aria-invalid={problem !== null}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => onChange(event.target.value)}
        className={`h-9 w-full rounded-[4px] border bg-surface px-2.5 text-[14px] text-text tabular-nums ${problem === null ? 'border-control' : 'border-danger'}`}
      />
      {note !== undefined && (
        <p id={`${id}-note`} className={`pt-1 text-[12px]/4 ${problem === null ? 'text-text-3' : 'text-danger'}`}>
          {note}
        </p>
      )}
    </div>
  )
}

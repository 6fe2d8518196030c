import { type KeyboardEvent, useState } from 'react'
import { inputLook } from '../kit/field.tsx'
import { readTime, timeText } from './times.ts'

type Props = {
  readonly label: string
  readonly value: number
  readonly onChange: (minute: number) => void
  readonly isWrong: boolean
}

/** Written any way people write a time; the arrows turn it by a quarter of an hour, with shift by an hour. */
export function TimeField({ label, value, onChange, isWrong }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const keep = () => {
    const minute = typed === null ? null : readTime(typed)
    if (minute !== null) onChange(minute)
    setTyped(null)
  }
  const turn = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      // It takes what is typed; saving is for the button.
      event.preventDefault()
      keep()
    }
    if (event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const step = (event.shiftKey ? 60 : 15) * (event.key === 'ArrowUp' ? 1 : -1)
    const ofDay = value > 1440 ? value - 1440 : value
    setTyped(null)
    onChange((Math.round((ofDay + step) / 15) * 15 + 1440) % 1440)
  }
  return (
    <input
      aria-label={label}
      aria-invalid={isWrong || undefined}
      inputMode="numeric"
      value={typed ?? timeText(value)}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={turn}
      className={`${inputLook} h-8 w-16! text-center text-sm! tabular max-md:h-11 max-md:w-18!`}
    />
  )
}

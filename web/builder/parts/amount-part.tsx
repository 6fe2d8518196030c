import { useState } from 'react'
import { microsIn, wordsOfMicros } from '../amount.ts'
import { TextPart } from './text-part.tsx'

type Props = {
  readonly field: string
  readonly label: string
  /** Micros; not a number while what stands there is no amount. */
  readonly value: number
  readonly onChange: (micros: number) => void
  readonly className?: string
}

/** Money as people write it. */
export function AmountPart({ value, onChange, ...rest }: Props) {
  const [text, setText] = useState(value === 0 ? '' : wordsOfMicros(value))
  const write = (next: string) => {
    setText(next)
    onChange(microsIn(next))
  }
  return <TextPart {...rest} mode="decimal" placeholder="0.00" value={text} onChange={write} />
}

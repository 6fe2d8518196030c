import { type ReactNode, useId } from 'react'
import type { Place } from '#core/template/lint/finding.ts'
import { MarkedText } from '../editor/marked-text.tsx'
import { Labelled } from './labelled.tsx'

type Props = {
  readonly place: Place
  readonly text: string
  readonly label: string
  readonly max?: number
  readonly hint?: ReactNode
  readonly placeholder?: string
  readonly direction?: 'auto' | 'ltr'
  readonly className?: string
}

/** One line of the template, with what the linter says of it. */
export function TextLine({ place, text, label, max, hint, placeholder, direction, className }: Props) {
  const id = useId()
  return (
    <Labelled
      label={label}
      htmlFor={id}
      {...(max === undefined ? {} : { count: text.length, max })}
      {...(className === undefined ? {} : { className })}
      hint={hint}
      hintId={`${id}-hint`}
    >
      <MarkedText
        single
        id={id}
        place={place}
        text={text}
        describedBy={hint ? `${id}-hint` : undefined}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(direction === undefined ? {} : { direction })}
      />
    </Labelled>
  )
}

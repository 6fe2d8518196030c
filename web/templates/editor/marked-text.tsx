import { type KeyboardEvent, type Ref, useMemo } from 'react'
import type { Place } from '#core/template/lint/finding.ts'
import { cx } from '../../kit/cx.ts'
import { edit, findingKey, look, useBuilder } from '../builder.ts'
import { isUnfinished } from '../findings/kinds.ts'
import { withText } from '../model/places.ts'
import { type Mark, type Segment, segmentsOf } from './segments.ts'

type Props = {
  readonly place: Place
  readonly text: string
  readonly id: string
  readonly describedBy?: string | undefined
  readonly label?: string
  readonly placeholder?: string
  /** One line: Enter does nothing, and pasted lines become one. */
  readonly single?: boolean
  readonly minLines?: number
  readonly direction?: 'auto' | 'ltr'
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  readonly ref?: Ref<HTMLTextAreaElement>
}

/**
 * A textarea whose text is drawn behind it, letter for letter: fields as chips, findings underlined. Typing, choosing,
 * spelling of the system and assistive technology have a plain textarea before them.
 */
export function MarkedText(props: Props) {
  const { place, text, id, describedBy, label, placeholder, single = false, minLines = 1, direction = 'auto' } = props
  const findings = useBuilder(({ report }) => report.findings)
  const active = useBuilder((state) => state.active)
  const form = useBuilder(({ past }) => past.present)
  const own = useMemo(() => findings.filter(({ component }) => component === place), [findings, place])
  const marks = own.flatMap((finding): Mark[] =>
    finding.span === null || isUnfinished(finding, form)
      ? []
      : [
          {
            span: finding.span,
            severity: finding.code === 'spelling' ? 'spelling' : finding.severity,
            isShown: findingKey(finding) === active,
          },
        ],
  )
  const hasError = own.some((finding) => finding.severity === 'error' && !isUnfinished(finding, form))
  const write = (value: string) =>
    edit((now) => withText(now, place, single ? value.replaceAll(/[\r\n]+/g, ' ') : value), place)
  const lookAt = (caret: number) => {
    const here = own.find(({ span }) => span !== null && span.start <= caret && caret <= span.end)
    look(here ? findingKey(here) : null)
  }
  return (
    <span className="marked-text" data-error={hasError || undefined} style={{ minHeight: `${minLines * 22 + 16}px` }}>
      <span aria-hidden className="marked-text-drawn" dir={direction}>
        {segmentsOf(text, marks).map((segment, index) => (
          <span key={index} className={lookOf(segment)}>
            {segment.text}
          </span>
        ))}
        {text === '' && <span className="text-text-3">{placeholder}</span>}
        {'\u200b'}
      </span>
      <textarea
        ref={props.ref}
        id={id}
        data-place={place}
        data-testid={`text-${place}`}
        rows={1}
        dir={direction}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={hasError || undefined}
        value={text}
        spellCheck={false}
        onChange={(event) => write(event.target.value)}
        onSelect={(event) => lookAt(event.currentTarget.selectionStart)}
        onKeyDown={(event) => {
          if (single && event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault()
          props.onKeyDown?.(event)
        }}
      />
    </span>
  )
}

const lookOf = ({ field, severity, isShown, isMark }: Segment): string =>
  cx(
    field && 'bg-field',
    field === 'open' && 'rounded-l-sm text-transparent',
    field === 'name' && 'text-accent',
    field === 'close' && 'rounded-r-sm text-transparent',
    isMark && 'text-text-3',
    severity && `finding finding-${severity}`,
    isShown && 'finding-shown',
  )

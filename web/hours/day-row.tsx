import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { type DayHours, type Interval, MOST_INTERVALS } from '#core/opening-hours/opening-hours.ts'
import { IconButton } from '../kit/button.tsx'
import { DayStrip } from './day-strip.tsx'
import { TimeField } from './time-field.tsx'
import { crosses, nextInterval, withEnd, withStart } from './week.ts'

type Props = {
  readonly name: string
  readonly hours: DayHours
  readonly onChange: (hours: DayHours) => void
  /** What stands at its end: copying a weekday, removing a date. */
  readonly aside?: React.ReactNode
  /** Copies the day to the next: alt and the arrow down. */
  readonly onCopyDown?: () => void
  /** What it had before it was closed, to have it back at a click. */
  readonly usual: DayHours
}

/** A day: closed or open, its stretches, and how it looks in 24 hours. */
export function DayRow({ name, hours, onChange, aside, onCopyDown, usual }: Props) {
  const { t } = useLingui()
  const set = (index: number, interval: Interval) =>
    onChange(hours.map((each, place) => (place === index ? interval : each)))
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || event.key !== 'ArrowDown' || onCopyDown === undefined) return
    event.preventDefault()
    onCopyDown()
  }
  return (
    <li
      onKeyDown={keys}
      className="grid grid-cols-[8.5rem_minmax(0,1fr)_auto] items-start gap-x-3 gap-y-2 border-b border-border px-5 py-2.5 last:border-b-0 max-md:grid-cols-[minmax(0,1fr)_auto] max-md:px-4"
    >
      <label className="flex h-8 min-w-0 items-center gap-2.5 text-sm font-medium max-md:h-11">
        <input
          type="checkbox"
          role="switch"
          checked={hours.length > 0}
          onChange={() => onChange(hours.length > 0 ? [] : usual)}
          className="size-4 shrink-0 accent-accent"
        />
        <span className="truncate first-letter:uppercase">{name}</span>
      </label>
      <div className="flex min-w-0 flex-col gap-1.5 max-md:order-3 max-md:col-span-2">
        {hours.length === 0 ? (
          <span className="flex h-8 items-center text-sm text-text-3 max-md:h-auto">
            <Trans>Cerrado</Trans>
          </span>
        ) : (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
            {hours.map((interval, index) => (
              <span key={index} className="flex items-center gap-1">
                <TimeField
                  label={t`${name}: desde`}
                  value={interval.from}
                  isWrong={crosses(hours, index)}
                  onChange={(from) => set(index, withStart(interval, from))}
                />
                <span className="text-text-3" aria-hidden>
                  –
                </span>
                <TimeField
                  label={t`${name}: hasta`}
                  value={interval.to}
                  isWrong={crosses(hours, index)}
                  onChange={(to) => set(index, withEnd(interval, to))}
                />
                {interval.to > 1440 && (
                  <span className="text-xs text-text-3">
                    <Trans>del día siguiente</Trans>
                  </span>
                )}
                <IconButton
                  label={t`Quitar el tramo`}
                  onPress={() => onChange(hours.filter((_, place) => place !== index))}
                  className="size-7! max-md:size-11!"
                >
                  <X size={14} aria-hidden />
                </IconButton>
              </span>
            ))}
            {hours.length < MOST_INTERVALS && nextInterval(hours) && (
              <IconButton
                label={t`Añadir un tramo`}
                onPress={() => onChange([...hours, nextInterval(hours) ?? { from: 0, to: 60 }])}
                className="max-md:size-11!"
              >
                <Plus size={15} aria-hidden />
              </IconButton>
            )}
          </div>
        )}
        <DayStrip hours={hours} />
      </div>
      <div className="flex h-8 items-center max-md:h-11">{aside}</div>
    </li>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import type { PolicyView } from '#contract/policy.ts'
import { formatLocale } from '../../i18n/i18n.ts'
import { inputLook } from '../../kit/field.tsx'
import { weekdayNames } from './names.ts'

type Week = NonNullable<PolicyView['own']['hours']>
type Props = { readonly hours: Week | null; readonly onChange: (hours: Week | null) => void }

const NINE_TO_SIX = { from: 540, to: 1080 }
const WORKDAYS: Week = [NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, NINE_TO_SIX, null, null]

/** Opening and closing for each day, by the clock of the person; a day without a mark is closed. */
export function WeekEditor({ hours, onChange }: Props) {
  const { t } = useLingui()
  const names = weekdayNames(formatLocale())
  const set = (day: number, value: Week[number]) => {
    if (hours) onChange(hours.map((known, index) => (index === day ? value : known)) as Week)
  }
  return (
    <fieldset>
      <legend className="pb-1 text-xs font-semibold text-text-2">
        <Trans>Horario, en la hora de cada persona</Trans>
      </legend>
      <label className="flex items-center gap-2 pb-2 text-sm max-md:min-h-11">
        <input
          type="checkbox"
          checked={hours !== null}
          onChange={() => onChange(hours === null ? WORKDAYS : null)}
          className="size-4 accent-accent"
        />
        <Trans>Solo dentro de un horario</Trans>
      </label>
      {hours && (
        <ul className="grid max-w-110 grid-cols-[auto_minmax(0,1fr)_minmax(0,1fr)] items-center gap-x-4 gap-y-1.5 max-md:gap-x-2">
          {hours.map((day, index) => (
            <li key={names[index]} className="contents">
              <label className="flex items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  checked={day !== null}
                  onChange={() => set(index, day === null ? NINE_TO_SIX : null)}
                  className="size-4 accent-accent"
                />
                {names[index]}
              </label>
              {day === null ? (
                <span className="col-span-2 flex h-9 items-center text-sm text-text-3">
                  <Trans>cerrado</Trans>
                </span>
              ) : (
                <>
                  <Time
                    label={t`${names[index] ?? ''}: desde`}
                    value={day.from}
                    onChange={(from) => set(index, { ...day, from })}
                  />
                  <Time
                    label={t`${names[index] ?? ''}: hasta`}
                    value={day.to}
                    onChange={(to) => set(index, { ...day, to })}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  )
}

type TimeProps = { readonly label: string; readonly value: number; readonly onChange: (minute: number) => void }

/** Midnight at the end of a day is 24:00, which no field can show: it is written as 23:59 and one minute is lost. */
function Time({ label, value, onChange }: TimeProps) {
  const shown = Math.min(value, 1439)
  const text = `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`
  return (
    <input
      type="time"
      aria-label={label}
      value={text}
      onChange={(event) => {
        const [hour, minute] = event.target.value.split(':').map(Number)
        if (hour !== undefined && minute !== undefined) onChange(hour * 60 + minute)
      }}
      className={`${inputLook} h-9 min-w-0 max-md:px-1.5 max-md:text-sm`}
    />
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { type Instant, instant } from '#base/time.ts'
import { useNow } from '../../feed/clock.ts'
import { duration } from '../../i18n/time-words.ts'
import { Button } from '../../kit/button.tsx'
import { inputLook } from '../../kit/field.tsx'
import { SlotFrame } from './slot-frame.tsx'
import type { SlotProps } from './slot.ts'

/** When an offer ends, in the agent's own time. */
export function ExpirySlot({ slot, label, value, problem, onChange }: SlotProps<'expiry'>) {
  const { t } = useLingui()
  const now = useNow()
  const choose = (at: Instant) => onChange({ kind: 'expiry', at })
  const isPast = value !== undefined && value.at <= now
  const choices = [
    { name: t`Hoy, 23:59`, at: endOfDay(now, 0) },
    { name: t`Mañana, 23:59`, at: endOfDay(now, 1) },
    { name: t`En 7 días`, at: endOfDay(now, 7) },
  ]
  const left = value && duration(value.at - now)
  return (
    <SlotFrame
      label={label}
      keyOfSlot={slot.key}
      problem={isPast ? t`Esa hora ya pasó.` : problem}
      hint={left ? <Trans>El cliente verá que quedan {left}.</Trans> : <Trans>A la hora de su equipo.</Trans>}
    >
      <span className="flex flex-wrap items-center gap-1.5">
        <input
          type="datetime-local"
          aria-label={label}
          aria-invalid={isPast || problem !== null || undefined}
          value={value ? localText(value.at) : ''}
          min={localText(now)}
          onChange={({ target }) => {
            const at = Date.parse(target.value)
            onChange(Number.isNaN(at) ? undefined : { kind: 'expiry', at: instant(at) })
          }}
          className={`${inputLook} h-9 min-w-0 basis-48 grow`}
        />
        {choices.map(({ name, at }) => (
          <Button key={name} size="sm" onPress={() => choose(at)}>
            {name}
          </Button>
        ))}
      </span>
    </SlotFrame>
  )
}

const endOfDay = (now: number, days: number): Instant => {
  const day = new Date(now)
  day.setDate(day.getDate() + days)
  return instant(day.setHours(23, 59, 0, 0))
}

/** "2026-11-29T18:05" in the browser's zone, as the input wants it. */
function localText(at: number): string {
  const date = new Date(at)
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

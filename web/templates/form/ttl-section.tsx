import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { TTL_SECONDS } from '#core/template/lint/limits.ts'
import { edit, useForm } from '../builder.ts'
import { Labelled, selectLook } from './labelled.tsx'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Offered where the category takes them. */
const CHOICES = [30, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR, 12 * HOUR, DAY, 7 * DAY, 30 * DAY]

/** For how long Meta tries to deliver: a code that comes an hour late helps nobody. */
export function TtlSection() {
  const { t } = useLingui()
  const { ttlSeconds, category } = useForm()
  const id = useId()
  const { min, max } = TTL_SECONDS[category]
  const choices = CHOICES.filter((seconds) => seconds >= min && seconds <= max)
  const isOdd = ttlSeconds !== null && !choices.includes(ttlSeconds)
  return (
    <Labelled
      label={t`Validez`}
      htmlFor={id}
      hint={<Trans>Si en ese tiempo no se pudo entregar, Meta ya no lo intenta ni lo cobra.</Trans>}
      className="max-w-70"
    >
      <select
        id={id}
        data-place="template"
        className={selectLook}
        value={ttlSeconds ?? ''}
        onChange={(event) =>
          edit((form) => ({ ...form, ttlSeconds: event.target.value === '' ? null : Number(event.target.value) }))
        }
      >
        <option value="">{t`La de Meta`}</option>
        {(isOdd ? [ttlSeconds, ...choices] : choices).map((seconds) => (
          <option key={seconds} value={seconds}>
            <Length seconds={seconds} />
          </option>
        ))}
      </select>
    </Labelled>
  )
}

function Length({ seconds }: { readonly seconds: number }) {
  if (seconds < MINUTE) return <Plural value={seconds} one="# segundo" many="# de segundos" other="# segundos" />
  if (seconds < HOUR) {
    return <Plural value={Math.round(seconds / MINUTE)} one="# minuto" many="# de minutos" other="# minutos" />
  }
  if (seconds < DAY) return <Plural value={Math.round(seconds / HOUR)} one="# hora" many="# de horas" other="# horas" />
  return <Plural value={Math.round(seconds / DAY)} one="# día" many="# de días" other="# días" />
}

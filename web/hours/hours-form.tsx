import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { KeptHoursView } from '#contract/opening-hours.ts'
import type { KeptHours } from '#core/opening-hours/away.ts'
import { wrongIn } from '#core/opening-hours/opening-hours.ts'
import { useNow } from '../feed/clock.ts'
import { Button } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { say } from '../kit/toast.tsx'
import { Section } from '../settings/contact/section.tsx'
import { call } from '../api/api.ts'
import { AwayEditor } from './away-editor.tsx'
import { DatesEditor } from './dates-editor.tsx'
import { keepHours } from './hours-store.ts'
import { useHoursWords } from './hours-words.ts'
import { PlaceFields } from './place-fields.tsx'
import { WeekEditor } from './week-editor.tsx'

type Props = {
  /** Null: the company. */
  readonly lineId: string | null
  readonly kept: KeptHours
  /** There is nothing yet: what stands here is only a suggestion. */
  readonly isNew: boolean
  readonly countries: readonly string[]
}

/** Week, dates and away message of the company or a line; kept together. */
export function HoursForm({ lineId, kept, isNew, countries }: Props) {
  const { t } = useLingui()
  const [draft, setDraft] = useState(kept)
  const [busy, setBusy] = useState(false)
  const { hours, away } = draft
  const setHours = (change: Partial<KeptHours['hours']>) => setDraft({ ...draft, hours: { ...hours, ...change } })
  const isChanged = isNew || JSON.stringify(draft) !== JSON.stringify(kept)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const body = { kept: structuredClone(draft) as KeptHoursView }
    const result = await (lineId === null
      ? call('putOpeningHours', { body })
      : call('putLineHours', { params: { id: lineId }, body }))
    setBusy(false)
    if (!result.ok) return say(result.error.errors[0]?.message ?? result.error.title)
    keepHours(result.value)
    say(t`Guardado`)
  }

  return (
    <form onSubmit={(event) => void save(event)} data-testid="hours-form" className="flex flex-col gap-8">
      <Section
        title={t`Semana`}
        aside={<Now hours={hours} isNew={isNew} />}
        hint={isNew ? t`Una propuesta: nada de esto vale hasta que se guarde.` : undefined}
      >
        <WeekEditor week={hours.week} onChange={(week) => setHours({ week })} />
      </Section>
      <Section title={t`Lugar y festivos`}>
        <PlaceFields hours={hours} countries={countries} onChange={setHours} />
      </Section>
      <Section title={t`Fechas especiales`} hint={t`Van antes que la semana y los festivos: cerrado, u otro horario.`}>
        <DatesEditor dates={hours.dates} onChange={(dates) => setHours({ dates })} />
      </Section>
      <Section
        title={t`Mensaje de ausencia`}
        hint={t`Una vez por conversación mientras está cerrado, a quien acaba de escribir. Nunca a quien pidió no recibir mensajes.`}
      >
        <AwayEditor away={away} hours={hours} onChange={(changed) => setDraft({ ...draft, away: changed })} />
      </Section>
      <div
        className={cx(
          '-mx-2 flex items-center justify-end gap-3 bg-canvas px-2 py-3',
          isChanged && 'sticky bottom-0 border-t border-border',
        )}
      >
        {isChanged && (
          <span className="text-sm text-text-2">{isNew ? t`Aún no está guardado` : t`Cambios sin guardar`}</span>
        )}
        {isChanged && !isNew && (
          <Button onPress={() => setDraft(kept)} look="quiet" className="max-md:h-11">
            <Trans>Descartar</Trans>
          </Button>
        )}
        <Button
          type="submit"
          look="primary"
          isDisabled={busy || !isChanged || wrongIn(hours) !== null}
          className="max-md:h-11"
        >
          <Trans>Guardar</Trans>
        </Button>
      </div>
    </form>
  )
}

/** What the hours on the screen mean at this moment; while they are new there are none, and it is never closed. */
function Now({ hours, isNew }: { readonly hours: KeptHours['hours']; readonly isNew: boolean }) {
  const { t } = useLingui()
  const now = useNow()
  const words = useHoursWords()
  if (wrongIn(hours) !== null)
    return <span className="text-sm font-medium text-danger">{t`Hay tramos que se cruzan`}</span>
  const { isOpen, text } = isNew ? { isOpen: true, text: t`Sin horario: siempre abierto` } : words(hours, now)
  return (
    <span
      role="status"
      data-testid="hours-now"
      className="inline-flex items-center gap-2 rounded-full border border-border bg-surface px-3 py-1 text-sm font-medium"
    >
      <span aria-hidden className={cx('size-2 rounded-full', isOpen ? 'bg-success' : 'bg-text-3')} />
      {text}
    </span>
  )
}

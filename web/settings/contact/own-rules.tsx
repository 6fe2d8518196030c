import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { PolicyView } from '#contract/policy.ts'
import { PROACTIVE, type ProactivePurpose } from '#core/policy/rule.ts'
import { call } from '../../api/api.ts'
import { Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { say } from '../../kit/toast.tsx'
import { usePurposeNames } from './names.ts'
import { OwnHolidays } from './own-holidays.tsx'
import { Section } from './section.tsx'
import { WeekEditor } from './week-editor.tsx'

type Props = { readonly policy: PolicyView; readonly onChange: (policy: PolicyView) => void }

/** What the company asks beyond the laws. It can only be stricter: the laws hold besides. */
export function OwnRules({ policy, onChange }: Props) {
  const { t } = useLingui()
  const purposes = usePurposeNames()
  const [draft, setDraft] = useState(policy)
  const [busy, setBusy] = useState(false)
  const { own } = draft
  const setOwn = (change: Partial<PolicyView['own']>) => setDraft({ ...draft, own: { ...own, ...change } })
  const toggled = (list: readonly ProactivePurpose[], one: ProactivePurpose) =>
    list.includes(one) ? list.filter((each) => each !== one) : [...list, one]

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const { zone, consentFor, holidays, isOwnerOnly } = draft
    const result = await call('putContactPolicy', { body: { zone, own, consentFor, holidays, isOwnerOnly } })
    setBusy(false)
    if (!result.ok) return say(result.error.errors[0]?.message ?? result.error.title)
    onChange(result.value)
    say(t`Guardado`)
  }

  return (
    <Section
      title={t`Reglas de la empresa`}
      hint={
        policy.effective.length > 0
          ? policy.effective.join(' ')
          : t`Además de las leyes. Pueden ser más estrictas, nunca menos.`
      }
    >
      <form onSubmit={(event) => void save(event)} data-testid="own-rules" className="flex flex-col gap-5 px-5 py-4">
        <Group legend={t`Valen para`}>
          {PROACTIVE.map((one) => (
            <Check
              key={one}
              isChecked={own.purposes.includes(one)}
              onChange={() => setOwn({ purposes: toggled(own.purposes, one) })}
            >
              {purposes[one]}
            </Check>
          ))}
        </Group>
        <WeekEditor hours={own.hours} onChange={(hours) => setOwn({ hours })} />
        <Check
          isChecked={own.onHolidays === 'forbidden'}
          onChange={() => setOwn({ onHolidays: own.onHolidays === 'forbidden' ? 'allowed' : 'forbidden' })}
        >
          <Trans>Nunca en festivos</Trans>
        </Check>
        <div className="grid grid-cols-3 gap-3 max-md:grid-cols-1">
          <Limit label={t`Contactos al día`} value={own.perDay} most={10} onChange={(perDay) => setOwn({ perDay })} />
          <Limit
            label={t`Contactos en siete días`}
            value={own.perWeek}
            most={20}
            onChange={(perWeek) => setOwn({ perWeek })}
          />
          <Limit
            label={t`Días entre contactos`}
            value={own.daysApart}
            most={60}
            onChange={(daysApart) => setOwn({ daysApart })}
          />
        </div>
        <Group legend={t`Exigir permiso también para`}>
          {PROACTIVE.filter((one) => one !== 'marketing').map((one) => (
            <Check
              key={one}
              isChecked={draft.consentFor.includes(one)}
              onChange={() => setDraft({ ...draft, consentFor: toggled(draft.consentFor, one) })}
            >
              {purposes[one]}
            </Check>
          ))}
        </Group>
        <OwnHolidays holidays={draft.holidays} onChange={(holidays) => setDraft({ ...draft, holidays })} />
        <Field
          label={t`Zona horaria de quien no se sabe dónde vive`}
          value={draft.zone}
          onChange={(event) => setDraft({ ...draft, zone: event.target.value })}
          className="max-w-80"
        />
        <Check isChecked={draft.isOwnerOnly} onChange={() => setDraft({ ...draft, isOwnerOnly: !draft.isOwnerOnly })}>
          <Trans>Solo quien tiene asignada una conversación puede escribir en ella</Trans>
        </Check>
        <div className="flex justify-end">
          <Button type="submit" look="primary" isDisabled={busy} className="max-md:h-11 max-md:w-full">
            <Trans>Guardar</Trans>
          </Button>
        </div>
      </form>
    </Section>
  )
}

function Group({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset>
      <legend className="pb-1 text-xs font-semibold text-text-2">{legend}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1.5">{children}</div>
    </fieldset>
  )
}

type CheckProps = { readonly isChecked: boolean; readonly onChange: () => void; readonly children: ReactNode }

function Check({ isChecked, onChange, children }: CheckProps) {
  return (
    <label className="flex items-center gap-2 text-sm max-md:min-h-11">
      <input type="checkbox" checked={isChecked} onChange={onChange} className="size-4 accent-accent" />
      {children}
    </label>
  )
}

type LimitProps = {
  readonly label: string
  readonly value: number | null
  readonly most: number
  readonly onChange: (value: number | null) => void
}

function Limit({ label, value, most, onChange }: LimitProps) {
  const { t } = useLingui()
  return (
    <Field
      label={label}
      type="number"
      min={1}
      max={most}
      value={value ?? ''}
      placeholder={t`Sin límite`}
      onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
    />
  )
}

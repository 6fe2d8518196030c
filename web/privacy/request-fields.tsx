import { Trans, useLingui } from '@lingui/react/macro'
import { type Way, WAYS } from '#core/privacy/request.ts'
import { Field, inputLook } from '../kit/field.tsx'
import { usePrivacyWords } from './words.ts'

/** How a request reached the company, as somebody writes it down. `askedOn`: a date, "2026-11-29". */
export type Asked = {
  readonly way: Way
  readonly askedBy: string
  readonly askedOn: string
  readonly evidence: string
}
export const NOTHING_ASKED: Asked = { way: 'whatsapp', askedBy: '', askedOn: '', evidence: '' }

/** As the API takes it. A date is the morning of that day here, or now if that is still to come. */
export function draftOf({ way, askedBy, askedOn, evidence }: Asked) {
  const asked = askedOn === '' ? null : new Date(`${askedOn}T00:00:00`)
  return {
    way,
    askedBy: askedBy.trim() || null,
    evidence: evidence.trim() || null,
    ...(asked !== null && asked.getTime() < Date.now() && { askedAt: asked.toISOString() }),
  }
}

type Props = { readonly asked: Asked; readonly onChange: (asked: Asked) => void }

export function RequestFields({ asked, onChange }: Props) {
  const { t } = useLingui()
  const words = usePrivacyWords()
  const put = (change: Partial<Asked>) => onChange({ ...asked, ...change })
  return (
    <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
      <label className="flex flex-col gap-1 text-xs font-semibold text-text-2">
        <Trans>Cómo lo pidió</Trans>
        <select
          value={asked.way}
          onChange={(event) => put({ way: WAYS.find((way) => way === event.target.value) ?? 'whatsapp' })}
          className={`${inputLook} h-9 font-normal`}
        >
          {WAYS.map((way) => (
            <option key={way} value={way}>
              {words.way[way]}
            </option>
          ))}
        </select>
      </label>
      <Field
        label={t`Cuándo`}
        type="date"
        max={new Date().toLocaleDateString('sv-SE')}
        value={asked.askedOn}
        onChange={(event) => put({ askedOn: event.target.value })}
        hint={t`Vacío: hoy. El plazo cuenta desde ese día.`}
      />
      <Field
        label={t`Quién lo pidió, si no fue la persona`}
        maxLength={200}
        value={asked.askedBy}
        onChange={(event) => put({ askedBy: event.target.value })}
      />
      <Field
        label={t`Dónde consta`}
        maxLength={500}
        value={asked.evidence}
        placeholder={t`Caso 1042, carta del 12 de noviembre…`}
        onChange={(event) => put({ evidence: event.target.value })}
      />
    </div>
  )
}

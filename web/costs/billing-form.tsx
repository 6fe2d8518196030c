import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { BillingView } from '#contract/costs.ts'
import { CURRENCIES } from '#core/cost/card-file.ts'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { say } from '../kit/toast.tsx'
import { Select } from './budget-dialog.tsx'
import { readPrices } from './prices.ts'

const ZONES: readonly string[] = Intl.supportedValuesOf('timeZone')

/** Time zone and currency of one WhatsApp account. */
export function BillingForm({ billing, mayManage }: { readonly billing: BillingView; readonly mayManage: boolean }) {
  const { t } = useLingui()
  const [kept, setKept] = useState(billing)
  const [timeZone, setTimeZone] = useState(billing.timeZone)
  const [currency, setCurrency] = useState(billing.currency)
  const [problem, setProblem] = useState<string | null>(null)
  const isChanged = timeZone !== kept.timeZone || currency !== kept.currency
  const listId = `zones-${billing.wabaId}`

  const save = async () => {
    const body = { wabaId: billing.wabaId, timeZone, currency }
    const result = await call('setBilling', { body })
    if (!result.ok) return setProblem(t`Elija una zona horaria de la lista`)
    setKept(body)
    setProblem(null)
    say(t`Guardado: lo ya cobrado se vuelve a contar`)
    void readPrices(true)
  }
  if (!mayManage) {
    return (
      <p className="flex gap-3 border-t border-border px-4 py-3 text-sm">
        <span className="flex-1 text-text-2 tabular">{billing.wabaId}</span>
        <span>{billing.timeZone}</span>
        <span>{billing.currency}</span>
      </p>
    )
  }
  return (
    <div className="flex flex-wrap items-end gap-3 border-t border-border px-4 py-3">
      <span className="w-full text-xs text-text-3 tabular">
        <Trans>Cuenta {billing.wabaId}</Trans>
      </span>
      <Field
        label={t`Zona horaria`}
        className="min-w-48 flex-1"
        list={listId}
        value={timeZone}
        error={problem}
        onChange={(event) => setTimeZone(event.target.value)}
      />
      <datalist id={listId}>
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <Select label={t`Moneda`} value={currency} onChange={setCurrency}>
        {CURRENCIES.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </Select>
      <Button className="h-9!" isDisabled={!isChanged} onPress={() => void save()}>
        <Trans>Guardar</Trans>
      </Button>
    </div>
  )
}

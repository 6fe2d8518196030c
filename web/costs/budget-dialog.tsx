import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import type { BudgetView } from '#contract/costs.ts'
import type { ProblemView } from '#contract/views.ts'
import { CURRENCIES } from '#core/cost/card-file.ts'
import { decimalOf, microsFrom } from '#core/cost/money.ts'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { Dialog, DialogFooter, DialogProblem } from '../kit/dialog.tsx'
import { Field, inputLook } from '../kit/field.tsx'
import { say } from '../kit/toast.tsx'
import { useMe } from '../session/session.ts'
import { categoryWords } from '../thread/price.ts'

type Props = {
  /** Null: a new one. */
  readonly budget: BudgetView | null
  readonly onClose: (changed: boolean) => void
}
const CATEGORIES = ['marketing', 'utility', 'authentication', 'service'] as const

/** A budget's name, what it counts, its limit, and what happens when it is reached. */
export function BudgetDialog({ budget, onClose }: Props) {
  const { t } = useLingui()
  const { lines } = useMe()
  const [name, setName] = useState(budget?.name ?? '')
  const [amount, setAmount] = useState(budget ? decimalOf(budget.limitMicros).replace(/\.?0+$/, '') : '')
  const [currency, setCurrency] = useState(budget?.currency ?? 'USD')
  const [lineId, setLineId] = useState(budget?.lineId ?? '')
  const [category, setCategory] = useState<string>(budget?.category ?? '')
  const [warnAt, setWarnAt] = useState(String(budget?.warnAt ?? 80))
  const [stops, setStops] = useState<BudgetView['stops']>(budget?.stops ?? 'nothing')
  const [tried, setTried] = useState(false)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const limitMicros = microsFrom(amount.replace(',', '.'))
  const share = Number(warnAt)
  const isShare = Number.isInteger(share) && share >= 1 && share <= 100
  const isRight = name.trim() !== '' && limitMicros !== null && limitMicros > 0 && isShare

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isRight) return
    const result = await call('putBudget', {
      body: {
        ...(budget ? { id: budget.id } : {}),
        ...{ name, limitMicros, currency, warnAt: share, stops },
        lineId: lineId || null,
        category: CATEGORIES.find((each) => each === category) ?? null,
      },
    })
    if (!result.ok) return setProblem(result.error)
    say(t`Presupuesto guardado`)
    onClose(true)
  }
  const remove = async () => {
    if (!budget) return
    const result = await call('removeBudget', { params: { id: budget.id } })
    if (!result.ok) return setProblem(result.error)
    onClose(true)
  }
  return (
    <Dialog label={budget ? t`Cambiar presupuesto` : t`Nuevo presupuesto`} width="sm" onClose={() => onClose(false)}>
      <form onSubmit={(event) => void submit(event)} className="flex min-h-0 flex-col">
        <div className="flex flex-col gap-3.5 overflow-y-auto px-5 pt-2 pb-4">
          <Field
            label={t`Nombre`}
            value={name}
            testId="budget-name"
            maxLength={80}
            error={tried && name.trim() === '' ? t`Póngale un nombre` : null}
            onChange={(event) => setName(event.target.value)}
          />
          <div className="grid grid-cols-[1fr_auto] gap-3">
            <Field
              label={t`Límite del mes`}
              value={amount}
              testId="budget-limit"
              inputMode="decimal"
              error={tried && !limitMicros ? t`Un importe, como 250` : null}
              onChange={(event) => setAmount(event.target.value)}
            />
            <Select label={t`Moneda`} value={currency} onChange={setCurrency}>
              {CURRENCIES.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </Select>
          </div>
          <div className="grid grid-cols-2 gap-3">
            <Select label={t`Número`} value={lineId} onChange={setLineId}>
              <option value="">{t`Todos`}</option>
              {lines.map((line) => (
                <option key={line.id} value={line.id}>
                  {line.name}
                </option>
              ))}
            </Select>
            <Select label={t`Categoría`} value={category} onChange={setCategory}>
              <option value="">{t`Todas`}</option>
              {CATEGORIES.map((each) => (
                <option key={each} value={each}>
                  {categoryWords(each)}
                </option>
              ))}
            </Select>
          </div>
          <Field
            label={t`Avisar a los administradores al llegar a, en %`}
            value={warnAt}
            inputMode="numeric"
            error={tried && !isShare ? t`Un número entero de 1 a 100` : null}
            onChange={(event) => setWarnAt(event.target.value)}
          />
          <fieldset className="flex flex-col gap-2">
            <legend className="pb-1 text-xs font-semibold text-text-2">
              <Trans>Al llegar al límite</Trans>
            </legend>
            <Choice value="nothing" chosen={stops} onChoose={setStops}>
              <Trans>Solo avisar</Trans>
            </Choice>
            <Choice value="templates" chosen={stops} onChoose={setStops}>
              <Trans>No enviar más marketing ni utilidad; las respuestas y los códigos siguen saliendo</Trans>
            </Choice>
            <Choice value="everything" chosen={stops} onChoose={setStops}>
              <Trans>No enviar nada más, tampoco respuestas a quien escribe</Trans>
            </Choice>
          </fieldset>
          <DialogProblem problem={problem} />
        </div>
        <DialogFooter>
          {budget && (
            <Button look="danger" className="mr-auto" onPress={() => void remove()}>
              <Trans>Quitar</Trans>
            </Button>
          )}
          <Button onPress={() => onClose(false)}>
            <Trans>Cancelar</Trans>
          </Button>
          <Button type="submit" look="primary" data-testid="save-budget">
            <Trans>Guardar</Trans>
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  )
}

type SelectProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}

export function Select({ label, value, onChange, children }: SelectProps) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-xs font-semibold text-text-2">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`${inputLook} h-9 min-w-0`}
      >
        {children}
      </select>
    </div>
  )
}

type ChoiceProps = {
  readonly value: BudgetView['stops']
  readonly chosen: BudgetView['stops']
  readonly onChoose: (value: BudgetView['stops']) => void
  readonly children: ReactNode
}

const Choice = ({ value, chosen, onChoose, children }: ChoiceProps) => (
  <label className="flex min-h-6 gap-2.5 text-sm">
    <input
      type="radio"
      name="stops"
      value={value}
      checked={value === chosen}
      onChange={() => onChoose(value)}
      className="mt-0.5 size-4 shrink-0 accent-accent"
    />
    <span>{children}</span>
  </label>
)

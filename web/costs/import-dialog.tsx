import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { FileText } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import type { ImportView } from '#contract/costs.ts'
import type { ProblemView } from '#contract/views.ts'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { Dialog, DialogFooter, DialogProblem } from '../kit/dialog.tsx'
import { Field } from '../kit/field.tsx'
import { say } from '../kit/toast.tsx'
import { categoryWords } from '../thread/price.ts'
import { amountWords, marketWords } from './words.ts'

type Text = { readonly name: string; readonly text: string }

/** Meta's files become a card: first a look at what changes or what is wrong, then it is kept. */
export function ImportDialog({ onClose }: { readonly onClose: (stored: boolean) => void }) {
  const { t } = useLingui()
  const [effectiveFrom, setEffectiveFrom] = useState('')
  const [rates, setRates] = useState<Text | null>(null)
  const [tiers, setTiers] = useState<Text | null>(null)
  const [preview, setPreview] = useState<ImportView | null>(null)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const [busy, setBusy] = useState(false)
  const isReady = effectiveFrom !== '' && rates !== null

  const send = async (isPreview: boolean) => {
    if (!rates) return
    setBusy(true)
    const body = { effectiveFrom, rates: rates.text, tiers: tiers?.text ?? null, preview: isPreview }
    const result = await call('importCard', { body })
    setBusy(false)
    if (!result.ok) return setProblem(result.error)
    setProblem(null)
    setPreview(result.value)
    if (!result.value.stored) return
    say(t`Tarifas importadas: lo cobrado desde esa fecha se vuelve a contar`)
    onClose(true)
  }
  const change =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      setPreview(null)
    }
  return (
    <Dialog label={t`Importar tarifas`} onClose={() => onClose(false)}>
      <div className="flex flex-col gap-4 overflow-y-auto px-5 pt-2 pb-4">
        <p className="text-sm text-text-2">
          <Trans>Descargue los archivos CSV de la página de precios de Meta, en la moneda de su cuenta.</Trans>
        </p>
        <Field
          label={t`Vigentes desde`}
          type="date"
          testId="card-date"
          value={effectiveFrom}
          onChange={(event) => change(setEffectiveFrom)(event.target.value)}
        />
        <FileField label={t`Tarifas (rates.csv)`} testId="card-rates" file={rates} onFile={change(setRates)} />
        <FileField
          label={t`Tramos por volumen (volume tiers.csv), si los hay`}
          testId="card-tiers"
          file={tiers}
          onFile={change(setTiers)}
        />
        <DialogProblem problem={problem} />
        {preview && (preview.problems.length > 0 ? <Problems {...preview} /> : <Changes {...preview} />)}
      </div>
      <DialogFooter>
        <Button onPress={() => onClose(false)}>
          <Trans>Cancelar</Trans>
        </Button>
        {preview?.card ? (
          <Button look="primary" isDisabled={busy} data-testid="card-store" onPress={() => void send(false)}>
            <Trans>Guardar tarifas</Trans>
          </Button>
        ) : (
          <Button
            look="primary"
            isDisabled={!isReady || busy}
            data-testid="card-preview"
            onPress={() => void send(true)}
          >
            <Trans>Revisar</Trans>
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  )
}

type FileProps = {
  readonly label: string
  readonly testId: string
  readonly file: Text | null
  readonly onFile: (file: Text | null) => void
}

function FileField({ label, testId, file, onFile }: FileProps) {
  const id = useId()
  const read = async (chosen: File | undefined) =>
    onFile(chosen ? { name: chosen.name, text: await chosen.text() } : null)
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-xs font-semibold text-text-2">
        {label}
      </label>
      <label
        htmlFor={id}
        className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded-sm border border-dashed border-control px-3 text-sm text-text-2 focus-within:border-focus focus-within:ring-1 focus-within:ring-focus hover:bg-hover"
      >
        <FileText size={16} aria-hidden className="shrink-0" />
        <span className="min-w-0 flex-1 truncate">{file?.name ?? <Trans>Elegir archivo</Trans>}</span>
        <input
          id={id}
          type="file"
          accept=".csv,text/csv"
          data-testid={testId}
          className="sr-only"
          onChange={(event) => void read(event.target.files?.[0])}
        />
      </label>
    </div>
  )
}

const Problems = ({ problems }: ImportView) => (
  <section role="alert" className="flex flex-col gap-2" data-testid="card-problems">
    <h3 className="text-sm font-semibold text-danger">
      <Plural
        value={problems.length}
        one="# línea no vale; no se guarda nada"
        many="# de líneas no valen; no se guarda nada"
        other="# líneas no valen; no se guarda nada"
      />
    </h3>
    <ul className="max-h-60 overflow-y-auto rounded-md border border-border text-sm">
      {problems.map(({ file, line, message, found, expected }, index) => (
        // Two of one line may be alike.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} className="flex flex-col gap-0.5 border-b border-border px-3 py-2 last:border-0">
          <span className="font-medium">
            {line > 0 && (
              <span className="text-text-2">
                {file}.csv:{line}{' '}
              </span>
            )}
            {message}
          </span>
          <span className="text-xs text-text-2">
            <Trans>
              Se encontró «{found}»; se esperaba {expected}
            </Trans>
          </span>
        </li>
      ))}
    </ul>
  </section>
)

function Changes({ card, changes }: ImportView) {
  const currency = card?.currency ?? 'USD'
  const amount = (micros: number | null): ReactNode => (micros === null ? '–' : amountWords({ micros, currency }))
  return (
    <section className="flex flex-col gap-2" data-testid="card-changes">
      <h3 className="text-sm font-semibold">
        {changes.length === 0 ? (
          <Trans>Ningún precio cambia</Trans>
        ) : (
          <Plural
            value={changes.length}
            one="# precio distinto del vigente ese día"
            many="# de precios distintos de los vigentes ese día"
            other="# precios distintos de los vigentes ese día"
          />
        )}
      </h3>
      <ul className="max-h-60 overflow-y-auto rounded-md border border-border text-sm">
        {changes.map(({ market, rate, from, to }) => (
          <li key={`${market} ${rate}`} className="flex gap-3 border-b border-border px-3 py-1.5 last:border-0">
            <span className="min-w-0 flex-1 truncate">
              {marketWords(market)} <span className="text-text-2">· {categoryWords(rate)}</span>
            </span>
            <span className="whitespace-nowrap text-text-2 tabular">
              {amount(from)} → <span className="font-semibold text-text">{amount(to)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

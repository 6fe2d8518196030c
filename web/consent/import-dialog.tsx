import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ImportReport } from '#contract/consent.ts'
import { client } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Field } from '../kit/field.tsx'
import { say } from '../kit/toast.tsx'

type Props = { readonly onClose: () => void; readonly onDone: () => void }

/** Reads in a CSV file of consents: where it comes from must be said, and bad lines are shown before anything happens. */
export function ImportDialog({ onClose, onDone }: Props) {
  const { t } = useLingui()
  const [file, setFile] = useState<File | null>(null)
  const [source, setSource] = useState('')
  const [report, setReport] = useState<ImportReport | null>(null)
  const [busy, setBusy] = useState(false)
  const read = async (badLines: 'refuse' | 'skip') => {
    if (!file) return
    setBusy(true)
    const result = await client.importConsents(file, { source: source.trim(), badLines })
    setBusy(false)
    if (!result.ok) return say(result.error.detail || result.error.title)
    setReport(result.value)
    if (result.value.isDone) onDone()
  }
  return (
    <Dialog label={t`Importar consentimientos`} onClose={onClose}>
      <div className="flex min-h-0 flex-col gap-4 overflow-y-auto px-5 pt-1 pb-5">
        <p className="text-sm text-text-2">
          <Trans>
            Un archivo CSV con las columnas teléfono, finalidad y fecha; si quiere, también cambio, texto y versión.
          </Trans>
        </p>
        <label className="flex flex-col gap-1 text-xs font-semibold text-text-2">
          <Trans>Archivo</Trans>
          <input
            type="file"
            accept=".csv,text/csv,text/plain"
            className="text-sm font-normal file:mr-3 file:h-8 file:rounded-md file:border file:border-border file:bg-surface file:px-3 file:font-medium file:text-text"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null)
              setReport(null)
            }}
          />
        </label>
        <Field
          label={t`De dónde son`}
          hint={t`Queda como prueba en cada anotación: «Formulario web, campaña de octubre».`}
          value={source}
          onChange={(event) => setSource(event.target.value)}
        />
        {report && <Report report={report} />}
        <div className="flex flex-wrap justify-end gap-2">
          {report && !report.isDone && report.good > 0 && (
            <Button isDisabled={busy} onPress={() => void read('skip')}>
              <Trans>Importar solo las buenas</Trans>
            </Button>
          )}
          {report?.isDone ? (
            <Button look="primary" onPress={onClose}>
              <Trans>Listo</Trans>
            </Button>
          ) : (
            <Button
              look="primary"
              isDisabled={busy || file === null || source.trim().length < 3}
              onPress={() => void read('refuse')}
            >
              {busy ? <Trans>Leyendo…</Trans> : <Trans>Importar</Trans>}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  )
}

function Report({ report }: { readonly report: ImportReport }) {
  const { recorded, repeated, bad, badLines, isDone } = report
  return (
    <div role="status" className="rounded-lg border border-border">
      <p className="px-3 py-2 text-sm font-semibold">
        {isDone ? (
          <Plural value={recorded} one="# línea anotada" other="# líneas anotadas" />
        ) : (
          <Trans>No se importó nada</Trans>
        )}
        {isDone && repeated > 0 && (
          <span className="font-normal text-text-2">
            {' · '}
            <Plural value={repeated} one="# ya estaba" other="# ya estaban" />
          </span>
        )}
        {bad > 0 && (
          <span className="font-normal text-danger">
            {' · '}
            <Plural value={bad} one="# línea con error" other="# líneas con error" />
          </span>
        )}
      </p>
      {badLines.length > 0 && (
        <ul tabIndex={0} className="max-h-56 overflow-y-auto border-t border-border px-3 py-2 text-xs text-text-2">
          {badLines.map(({ line, column, found, expected }) => (
            <li key={`${line} ${column}`} className="py-0.5 break-words tabular">
              <Trans>
                Línea {line}, {column}: «{found}»; se esperaba {expected}
              </Trans>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { VerdictView } from '#contract/consent.ts'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { say } from '../kit/toast.tsx'

/** Goes over the whole chain when asked, and says whether anybody has touched it, and where. */
export function Verification() {
  const { t } = useLingui()
  const [verdict, setVerdict] = useState<VerdictView | null>(null)
  const [busy, setBusy] = useState(false)
  const flaws: Readonly<Record<VerdictView['flaws'][number]['what'], string>> = {
    altered: t`fue alterada`,
    missing: t`falta`,
    unchained: t`no sigue a la anterior`,
    'detail-altered': t`tiene otros datos que los que se anotaron`,
    'detail-missing': t`perdió sus datos sin que nadie los borrara`,
    'cut-short': t`es la última que queda: faltan las siguientes`,
  }
  const verify = async () => {
    setBusy(true)
    const result = await call('verifyConsents', {})
    setBusy(false)
    if (result.ok) setVerdict(result.value)
    else say(result.error.detail || result.error.title)
  }
  const holds = verdict === null || verdict.holds
  return (
    <section
      data-testid="consent-verification"
      className={cx(
        'mb-5 flex flex-wrap items-center gap-3 rounded-lg border px-4 py-3',
        holds ? 'border-border bg-surface' : 'border-danger bg-danger-soft',
      )}
    >
      {holds ? (
        <ShieldCheck size={20} aria-hidden className={verdict ? 'text-success' : 'text-text-3'} />
      ) : (
        <ShieldAlert size={20} aria-hidden className="text-danger" />
      )}
      <div className="min-w-0 flex-1 text-sm" role="status">
        {verdict === null ? (
          <Trans>Cada anotación lleva la huella de la anterior: si alguien cambia una, se nota.</Trans>
        ) : verdict.holds ? (
          <>
            <p className="font-semibold">
              <Trans>El libro está íntegro</Trans>
            </p>
            <p className="text-text-2">
              <Plural
                value={verdict.links}
                one="# anotación, tal como se escribió."
                other="# anotaciones, tal como se escribieron."
              />
            </p>
            <p className="font-mono text-2xs break-all text-text-3">{verdict.head.hash}</p>
          </>
        ) : (
          <>
            <p className="font-semibold text-danger">
              <Trans>El libro fue alterado</Trans>
            </p>
            <ul className="text-text-2">
              {verdict.flaws.map(({ number, what }) => (
                <li key={`${number} ${what}`}>
                  <Trans>
                    La anotación {number} {flaws[what]}
                  </Trans>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <Button isDisabled={busy} onPress={() => void verify()}>
        <Trans>Verificar</Trans>
      </Button>
    </section>
  )
}

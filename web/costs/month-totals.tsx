import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { SummaryView } from '#contract/costs.ts'
import type { LineView } from '#contract/views.ts'
import { cx } from '../kit/cx.ts'
import { amountWords, countWords } from './words.ts'

type Sums = SummaryView['sums']

/** The month in four figures; amounts of each currency apart, for nobody adds those up. */
export function Totals({ sums }: { readonly sums: Sums }) {
  const count = (...outcomes: readonly string[]) =>
    sums.filter(({ outcome }) => outcomes.includes(outcome)).reduce((all, { messages }) => all + messages, 0)
  const spent = new Map<string, number>()
  for (const { currency, micros } of sums) spent.set(currency, (spent.get(currency) ?? 0) + micros)
  const saved = sums.filter(({ outcome }) => outcome === 'volume').filter(({ micros }) => micros !== 0)
  const unpriced = count('unpriced')
  return (
    <dl className="grid grid-cols-2 gap-3 md:grid-cols-4" data-testid="cost-totals">
      <Figure name={<Trans>Gastado</Trans>}>
        {spent.size === 0
          ? amountWords({ micros: 0, currency: 'USD' })
          : [...spent].map(([currency, micros]) => (
              <span key={currency} className="block">
                {amountWords({ micros, currency })} <span className="text-xs font-medium text-text-3">{currency}</span>
              </span>
            ))}
      </Figure>
      <Figure name={<Trans>Mensajes cobrados</Trans>}>{countWords(count('charged'))}</Figure>
      <Figure name={<Trans>Mensajes gratis</Trans>}>{countWords(count('window', 'allowance', 'free-entry'))}</Figure>
      {unpriced > 0 ? (
        <Figure name={<Trans>Sin tarifa</Trans>} tone="text-warn">
          {countWords(unpriced)}
        </Figure>
      ) : (
        <Figure name={<Trans>Descuento por volumen</Trans>}>
          {saved.length === 0 ? '–' : saved.map((each) => <span key={each.currency}>{amountWords(each)}</span>)}
        </Figure>
      )}
    </dl>
  )
}

const Figure = ({ name, tone = '', children }: { name: ReactNode; tone?: string; children: ReactNode }) => (
  <div className="rounded-lg border border-border bg-surface px-4 py-3">
    <dt className="text-xs font-semibold text-text-2">{name}</dt>
    <dd className={cx('pt-0.5 text-xl font-semibold tracking-[-0.01em] tabular', tone)}>{children}</dd>
  </div>
)

type AllowanceProps = { readonly allowances: SummaryView['allowances']; readonly lines: readonly LineView[] }

/** How many of each number's free answers are used. */
export function Allowances({ allowances, lines }: AllowanceProps) {
  const { t } = useLingui()
  const names = new Map(lines.map(({ id, name }) => [id, name]))
  return (
    <section className="rounded-lg border border-border bg-surface px-4 py-3" aria-label={t`Respuestas gratuitas`}>
      <h2 className="text-xs font-semibold text-text-2">
        <Trans>Respuestas gratuitas del mes</Trans>
      </h2>
      <ul className="flex flex-col gap-3 pt-3">
        {allowances.map(({ lineId, used, of }) => (
          <li key={lineId} className="flex flex-col gap-1 text-sm">
            <span className="flex gap-3">
              <span className="min-w-0 flex-1 truncate font-medium">{names.get(lineId) ?? lineId}</span>
              <span className="text-text-2 tabular">
                <Trans>
                  {countWords(used)} de {countWords(of)}
                </Trans>
              </span>
            </span>
            <Meter
              label={t`Respuestas gratuitas usadas de ${names.get(lineId) ?? ''}`}
              share={used / of}
              tone={used >= of ? 'warn' : 'plain'}
            />
          </li>
        ))}
        {allowances.length === 0 && (
          <li className="text-sm text-text-2">
            <Trans>Ese mes las respuestas dentro de la ventana no costaban nada.</Trans>
          </li>
        )}
      </ul>
    </section>
  )
}

type MeterProps = {
  readonly label: string
  readonly share: number
  readonly tone: 'plain' | 'warn' | 'danger'
  /** Where somebody is warned, as a share. */
  readonly mark?: number
}
const TONES = { plain: 'bg-accent', warn: 'bg-warn', danger: 'bg-danger' }

export function Meter({ label, share, tone, mark }: MeterProps) {
  const percent = Math.min(100, Math.max(0, Math.round(share * 100)))
  return (
    <span
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="relative block h-1.5 rounded-full bg-ring-track"
    >
      <span className={cx('absolute inset-y-0 left-0 rounded-full', TONES[tone])} style={{ width: `${percent}%` }} />
      {mark !== undefined && mark < 1 && (
        <span aria-hidden className="absolute -inset-y-0.5 w-0.5 bg-text-3" style={{ left: `${mark * 100}%` }} />
      )}
    </span>
  )
}

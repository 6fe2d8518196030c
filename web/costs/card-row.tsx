import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ChevronRight } from 'lucide-react'
import type { CardView } from '#contract/costs.ts'
import { RATES } from '#core/cost/rate-card.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { Chip } from '../kit/chip.tsx'
import { categoryWords } from '../thread/price.ts'
import { amountWords, dateWords, marketWords } from './words.ts'

/** A card: from when it holds, and its prices once it is opened. */
export function CardRow({ card, isFirst }: { readonly card: CardView; readonly isFirst: boolean }) {
  const { t } = useLingui()
  const markets = Object.entries(card.markets).toSorted(([one], [other]) => one.localeCompare(other))
  const rates = RATES.filter((rate) => markets.some(([, each]) => each[rate] !== undefined))
  const price = (tiers: { from: number; micros: number }[] | undefined) =>
    tiers?.[0] === undefined
      ? '–'
      : `${amountWords({ micros: tiers[0].micros, currency: card.currency })}${tiers.length > 1 ? ` ↓${tiers.length}` : ''}`
  return (
    <li className={isFirst ? '' : 'border-t border-border'}>
      <details className="group">
        <summary className="flex min-h-12 cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 text-sm hover:bg-hover">
          <ChevronRight size={15} aria-hidden className="text-text-3 transition-transform group-open:rotate-90" />
          <span className="font-semibold">
            <Trans>Desde el {dateWords(card.effectiveFrom)}</Trans>
          </span>
          <Chip>{card.currency}</Chip>
          {card.demonstration && (
            <Chip tone="warn">
              <Trans>Demostración</Trans>
            </Chip>
          )}
          <span className="text-text-2">
            <Plural value={markets.length} one="# mercado" many="# de mercados" other="# mercados" />
          </span>
          {card.importedAt !== null && (
            <span className="ml-auto text-xs text-text-3">
              {[card.importedBy, shortDateTime(Date.parse(card.importedAt), formatLocale())].filter(Boolean).join(', ')}
            </span>
          )}
        </summary>
        <div className="overflow-x-auto px-4 pb-4">
          <table className="w-full text-sm">
            <thead>
              <tr className="text-left text-xs text-text-2 *:px-2 *:py-1.5 *:font-semibold">
                <th scope="col">{t`Mercado`}</th>
                {rates.map((rate) => (
                  <th key={rate} scope="col" className="text-right">
                    {rate === 'authentication-international' ? t`Autenticación internacional` : categoryWords(rate)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {markets.map(([market, each]) => (
                <tr key={market} className="border-t border-border *:px-2 *:py-1.5">
                  <th scope="row" className="text-left font-medium">
                    {marketWords(market)}
                  </th>
                  {rates.map((rate) => (
                    <td key={rate} className="text-right whitespace-nowrap text-text-2 tabular">
                      {price(each[rate])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </li>
  )
}

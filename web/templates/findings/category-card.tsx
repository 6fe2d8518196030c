import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowRight, Check } from 'lucide-react'
import type { Money } from '#core/cost/rate-card.ts'
import { moneyWords, categoryWords } from '../../thread/price.ts'
import { formatLocale } from '../../i18n/i18n.ts'
import { cx } from '../../kit/cx.ts'
import { namedCategories } from './named-categories.ts'
import { edit, focusPlace, useBuilder, useForm } from '../builder.ts'

/** So many messages make a difference of fractions of a cent visible. */
const MANY = 1_000

/** The category asked for and the one Meta will assign, what gave it away, and what that costs. */
export function CategoryCard() {
  const { t } = useLingui()
  const form = useForm()
  const { predictedCategory: predicted, why } = useBuilder(({ report }) => report)
  const asked = form.category
  const differs = asked !== predicted
  const nameOf = (category: string) => categoryWords(category.toLowerCase())
  const { cost } = why
  return (
    <section
      data-testid="category-card"
      data-predicted={predicted}
      aria-label={t`Categoría que asignará Meta`}
      className={cx('rounded-lg border bg-surface px-3.5 py-3', differs ? 'border-warn' : 'border-border')}
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm font-semibold">
        <span className={cx(differs && 'font-medium text-text-2 line-through decoration-text-3')}>{nameOf(asked)}</span>
        {differs ? (
          <>
            <ArrowRight size={14} className="text-text-3" aria-hidden />
            <span className="text-warn">
              <Trans>Meta la clasificará como {nameOf(predicted)}</Trans>
            </span>
          </>
        ) : (
          <Check size={14} className="text-success" aria-hidden />
        )}
      </p>
      <p className="pt-1 text-sm text-text-2">{namedCategories(why.sentence)}</p>
      {why.clues.length > 0 && (
        <p className="flex flex-wrap gap-1 pt-1.5">
          {why.clues.slice(0, 4).map((clue) => (
            <button
              key={`${clue.component} ${clue.span.start}`}
              type="button"
              onClick={() => focusPlace(clue.component, clue.span)}
              className={cx(
                'max-w-full truncate rounded-sm px-1.5 py-0.5 text-xs hover:brightness-96',
                clue.category === asked ? 'bg-chip text-text-2' : 'bg-warn-soft text-warn',
              )}
            >
              {clue.text.trim()}
            </button>
          ))}
        </p>
      )}
      {cost?.predicted && (
        <p className="pt-2 text-xs text-text-2 tabular" data-testid="category-cost">
          {differs && cost.asked && cost.asked.micros !== cost.predicted.micros ? (
            <Cost asked={cost.asked} predicted={cost.predicted} />
          ) : (
            <Trans>{moneyWords(cost.predicted)} por mensaje entregado</Trans>
          )}
        </p>
      )}
      {differs && (
        <button
          type="button"
          onClick={() => edit((now) => ({ ...now, category: predicted }))}
          className="mt-1.5 text-xs font-semibold text-accent hover:underline"
        >
          <Trans>Pedirla como {nameOf(predicted)}</Trans>
        </button>
      )}
    </section>
  )
}

function Cost({ asked, predicted }: { readonly asked: Money; readonly predicted: Money }) {
  const difference = predicted.micros - asked.micros
  const many = MANY.toLocaleString(formatLocale())
  const sum = new Intl.NumberFormat(formatLocale(), {
    style: 'currency',
    currency: predicted.currency,
    currencyDisplay: 'narrowSymbol',
  }).format((Math.abs(difference) * MANY) / 1_000_000)
  return difference > 0 ? (
    <Trans>
      Cada mensaje cuesta {moneyWords(predicted)} en vez de {moneyWords(asked)}:{' '}
      <strong className="font-semibold text-text">{sum} más</strong> por cada {many}.
    </Trans>
  ) : (
    <Trans>
      Cada mensaje cuesta {moneyWords(predicted)} en vez de {moneyWords(asked)}:{' '}
      <strong className="font-semibold text-text">{sum} menos</strong> por cada {many}.
    </Trans>
  )
}

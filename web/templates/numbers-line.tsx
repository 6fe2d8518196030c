import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import type { TemplateRow } from '#contract/templates.ts'
import { useNow } from '../feed/clock.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { listTime } from '../i18n/time-words.ts'
import { moneyWords } from '../thread/price.ts'
import { shareWords } from './number-words.ts'

type Props = { readonly numbers: TemplateRow['numbers'] }

/** In a line: how often it went within 30 days, how much of it was read, what one cost, and when the last one went. */
export function NumbersLine({ numbers: { lastSentAt, sent, readRate, price } }: Props) {
  const { t } = useLingui()
  const now = useNow()
  const words =
    lastSentAt === null
      ? [t`sin envíos`]
      : [
          plural(sent, {
            one: '# enviado en 30 días',
            many: '# de enviados en 30 días',
            other: '# enviados en 30 días',
          }),
          readRate === null ? null : t`${shareWords(readRate)} leídos`,
          price && t`${moneyWords(price)} cada uno`,
          t`último: ${listTime(Date.parse(lastSentAt), now, formatLocale(), t`ayer`)}`,
        ]
  return (
    <p
      data-testid="template-numbers"
      title={t`De lo que se pidió enviar en los últimos 30 días`}
      className="border-b border-border px-5 py-2 text-xs text-text-2 tabular max-md:px-3"
    >
      <span className="sr-only">
        <Trans>Resultados:</Trans>{' '}
      </span>
      {words.filter(Boolean).join(' · ')}
    </p>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import type { TemplateRow } from '#contract/templates.ts'
import { useNow } from '../feed/clock.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { listTime } from '../i18n/time-words.ts'
import { moneyWords } from '../thread/price.ts'
import { countWords, shareWords } from './number-words.ts'

type Props = { readonly numbers: TemplateRow['numbers']; readonly className?: string }

/** In a line: how often it went within 30 days, how much of it was read, what one cost, and when the last one went. */
export function NumbersLine({ numbers: { lastSentAt, sent, readRate, price }, className }: Props) {
  const { t } = useLingui()
  const now = useNow()
  const words =
    lastSentAt === null
      ? [t`sin envíos`]
      : [
          t`${countWords(sent)} enviados en 30 días`,
          readRate === null ? null : t`${shareWords(readRate)} leídos`,
          price && t`${moneyWords(price)} cada uno`,
          t`último: ${listTime(Date.parse(lastSentAt), now, formatLocale(), t`ayer`)}`,
        ]
  return (
    <p data-testid="template-numbers" className={className} title={t`De lo que se pidió enviar en los últimos 30 días`}>
      <span className="sr-only">
        <Trans>Resultados:</Trans>{' '}
      </span>
      {words.filter(Boolean).join(' · ')}
    </p>
  )
}

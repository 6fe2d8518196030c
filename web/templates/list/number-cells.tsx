import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { TemplateRow } from '#contract/templates.ts'
import { useNow } from '../../feed/clock.ts'
import { formatLocale } from '../../i18n/i18n.ts'
import { listTime } from '../../i18n/time-words.ts'
import { moneyWords } from '../../thread/price.ts'
import { countWords, shareWords } from '../number-words.ts'

type Props = { readonly numbers: TemplateRow['numbers'] }

/** How a template does, in the columns of the list. */
export function NumberCells({ numbers: { lastSentAt, sent, delivered, readRate, price } }: Props) {
  const { t } = useLingui()
  const now = useNow()
  if (lastSentAt === null) {
    return (
      <td colSpan={4} className="py-2 pr-5 text-right whitespace-nowrap text-text-2 max-md:hidden">
        <Trans>sin envíos</Trans>
      </td>
    )
  }
  const cell = 'py-2 pr-3 text-right whitespace-nowrap text-text-2 tabular max-md:hidden'
  return (
    <>
      <td className={cell}>
        {countWords(sent)}
        {sent > 0 && (
          <span className="block text-xs">
            <Plural value={delivered} one="# entregado" many="# de entregados" other="# entregados" />
          </span>
        )}
      </td>
      <td className={cell}>{readRate === null ? '—' : shareWords(readRate)}</td>
      <td className={`${cell} max-lg:hidden`}>{price === null ? '—' : moneyWords(price)}</td>
      <td className="py-2 pr-5 text-right whitespace-nowrap text-text-2 tabular max-md:hidden">
        {listTime(Date.parse(lastSentAt), now, formatLocale(), t`Ayer`)}
      </td>
    </>
  )
}

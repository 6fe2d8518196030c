import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Clock3 } from 'lucide-react'
import type { Conversation } from '#core/conversation/conversation.ts'
import { dateIn } from '#base/zone.ts'
import { cardOn, type Money } from '#core/cost/rate-card.ts'
import { SERVICE_WINDOW, windowOf } from '#core/window/window.ts'
import { usePriceBook } from '../costs/prices.ts'
import { useNow } from '../feed/clock.ts'
import { duration } from '../i18n/time-words.ts'
import { cx } from '../kit/cx.ts'
import { Tip } from '../kit/tip.tsx'
import { DANGER_MS, WARN_MS } from '../kit/window-ring.tsx'
import { moneyWords } from '../thread/price.ts'

/** The time left to write freely, and about what one message costs. */
export function WindowClock({
  conversation,
  price,
}: {
  readonly conversation: Conversation
  readonly price: Money | null
}) {
  const { t } = useLingui()
  const now = useNow()
  const window = windowOf(conversation, now)
  const { cards, currency, timeZone, freeServiceLeft } = usePriceBook(conversation.lineId)
  if (window.kind === 'closed') return null
  const isDemonstration = cardOn(cards, currency, dateIn(timeZone, now))?.demonstration ?? false
  const hints = [
    t`Ventana de 24 h desde el último mensaje del cliente.`,
    isDemonstration ? t`Precio estimado con la tarifa de demostración.` : t`Precio estimado con la tarifa vigente.`,
    ...(freeServiceLeft === null
      ? []
      : [
          plural(freeServiceLeft, {
            one: 'Queda # respuesta gratuita este mes.',
            many: 'Quedan # de respuestas gratuitas este mes.',
            other: 'Quedan # respuestas gratuitas este mes.',
          }),
        ]),
  ]
  // The screen's clock goes in steps: right after a message it is behind Meta's.
  const left = Math.min(SERVICE_WINDOW, window.closesAt - now)
  const tone = left < DANGER_MS ? 'text-danger' : left < WARN_MS ? 'text-warn' : 'text-text-2'
  return (
    <Tip text={hints.join(' ')}>
      <span data-testid="window-chip" className={cx('flex items-center gap-1.5 text-xs font-medium tabular', tone)}>
        <Clock3 size={13} aria-hidden />
        <span>
          <Trans>quedan {duration(left)}</Trans>
          {price !== null && (price.micros === 0 ? <Trans> · gratis</Trans> : <> · {moneyWords(price)}</>)}
        </span>
      </span>
    </Tip>
  )
}

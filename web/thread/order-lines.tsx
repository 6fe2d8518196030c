import { Trans } from '@lingui/react/macro'
import { Fragment, type ReactNode } from 'react'
import { type OrderDetails, totalOf } from '#core/message/payment.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { money } from './money.ts'

const MICROS = 1_000_000

/** A bill of ours: what is to be paid, for what, and until when. */
export function OrderLines({ order }: { readonly order: OrderDetails }) {
  const { items, taxMicros, shippingMicros, discountMicros, currency, expires, reference } = order
  const shown = (micros: number) => money(micros / MICROS, currency)
  return (
    <div className="border-t border-bubble-out-line px-3 py-2 text-xs">
      <dl className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 tabular">
        {items.map((item, index) => (
          <Line key={index} value={shown((item.saleMicros ?? item.priceMicros) * item.quantity)}>
            {item.quantity} × {item.name}
          </Line>
        ))}
        {taxMicros > 0 && (
          <Line value={shown(taxMicros)}>
            <Trans>Impuestos</Trans>
          </Line>
        )}
        {shippingMicros > 0 && (
          <Line value={shown(shippingMicros)}>
            <Trans>Envío</Trans>
          </Line>
        )}
        {discountMicros > 0 && (
          <Line value={shown(-discountMicros)}>
            <Trans>Descuento</Trans>
          </Line>
        )}
        <dt className="border-t border-bubble-out-line pt-1 font-semibold">
          <Trans>Total</Trans>
        </dt>
        <dd className="border-t border-bubble-out-line pt-1 font-semibold">{shown(totalOf(order))}</dd>
      </dl>
      <p className="mt-1 text-bubble-out-meta">
        {reference}
        {expires && (
          <>
            {' · '}
            <Trans>Hasta {shortDateTime(expires.at, formatLocale())}</Trans>
          </>
        )}
      </p>
    </div>
  )
}

const Line = ({ value, children }: { readonly value: string; readonly children: ReactNode }) => (
  <Fragment>
    <dt className="truncate">{children}</dt>
    <dd>{value}</dd>
  </Fragment>
)

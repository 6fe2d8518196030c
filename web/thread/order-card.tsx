import { Plural, Trans } from '@lingui/react/macro'
import { ShoppingBag } from 'lucide-react'
import { Fragment } from 'react'
import type { Content } from '#core/message/content.ts'
import type { Message } from '#core/message/message.ts'
import { cx } from '../kit/cx.ts'
import { FormattedText } from './formatted-text.tsx'
import { Meta } from './meta.tsx'
import { money } from './money.ts'

type Props = { readonly message: Message; readonly content: Extract<Content, { kind: 'order' }> }

/** What somebody put into the cart of a catalogue, and what it comes to. */
export default function OrderCard({ message, content }: Props) {
  const { items, text } = content
  const currency = items[0]?.currency
  const total = items.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  const pieces = items.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <div className="p-1">
      <div
        className={cx('w-75 max-w-full rounded-md p-2.5', message.direction === 'out' ? 'bg-inset-out' : 'bg-inset-in')}
      >
        <p className="flex items-center gap-2 text-sm font-semibold text-text">
          <ShoppingBag size={16} className="text-text-2" aria-hidden />
          <Trans>Pedido</Trans>
          <span className="font-normal text-text-2">
            · <Plural value={pieces} one="# artículo" many="# de artículos" other="# artículos" />
          </span>
        </p>
        <dl className="mt-2 grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 text-xs text-text-2 tabular">
          {items.map(({ productId, quantity, price, currency: own }) => (
            <Fragment key={productId}>
              <dt className="truncate">
                {quantity} × <span className="font-mono">{productId}</span>
              </dt>
              <dd>{money(price * quantity, own)}</dd>
            </Fragment>
          ))}
          {currency && items.length > 1 && (
            <>
              <dt className="border-t border-border pt-1 font-semibold text-text">
                <Trans>Total</Trans>
              </dt>
              <dd className="border-t border-border pt-1 font-semibold text-text">{money(total, currency)}</dd>
            </>
          )}
        </dl>
      </div>
      {text && (
        <div className="px-1.5 pt-1">
          <FormattedText text={text} />
        </div>
      )}
      <div className="flex justify-end px-1.5 pt-0.5">
        <Meta message={message} />
      </div>
    </div>
  )
}

import { Trans } from '@lingui/react/macro'
import type { OutboundMessage } from '#core/message/message.ts'
import type { MessageStatus } from '#core/message/status.ts'
import { usePriceBook } from '../costs/prices.ts'
import { Receipts } from '../group/receipts.tsx'
import { formatLocale } from '../i18n/i18n.ts'
import { dateAndTime } from '../i18n/time-words.ts'
import { useContactOf, useDesk } from '../store/desk-store.ts'
import { priceWords } from './price.ts'
import { useStatusNames } from './status-names.ts'

const ORDER: readonly MessageStatus[] = [
  'queued',
  'cancelled',
  'accepted',
  'sent',
  'delivered',
  'read',
  'played',
  'failed',
  'refused',
  'unknown',
]

/** Every step of one of our messages with its time, and what it cost. */
export default function StatusCard({ message }: { readonly message: OutboundMessage }) {
  const names = useStatusNames()
  const steps = ORDER.flatMap((status) => {
    const at = message.times[status]
    return at === undefined ? [] : [{ status, at }]
  })
  const book = usePriceBook(message.lineId)
  const conversation = useDesk((state) => state.conversations.get(message.conversationId))
  const contact = useContactOf(conversation)
  const price = priceWords(message, contact, book)
  return (
    <div className="flex min-w-44 flex-col gap-1">
      {steps.map(({ status, at }) => (
        <span key={status} className="flex justify-between gap-6">
          <span className="text-text-2">{names[status]}</span>
          <span className="font-medium tabular">{dateAndTime(at, formatLocale())}</span>
        </span>
      ))}
      {message.receipts && <Receipts receipts={message.receipts} />}
      {price && (
        <span className="mt-1 flex justify-between gap-6 border-t border-border pt-1.5">
          <span className="text-text-2">
            <Trans>Tarifa</Trans>
          </span>
          <span className="font-medium">{price}</span>
        </span>
      )}
    </div>
  )
}

import { Trans } from '@lingui/react/macro'
import type { Message, OutboundMessage } from '#core/message/message.ts'
import type { MessageStatus } from '#core/message/status.ts'
import { usePriceBook } from '../costs/prices.ts'
import { Receipts } from '../group/receipts.tsx'
import { formatLocale } from '../i18n/i18n.ts'
import { dateAndTime, timeOfDay } from '../i18n/time-words.ts'
import { cx } from '../kit/cx.ts'
import { Ticks } from '../kit/ticks.tsx'
import { Tip } from '../kit/tip.tsx'
import { useContactOf, useDesk } from '../store/desk-store.ts'
import { priceWords } from './price.ts'
import { useStatusNames } from './status-names.ts'

type Props = {
  readonly message: Message
  /** Over a picture: white on a dark pill. */
  readonly over?: boolean
  /** At the end of a text: an invisible copy keeps the place free in the last line. */
  readonly float?: boolean
}

/** When it was said, and how far ours has come. */
export function Meta({ message, over = false, float = false }: Props) {
  const out = message.direction === 'out'
  const tone = over ? 'text-white' : out ? 'text-bubble-out-meta' : 'text-bubble-in-meta'
  if (!float) {
    return (
      <span
        className={cx(
          'inline-flex items-center gap-1 text-2xs font-medium whitespace-nowrap tabular',
          tone,
          over && 'rounded-full bg-black/55 px-1.5 py-px [&_svg]:text-white',
        )}
      >
        <Inside message={message} />
      </span>
    )
  }
  return (
    <>
      <span
        aria-hidden
        className="invisible ml-2 inline-flex h-3 items-center gap-1 align-baseline text-2xs font-medium whitespace-nowrap tabular select-none"
      >
        <Plain message={message} />
      </span>
      <span
        className={cx(
          'absolute right-2.25 bottom-1 inline-flex items-center gap-1 text-2xs font-medium whitespace-nowrap tabular',
          tone,
        )}
      >
        <Inside message={message} />
      </span>
    </>
  )
}

function Inside({ message }: { readonly message: Message }) {
  if (message.direction === 'in') return <Plain message={message} />
  return (
    <Tip card={<StatusCard message={message} />} delayMs={250}>
      <span className="inline-flex items-center gap-1">
        <Plain message={message} />
      </span>
    </Tip>
  )
}

function Plain({ message }: { readonly message: Message }) {
  const names = useStatusNames()
  const voice = message.content.kind === 'audio' && message.content.voice
  return (
    <>
      {message.editedAt !== null && message.revokedAt === null && (
        <span>
          <Trans>editado</Trans>
        </span>
      )}
      <time dateTime={new Date(message.at).toISOString()}>{timeOfDay(message.at, formatLocale())}</time>
      {message.direction === 'out' && <Ticks status={message.status} voice={voice} label={names[message.status]} />}
    </>
  )
}

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
function StatusCard({ message }: { readonly message: OutboundMessage }) {
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

import { Trans } from '@lingui/react/macro'
import type { Message } from '#core/message/message.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { timeOfDay } from '../i18n/time-words.ts'
import { cx } from '../kit/cx.ts'
import { Ticks } from '../kit/ticks.tsx'
import { Tip } from '../kit/tip.tsx'
import { later } from '../kit/later.tsx'
import { useStatusNames } from './status-names.ts'

const StatusCard = later(() => import('./status-card.tsx'), <></>)

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

import type { MessageStatus } from '#core/message/status.ts'
import { cx } from './cx.ts'

/** How far a message has come, as a shape of its own for every state: never by colour alone. */
export function Ticks({ status, voice = false, label }: TicksProps) {
  const shape = SHAPES[status]
  return (
    <svg
      width={WIDE.has(status) ? 17 : 12}
      height="11"
      viewBox={WIDE.has(status) ? '0 0 17 11' : '5 0 12 11'}
      fill="none"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      stroke="currentColor"
      role="img"
      aria-label={label}
      className={cx('shrink-0', TONES[status])}
    >
      {shape}
      {voice && status === 'played' && <path d="M16.6 3.2v4.6" strokeWidth="1.2" />}
    </svg>
  )
}
type TicksProps = { readonly status: MessageStatus; readonly voice?: boolean; readonly label: string }

const WIDE: ReadonlySet<MessageStatus> = new Set(['delivered', 'read', 'played'])

const CLOCK = (
  <>
    <circle cx="11.5" cy="5.5" r="4.4" strokeWidth="1.25" />
    <path d="M11.5 3.2v2.4l1.5 1" strokeWidth="1.25" />
  </>
)
const SINGLE = <path d="m6.2 6 3 3 6-7" />
const DOUBLE = (
  <>
    <path d="m1.2 6 3 3 6-7" />
    <path d="m8.1 7.7 1.3 1.3 6-7" />
  </>
)
const STOP = (
  <>
    <path d="M9.6 1h3.8l2.6 2.6v3.8L13.4 10H9.6L7 7.4V3.6Z" strokeWidth="1.2" />
    <path d="M11.5 3.2v2.6M11.5 7.8v.05" strokeWidth="1.4" />
  </>
)
const CROSS = (
  <>
    <circle cx="11.5" cy="5.5" r="4.4" strokeWidth="1.25" />
    <path d="m10 4 3 3m0-3-3 3" strokeWidth="1.25" />
  </>
)
const UNKNOWN = <path d="m6.2 6 3 3 6-7" strokeDasharray="2 2.4" />

const SHAPES: Readonly<Record<MessageStatus, React.ReactNode>> = {
  queued: CLOCK,
  cancelled: CROSS,
  sending: CLOCK,
  unknown: UNKNOWN,
  refused: STOP,
  accepted: SINGLE,
  sent: SINGLE,
  delivered: DOUBLE,
  read: DOUBLE,
  played: DOUBLE,
  failed: STOP,
}
const TONES: Readonly<Record<MessageStatus, string>> = {
  queued: 'text-tick',
  cancelled: 'text-tick',
  sending: 'text-tick',
  unknown: 'text-warn',
  refused: 'text-danger',
  accepted: 'text-tick',
  sent: 'text-tick',
  delivered: 'text-tick',
  read: 'text-tick-read',
  played: 'text-tick-read',
  failed: 'text-danger',
}

import type { BubbleStatus } from '../control/types.ts'
import { useWords } from '../words/index.ts'

/** Our own ticks: shape and words tell the state, colour only repeats it. */
export function Ticks({ status, sending = false }: { status: BubbleStatus; sending?: boolean }) {
  const words = useWords()
  const label = sending ? words.sending : words.status[status]
  const blue = status === 'read' || status === 'played'
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 16 11"
      className={`h-[11px] w-4 shrink-0 ${blue ? 'text-wa-read' : status === 'failed' ? 'text-wa-danger' : 'text-wa-ink-2'}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <title>{label}</title>
      <TickShape status={status} />
    </svg>
  )
}

function TickShape({ status }: { status: BubbleStatus }) {
  switch (status) {
    case 'waiting':
      return (
        <>
          <circle cx="9.500" cy="5.500" r="4.500" />
          <path d="M9.500 3v2.700l1.700 1" />
        </>
      )
    case 'sent':
      return <path d="m4.500 6 2.700 2.800L13 2" />
    case 'failed':
      return (
        <>
          <path d="M7.600.900h3.800l2.700 2.700v3.800l-2.700 2.700H7.600L4.900 7.400V3.600z" />
          <path d="M9.500 3.200v2.600M9.500 7.800v.01" />
        </>
      )
    default:
      return <path d="m1 6 2.700 2.800L9.500 2M7 8.200l.700.600L13.500 2M15.500 2" />
  }
}

/** The thread of the house, as the business's face. */
export const ThreadGlyph = ({ className }: { className?: string }) => (
  <svg
    viewBox="0 0 24 24"
    className={className}
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    aria-hidden="true"
  >
    <path d="M4 14c2-5 4.200-5 6.200-1.300s4.400 3.400 9.800-3.200" />
  </svg>
)

export const BatteryGlyph = () => (
  <svg viewBox="0 0 25 12" className="h-3 w-[25px]" aria-hidden="true">
    <rect x=".500" y=".500" width="21" height="11" rx="3.500" fill="none" stroke="currentColor" opacity=".4" />
    <rect x="2" y="2" width="16" height="8" rx="2" fill="currentColor" />
    <path d="M23 4v4c.900-.300 1.500-1.100 1.500-2S23.900 4.300 23 4" fill="currentColor" opacity=".45" />
  </svg>
)

export const SignalGlyph = () => (
  <svg viewBox="0 0 18 12" className="h-3 w-[18px]" fill="currentColor" aria-hidden="true">
    <rect y="8" width="3" height="4" rx="1" />
    <rect x="5" y="5.500" width="3" height="6.500" rx="1" />
    <rect x="10" y="3" width="3" height="9" rx="1" />
    <rect x="15" width="3" height="12" rx="1" />
  </svg>
)

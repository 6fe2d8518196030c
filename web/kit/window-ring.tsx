import { UsersRound } from 'lucide-react'
import type { Instant } from '#base/time.ts'
import { SERVICE_WINDOW, type Window } from '#core/window/window.ts'
import { ChannelGlyph } from './channel-glyph.tsx'
import { initials } from './avatar.tsx'

export const WARN_MS = 2 * 3_600_000
export const DANGER_MS = 15 * 60_000

/** How much of 24 hours is left, 0 to 1, and how urgent that is. */
export function dialOf(window: Window, now: Instant): { share: number; tone: 'calm' | 'warn' | 'danger' | 'closed' } {
  if (window.kind === 'closed') return { share: 0, tone: 'closed' }
  const left = window.closesAt - now
  const tone = left < DANGER_MS ? 'danger' : left < WARN_MS ? 'warn' : 'calm'
  return { share: Math.min(1, left / SERVICE_WINDOW), tone }
}

const STROKES = { calm: 'stroke-text-3', warn: 'stroke-warn', danger: 'stroke-danger', closed: 'stroke-transparent' }

type Props = {
  readonly name: string
  /** Two heads in place of the initials. */
  readonly isGroup?: boolean
  readonly window: Window
  readonly now: Instant
  readonly size?: number
}

/** The contact's face in a dial of 24 hours that empties: the time left to answer freely. */
export function ContactFace({ name, isGroup = false, window, now, size = 40 }: Props) {
  const { share, tone } = dialOf(window, now)
  const stroke = size >= 36 ? 2.25 : 1.75
  const radius = size / 2 - stroke / 2
  const around = 2 * Math.PI * radius
  const glyph = Math.round(size * 0.38)
  return (
    <span className="relative inline-flex shrink-0" style={{ width: size, height: size }} aria-hidden>
      <svg width={size} height={size} className="absolute inset-0 -rotate-90">
        <circle cx={size / 2} cy={size / 2} r={radius} fill="none" strokeWidth={stroke} className="stroke-ring-track" />
        <circle
          cx={size / 2}
          cy={size / 2}
          r={radius}
          fill="none"
          strokeWidth={stroke}
          strokeLinecap="round"
          strokeDasharray={`${Math.max(share * around, share > 0 ? 2 : 0)} ${around}`}
          className={STROKES[tone]}
        />
      </svg>
      <span
        className="absolute inset-1 flex items-center justify-center rounded-full bg-chip font-semibold text-text-2 before:content-[attr(data-initials)]"
        style={{ fontSize: Math.round(size * 0.31) }}
        data-initials={isGroup ? '' : initials(name)}
      >
        {isGroup && <UsersRound size={Math.round(size * 0.42)} strokeWidth={1.75} />}
      </span>
      <span className="absolute -right-1 -bottom-1 flex rounded-full bg-surface p-[1.5px]">
        <ChannelGlyph size={glyph} />
      </span>
    </span>
  )
}

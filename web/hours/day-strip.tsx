import type { DayHours } from '#core/opening-hours/opening-hours.ts'

/** A day of 24 hours as a line: what is open stands out. For the eye only; the fields say the same. */
export function DayStrip({ hours }: { readonly hours: DayHours }) {
  return (
    <span aria-hidden className="relative block h-1.5 overflow-hidden rounded-full bg-chip">
      {hours.map(({ from, to }) => (
        <span
          key={from}
          className="absolute inset-y-0 rounded-full bg-accent"
          style={{ left: `${from / 14.4}%`, width: `${(Math.min(to, 1440) - from) / 14.4}%` }}
        />
      ))}
    </span>
  )
}

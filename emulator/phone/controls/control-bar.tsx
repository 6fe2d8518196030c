import { CheckCheck, FastForward, Plane, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { activeFaults, advanceClock, changePhone } from '../state/operate.ts'
import { useApp, usePhone } from '../state/store.ts'
import { useEmulatorNow, useZone } from '../state/use-now.ts'
import { momentName, offsetName } from '../text/time.ts'
import { useLanguage, useWords } from '../words/index.ts'

export const hourMs = 3_600_000

/** The four things a demonstration needs at hand, as in the sketch. */
export function ControlBar() {
  const words = useWords()
  const phone = usePhone()
  const count = activeFaults(useApp((state) => state.faults))
  const offsetMs = useApp((state) => state.clock.offsetMs)
  const glyph = { size: 15, 'aria-hidden': true } as const
  return (
    <div role="group" aria-label={words.controls} className="grid shrink-0 grid-cols-2 gap-1.5">
      <ControlButton
        testId="phone-advance-25h"
        glyph={<FastForward {...glyph} />}
        onClick={() => void advanceClock(25 * hourMs)}
      >
        {words.advance}
      </ControlButton>
      <ControlButton
        testId="phone-offline"
        glyph={<Plane {...glyph} />}
        pressed={phone?.online === false}
        disabled={phone === null}
        onClick={() => phone !== null && void changePhone(phone.id, { online: !phone.online })}
      >
        {words.offline}
      </ControlButton>
      <ControlButton
        testId="phone-receipts"
        glyph={<CheckCheck {...glyph} />}
        pressed={phone?.receipts === false}
        disabled={phone === null}
        onClick={() => phone !== null && void changePhone(phone.id, { receipts: !phone.receipts })}
      >
        {words.receipts}
      </ControlButton>
      <ControlButton
        testId="phone-faults"
        glyph={<TriangleAlert {...glyph} className={count > 0 ? 'text-danger' : ''} />}
        popup
        onClick={() => useApp.setState({ dialog: 'faults' })}
      >
        {words.faults}
        {count > 0 && (
          <span
            aria-label={words.faultsActive(count)}
            className="rounded-full bg-danger px-1.5 text-[11px]/4.5 font-semibold text-on-danger tabular-nums"
          >
            {count}
          </span>
        )}
      </ControlButton>
      {Math.abs(offsetMs) >= 60_000 && <ClockLine />}
    </div>
  )
}

/** Where the emulator's clock stands once it has left the wall clock. */
function ClockLine() {
  const words = useWords()
  const language = useLanguage()
  const now = useEmulatorNow()
  const zone = useZone()
  const offsetMs = useApp((state) => state.clock.offsetMs)
  return (
    <p
      className="col-span-2 flex justify-between gap-2 px-0.5 text-[12px]/4 text-text-3 tabular-nums"
      data-testid="phone-clock"
    >
      <span className="truncate">
        {words.simulatedTime}: {momentName(now, zone, language)}
      </span>
      <span className="shrink-0 font-medium text-warn">{offsetName(offsetMs)}</span>
    </p>
  )
}

type ControlButtonProps = {
  testId?: string
  glyph?: ReactNode
  pressed?: boolean
  popup?: boolean
  disabled?: boolean
  onClick: () => void
  children: ReactNode
}

export function ControlButton({ testId, glyph, pressed, popup, disabled, onClick, children }: ControlButtonProps) {
  return (
    <button
      type="button"
      data-testid={testId}
      aria-pressed={pressed}
      aria-haspopup={popup ? 'dialog' : undefined}
      disabled={disabled}
      onClick={onClick}
      className="flex min-h-8 items-center justify-center gap-1.5 rounded-[6px] border border-border bg-surface px-2 py-1 text-[13px]/4.5 font-medium text-text transition-colors duration-100 hover:border-control disabled:opacity-50 aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-on-accent"
    >
      {glyph !== undefined && <span className="shrink-0 opacity-80">{glyph}</span>}
      {children}
    </button>
  )
}

import { activeFaults, advanceClock, changePhone } from '../state/operate.ts'
import { useApp, usePhone } from '../state/store.ts'
import { useEmulatorNow, useZone } from '../state/use-now.ts'
import { momentName, offsetName } from '../text/time.ts'
import { useLanguage, useWords } from '../words/index.ts'
import { ControlButton } from './control-button.tsx'

export const hourMs = 3_600_000

/** The four things a demonstration needs at hand. */
export function ControlBar() {
  const words = useWords()
  const moved = useApp((state) => Math.abs(state.clock.offsetMs) >= 60_000)
  return (
    <div className="flex shrink-0 flex-col gap-1.5">
      <div role="group" aria-label={words.controls} className="grid grid-cols-2 gap-1.5">
        <AdvanceButton />
        <OfflineButton />
        <ReceiptsButton />
        <FaultsButton />
      </div>
      {moved && <ClockLine />}
    </div>
  )
}

export function AdvanceButton() {
  const words = useWords()
  return (
    <ControlButton testId="phone-advance-25h" onClick={() => void advanceClock(25 * hourMs)}>
      {words.advance}
    </ControlButton>
  )
}

export function OfflineButton() {
  const words = useWords()
  const phone = usePhone()
  return (
    <ControlButton
      testId="phone-offline"
      pressed={phone?.online === false}
      disabled={phone === null}
      onClick={() => phone !== null && void changePhone(phone.id, { online: !phone.online })}
    >
      {words.offline}
    </ControlButton>
  )
}

export function ReceiptsButton() {
  const words = useWords()
  const phone = usePhone()
  return (
    <ControlButton
      testId="phone-receipts"
      pressed={phone?.receipts === false}
      disabled={phone === null}
      onClick={() => phone !== null && void changePhone(phone.id, { receipts: !phone.receipts })}
    >
      {words.receipts}
    </ControlButton>
  )
}

function FaultsButton() {
  const words = useWords()
  const count = activeFaults(useApp((state) => state.faults))
  return (
    <ControlButton testId="phone-faults" popup onClick={() => useApp.setState({ dialog: 'faults' })}>
      <span className="whitespace-nowrap">{words.faults}</span>
      {count > 0 && (
        <span
          role="img"
          aria-label={words.faultsActive(count)}
          className="rounded-full bg-danger px-1.5 text-[11px]/4.5 font-semibold text-on-danger tabular-nums"
        >
          {count}
        </span>
      )}
    </ControlButton>
  )
}

/** Where the emulator's clock stands, and how far it has left the wall clock. */
export function ClockLine() {
  const words = useWords()
  const language = useLanguage()
  const now = useEmulatorNow()
  const zone = useZone()
  const ahead = offsetName(useApp((state) => state.clock.offsetMs))
  return (
    <p
      className="flex justify-between gap-2 px-0.5 text-[12px]/4 text-text-3 tabular-nums"
      data-testid="phone-clock"
      role="status"
    >
      <span className="truncate">
        {ahead === '' ? words.realTime : words.simulatedTime}: {momentName(now, zone, language)}
      </span>
      <span className="shrink-0 font-medium text-warn">{ahead}</span>
    </p>
  )
}

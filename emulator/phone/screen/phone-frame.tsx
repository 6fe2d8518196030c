import { Plane } from 'lucide-react'
import type { ReactNode } from 'react'
import { usePhone } from '../state/store.ts'
import { useEmulatorNow, useZone } from '../state/use-now.ts'
import { clockTime } from '../text/time.ts'
import { useWords } from '../words/index.ts'
import { BatteryGlyph, SignalGlyph } from './glyphs.tsx'

/** The body of the device and its status bar; the hour is the emulator's, in the customer's zone. */
export function PhoneFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-0 flex-1 flex-col rounded-[40px] bg-bezel p-[9px] shadow-phone ring-1 ring-bezel-edge">
      <div className="screen relative flex min-h-0 flex-1 flex-col overflow-hidden rounded-[31px] bg-wa-bar text-wa-ink">
        <StatusBar />
        {children}
      </div>
    </div>
  )
}

function StatusBar() {
  const words = useWords()
  const phone = usePhone()
  const now = useEmulatorNow()
  const zone = useZone()
  return (
    <div className="flex h-8 shrink-0 items-center justify-between px-5 pt-1 text-[13px] leading-none font-semibold tabular-nums">
      <span>{clockTime(now, zone)}</span>
      <span className="flex items-center gap-1.5">
        {phone?.online === false ? (
          <Plane size={14} strokeWidth={2.2} aria-label={words.offline} role="img" className="-rotate-45" />
        ) : (
          <>
            <span className="text-[12px]">5G</span>
            <SignalGlyph />
          </>
        )}
        <BatteryGlyph />
      </span>
    </div>
  )
}

import { useEffect, useState } from 'react'
import { zoneOf } from '../text/phone-number.ts'
import { emulatorNow, useApp, usePhone } from './store.ts'

const beatMs = 5_000

/** The emulator's now, read again every few seconds and at once after a jump. */
export function useEmulatorNow(): number {
  const clock = useApp((state) => state.clock)
  const [, beat] = useState(0)
  useEffect(() => {
    const timer = window.setInterval(() => beat((count) => count + 1), beatMs)
    return () => window.clearInterval(timer)
  }, [])
  return emulatorNow(clock)
}

/** The zone the open phone's owner lives by. */
export function useZone(): string | undefined {
  const phone = usePhone()
  return phone === null ? undefined : zoneOf(phone.waId)
}

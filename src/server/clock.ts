import { request } from 'undici'
import { type Clock, type Duration, instant, milliseconds } from '#base/time.ts'

/** The server's clock. In the demo it can be moved, together with the emulator's. */
export type ServerClock = Clock & {
  /** Sets how far it runs ahead of the machine's clock, and tells everybody who asked. */
  readonly setOffset: (offset: Duration) => void
  readonly onJump: (listener: () => void) => void
}

export function createClock(machine: () => number = Date.now): ServerClock {
  let offset = milliseconds(0)
  const listeners: (() => void)[] = []
  return {
    now: () => instant(machine() + offset),
    setOffset: (next) => {
      if (next === offset) return
      offset = next
      for (const listener of listeners) listener()
    },
    onJump: (listener) => void listeners.push(listener),
  }
}

/** Asks the emulator how far its clock runs ahead; zero when it is not there (yet). */
export async function emulatorOffset(emulatorUrl: string): Promise<Duration> {
  try {
    const answer = await request(`${emulatorUrl}/control/v1/clock`, { signal: AbortSignal.timeout(1_000) })
    const { offsetMs } = (await answer.body.json()) as { offsetMs?: unknown }
    return milliseconds(Number.isSafeInteger(offsetMs) ? (offsetMs as number) : 0)
  } catch {
    return milliseconds(0)
  }
}

import { type Clock, type Instant, instant } from '#base/time.ts'
import type { Store } from './store.ts'

/** The emulator's time: a real clock moved by an offset that survives a restart. */
export type WorldClock = Clock & {
  readonly offsetMs: () => number
  readonly set: (offsetMs: number) => void
  /** Called with how far the clock jumped; negative when it went back. */
  readonly onJump: (listener: (byMs: number) => void) => void
}

export const systemClock: Clock = { now: (): Instant => instant(Date.now()) }

export function worldClock(base: Clock, store: Store): WorldClock {
  const settings = store.table<{ offsetMs: number }>('clock')
  const listeners: ((byMs: number) => void)[] = []
  let offsetMs = settings.get('offset')?.offsetMs ?? 0
  return {
    now: () => instant(base.now() + offsetMs),
    offsetMs: () => offsetMs,
    set: (next) => {
      const byMs = next - offsetMs
      offsetMs = next
      settings.put('offset', { offsetMs })
      for (const listener of listeners) listener(byMs)
    },
    onJump: (listener) => void listeners.push(listener),
  }
}

import { useSyncExternalStore } from 'react'
import { type Instant, instant } from '#base/time.ts'

/** The server's clock, by which windows are judged: ours plus an offset that the feed corrects. */
let offsetMs = 0
let shown = Date.now()
const listeners = new Set<() => void>()
const STEP_MS = 10_000

export const serverNow = (): Instant => instant(Date.now() + offsetMs)

export function setServerNow(now: number): void {
  const next = now - Date.now()
  if (Math.abs(next - offsetMs) < 500) return
  offsetMs = next
  tick()
}

function tick(): void {
  shown = serverNow()
  for (const listener of listeners) listener()
}

let timer: ReturnType<typeof setInterval> | null = null
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tick, STEP_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0 || timer === null) return
    clearInterval(timer)
    timer = null
  }
}

/** The server's time in steps of ten seconds, and at once when its clock jumps. */
export function useNow(): Instant {
  return instant(useSyncExternalStore(subscribe, () => shown))
}
shown = serverNow()

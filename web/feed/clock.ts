import { useSyncExternalStore } from 'react'
import { type Instant, instant } from '#base/time.ts'

/** The server's clock, by which windows are judged: ours plus an offset that the feed corrects. */
let offsetMs = 0
let shown = Date.now()
const listeners = new Set<() => void>()
const STEP_MS = 10_000
const JUMP_MS = 60_000

export const serverNow = (): Instant => instant(Date.now() + offsetMs)

/** Answers whether the server's clock has jumped: in the demonstration, time can be moved forward. */
export function setServerNow(now: number): boolean {
  const next = now - Date.now()
  const change = Math.abs(next - offsetMs)
  if (change < 500) return false
  offsetMs = next
  tick()
  return change > JUMP_MS
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

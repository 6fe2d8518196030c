/** What a screen that watches the emulator may want to read again. */
export type Change =
  | { readonly kind: 'chat'; readonly phone: string; readonly number: string }
  | { readonly kind: 'phone'; readonly phone: string }
  /** Something of a group; `phones`: whoever sees it. */
  | { readonly kind: 'group'; readonly group: string; readonly phones: readonly string[] }
  | { readonly kind: 'clock' }
  | { readonly kind: 'faults' }
  /** The account, the reviewer or a template. */
  | { readonly kind: 'meta' }

export type Changes = {
  readonly tell: (change: Change) => void
  /** Gives back what stops the listening. */
  readonly listen: (listener: (change: Change) => void) => () => void
}

/** Changes of one kind within 20 ms are told once, so that a load test does not drown the screens. */
const GATHER_MS = 20

export function makeChanges(): Changes {
  const listeners = new Set<(change: Change) => void>()
  const waiting = new Map<string, Change>()
  const flush = () => {
    const changes = [...waiting.values()]
    waiting.clear()
    for (const change of changes) for (const listener of listeners) listener(change)
  }
  return {
    tell: (change) => {
      if (listeners.size === 0) return
      if (waiting.size === 0) setTimeout(flush, GATHER_MS).unref()
      waiting.set(JSON.stringify(change), change)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

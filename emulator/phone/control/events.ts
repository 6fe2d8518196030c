import { control } from './client.ts'
import type { Change } from './types.ts'

type Listener = { onChange: (change: Change) => void; onOpen: () => void; onLost: () => void }

const firstRetryMs = 500
const lastRetryMs = 15_000

/**
 * Follows the emulator's events for ever. The browser reconnects by itself after a broken stream; after a refused one it
 * gives up, so we open a fresh one with growing pauses. `onOpen` follows every connection: what happened meanwhile is unknown.
 */
export function followEvents({ onChange, onOpen, onLost }: Listener): () => void {
  let source: EventSource | null = null
  let timer = 0
  let retryMs = firstRetryMs

  const open = () => {
    source = new EventSource(control.eventsAddress)
    source.addEventListener('open', () => {
      retryMs = firstRetryMs
      onOpen()
    })
    source.addEventListener('change', (event: MessageEvent<string>) => onChange(JSON.parse(event.data) as Change))
    source.addEventListener('error', () => {
      onLost()
      if (source?.readyState !== EventSource.CLOSED) return
      timer = window.setTimeout(open, retryMs * (0.5 + Math.random() / 2))
      retryMs = Math.min(retryMs * 2, lastRetryMs)
    })
  }
  open()
  return () => {
    window.clearTimeout(timer)
    source?.close()
  }
}

import { type ClientFrame, FEED_HEARTBEAT_MS, FEED_PATH, type ServerFrame } from '#contract/feed.ts'
import { backoffMs } from './backoff.ts'

export type FeedLine = 'connecting' | 'open' | 'broken'
export type Feed = { readonly send: (frame: ClientFrame) => void; readonly close: () => void }
type FeedOptions = {
  /** The newest fact we know; null before the first welcome. */
  readonly seq: () => number | null
  readonly receive: (frame: ServerFrame) => void
  readonly changed: (line: FeedLine) => void
  /** The server closed because the session ended. */
  readonly signedOut: () => void
}

/** Silence for this long means that the line is dead, though the browser may not have noticed. */
const DEAD_AFTER_MS = FEED_HEARTBEAT_MS * 2
/** After waking, an answer to our ping is expected within this time. */
const ANSWER_WITHIN_MS = 1_000
const POLICY_VIOLATION = 1008
const SIGNED_OUT = 4401

/** The live feed, kept open for ever: comes back by itself after sleep, restart or a lost network. */
export function openFeed(options: FeedOptions): Feed {
  let socket: WebSocket | null = null
  let attempt = 0
  let retry: ReturnType<typeof setTimeout> | null = null
  let answerBy: number | null = null
  let heardAt = Date.now()
  let closed = false

  const connect = () => {
    if (retry !== null) clearTimeout(retry)
    retry = null
    if (closed || socket !== null) return
    options.changed('connecting')
    const mine = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${FEED_PATH}`)
    socket = mine
    heardAt = Date.now()
    answerBy = null
    mine.onopen = () => mine.send(JSON.stringify({ kind: 'resume', seq: options.seq() } satisfies ClientFrame))
    mine.onmessage = (event: MessageEvent<string>) => {
      if (socket !== mine) return
      heardAt = Date.now()
      answerBy = null
      const frame = JSON.parse(event.data) as ServerFrame
      if (frame.kind === 'welcome' || frame.kind === 'reset') {
        attempt = 0
        options.changed('open')
      }
      options.receive(frame)
    }
    mine.onclose = (event) => {
      if (socket !== mine) return
      if (event.code === SIGNED_OUT || event.code === POLICY_VIOLATION) options.signedOut()
      lost()
    }
  }

  const lost = () => {
    const old = socket
    socket = null
    old?.close()
    if (retry !== null) clearTimeout(retry)
    if (closed) return
    options.changed('broken')
    retry = setTimeout(connect, backoffMs(attempt++, Math.random()))
  }

  const again = () => {
    attempt = 0
    lost()
    connect()
  }
  /** The network came back: whatever line there was before is not to be trusted, and resuming costs nothing. */
  const online = () => again()
  const shown = () => {
    if (document.visibilityState === 'hidden') return
    if (socket?.readyState !== WebSocket.OPEN || Date.now() - heardAt > FEED_HEARTBEAT_MS + ANSWER_WITHIN_MS)
      return again()
    socket.send(JSON.stringify({ kind: 'ping' } satisfies ClientFrame))
    answerBy = Date.now() + ANSWER_WITHIN_MS
  }

  const watch = setInterval(() => {
    if (socket === null) return
    const now = Date.now()
    if (now - heardAt > DEAD_AFTER_MS || (answerBy !== null && now > answerBy)) again()
  }, 500)

  window.addEventListener('online', online)
  window.addEventListener('offline', lost)
  document.addEventListener('visibilitychange', shown)
  connect()
  return {
    send: (frame) => {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
    },
    close: () => {
      closed = true
      clearInterval(watch)
      if (retry !== null) clearTimeout(retry)
      window.removeEventListener('online', online)
      window.removeEventListener('offline', lost)
      document.removeEventListener('visibilitychange', shown)
      lost()
    },
  }
}

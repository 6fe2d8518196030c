import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { seconds } from '#base/time.ts'
import type { Loop } from '#app/loop.ts'
import {
  type ClientFrame,
  FEED_HEARTBEAT_MS,
  FEED_PATH,
  FEED_REPLAY_LIMIT,
  type PresenceChange,
} from '#contract/feed.ts'
import type { AccountId } from '#core/account/account.ts'
import type { Fact } from '#core/loop/fact.ts'
import { may } from '#core/permission/permission.ts'
import type { Ledger } from '#store/ledger.ts'
import type { Auth, Caller } from '../auth.ts'
import type { ServerClock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { factsFrame, readFrame, writeFrame } from './frames.ts'
import { createHub, FACTS_AT_ONCE, type Hub } from './hub.ts'
import { createPresence, type PresenceBoard } from './presence.ts'

export type FeedParts = {
  readonly server: Server
  readonly auth: Auth
  readonly ledger: Pick<Ledger, 'factsAfter' | 'newestSeq'>
  readonly loop: Pick<Loop, 'onCommit'>
  readonly clock: ServerClock
  readonly metrics: Metrics
  readonly log: Log
  /** Which sessions are still good; asked every few seconds for all open desks. */
  readonly stillGood: (tokenHashes: readonly string[]) => Promise<ReadonlySet<string>>
}

export type Feed = {
  /** Another process committed the fact with this number for the account. */
  readonly hear: (accountId: AccountId, seq: number) => void
  /** Something may have been missed: look again everywhere. */
  readonly lookAgain: () => void
  readonly close: () => void
}

/** A desk that takes in less than we have to say is let go; it comes back and resumes. */
const LARGEST_BACKLOG_BYTES = 4 * 1024 * 1024
const LARGEST_FRAME_BYTES = 4 * 1024
const FIRST_FRAME_WITHIN_MS = 10_000
const SESSION_CHECK_MS = seconds(4)

type Desk = {
  readonly socket: WebSocket
  /** The connection below the socket: frames are written to it ready-made, and everything else is the socket's. */
  readonly wire: Duplex
  readonly caller: Caller
  readonly room: Room
  /** The newest fact it was sent; null until it has said from where it resumes. */
  seq: number | null
  /** True once it takes part in what the hub tells everybody. */
  isLive: boolean
  isAlive: boolean
}
type Room = { readonly hub: Hub; readonly desks: Set<Desk>; readonly presence: PresenceBoard<Desk> }

/** The live feed: every desk is told every fact of its account once, in order, also after an hour asleep. */
export function addFeed(parts: FeedParts): Feed {
  const { server, ledger, loop, clock, metrics, log } = parts
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME_BYTES, perMessageDeflate: false })
  const rooms = new Map<AccountId, Room>()

  const send = (desk: Desk, frame: Buffer): void => {
    if (desk.socket.readyState !== desk.socket.OPEN) return
    if (desk.wire.writableLength > LARGEST_BACKLOG_BYTES) return letGo(desk, 'slow')
    desk.wire.write(frame)
  }
  const letGo = (desk: Desk, reason: 'slow' | 'silent' | 'signed-out'): void => {
    metrics.feedDropped.inc({ reason })
    if (reason === 'signed-out') desk.socket.close(4401, 'signed out')
    else desk.socket.terminate()
  }

  function roomOf(accountId: AccountId): Room {
    const known = rooms.get(accountId)
    if (known) return known
    const desks = new Set<Desk>()
    const tellFacts = (facts: readonly Fact[]): void => {
      const last = facts.at(-1)?.seq ?? null
      const frame = factsFrame(facts)
      for (const desk of desks) {
        if (!desk.isLive) continue
        send(desk, frame)
        desk.seq = last
      }
    }
    const tellPresence = (change: PresenceChange): void => {
      const frame = writeFrame(change)
      for (const desk of desks) if (desk.isLive) send(desk, frame)
    }
    const room: Room = { desks, hub: createHub(accountId, ledger, tellFacts), presence: createPresence(tellPresence) }
    rooms.set(accountId, room)
    return room
  }

  function open(socket: WebSocket, wire: Duplex, caller: Caller): void {
    const room = roomOf(caller.accountId)
    const desk: Desk = { socket, wire, caller, room, seq: null, isLive: false, isAlive: true }
    room.desks.add(desk)
    metrics.feedClients.inc()
    const firstFrame = setTimeout(() => letGo(desk, 'silent'), FIRST_FRAME_WITHIN_MS)
    socket.on('error', () => socket.terminate())
    socket.on('pong', () => (desk.isAlive = true))
    socket.on('message', (data) => {
      desk.isAlive = true
      const frame = readFrame(data)
      if (!frame) return socket.close(4400, 'not a frame of the feed')
      clearTimeout(firstFrame)
      hear(desk, frame)
    })
    socket.on('close', () => {
      clearTimeout(firstFrame)
      metrics.feedClients.dec()
      room.desks.delete(desk)
      room.presence.leave(desk)
    })
  }

  function hear(desk: Desk, frame: ClientFrame): void {
    if (frame.kind === 'ping') return send(desk, writeFrame({ kind: 'tick', now: clock.now() }))
    if (frame.kind === 'presence') return desk.room.presence.move(desk, frame.conversationId, frame.typing)
    if (desk.seq !== null) return
    resume(desk, frame.seq).catch((error: unknown) => {
      log.warn({ err: error }, 'A desk could not resume')
      desk.socket.close(1013, 'try again')
    })
  }

  /** Sends what was missed, then lets it take part; between the last reading and that nothing can come. */
  async function resume(desk: Desk, from: number | null): Promise<void> {
    const { hub, presence } = desk.room
    desk.seq = -1
    await hub.ready()
    if (from !== null && from > (hub.seq() ?? 0)) {
      hub.hear(null)
      await hub.settled()
    }
    const newest = hub.seq() ?? 0
    const isLost = from !== null && (from > newest || newest - from > FEED_REPLAY_LIMIT)
    const seq = from === null || isLost ? newest : from
    send(desk, writeFrame({ kind: isLost ? 'reset' : 'welcome', seq: newest, now: clock.now() }))
    desk.seq = seq
    while (desk.seq < (hub.seq() ?? 0)) {
      const facts: readonly Fact[] = await ledger.factsAfter(desk.caller.accountId, desk.seq, FACTS_AT_ONCE)
      const last = facts.at(-1)
      if (!last) break
      // Never ahead of the hub, so that what it tells next follows.
      const known = facts.filter((fact) => fact.seq <= (hub.seq() ?? 0))
      send(desk, factsFrame(known))
      desk.seq = known.at(-1)?.seq ?? desk.seq
      if (known.length < facts.length) break
    }
    desk.isLive = true
    if (desk.caller.agent && desk.socket.readyState === desk.socket.OPEN) {
      presence.arrive(desk, desk.caller.agent.agentId)
    }
    send(desk, writeFrame({ kind: 'presence', present: presence.all() }))
  }

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const path = request.url?.split('?', 1)[0]
    if (path !== FEED_PATH) return refuse(socket, '404 Not Found')
    const found = await parts.auth.callerOf(request.headers)
    if (!found) return refuse(socket, '401 Unauthorized')
    const { caller } = found
    const isAllowed = may(caller.role, 'conversation:read')
    if (!isAllowed || (caller.tokenHash !== null && !parts.auth.isOwnOrigin(request.headers))) {
      return refuse(socket, '403 Forbidden')
    }
    sockets.handleUpgrade(request, socket, head, (opened) => open(opened, socket, caller))
  }

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy())
    upgrade(request, socket, head).catch(() => refuse(socket, '503 Service Unavailable'))
  }
  server.on('upgrade', onUpgrade)

  loop.onCommit(({ facts }) => {
    for (const [accountId, own] of Map.groupBy(facts, (fact) => fact.accountId)) rooms.get(accountId)?.hub.offer(own)
  })
  const everyDesk = (): Desk[] => [...rooms.values()].flatMap(({ desks }) => [...desks])
  const tick = (): void => {
    const frame = writeFrame({ kind: 'tick', now: clock.now() })
    for (const desk of everyDesk()) if (desk.isLive) send(desk, frame)
  }
  clock.onJump(tick)
  const heartbeat = setInterval(() => {
    for (const desk of everyDesk()) {
      if (!desk.isAlive) letGo(desk, 'silent')
      desk.isAlive = false
      desk.socket.ping()
    }
    tick()
  }, FEED_HEARTBEAT_MS)
  const sessionCheck = setInterval(() => void closeSignedOut(everyDesk(), parts.stillGood, letGo), SESSION_CHECK_MS)

  return {
    hear: (accountId, seq) => rooms.get(accountId)?.hub.hear(seq),
    lookAgain: () => {
      for (const { hub } of rooms.values()) hub.hear(null)
    },
    close: () => {
      clearInterval(heartbeat)
      clearInterval(sessionCheck)
      server.off('upgrade', onUpgrade)
      for (const desk of everyDesk()) desk.socket.close(1001, 'restarting')
      sockets.close()
    },
  }
}

/** One question for all sessions. While the store cannot answer, nobody is sent away. */
async function closeSignedOut(
  desks: readonly Desk[],
  stillGood: FeedParts['stillGood'],
  letGo: (desk: Desk, reason: 'signed-out') => void,
): Promise<void> {
  const hashes = new Set(desks.flatMap(({ caller }) => caller.tokenHash ?? []))
  const good = await stillGood([...hashes]).catch(() => hashes)
  for (const desk of desks) {
    const { tokenHash } = desk.caller
    if (tokenHash !== null && !good.has(tokenHash)) letGo(desk, 'signed-out')
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

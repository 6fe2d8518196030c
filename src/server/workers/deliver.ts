import { type Instant, instant, plus, seconds } from '#base/time.ts'
import type { Loop } from '#app/loop.ts'
import type { Channel, WireRequest } from '#channels/channel.ts'
import type { MediaId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { ChannelId, Line } from '#core/line/line.ts'
import type { SendOutcome } from '#core/loop/command.ts'
import type { OutboundMessage } from '#core/message/message.ts'
import type { SendProblem } from '#core/message/status.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import type { Views } from '#store/views/views.ts'
import type { Directory } from '../directory.ts'
import type { Graph } from '../graph.ts'
import type { AccessWatch } from './access.ts'
import { gathered } from './gathered.ts'
import { createLanes } from './lanes.ts'
import { createPace, createPairLimit, type Pace } from './pace.ts'
import { createQuota } from './quota.ts'
import { createRooms } from './rooms.ts'
import { createTimers } from './timers.ts'
import type { Uploads } from './uploads.ts'
import { backOff, createWorker, type Done, type EffectOf, type Worker, type WorkerParts } from './worker.ts'

export type DeliverParts = WorkerParts & {
  readonly loop: Loop
  readonly views: Pick<Views, 'message' | 'outgoing'>
  readonly directory: Directory
  readonly channels: ReadonlyMap<ChannelId, Channel>
  readonly graph: Graph
  readonly uploads: Uploads
  readonly watchAccess: AccessWatch
  readonly countSend: (outcome: SendOutcome['kind']) => void
  /** The machine's clock, for rates; the domain's may be turned in a demo. */
  readonly machineNow?: () => number
}

type Deliver = EffectOf<'deliver'>

/**
 * Commands about campaigns and notices that are with the loop at once: a batch, and half of the next, so that whoever
 * comes between, an agent above all, waits for one batch and not for a queue.
 */
const MOST_SUBMITTED = 300
/** What has left is written down before more is begun. */
const [SETTLE_FIRST, THEN_BEGIN] = [1, 2]
/** How long an answer is tried to be written down; afterwards a status or the timer settles the message. */
const SETTLE_TRIES = 6

/**
 * Carries queued messages out. To one contact on one line they go one at a time in the order they were written; lines
 * and contacts wait for their rates before the last check, and lines once more after it. Files are uploaded before that
 * check too, so that between "may this be sent, now?" and the request lies nothing slow. On a paused line nothing is
 * taken, and what was taken before stops at the check.
 */
export function createDeliver(parts: DeliverParts): Worker {
  const { views, loop, directory, channels, graph, clock } = parts
  const paces = new Map<string, Pace>()
  const pairs = createPairLimit(parts.machineNow)
  const rooms = createRooms(() => directory.allLines())
  const timers = createTimers(parts)
  const quota = createQuota(MOST_SUBMITTED)
  const read = gathered(async (effects: readonly Deliver[]) => {
    const found = await views.outgoing(effects)
    const byId = new Map(found.map((one) => [one.message.messageId, one]))
    return effects.map(({ messageId }) => byId.get(messageId) ?? null)
  })
  /** A message that has to go again holds back those behind it until then. */
  const blockedUntil = new Map<string, Instant>()
  const stopping = new AbortController()

  const paceOf = (line: Line): Pace => {
    const pace = paces.get(line.lineId) ?? createPace(line.messagesPerSecond, parts.machineNow)
    pace.setRate(line.messagesPerSecond)
    paces.set(line.lineId, pace)
    return pace
  }

  const lanes = createLanes<Deliver, Done>({
    rank: (effect) => effect.messageId,
    mayRun: async (effect) => {
      const waitMs = pairs.waitMs(laneOf(effect))
      if (waitMs > 0) await pause(waitMs, stopping.signal)
    },
    run: deliver,
  })

  async function deliver(effect: Deliver): Promise<Done> {
    const lane = laneOf(effect)
    const blocked = blockedUntil.get(lane)
    if (blocked !== undefined && effect.dueAt < blocked && clock.now() < blocked) return waiting(instant(blocked + 1))
    blockedUntil.delete(lane)
    const found = await read(effect)
    if (found?.message.direction !== 'out' || found.message.status !== 'queued') return { kind: 'done' }
    // A process that died may still hold what was written before.
    if (found.isBehind) return waiting(plus(clock.now(), seconds(1)))
    const { message, contact } = found
    const line = directory.byId(effect.accountId, effect.lineId)
    const prepared = line ? await prepare(message, contact, line) : null
    if (prepared?.kind === 'again') {
      if (effect.attempts < UPLOAD_ATTEMPTS)
        return { kind: 'again', dueAt: plus(clock.now(), backOff(effect.attempts)), isFailure: true }
    }
    const pace = line && paceOf(line)
    if (pace && !(await pace.turn(effect.priority))) return waiting(clock.now())
    if (stopping.signal.aborted) {
      pace?.forgo()
      return waiting(clock.now())
    }
    const refusals = await begin(effect, message, line)
    if (refusals) {
      pace?.forgo()
      const isPassing = refusals.some(({ code }) => code === 'unavailable' || code === 'line-paused')
      return isPassing ? waiting(plus(clock.now(), seconds(1))) : { kind: 'settled' }
    }
    pairs.count(lane)
    await pace?.depart(effect.priority)
    const outcome = line && prepared ? await send(message, line, prepared) : noLine()
    parts.countSend(outcome.kind)
    if (outcome.kind === 'again') blockedUntil.set(lane, outcome.notBefore)
    await settle(effect, message, outcome)
    return { kind: 'settled' }
  }

  /** Null: this process alone may send it now. */
  async function begin(
    { accountId, messageId, effectId, dueAt, priority }: Deliver,
    message: OutboundMessage,
    line: Line | null,
  ): Promise<readonly Refusal[] | null> {
    const template = line && templateOf(message, line)
    const command = { kind: 'begin-send', accountId, messageId, effectId, dueAt, priority, template } as const
    const begun = await quota(priority === 0 ? 0 : THEN_BEGIN, () => loop.submit(command))
    return begun.ok ? null : begun.error
  }

  /** The request, with every file it needs uploaded. */
  async function prepare(message: OutboundMessage, contact: Contact, line: Line): Promise<Prepared> {
    const channel = channels.get(line.channel)
    const token = directory.accessToken(line.accountId, line.lineId)
    if (!channel || token === null) return cannot('no-address')
    const files = new Map<MediaId, string>()
    let rendered = channel.render(message, contact, line, files)
    if (rendered.kind === 'needs-files') {
      for (const media of rendered.media) {
        const uploaded = await parts.uploads.wireIdOf(line, token, media)
        if (uploaded.kind !== 'uploaded') return uploaded
        files.set(media.mediaId, uploaded.wireMediaId)
      }
      rendered = channel.render(message, contact, line, files)
    }
    if (rendered.kind === 'request') return { kind: 'ready', request: rendered.request, token }
    if (rendered.kind === 'needs-files') return cannot('media-missing')
    return cannot(rendered.because.code, rendered.because.found ?? null)
  }

  async function send(message: OutboundMessage, line: Line, prepared: Prepared): Promise<SendOutcome> {
    if (prepared.kind !== 'ready') return { kind: 'refused', problem: prepared.problem }
    const answer = await graph.ask(prepared.token, prepared.request, 'send')
    parts.watchAccess(line, answer)
    const channel = channels.get(line.channel)
    return channel ? channel.interpret(answer, message.attempts + 1, clock.now()) : { kind: 'unknown' }
  }

  /** What was heard is written down; losing it would turn a sent message into one nobody knows about. */
  async function settle(effect: Deliver, message: OutboundMessage, outcome: SendOutcome): Promise<void> {
    const { accountId, messageId, lineId, priority } = effect
    const channel = directory.byId(accountId, lineId)?.channel ?? 'whatsapp'
    const attempt = message.attempts + 1
    const command = { kind: 'settle-send', accountId, messageId, lineId, channel, attempt, priority, outcome } as const
    for (let tries = 0; tries < SETTLE_TRIES; tries++) {
      const settled = await quota(priority === 0 ? 0 : SETTLE_FIRST, () => loop.submit(command))
      if (settled.ok || !settled.error.some(({ code }) => code === 'unavailable')) return timers.drop(messageId)
      await pause(200 * 2 ** tries)
    }
    timers.keep(messageId)
    parts.log.error({ messageId, outcome: outcome.kind }, 'The outcome of a send could not be written')
  }

  /** A message that cannot even be prepared is shown as refused; it must not stay queued for ever. */
  async function giveUp(effect: Deliver): Promise<void> {
    const { accountId, messageId, effectId, dueAt, priority } = effect
    const message = await views.message(accountId, messageId)
    if (message?.direction !== 'out') return
    const command = { kind: 'begin-send', accountId, messageId, effectId, dueAt, priority, template: null } as const
    const begun = await loop.submit(command)
    const problem = { code: 'internal', title: 'internal', details: null }
    if (begun.ok) await settle(effect, message, { kind: 'refused', problem })
  }

  const worker = createWorker(parts, {
    kind: 'deliver',
    capacity: Number.POSITIVE_INFINITY,
    take: async (now, heldUntil) =>
      rooms.taken(await parts.ledger.effects.takeDeliveries(rooms.free(), now, heldUntil)),
    hasRoom: rooms.isWorthwhile,
    run: (effect) => rooms.hold(effect, () => lanes.add(laneOf(effect), effect)),
    giveUp,
    giveBack: () => {
      stopping.abort()
      for (const pace of paces.values()) pace.giveBack()
    },
  })
  directory.onChange(worker.look)
  return { ...worker, stop: async () => (await worker.stop(), timers.stop()) }
}

type Prepared =
  | { readonly kind: 'ready'; readonly request: WireRequest; readonly token: string }
  | { readonly kind: 'again'; readonly problem: SendProblem }
  | { readonly kind: 'cannot'; readonly problem: SendProblem }

/** Uploads are tried this often before the message is refused with their problem. */
const UPLOAD_ATTEMPTS = 4

const waiting = (dueAt: Instant): Done => ({ kind: 'again', dueAt, isFailure: false })

const laneOf = ({ lineId, contactId }: Deliver): string => `${lineId}:${contactId}`

const cannot = (code: string, details: string | null = null) => ({
  kind: 'cannot' as const,
  problem: { code, title: code, details },
})
const noLine = (): SendOutcome => ({
  kind: 'refused',
  problem: { code: 'line-missing', title: 'line-missing', details: null },
})

const templateOf = (message: OutboundMessage, line: Line) =>
  message.content.kind === 'template'
    ? {
        groupKey: line.groupKey,
        name: message.content.template.name,
        language: message.content.template.language,
      }
    : null

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}

import { type Instant, plus, seconds } from '#base/time.ts'
import type { Loop } from '#app/loop.ts'
import type { Platform } from '#channels/platform.ts'
import type { SyncNews, SyncSubject } from '#core/app-sync/sync.ts'
import type { Line } from '#core/line/line.ts'
import type { AppSyncs } from '#store/app-syncs.ts'
import type { Directory } from '../directory.ts'
import type { Graph } from '../graph.ts'
import { backOff, createWorker, type Done, type EffectOf, type Worker, type WorkerParts } from './worker.ts'

export type AppSyncParts = WorkerParts & {
  readonly loop: Loop
  readonly directory: Directory
  readonly appSyncs: AppSyncs
  readonly graph: Graph
  readonly platform: Platform
}

/** One portion at a time, so that thousands of messages are never in anybody's way. */
const AT_ONCE = 1

type Portion = EffectOf<'add-app-contacts' | 'add-history'>

/** Asks for what is in the app on a telephone, and hands what came of it back to the loop, portion by portion. */
export function createAppSync(parts: AppSyncParts): Worker {
  const run = (effect: Portion) => take(parts, effect)
  const workers = [
    createWorker(parts, { kind: 'ask-app', capacity: 2, run: (effect) => ask(parts, effect) }),
    createWorker(parts, { kind: 'add-app-contacts', capacity: AT_ONCE, run }),
    createWorker(parts, { kind: 'add-history', capacity: AT_ONCE, run }),
  ]
  return {
    start: () => {
      for (const worker of workers) worker.start()
    },
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.stop()))
    },
  }
}

/** How far it is is noted first: of a process that dies in between, the next one takes the portion. */
async function take(parts: AppSyncParts, effect: Portion): Promise<Done> {
  const { loop, directory, clock } = parts
  const { accountId, lineId, attempts } = effect
  const line = directory.byId(accountId, lineId)
  if (!line) return { kind: 'done' }
  const isHistory = effect.kind === 'add-history'
  const told = isHistory ? effect.told : null
  if (!isHistory || told !== null) {
    await note(parts, line, isHistory ? 'history' : 'contacts', { kind: 'heard', at: clock.now(), told })
  }
  const about = { accountId, effectId: effect.effectId, line }
  const decided = await loop.submit(
    isHistory
      ? { kind: effect.kind, ...about, threads: effect.threads }
      : { kind: effect.kind, ...about, contacts: effect.contacts },
  )
  return decided.ok ? { kind: 'settled' } : again(clock.now(), attempts)
}

/** Until the platform agrees, says no for good, or the day is over. */
async function ask(parts: AppSyncParts, effect: EffectOf<'ask-app'>): Promise<Done> {
  const { clock, directory, graph, platform } = parts
  const { accountId, lineId, subject, until, attempts } = effect
  const line = directory.byId(accountId, lineId)
  const token = directory.accessToken(accountId, lineId)
  if (!line || token === null) return { kind: 'done' }
  const { onboarding } = platform
  const answer = onboarding.answer(await graph.ask(token, onboarding.ask.synchronise(line.key, subject), 'connect'))
  const now = clock.now()
  if (answer.kind === 'taken') {
    await note(parts, line, subject, { kind: 'asked', at: now })
    return { kind: 'done' }
  }
  const isPassing = answer.kind === 'unreachable' || answer.status >= 500 || answer.status === 429
  if (isPassing && now < until) return again(now, attempts)
  const problem =
    answer.kind === 'refused' ? answer.problem : { code: 'unavailable', title: answer.reason, details: null }
  await note(parts, line, subject, { kind: 'refused', problem })
  return { kind: 'done' }
}

const again = (now: Instant, attempts: number): Done => ({
  kind: 'again',
  dueAt: plus(now, attempts === 0 ? seconds(1) : backOff(attempts)),
  isFailure: false,
})

async function note({ appSyncs, loop }: AppSyncParts, line: Line, subject: SyncSubject, news: SyncNews): Promise<void> {
  const { accountId, lineId } = line
  if (await appSyncs.note(accountId, lineId, subject, news)) await loop.submit({ kind: 'note-line', accountId, lineId })
}

import { hours, type Instant } from '#base/time.ts'
import type { LineId } from '../account/account.ts'
import type { SendProblem } from '../message/status.ts'

/** What is brought over from the app on a telephone. */
export const SYNC_SUBJECTS = ['contacts', 'history'] as const
export type SyncSubject = (typeof SYNC_SUBJECTS)[number]

/** Each may be asked for once, within this long of the sign-up (cloud-api §1.1, §1.13). */
export const ASK_WITHIN = hours(24)

/** How far it is with one subject of one number. */
export type AppSync = {
  readonly subject: SyncSubject
  /** When the platform agreed to send it; null: it has not yet. */
  readonly askedAt: Instant | null
  /** When something new was last heard; null: nothing came. */
  readonly heardAt: Instant | null
  /** Of the history: 0 the last day, 1 to 90 days, 2 to 180 days; null: not told. */
  readonly phase: number | null
  /** Of the history, 0 to 100; null: not told. */
  readonly progress: number | null
  /** Why it does not come; null: nothing stands in the way. */
  readonly problem: SendProblem | null
}

/** What a chunk of the history tells of itself. */
export type HistoryTold = Pick<AppSync, 'phase' | 'progress' | 'problem'>

/** Ask the platform for what is in the app, both subjects once. */
export type SyncApp = { readonly kind: 'sync-app'; readonly lineId: LineId }

export type SyncNews =
  | { readonly kind: 'asked'; readonly at: Instant }
  | { readonly kind: 'refused'; readonly problem: SendProblem }
  /** `told` null: a portion of the address book. */
  | { readonly kind: 'heard'; readonly at: Instant; readonly told: HistoryTold | null }

export const newSync = (subject: SyncSubject): AppSync => ({
  ...{ subject, askedAt: null, heardAt: null },
  ...{ phase: null, progress: null, problem: null },
})

/** Meta's code for what was asked for before: it is on its way all the same (cloud-api §6). */
const ASKED_BEFORE = '2593107'
/** The business does not share its chats; only the app on the telephone can change that (cloud-api §6). */
const DECLINED = '2593109'

/** After news of it, in any order; the very same object when they say nothing new. Progress never goes back. */
export function syncAfter(sync: AppSync, news: SyncNews): AppSync {
  switch (news.kind) {
    case 'asked':
      return sync.askedAt === null ? { ...sync, askedAt: news.at, problem: null } : sync
    case 'refused':
      if (news.problem.code === ASKED_BEFORE || sync.heardAt !== null) return sync
      return sync.problem?.code === news.problem.code ? sync : { ...sync, problem: news.problem }
    case 'heard':
      return heard(sync, news)
  }
}

function heard(sync: AppSync, { at, told }: Extract<SyncNews, { kind: 'heard' }>): AppSync {
  const phase = greater(sync.phase, told?.phase ?? null)
  const progress = greater(sync.progress, told?.progress ?? null)
  const problem = progress !== null ? null : (told?.problem ?? (told === null ? null : sync.problem))
  const isNews =
    sync.heardAt === null || phase !== sync.phase || progress !== sync.progress || problem?.code !== sync.problem?.code
  return isNews ? { ...sync, heardAt: at, phase, progress, problem } : sync
}

const greater = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b)

export const SYNC_STATES = ['waiting', 'coming', 'done', 'declined', 'refused'] as const
export type SyncState = (typeof SYNC_STATES)[number]

/** `waiting`: asked for, or about to be, and nothing came yet. Of the address book nobody says when it is whole. */
export function syncState({ subject, heardAt, progress, problem }: AppSync): SyncState {
  if (problem !== null) return problem.code === DECLINED ? 'declined' : 'refused'
  if (heardAt === null) return 'waiting'
  return subject === 'contacts' || progress === 100 ? 'done' : 'coming'
}

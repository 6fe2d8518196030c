import type { Instant } from '#base/time.ts'
import type { WorldClock } from './clock.ts'
import type { Store } from './store.ts'

/** Something Meta is going to do by itself: decide on a template, end a pause. */
export type Task = {
  readonly kind: string
  /** What it is done to: the id of a template. */
  readonly subject: string
  /** When, by the emulator's clock. */
  readonly dueAt: number
}

export type Agenda = {
  /** Replaces what was planned of this kind for this subject. */
  readonly plan: (kind: string, subject: string, dueAt: number) => void
  readonly cancel: (kind: string, subject: string) => void
  /** What is done when a task of a kind is due. A clock set forward makes it late: `dueAt` is when it should have been. */
  readonly on: (kind: string, act: (task: Task) => void) => void
  /** Also begins with what was planned before a restart. */
  readonly start: () => void
  readonly close: () => void
}

/** Node's timers hold 24 days; the clock may also be moved meanwhile. */
const LOOK_AGAIN_MS = 3_600_000

/** Plans that survive a restart and follow the emulator's clock wherever it is set. */
export function openAgenda(store: Store, clock: WorldClock): Agenda {
  const table = store.table<Task>('agenda')
  const acts = new Map<string, (task: Task) => void>()
  let timer: NodeJS.Timeout | undefined
  let nextAt = Number.POSITIVE_INFINITY
  let isOpen = false

  const due = (now: Instant): Task[] =>
    [...table.all()].filter(({ dueAt }) => dueAt <= now).toSorted((a, b) => a.dueAt - b.dueAt)
  const look = () => {
    if (!isOpen) return
    for (let tasks = due(clock.now()); tasks.length > 0; tasks = due(clock.now())) {
      for (const task of tasks) {
        if (table.get(keyOf(task)) !== task) continue
        table.remove(keyOf(task))
        acts.get(task.kind)?.(task)
      }
    }
    nextAt = Number.POSITIVE_INFINITY
    for (const { dueAt } of table.all()) wakeAt(dueAt)
  }
  const wakeAt = (dueAt: number) => {
    if (!isOpen || dueAt >= nextAt) return
    nextAt = dueAt
    clearTimeout(timer)
    timer = setTimeout(look, Math.min(Math.max(0, dueAt - clock.now()), LOOK_AGAIN_MS))
    timer.unref()
  }
  clock.onJump(look)
  return {
    plan: (kind, subject, dueAt) => {
      const task = { kind, subject, dueAt }
      table.put(keyOf(task), task)
      wakeAt(dueAt)
    },
    cancel: (kind, subject) => table.remove(keyOf({ kind, subject })),
    on: (kind, act) => void acts.set(kind, act),
    start: () => {
      isOpen = true
      look()
    },
    close: () => {
      isOpen = false
      clearTimeout(timer)
    },
  }
}

const keyOf = ({ kind, subject }: Pick<Task, 'kind' | 'subject'>): string => `${kind}|${subject}`

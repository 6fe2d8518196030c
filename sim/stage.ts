import { type Duration, type Instant, milliseconds, minutes, plus } from '#base/time.ts'
import type { Dice } from './dice.ts'

/** Who a turn or a timer belongs to. What belongs to the dead never happens; the stalled wait. */
export type Owner = { isAlive: boolean; stalledUntil: Instant }

/** Virtual time, and all that waits: for its moment, or for its turn. Nothing here reads a real clock. */
export type Stage = {
  /** True time, which no process of ours can read exactly. */
  readonly now: () => Instant
  /** An appointment: time never jumps over it. */
  readonly at: (when: Instant, happen: () => void) => void
  /** A timer: fires when time next passes beyond it, so it may be late. Answers how to take it back. */
  readonly timer: (owner: Owner, after: Duration, callback: () => void) => () => void
  /** Something that may happen now, in any order with all other turns. */
  readonly turn: (owner: Owner, run: () => void | Promise<void>) => void
  /** Lets at most so many turns happen, each a few milliseconds after the other. */
  readonly play: (most: number) => Promise<void>
  /** Lets time pass, with everything that happens meanwhile. `hop`: how long nobody need look around, at most. */
  readonly pass: (duration: Duration, hop?: Duration) => Promise<void>
  /** Lets everything that can happen now happen; false when it does not come to rest. */
  readonly rest: () => Promise<boolean>
}

/** Nobody sleeps longer than this through a long passage of time: sweepers must get their chance. */
const LONGEST_HOP: Duration = minutes(10)
/** How long calls to the store mostly last at most, and at most. */
const SHORT_CALL: Duration = milliseconds(100)
const LONGEST_CALL: Duration = milliseconds(3_000)
/** Timers are late by up to this, as on a busy machine. */
const LATENESS: Duration = milliseconds(5_000)
/** Promise jobs between two turns; more than any chain between two ledger calls needs. */
const JOBS = 14
const MOST_TURNS = 20_000

type Appointment = { readonly when: Instant; readonly happen: () => void }
type Timer = { readonly when: Instant; readonly owner: Owner; readonly callback: () => void }
type Turn = { readonly owner: Owner; readonly run: () => void | Promise<void> }

export function createStage(start: Instant, dice: Dice): Stage {
  let now = start
  let appointments: Appointment[] = []
  let turns: Turn[] = []
  const timers = new Set<Timer>()

  /** Moves the clock and lets what is due happen. */
  function moveTo(when: Instant): void {
    now = when
    while (appointments[0] && appointments[0].when <= now) appointments.shift()?.happen()
    for (const timer of [...timers]) {
      if (timer.when > now || (timer.owner.isAlive && timer.owner.stalledUntil > now)) continue
      if (now - timer.when < LATENESS && dice.chance(0.7)) continue
      timers.delete(timer)
      if (timer.owner.isAlive) timer.callback()
    }
  }

  /** One turn of somebody awake, to its end; false when there is none. */
  async function takeTurn(): Promise<boolean> {
    if (turns.some(({ owner }) => !owner.isAlive)) turns = turns.filter(({ owner }) => owner.isAlive)
    const awake = turns.filter(({ owner }) => owner.stalledUntil <= now)
    if (awake.length === 0) return false
    const turn = dice.pick(awake)
    turns.splice(turns.indexOf(turn), 1)
    await turn.run()
    return true
  }

  async function rest(): Promise<boolean> {
    for (let taken = 0; taken < MOST_TURNS; taken++) {
      await jobs()
      if (await takeTurn()) continue
      await jobs()
      if (!(await takeTurn())) return true
    }
    return false
  }

  return {
    now: () => now,
    at: (when, happen) => {
      const place = appointments.findLastIndex((other) => other.when <= when)
      appointments = [...appointments.slice(0, place + 1), { when, happen }, ...appointments.slice(place + 1)]
    },
    timer: (owner, after, callback) => {
      const timer = { when: plus(now, after), owner, callback }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    turn: (owner, run) => turns.push({ owner, run }),
    play: async (most) => {
      for (let taken = 0; taken < most; taken++) {
        if (!(await takeTurn())) return
        moveTo(plus(now, milliseconds(dice.int(0, 6))))
        await jobs()
      }
    },
    pass: async (duration, hop = LONGEST_HOP) => {
      const until = plus(now, duration)
      while (now < until) {
        const next = Math.min(until, appointments[0]?.when ?? until, plus(now, hop))
        // A short hop may leave calls under way; before a longer one everybody finishes.
        if (next - now > (dice.chance(0.2) ? LONGEST_CALL : SHORT_CALL)) await rest()
        moveTo(Math.max(now, Math.min(next, appointments[0]?.when ?? next)) as Instant)
        await jobs()
      }
      await rest()
    },
    rest,
  }
}

const SETTLED = Promise.resolve()

/** Lets promises that are settled tell those who wait for them. */
async function jobs(): Promise<void> {
  for (let job = 0; job < JOBS; job++) await SETTLED
}

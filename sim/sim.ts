import { whatsapp } from '#channels/whatsapp/index.ts'
import { type Duration, hours, milliseconds, minutes, plus, seconds } from '#base/time.ts'
import type { Ledger } from '#store/ledger.ts'
import { memoryStore } from '#store/memory/ledger.ts'
import { type Agent, seatAgent } from './agents.ts'
import { openBrowser } from './browser.ts'
import { checkEnd } from './check-end.ts'
import { checkBrowser, checkStep, checkUpToDate, compareAll } from './check-rows.ts'
import { ACCOUNTS, AGENTS, START } from './company.ts'
import { startCopy } from './copy.ts'
import { diceOf } from './dice.ts'
import type { Copy, Sim } from './parts.ts'
import { createGroups } from './groups.ts'
import { createMeta } from './meta.ts'
import { createObserver } from './observer.ts'
import { STUMBLES, stumbling } from './poison.ts'
import { createPeople } from './people.ts'
import { countRare, type RareState } from './rare.ts'
import { createStage } from './stage.ts'
import { createTemplates } from './templates.ts'
import { emptyTruth } from './truth.ts'
import { createWebhooks } from './webhooks.ts'
import { NO_FAULTS } from './wire-ledger.ts'

export type Variant = {
  /** The store as each process has it; asked once for each. */
  readonly ofCopy?: (store: Ledger) => Ledger
}

export type Run = {
  readonly seed: number
  readonly steps: number
  /** Null: nothing that must never be has been. */
  readonly violation: { readonly step: number; readonly what: string } | null
  readonly rare: ReadonlyMap<RareState, number>
  readonly facts: number
}

/** Plays one world from a seed. The same seed and number of steps play the same for ever. */
export async function runSeed(seed: number, steps: number, variant: Variant = {}): Promise<Run> {
  const { sim, agents, violation } = createSim(seed, variant)
  let step = 0
  for (; step < steps && violation() === null; step++) {
    await playStep(sim, agents)
    checkStep(sim)
    if (step % 10 === 9) for (const { browser } of agents) checkUpToDate(sim, browser)
  }
  if (violation() === null) await heal(sim, agents)
  const what = violation()
  return {
    seed,
    steps,
    violation: what === null ? null : { step, what },
    rare: sim.rare.counts(),
    facts: [...sim.observer.shadows.values()].reduce((sum, shadow) => sum + shadow.seq, 0),
  }
}

function createSim(seed: number, variant: Variant) {
  const dice = diceOf(seed)
  const stage = createStage(START, dice)
  const memory = memoryStore()
  let violation: string | null = null
  let keys = 0
  let copyNumber = 0
  const store = memory.ledger()
  const storm = dice.pick([0, 0.3, 1])
  const base = {
    stage,
    dice,
    rare: countRare(),
    truth: emptyTruth(),
    storeOfCopy: () => (variant.ofCopy ? variant.ofCopy(store) : store),
    rows: memory.rows,
    channel: stumbling(whatsapp),
    held: { takers: new Map<string, string>(), reader: null },
    trouble: { awayUntil: START, conflictsUntil: START },
    copies: [] as Copy[],
    isStormy: true,
    faults: {
      away: 0.01 * storm,
      answerLost: 0.01 * storm,
      death: 0.004 * storm,
      slow: 0.2,
      stall: 0.004 * storm,
      conflict: 0,
    },
    widestSkewMs: dice.pick([0, 2_000, 30_000]),
    someCopy: () => {
      const up = base.copies.filter((copy) => copy.isAlive && !copy.isStopping())
      return up.length > 0 ? dice.pick(up) : null
    },
    nextKey: () => ++keys,
    nextCopy: () => ++copyNumber,
    missed: () =>
      stage.at(plus(stage.now(), seconds(dice.int(1, 20))), () => {
        if (base.someCopy() === null) base.copies.push(startCopy(sim))
      }),
    violate: (what: string) => {
      violation ??= what
    },
  }
  const sim = base as unknown as { -readonly [Key in keyof Sim]: Sim[Key] }
  sim.observer = createObserver(sim)
  sim.webhooks = createWebhooks(sim)
  sim.meta = createMeta(sim)
  sim.people = createPeople(sim)
  sim.groups = createGroups(sim)
  sim.templates = createTemplates(sim, memory.putTemplates)
  for (let each = dice.int(3, 9); each > 0; each--) sim.people.add()
  for (let each = dice.int(1, 2); each > 0; each--) sim.copies.push(startCopy(sim))
  const agents = AGENTS.map((agentId, index) => {
    const accountId = ACCOUNTS[index % ACCOUNTS.length] ?? ACCOUNTS[0]
    if (!accountId) throw new Error('There are no accounts')
    return seatAgent(sim, agentId, openBrowser(sim, accountId))
  })
  return { sim: sim as Sim, agents, violation: () => violation }
}

/** Something happens in the world, our processes have some turns, and time goes on, mostly a little. */
async function playStep(sim: Sim, agents: readonly Agent[]): Promise<void> {
  const { dice, stage } = sim
  const happenings = dice.int(1, 2)
  for (let each = 0; each < happenings; each++) {
    dice.weighted<() => void>([
      [50, () => sim.people.act()],
      [8, () => sim.groups.act()],
      [38, () => dice.pick(agents).act()],
      [12, () => trouble(sim)],
      [4, () => sim.templates.act()],
      [1.5, () => sim.webhooks.poison(dice.pick(STUMBLES))],
    ])()
  }
  for (const { browser } of agents) if (dice.chance(0.6)) browser.listen()
  await stage.play(dice.int(0, 30))
  await stage.pass(
    dice.weighted<() => Duration>([
      [50, () => milliseconds(dice.int(0, 800))],
      [35, () => seconds(dice.int(1, 30))],
      [11, () => minutes(dice.int(1, 20))],
      [5, () => hours(dice.int(1, 14))],
    ])(),
  )
  if (dice.chance(0.002)) await letWeeksPass(sim)
}

/** Nobody does anything for weeks; then old webhooks come once more. */
async function letWeeksPass({ dice, stage, webhooks }: Sim): Promise<void> {
  await stage.pass(hours(24 * dice.int(10, 30)), hours(6))
  webhooks.replay()
  await stage.pass(minutes(2))
}

/** Processes die, stop and start; clocks are set; the store goes away, or is fought over. */
function trouble(sim: Sim): void {
  const { dice, stage, copies, rare } = sim
  const up = copies.filter(({ isAlive }) => isAlive)
  sim.copies.splice(0, copies.length, ...up)
  if (up.length < 1 || (up.length < 3 && dice.chance(0.3))) {
    copies.push(startCopy(sim))
    return
  }
  const copy = dice.pick(up)
  dice.weighted<() => void>([
    [2, () => copy.die()],
    [2, () => (copy.stalledUntil = plus(stage.now(), seconds(dice.int(20, 90))))],
    [2, () => void copy.stop()],
    [
      4,
      () => {
        const skew = milliseconds(dice.int(-sim.widestSkewMs, sim.widestSkewMs))
        if (skew < copy.skew) rare.saw('clock went backwards')
        copy.skew = skew
        if (up.some((other) => Math.abs(other.skew - skew) > 30_000)) rare.saw('clocks of two copies far apart')
      },
    ],
    [1, () => storeAway(sim)],
    [1, () => (sim.trouble.conflictsUntil = plus(stage.now(), milliseconds(dice.int(50, 3_000))))],
  ])()
}

/** The database is away for everybody, and comes back by itself. */
function storeAway({ dice, stage, trouble: state, rare }: Sim): void {
  state.awayUntil = plus(stage.now(), seconds(dice.int(5, 120)))
  stage.at(plus(state.awayUntil, seconds(1)), () => rare.saw('store was away and came back'))
}

/** The faults stop; everything that is under way arrives; then the whole is looked at. */
async function heal(sim: Sim, agents: readonly Agent[]): Promise<void> {
  const { stage, copies, violate } = sim
  sim.isStormy = false
  sim.faults = NO_FAULTS
  Object.assign(sim.trouble, { awayUntil: stage.now(), conflictsUntil: stage.now() })
  for (const copy of copies) copy.stalledUntil = stage.now()
  if (sim.someCopy() === null) copies.push(startCopy(sim))
  await checkCaughtUp(sim)
  for (let rounds = 0; ; rounds++) {
    // What may not leave yet waits for days.
    const step = hours(rounds < 72 ? 1 : 6)
    await stage.pass(step, step)
    checkStep(sim)
    if (rounds >= 36 && sim.webhooks.outstanding() === 0 && sim.rows.effects.size === 0) break
    if (rounds > 72 + MOST_DAYS * 4) return violate('the world does not come to rest')
  }
  compareAll(sim)
  checkEnd(sim)
  sim.templates.checkEnd()
  for (const { browser } of agents) {
    browser.listen(true)
    checkBrowser(sim, browser)
  }
}

/** One message a day to each of those who were written to as often as they could be in one world. */
const MOST_DAYS = 60

/** Soon after the faults have stopped nothing of before waits any more: no delivery, and no work that was due. */
async function checkCaughtUp({ stage, rows, violate }: Sim): Promise<void> {
  const newest = rows.deliveries.length
  const now = stage.now()
  const due = [...rows.effects].filter(([, { effect }]) => effect.dueAt <= now).map(([key]) => key)
  await stage.pass(CATCH_UP, seconds(5))
  const read = Math.max(0, ...[...rows.leases.values()].map(({ position }) => Number(position.id)))
  if (read < newest) violate(`${newest - read} deliveries still wait although the faults are over`)
  for (const key of due)
    if (rows.effects.has(key)) violate(`the effect ${key} still waits although the faults are over`)
}
/** Longer than any lease or hold that a dead copy leaves behind, by any clock. */
const CATCH_UP: Duration = minutes(6)

import { fork } from 'node:child_process'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openHouse } from '../house.ts'
import { cpuMsOf, cpuTicks, machineFacts, percentile } from '../machine.ts'
import type { Workload } from '../workload.ts'
import { isOfFirstCustomer } from './messages.ts'
import { tell } from '../child.ts'
import type { FloorSetting } from './floor.ts'
import type { PhaseResult } from './generator.ts'
import { openPainter } from './painter.ts'
import { openGenerator, prepare, run, type Stage } from './stage.ts'

/** From a signed webhook to every agent's desk, with few and with many agents, and to the paint in a real browser. */
export const screen: Workload = {
  options: { agents: '50,500', rate: '20', seconds: '10', rounds: '3', customers: '200' },
  run: async (options, say) => {
    const sizes = options.text('agents').split(',').map(Number)
    const [few = 0, many = 0] = [Math.min(...sizes), Math.max(...sizes)]
    const customers = options.number('customers')
    const house = await openHouse()
    const ticks = cpuTicks()
    try {
      const machine = machineFacts(house.folder)
      const stage = await prepare(house, many, customers)
      const plan = { rate: options.number('rate'), seconds: options.number('seconds') }
      const rounds: Round[] = []
      for (let round = 0; round < options.number('rounds'); round++) {
        for (const agents of sizes) rounds.push(await runRound(stage, agents, plan, say))
      }
      const painted = await paint(stage, many, plan, say)
      const size = Math.max(...rounds.map(({ largestFactsBytes }) => largestFactsBytes))
      const floor = await runFloor(stage, many, size, plan, say)
      const wrong = [...rounds, painted, floor].flatMap((one) => one.wrong)
      if (wrong.length > 0) return { kind: 'wrong', because: wrong.slice(0, 5).join('; ') }
      const after = cpuTicks()
      const of = (agents: number) => medianOf(rounds.filter((one) => one.agents === agents))
      const [at, least] = [of(many), of(few)]
      const figures = {
        agents: many,
        fewAgents: few,
        ratePerSecond: plan.rate,
        rounds: options.number('rounds'),
        ...named('every', at),
        ...named('few', least),
        ratioManyToFewP50: at.everyP50Ms / least.everyP50Ms,
        ratioManyToFewLastP50: at.lastP50Ms / least.lastP50Ms,
        paintP50Ms: percentile(painted.paintMs, 50),
        paintP99Ms: percentile(painted.paintMs, 99),
        paintedMessages: painted.paintMs.length,
        floorEveryP50Ms: floor.every.p50,
        floorEveryP99Ms: floor.every.p99,
        floorLastP50Ms: floor.last.p50,
        floorLastP99Ms: floor.last.p99,
        ratioToFloorP50: at.everyP50Ms / floor.every.p50,
        frameBytes: size,
        stolenCpuShare: (after.stolen - ticks.stolen) / Math.max(1, after.all - ticks.all),
        ...machine,
      }
      return { kind: 'correct', figures }
    } finally {
      await house.close()
    }
  },
}

type Plan = { readonly rate: number; readonly seconds: number }
type Round = PhaseResult & { readonly agents: number; readonly serverCpuMs: number; readonly postgresCpuMs: number }

const WARM_UP_SECONDS = 2
const PAINT_PATIENCE_MS = 15_000
/** An agent opens another thread, or begins to type, this often. */
const MOVES_EVERY_SECONDS = 20

async function runRound(stage: Stage, agents: number, plan: Plan, say: (line: string) => void): Promise<Round> {
  const generator = await openGenerator(stage, agents, stage.house.port)
  try {
    const { rate, seconds } = plan
    await run(stage, generator, { count: rate * WARM_UP_SECONDS, rate, moves: agents / MOVES_EVERY_SECONDS })
    const before = cpuOf(stage)
    const result = await run(stage, generator, { count: rate * seconds, rate, moves: agents / MOVES_EVERY_SECONDS })
    const after = cpuOf(stage)
    const { every, last } = result
    say(
      `${agents} agents: every ${every.p50.toFixed(1)}/${every.p99.toFixed(1)} ms, last ${last.p50.toFixed(1)}/` +
        `${last.p99.toFixed(1)} ms, ${result.frames} frames, ${(result.bytes / 1e6).toFixed(1)} MB, server ` +
        `${(after.server - before.server).toFixed(0)} ms CPU, wrong: ${result.wrong.join(', ') || 'nothing'}`,
    )
    return {
      ...result,
      agents,
      serverCpuMs: (after.server - before.server) / (rate * seconds),
      postgresCpuMs: (after.postgres - before.postgres) / (rate * seconds),
    }
  } finally {
    generator.disconnect()
  }
}

const cpuOf = ({ serverPid, house }: Stage) => ({
  server: cpuMsOf(serverPid),
  postgres: cpuMsOf(house.postgres.pid, true),
})

/**
 * The same with one desk more: a browser, whose screen is watched from inside. Every message of the open thread must be
 * painted; of the others those that came far enough up the list.
 */
async function paint(stage: Stage, agents: number, plan: Plan, say: (line: string) => void) {
  const { url, email, password } = stage.house.settings
  const conversationId = stage.conversations[0] ?? ''
  const painter = await openPainter({ url, email, password, conversationId })
  const generator = await openGenerator(stage, agents, stage.house.port)
  try {
    const { rate, seconds } = plan
    const moves = agents / MOVES_EVERY_SECONDS
    await run(stage, generator, { count: rate * WARM_UP_SECONDS, rate, moves })
    const first = stage.next
    const result = await run(stage, generator, { count: rate * seconds, rate, moves })
    const seen = new Map<number, number>()
    const ofThread = result.dueAtMs.map((_, index) => first + index).filter(isOfFirstCustomer)
    for (const until = Date.now() + PAINT_PATIENCE_MS; Date.now() < until; await pause(100)) {
      for (const [number, atMs] of await painter.take()) seen.set(number, atMs)
      if (ofThread.every((number) => seen.has(number))) break
    }
    const paintMs = result.dueAtMs.flatMap((dueMs, index) => {
      const atMs = seen.get(first + index)
      return atMs === undefined ? [] : [atMs - dueMs]
    })
    say(`paint beside ${agents} agents: ${percentile(paintMs, 50).toFixed(1)}/${percentile(paintMs, 99).toFixed(1)} ms`)
    const missing = ofThread.filter((number) => !seen.has(number)).length
    const unpainted = missing > 0 ? [`${missing} messages of the open thread were never painted`] : []
    return { ...result, wrong: [...result.wrong, ...unpainted], paintMs }
  } finally {
    generator.disconnect()
    await painter.close()
  }
}

async function runFloor(
  stage: Stage,
  agents: number,
  size: number,
  { rate, seconds }: Plan,
  say: (line: string) => void,
) {
  const floor = fork(path.join(import.meta.dirname, 'floor.ts'), { execArgv: [] })
  try {
    const setting: FloorSetting = { size }
    const { port } = await tell<{ port: number }>(floor, setting)
    const generator = await openGenerator(stage, agents, port)
    const result = await run(stage, generator, { count: rate * seconds, rate, moves: 0 })
    generator.disconnect()
    say(
      `floor: every ${result.every.p50.toFixed(1)}/${result.every.p99.toFixed(1)} ms, last ${result.last.p50.toFixed(1)} ms`,
    )
    return result
  } finally {
    floor.disconnect()
  }
}

function medianOf(rounds: readonly Round[]) {
  const median = (read: (round: Round) => number) => percentile(rounds.map(read), 50)
  return {
    everyP50Ms: median(({ every }) => every.p50),
    everyP99Ms: median(({ every }) => every.p99),
    lastP50Ms: median(({ last }) => last.p50),
    lastP99Ms: median(({ last }) => last.p99),
    serverCpuMsPerMessage: median(({ serverCpuMs }) => serverCpuMs),
    postgresCpuMsPerMessage: median(({ postgresCpuMs }) => postgresCpuMs),
    megabytesSent: median(({ bytes }) => bytes / 1e6),
  }
}

/** The figures of the many stand by their own names, those of the few with a word before. */
const named = (prefix: 'every' | 'few', figures: ReturnType<typeof medianOf>): Record<string, number> =>
  prefix === 'every'
    ? figures
    : Object.fromEntries(
        Object.entries(figures).map(([name, value]) => [`few${name[0]?.toUpperCase()}${name.slice(1)}`, value]),
      )

import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { tell } from '../child.ts'
import { insertFloor } from '../floor.ts'
import { type House, openHouse } from '../house.ts'
import { cpuTicks, type MachineFacts, machineFacts, percentile } from '../machine.ts'
import { type Spent, spentBy } from '../spent.ts'
import type { Workload } from '../workload.ts'
import { startCaller } from './caller.ts'
import { type Correctness, readBack } from './check.ts'
import { eventAt, requestOf, type Told, toldBy } from './events.ts'
import type { Phase, PhaseResult } from './generator.ts'
import { seed } from './seed.ts'

/** What one run says. Rates are events per second, CPU is milliseconds per event at Meta's demand. */
type IngestFigures = {
  readonly sustainedPerSecond: number
  /** Until the last event was visible to agents, not only acknowledged. */
  readonly peakPerSecond: number
  readonly batchedPerSecond: number
  /** Until the last event was acknowledged, which is: on disk. */
  readonly peakAckedPerSecond: number
  readonly batchedAckedPerSecond: number
  readonly ackP50Ms: number
  readonly ackP99Ms: number
  readonly ackP999Ms: number
  readonly visibleP50Ms: number
  readonly visibleP99Ms: number
  readonly visibleP999Ms: number
  /** A click of an agent that must be on disk, at Meta's demand and in the flood. */
  readonly clickP50Ms: number
  readonly clickP99Ms: number
  readonly clickInFloodP99Ms: number
  readonly cpuMsPerEvent: number
  readonly productCpuMsPerEvent: number
  readonly postgresCpuMsPerEvent: number
  readonly commitsPerEvent: number
  readonly walBytesPerEvent: number
  readonly diskBytesPerEvent: number
  readonly insertFloorPerSecond: number
  readonly httpFloorPerSecond: number
  readonly ratioToInsertFloor: number
  readonly ratioToHttpFloor: number
  readonly refusedRequests: number
  readonly stolenCpuShare: number
  readonly customers: number
  readonly events: number
} & Correctness &
  MachineFacts

type IngestOptions = {
  readonly customers: number
  readonly seconds: number
  readonly say: (line: string) => void
}

/** Meta's demand on a webhook server for a number of 1,000 messages per second (house §4). */
const DEMAND_PER_SECOND = 3_300
/** Tried after the demand, in this order, until one does not hold; below it, in the other, until one does. */
const FASTER = [4_500, 6_000, 8_000]
const SLOWER = [2_500, 1_800, 1_200, 600]
/** A house that has been up for a while: what runs often has been compiled. */
const WARM_UP = { perSecond: 1_000, seconds: 15 }
const TRIAL_SECONDS = 6
const FLOOD_SECONDS = 8
const MOST_SINGLE_PER_SECOND = 12_000
const MOST_BATCHED_PER_SECOND = 25_000
/** What "sustained" means (house §4). */
const LIMITS = { ackP50Ms: 15, ackP99Ms: 50, visibleP99Ms: 250 }

export const ingest: Workload = {
  options: { customers: '50000', seconds: '15', rounds: '1' },
  run: async (options, say) => {
    const all: IngestFigures[] = []
    for (let round = 1; round <= options.number('rounds'); round++) {
      const [customers, seconds] = [options.number('customers'), options.number('seconds')]
      const figures = await runIngest({ customers, seconds, say })
      const { lost, duplicated, misattributed } = figures
      if (lost + duplicated + misattributed > 0) {
        return { kind: 'wrong', because: `${lost} lost, ${duplicated} duplicated, ${misattributed} misattributed` }
      }
      say(`round ${round}: ${JSON.stringify(figures)}`)
      all.push(figures)
    }
    return { kind: 'correct', figures: mediansOf(all) }
  },
}

/** Of each figure by itself; what is no number comes from the last round. */
function mediansOf(rounds: readonly IngestFigures[]): object {
  const last = rounds.at(-1) ?? {}
  const entries = Object.entries(last).map(([name, value]) => {
    const values = rounds.map((figures) => figures[name as keyof IngestFigures])
    return [name, typeof value === 'number' ? percentile(values as number[], 50) : value] as const
  })
  return { rounds: rounds.length, ...Object.fromEntries(entries) }
}

async function runIngest({ customers, seconds, say }: IngestOptions): Promise<IngestFigures> {
  const house = await openHouse()
  const generator = fork(path.join(import.meta.dirname, 'generator.ts'), { execArgv: [] })
  try {
    const machine = machineFacts(house.folder)
    const told = toldBy(house, customers)
    say(`${customers} customers are made …`)
    await seed(house.postgres.url, house.settings, told)
    const floor = await insertFloor(house.postgres.url, sampleBodies(told, house.port))
    const { pid } = await house.startServer()
    await tell(generator, { setting: { told, port: house.port, apiKey: house.settings.apiKey } })
    const httpFloor = await httpFloorOf(generator, told)
    const before = cpuTicks()
    const figures = await measure(house, pid, generator, told, seconds, say)
    const after = cpuTicks()
    return {
      ...figures,
      insertFloorPerSecond: floor,
      ratioToInsertFloor: figures.peakPerSecond / floor,
      httpFloorPerSecond: httpFloor,
      ratioToHttpFloor: figures.peakPerSecond / httpFloor,
      stolenCpuShare: (after.stolen - before.stolen) / Math.max(1, after.all - before.all),
      customers,
      ...machine,
    }
  } finally {
    generator.disconnect()
    await house.close()
  }
}

async function measure(
  house: House,
  pid: number,
  generator: ChildProcess,
  told: Told,
  seconds: number,
  say: (line: string) => void,
) {
  const ranges: { first: number; count: number }[] = []
  let next = 0
  let refusedRequests = 0
  async function phase(about: Omit<Phase, 'first'>): Promise<PhaseResult> {
    const { result } = await tell<{ result: PhaseResult }>(generator, { phase: { ...about, first: next } })
    // What was not sent in time keeps its numbers unused.
    ranges.push({ first: next, count: result.acknowledged })
    next += Math.ceil(about.count / 10) * 10
    refusedRequests += result.refused
    say(
      `${about.form} ${about.rate ?? 'flood'}: ${result.acknowledged} events, ${result.requests} requests, ` +
        `ack ${result.ackMs.p50.toFixed(1)}/${result.ackMs.p99.toFixed(1)} ms, ` +
        `seen ${result.visibleMs.p50.toFixed(1)}/${result.visibleMs.p99.toFixed(1)} ms, ${result.refused} refused, unseen: ${result.unseen.join(', ') || 'none'}`,
    )
    return result
  }
  const single = (rate: number, lasts: number) =>
    phase({ count: rate * lasts, rate, form: 'single', mostSeconds: lasts + 2 })

  await single(WARM_UP.perSecond, WARM_UP.seconds)
  const before = await spentBy(house, pid)
  const atDemand = await startCaller(house)
  const demand = await single(DEMAND_PER_SECOND, seconds)
  const clicks = await atDemand.end()
  const after = await spentBy(house, pid)
  let sustainedPerSecond = holds(demand) ? DEMAND_PER_SECOND : 0
  if (sustainedPerSecond > 0) {
    for (const rate of FASTER) {
      if (!holds(await single(rate, TRIAL_SECONDS))) break
      sustainedPerSecond = rate
    }
  } else {
    for (const rate of SLOWER) {
      if (!holds(await single(rate, TRIAL_SECONDS))) continue
      sustainedPerSecond = rate
      break
    }
  }
  const flood = { rate: null, mostSeconds: FLOOD_SECONDS }
  const inFlood = await startCaller(house)
  const peak = await phase({ ...flood, count: MOST_SINGLE_PER_SECOND * FLOOD_SECONDS, form: 'single' })
  const clicksInFlood = await inFlood.end()
  const batched = await phase({ ...flood, count: MOST_BATCHED_PER_SECOND * FLOOD_SECONDS, form: 'batched' })
  const correctness = await readBack(house.postgres.url, ranges, told.customers)
  const events = demand.acknowledged
  const per = (key: keyof Spent) => (after[key] - before[key]) / Math.max(1, events)
  return {
    sustainedPerSecond,
    peakPerSecond: rateOf(peak),
    batchedPerSecond: rateOf(batched),
    peakAckedPerSecond: ackedRateOf(peak),
    batchedAckedPerSecond: ackedRateOf(batched),
    ackP50Ms: demand.ackMs.p50,
    ackP99Ms: demand.ackMs.p99,
    ackP999Ms: demand.ackMs.p999,
    visibleP50Ms: demand.visibleMs.p50,
    visibleP99Ms: demand.visibleMs.p99,
    visibleP999Ms: demand.visibleMs.p999,
    clickP50Ms: clicks.p50,
    clickP99Ms: clicks.p99,
    clickInFloodP99Ms: clicksInFlood.p99,
    cpuMsPerEvent: per('product') + per('postgres'),
    productCpuMsPerEvent: per('product'),
    postgresCpuMsPerEvent: per('postgres'),
    commitsPerEvent: per('commits'),
    walBytesPerEvent: per('wal'),
    diskBytesPerEvent: per('disk'),
    refusedRequests: refusedRequests + clicks.refused + clicksInFlood.refused,
    events: ranges.reduce((sum, { count }) => sum + count, 0),
    ...correctness,
  }
}

const holds = ({ ackMs, visibleMs, refused, unseen }: PhaseResult): boolean =>
  ackMs.p50 <= LIMITS.ackP50Ms &&
  ackMs.p99 <= LIMITS.ackP99Ms &&
  visibleMs.p99 <= LIMITS.visibleP99Ms &&
  refused + unseen.length === 0

/** Events per second until the last one could be seen: what waits in a queue has not been done. */
const rateOf = ({ acknowledged, visibleAfterMs }: PhaseResult): number => acknowledged / (visibleAfterMs / 1000)

const ackedRateOf = ({ acknowledged, ackedAfterMs }: PhaseResult): number => acknowledged / (ackedAfterMs / 1000)

const HTTP_FLOOR_SECONDS = 4

/** Requests per second of a bare server with signature check and parse, told by the same generator. */
async function httpFloorOf(generator: ChildProcess, told: Told): Promise<number> {
  const server = fork(path.join(import.meta.dirname, 'http-floor.ts'), [told.appSecret], { execArgv: [] })
  try {
    const { port } = await new Promise<{ port: number }>((resolve) =>
      server.once('message', (message) => resolve(message as { port: number })),
    )
    const phase: Phase = {
      first: 0,
      count: 20_000 * HTTP_FLOOR_SECONDS,
      rate: null,
      form: 'single',
      mostSeconds: HTTP_FLOOR_SECONDS,
      blindPort: port,
    }
    const { result } = await tell<{ result: PhaseResult }>(generator, { phase })
    return ackedRateOf(result)
  } finally {
    server.disconnect()
  }
}

/** Bodies as the door stores them, without the head of the request. */
const sampleBodies = (told: Told, port: number): Buffer[] =>
  Array.from({ length: 5_000 }, (_, index) => {
    const request = requestOf([eventAt(index, told.customers)], told, port)
    return request.subarray(request.indexOf('\r\n\r\n') + 4)
  })

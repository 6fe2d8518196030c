import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import pg from 'pg'
import { insertFloor } from '../floor.ts'
import { type House, openHouse } from '../house.ts'
import { cpuMsOf, cpuTicks, type MachineFacts, machineFacts } from '../machine.ts'
import type { Workload } from '../workload.ts'
import { type Correctness, readBack } from './check.ts'
import { eventAt, requestOf, type Told } from './events.ts'
import type { Phase, PhaseResult, Setting } from './generator.ts'
import { seed } from './seed.ts'

/** What one run says. Rates are events per second, CPU is milliseconds per event at Meta's demand. */
type IngestFigures = {
  readonly sustainedPerSecond: number
  readonly peakPerSecond: number
  readonly batchedPerSecond: number
  readonly ackP50Ms: number
  readonly ackP99Ms: number
  readonly ackP999Ms: number
  readonly visibleP50Ms: number
  readonly visibleP99Ms: number
  readonly visibleP999Ms: number
  readonly cpuMsPerEvent: number
  readonly productCpuMsPerEvent: number
  readonly postgresCpuMsPerEvent: number
  readonly commitsPerEvent: number
  readonly walBytesPerEvent: number
  readonly diskBytesPerEvent: number
  readonly insertFloorPerSecond: number
  readonly ratioToInsertFloor: number
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
const TRIAL_SECONDS = 6
const FLOOD_SECONDS = 8
const MOST_SINGLE_PER_SECOND = 12_000
const MOST_BATCHED_PER_SECOND = 25_000
/** What "sustained" means (house §4). */
const LIMITS = { ackP50Ms: 15, ackP99Ms: 50, visibleP99Ms: 250 }

type Sample = {
  readonly product: number
  readonly postgres: number
  readonly wal: number
  readonly commits: number
  readonly disk: number
}

export const ingest: Workload = {
  options: { customers: '50000', seconds: '15' },
  run: async (options, say) => {
    const figures = await runIngest({ customers: options.number('customers'), seconds: options.number('seconds'), say })
    const { lost, duplicated, misattributed } = figures
    if (lost + duplicated + misattributed === 0) return { kind: 'correct', figures }
    return { kind: 'wrong', because: `${lost} lost, ${duplicated} duplicated, ${misattributed} misattributed` }
  },
}

async function runIngest({ customers, seconds, say }: IngestOptions): Promise<IngestFigures> {
  const house = await openHouse()
  const generator = fork(path.join(import.meta.dirname, 'generator.ts'), { execArgv: [] })
  try {
    const machine = machineFacts(house.folder)
    const told: Told = {
      wabaId: house.settings.wabaId,
      phoneNumberId: house.settings.phoneNumbers[0]?.id ?? '',
      appSecret: house.settings.appSecret,
      customers,
      startSeconds: Math.floor(Date.now() / 1000),
    }
    say(`${customers} customers are made …`)
    await seed(house.postgres.url, house.settings, told)
    const floor = await insertFloor(house.postgres.url, sampleBodies(told, house.port))
    const { pid } = await house.startServer()
    await tell(generator, { setting: { told, port: house.port, apiKey: house.settings.apiKey } })
    const before = cpuTicks()
    const figures = await measure(house, pid, generator, told, seconds, say)
    const after = cpuTicks()
    return {
      ...figures,
      insertFloorPerSecond: floor,
      ratioToInsertFloor: figures.peakPerSecond / floor,
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

  await single(500, 3)
  const before = await sample(house, pid)
  const demand = await single(DEMAND_PER_SECOND, seconds)
  const after = await sample(house, pid)
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
  const peak = await phase({ ...flood, count: MOST_SINGLE_PER_SECOND * FLOOD_SECONDS, form: 'single' })
  const batched = await phase({ ...flood, count: MOST_BATCHED_PER_SECOND * FLOOD_SECONDS, form: 'batched' })
  const correctness = await readBack(house.postgres.url, ranges, told.customers)
  const events = demand.acknowledged
  const per = (key: keyof Sample) => (after[key] - before[key]) / Math.max(1, events)
  return {
    sustainedPerSecond,
    peakPerSecond: rateOf(peak),
    batchedPerSecond: rateOf(batched),
    ackP50Ms: demand.ackMs.p50,
    ackP99Ms: demand.ackMs.p99,
    ackP999Ms: demand.ackMs.p999,
    visibleP50Ms: demand.visibleMs.p50,
    visibleP99Ms: demand.visibleMs.p99,
    visibleP999Ms: demand.visibleMs.p999,
    cpuMsPerEvent: per('product') + per('postgres'),
    productCpuMsPerEvent: per('product'),
    postgresCpuMsPerEvent: per('postgres'),
    commitsPerEvent: per('commits'),
    walBytesPerEvent: per('wal'),
    diskBytesPerEvent: per('disk'),
    refusedRequests,
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

async function sample(house: House, pid: number): Promise<Sample> {
  const client = new pg.Client({ connectionString: house.postgres.url })
  await client.connect()
  try {
    const { rows } = await client.query<{ wal: string; commits: string; disk: string }>(
      `select pg_current_wal_lsn() - '0/0'::pg_lsn as wal, pg_database_size(current_database()) as disk,
         (select xact_commit from pg_stat_database where datname = current_database()) as commits`,
    )
    const [row] = rows
    return {
      product: cpuMsOf(pid),
      postgres: cpuMsOf(house.postgres.pid, true),
      wal: Number(row?.wal),
      commits: Number(row?.commits),
      disk: Number(row?.disk),
    }
  } finally {
    await client.end()
  }
}

/** Bodies as the door stores them, without the head of the request. */
const sampleBodies = (told: Told, port: number): Buffer[] =>
  Array.from({ length: 5_000 }, (_, index) => {
    const request = requestOf([eventAt(index, told.customers)], told, port)
    return request.subarray(request.indexOf('\r\n\r\n') + 4)
  })

function tell<Answer>(generator: ChildProcess, message: { setting: Setting } | { phase: Phase }): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('The generator ended before its time.'))
    generator.once('exit', ended)
    generator.once('message', (answer) => {
      generator.off('exit', ended)
      resolve(answer as Answer)
    })
    generator.send(message)
  })
}

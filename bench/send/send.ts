import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { request } from 'undici'
import { MESSAGES_PER_SECOND } from '#core/line/line.ts'
import { type House, openHouse } from '../house.ts'
import { cpuMsOf, cpuTicks, machineFacts, percentile } from '../machine.ts'
import type { Workload } from '../workload.ts'
import { type Agent, startAgent } from './agent.ts'
import { type Correctness, readBack, type Refusals, stillToSend } from './check.ts'
import { postFloor } from './floor.ts'
import { type Accepted, mostWithin, readJournal } from './journal.ts'
import { pauseLine, resumeLine } from './pause.ts'
import { type Queued, queue } from './queue.ts'

/** A campaign at the rate Meta grants, with agents answering on the same line and a pause in the middle. */
export const send: Workload = {
  options: { messages: '100000', seconds: '120', rates: '80,1000' },
  run: async (options, say) => {
    const rates = options.text('rates').split(',').map(throughputOf)
    const floorPerSecond = await postFloor()
    say(`Bare posts: ${floorPerSecond.toFixed(0)} messages a second`)
    const figures: Record<string, unknown>[] = []
    for (const throughput of rates) {
      const allowed = MESSAGES_PER_SECOND[throughput]
      const messages = Math.min(options.number('messages'), allowed * options.number('seconds'))
      const { correctness, ...found } = await runAt(throughput, messages, say)
      const wrong = Object.values(correctness).some((count) => count > 0)
      if (wrong) return { kind: 'wrong', because: `at ${allowed} a second ${JSON.stringify(correctness)}` }
      figures.push({ ...found, ...correctness, floorPerSecond, ratioToFloor: found.reachedPerSecond / floorPerSecond })
    }
    return { kind: 'correct', figures: { rates: figures }, table: tableOf(figures) }
  },
}

const TALKERS = 200
/** A server that has just started is slow for some seconds; as in the other workloads they are not what is measured. */
const WARM_UP_MS = 15_000
/** So long the line rests in the middle. */
const REST_MS = 3_000
const LONGEST_MS = 15 * 60_000

function throughputOf(rate: string): 'STANDARD' | 'HIGH' {
  if (rate === '80') return 'STANDARD'
  if (rate === '1000') return 'HIGH'
  throw new Error(`--rates has "${rate}"; Meta grants 80 or 1000.`)
}

async function runAt(throughput: 'STANDARD' | 'HIGH', messages: number, say: (line: string) => void) {
  const allowed = MESSAGES_PER_SECOND[throughput]
  const house = await openHouse({ throughput })
  try {
    const machine = machineFacts(house.folder)
    const emulator = await house.startEmulator()
    await control(house, { strangers: 'reading' })
    say(`${messages} messages are queued for ${allowed} a second …`)
    const queued = await queue(house, messages, TALKERS)
    const server = await house.startServer()
    const cpu = () => ({
      product: cpuMsOf(server.pid),
      postgres: cpuMsOf(house.postgres.pid, true),
      emulator: cpuMsOf(emulator.pid),
    })
    const [cpuBefore, ticksBefore] = [cpu(), cpuTicks()]
    const agent = startAgent(house, queued.conversationIds)
    const { pausedAtMs, resumedAtMs } = await restInTheMiddle(house, queued, agent, say)
    await untilSent(house, say)
    const said = await agent.stop()
    await untilSent(house, say)
    await untilHeard(house)
    const [cpuAfter, ticksAfter] = [cpu(), cpuTicks()]
    const accepted = await readJournal(house)
    const expected = new Set([...queued.messageIds, ...said.map(({ messageId }) => messageId)])
    const { correctness, refusals, read } = await readBack(house.postgres.url, expected, accepted)
    const per = (key: keyof typeof cpuBefore) => (cpuAfter[key] - cpuBefore[key]) / Math.max(1, accepted.length)
    const campaign = new Set<string>(queued.messageIds)
    return {
      allowedPerSecond: allowed,
      messages: expected.size,
      ...paceOf(accepted, campaign, allowed, pausedAtMs, resumedAtMs),
      refusedForRate: (refusals['130429'] ?? 0) + (refusals['131056'] ?? 0) + (refusals['80007'] ?? 0),
      refusals,
      ...answersOf(accepted, said),
      readShare: read / Math.max(1, expected.size),
      productCpuMsPerMessage: per('product'),
      postgresCpuMsPerMessage: per('postgres'),
      emulatorCpuMsPerMessage: per('emulator'),
      stolenCpuShare: (ticksAfter.stolen - ticksBefore.stolen) / Math.max(1, ticksAfter.all - ticksBefore.all),
      ...machine,
      correctness,
    } satisfies { correctness: Correctness; refusals: Refusals } & Record<string, unknown>
  } finally {
    await house.close()
  }
}

/** Rates from the first message to the pause and from the first after it to the campaign's last. */
function paceOf(
  accepted: readonly Accepted[],
  campaign: ReadonlySet<string>,
  allowed: number,
  pausedAtMs: number,
  resumedAtMs: number,
) {
  const last = accepted.findLast(({ messageId }) => campaign.has(messageId))?.atMs ?? 0
  const times = accepted.map(({ atMs }) => atMs).toSorted((a, b) => a - b)
  const first = times[0] ?? 0
  const stopped = times.findLast((atMs) => atMs < resumedAtMs) ?? pausedAtMs
  const resumed = times.find((atMs) => atMs >= resumedAtMs) ?? resumedAtMs
  const between = (from: number, to: number) => times.filter((atMs) => atMs >= from && atMs < to).length
  const lasted = pausedAtMs - first + (last - resumed)
  const reachedPerSecond = ((between(first, pausedAtMs) + between(resumed, last)) * 1000) / lasted
  return {
    reachedPerSecond,
    shareOfAllowed: reachedPerSecond / allowed,
    mostInOneSecond: mostWithin(times, 1_000),
    overshootInOneSecond: mostWithin(times, 1_000) / allowed - 1,
    overshootInTenthOfSecond: mostWithin(times, 100) / (allowed / 10) - 1,
    pausedWithinMs: Math.max(0, stopped - pausedAtMs),
    resumedWithinMs: resumed - resumedAtMs,
  }
}

/** From an agent's call to Meta's acceptance, of what was said while the line was open; the first seconds apart. */
function answersOf(accepted: readonly Accepted[], said: readonly { messageId: string; calledAtMs: number }[]) {
  const atMs = new Map(accepted.map((one) => [one.messageId, one.atMs]))
  const waitsOf = (some: typeof said) => some.map((one) => (atMs.get(one.messageId) ?? 0) - one.calledAtMs)
  const warmAtMs = (said[0]?.calledAtMs ?? 0) + WARM_UP_MS
  const cold = waitsOf(said.filter(({ calledAtMs }) => calledAtMs < warmAtMs))
  const waits = waitsOf(said.filter(({ calledAtMs }) => calledAtMs >= warmAtMs))
  return {
    agentMessages: waits.length,
    agentColdP99Ms: percentile(cold, 99),
    agentP50Ms: percentile(waits, 50),
    agentP99Ms: percentile(waits, 99),
    agentMaxMs: percentile(waits, 100),
  }
}

async function restInTheMiddle(house: House, { line, messageIds }: Queued, agent: Agent, say: (line: string) => void) {
  await untilLeft(house, Math.ceil(messageIds.length / 2))
  await agent.hush()
  const pausedAtMs = Date.now()
  await pauseLine(house, line.lineId)
  await pause(REST_MS)
  const resumedAtMs = Date.now()
  await resumeLine(house, line.lineId)
  agent.talk()
  say(`Rested for ${resumedAtMs - pausedAtMs} ms`)
  return { pausedAtMs, resumedAtMs }
}

const untilSent = (house: House, say: (line: string) => void): Promise<void> => untilLeft(house, 0, say)

async function untilLeft(house: House, wanted: number, say?: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: house.postgres.url })
  await client.connect()
  try {
    const until = Date.now() + LONGEST_MS
    for (;;) {
      const left = await stillToSend(client)
      if (left <= wanted) return
      if (Date.now() > until) return say?.(`${left} messages have not been sent`)
      await pause(wanted === 0 ? 500 : 250)
    }
  } finally {
    await client.end()
  }
}

/** Until every webhook has been taken and read. */
async function untilHeard({ settings }: House): Promise<void> {
  const until = Date.now() + 60_000
  let quiet = 0
  while (quiet < 3 && Date.now() < until) {
    const told = await json(`${settings.emulatorUrl}/control/v1/webhooks?limit=1`)
    const ready = await json(`${settings.url}/readyz`)
    quiet = told['pending'] === 0 && ready['deliveryLagMs'] === 0 ? quiet + 1 : 0
    await pause(300)
  }
}

async function control({ settings }: House, faults: object): Promise<void> {
  const answer = await request(`${settings.emulatorUrl}/control/v1/faults`, {
    method: 'PUT',
    body: JSON.stringify(faults),
  })
  await answer.body.dump()
}

async function json(url: string): Promise<Record<string, unknown>> {
  const answer = await request(url)
  return (await answer.body.json()) as Record<string, unknown>
}

function tableOf(figures: readonly Record<string, unknown>[]): string[] {
  const names = Object.keys(figures[0] ?? {})
  return names.map((name) => `${name.padEnd(26)} ${figures.map((one) => shown(one[name]).padStart(14)).join('')}`)
}

const shown = (value: unknown): string =>
  typeof value === 'number'
    ? String(Number(value.toPrecision(4)))
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

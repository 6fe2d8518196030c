import { fork } from 'node:child_process'
import path from 'node:path'
import pg from 'pg'
import { request } from 'undici'
import { WebSocket } from 'ws'
import { FEED_PATH, type ServerFrame } from '#contract/feed.ts'
import { tell } from '../child.ts'
import { type House, openHouse } from '../house.ts'
import { readBack } from '../ingest/check.ts'
import { type Told, toldBy } from '../ingest/events.ts'
import type { Phase, PhaseResult } from '../ingest/generator.ts'
import { seed } from '../ingest/seed.ts'
import { cpuTicks, machineFacts } from '../machine.ts'
import { readJournal } from '../send/journal.ts'
import { type Spent, spentBy } from '../spent.ts'
import type { Workload } from '../workload.ts'
import { type Day, workDay } from './day.ts'

/** A house that has been up for a while: what runs often has been compiled. Counts for no figure. */
const WARM_UP_SECONDS = 15

/**
 * A busy day, compressed: customers write and statuses come in while agents list, search, read, answer, assign and
 * resolve, and desks listen. What a million messages cost, in CPU and bytes, and how long each thing takes meanwhile.
 */
export const mixed: Workload = {
  options: { customers: '20000', events: '300', acts: '40', desks: '20', seconds: '45' },
  run: async (options, say) => {
    const [customers, seconds] = [options.number('customers'), options.number('seconds')]
    const house = await openHouse({ throughput: 'HIGH' })
    const generator = fork(path.join(import.meta.dirname, '../ingest/generator.ts'), { execArgv: [] })
    try {
      const machine = machineFacts(house.folder)
      const told = toldBy(house, customers)
      say(`${customers} customers are made …`)
      await seed(house.postgres.url, house.settings, told)
      await house.startEmulator()
      await befriend(house)
      const { pid } = await house.startServer()
      await tell(generator, { setting: { told, port: house.port, apiKey: house.settings.apiKey } })
      const desks = await Promise.all(Array.from({ length: options.number('desks') }, () => openDesk(house)))
      const [rate, acts] = [options.number('events'), options.number('acts')]
      const hours = async (first: number, lasts: number) => {
        const phase: Phase = { first, count: rate * lasts, rate, form: 'single', mostSeconds: lasts + 10 }
        const told = tell<{ result: PhaseResult }>(generator, { phase })
        const [{ result }, day] = await Promise.all([told, workDay(house, acts, lasts)])
        await quiet(house)
        return { result, day, range: { first, count: result.acknowledged } }
      }
      const morning = await hours(0, WARM_UP_SECONDS)
      const [before, ticksBefore] = [await spentBy(house, pid), cpuTicks()]
      const { result, day, range } = await hours(rate * WARM_UP_SECONDS, seconds)
      const [after, ticksAfter] = [await spentBy(house, pid), cpuTicks()]
      const wrong = await wrongsOf(house, told, [morning, { result, day, range }], desks)
      if (wrong.length > 0) return { kind: 'wrong', because: wrong.slice(0, 5).join('; ') }
      const messages = (result.acknowledged * 3) / 10 + day.sent.length
      const perMillion = (key: keyof Spent) => ((after[key] - before[key]) / messages) * 1_000_000
      const figures = {
        eventsPerSecond: rate,
        actsPerSecond: acts,
        desks: desks.length,
        messages,
        productCpuSecondsPerMillion: perMillion('product') / 1000,
        postgresCpuSecondsPerMillion: perMillion('postgres') / 1000,
        cpuMsPerMillion: perMillion('product') + perMillion('postgres'),
        walGigabytesPerMillion: perMillion('wal') / 1e9,
        diskGigabytesPerMillion: perMillion('disk') / 1e9,
        ackP50Ms: result.ackMs.p50,
        ackP99Ms: result.ackMs.p99,
        visibleP50Ms: result.visibleMs.p50,
        visibleP99Ms: result.visibleMs.p99,
        acts: day.latencies,
        stolenCpuShare: (ticksAfter.stolen - ticksBefore.stolen) / Math.max(1, ticksAfter.all - ticksBefore.all),
        ...machine,
      }
      return { kind: 'correct', figures, table: tableOf(figures, day) }
    } finally {
      generator.disconnect()
      await house.close()
    }
  },
}

/** All that must hold before a figure means anything. */
async function wrongsOf(house: House, told: Told, hours: readonly Hours[], desks: readonly Desk[]): Promise<string[]> {
  const ranges = hours.map(({ range }) => range)
  const read = await readBack(house.postgres.url, ranges, told.customers)
  const wrong = Object.entries(read).flatMap(([what, count]) => (count > 0 ? [`${count} ${what}`] : []))
  for (const { result, day } of hours) {
    wrong.push(...day.refused)
    if (result.unseen.length > 0) wrong.push(`not seen: ${result.unseen.join(', ')}`)
  }
  const counts = Map.groupBy(await readJournal(house), ({ messageId }) => messageId)
  const sent = hours.flatMap(({ day }) => day.sent)
  const astray = sent.filter((messageId) => counts.get(messageId)?.length !== 1)
  if (astray.length > 0) wrong.push(`${astray.length} answers not sent exactly once`)
  const newest = Math.max(...desks.map(({ seq }) => seq()))
  const behind = desks.filter((desk) => desk.seq() < newest || desk.gaps() > 0)
  if (behind.length > 0) wrong.push(`${behind.length} desks have missed something`)
  return wrong
}

/** A part of the day: what was told, what was done. */
type Hours = {
  readonly result: PhaseResult
  readonly day: Day
  readonly range: { readonly first: number; readonly count: number }
}
type Desk = { readonly seq: () => number; readonly gaps: () => number }

/** A desk that listens, and counts the numbers it was not told. */
function openDesk({ settings }: House): Promise<Desk> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${settings.apiKey}` }
    const socket = new WebSocket(`${settings.url.replace('http', 'ws')}${FEED_PATH}`, { headers })
    let [seq, gaps] = [0, 0]
    socket.once('error', reject)
    socket.once('open', () => socket.send(JSON.stringify({ kind: 'resume', seq: null })))
    socket.once('close', () => (gaps += 1))
    socket.on('message', (data) => {
      const frame = JSON.parse((data as Buffer).toString()) as ServerFrame
      if (frame.kind === 'welcome' || frame.kind === 'reset') {
        seq = frame.seq
        resolve({ seq: () => seq, gaps: () => gaps })
      }
      if (frame.kind !== 'facts') return
      for (const fact of frame.facts) {
        if (fact.seq !== seq + 1) gaps += 1
        seq = fact.seq
      }
    })
  })
}

/** Customers here are no phones of the double: they are reached all the same, and read what they get. */
async function befriend({ settings }: House): Promise<void> {
  const body = JSON.stringify({ strangers: 'reading' })
  await (await request(`${settings.emulatorUrl}/control/v1/faults`, { method: 'PUT', body })).body.dump()
}

/** Until nothing is on its way any more. */
async function quiet({ settings, postgres }: House): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  try {
    const until = Date.now() + 60_000
    for (let still = 0; still < 3 && Date.now() < until;) {
      const { rows } = await client.query<{ left: number }>(
        `select count(*)::int as left from effect where kind in ('deliver', 'mark-read')`,
      )
      const told = (await (await request(`${settings.emulatorUrl}/control/v1/webhooks?limit=1`)).body.json()) as {
        pending: number
      }
      still = rows[0]?.left === 0 && told.pending === 0 ? still + 1 : 0
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
  } finally {
    await client.end()
  }
}

const short = (value: number): string => String(Number(value.toPrecision(4)))

function tableOf(figures: Record<string, unknown>, { latencies }: Day): string[] {
  const plain = Object.entries(figures).flatMap(([name, value]) =>
    typeof value === 'object' ? [] : [`${name.padEnd(30)} ${typeof value === 'number' ? short(value) : String(value)}`],
  )
  const acts = Object.entries(latencies).map(
    ([act, { count, p50Ms, p99Ms }]) =>
      `${act.padEnd(30)} ${short(p50Ms).padStart(8)} ${short(p99Ms).padStart(8)} ms (p50, p99 of ${count})`,
  )
  return [...plain, ...acts]
}

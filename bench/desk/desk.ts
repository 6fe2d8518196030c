import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { type Instant, instant } from '#base/time.ts'
import { postgresViews } from '#store/postgres/views.ts'
import { openPool } from '#store/postgres/pool.ts'
import { openStore } from '#store/postgres/open.ts'
import { type House, openHouse } from '../house.ts'
import { cpuMsOf, cpuTicks, machineFacts, percentile } from '../machine.ts'
import type { Measured, Options, Workload } from '../workload.ts'
import { allAgents, type Heard, oneAgent, PAUSE_MS } from './agents.ts'
import { agentId, AGENTS } from './company.ts'
import type { OperationFigures, SizeFigures, Spread } from './figures.ts'
import { keyFloor } from './floor.ts'
import { type Operation, operationsOf, targetsOf } from './operations.ts'
import { faultsOf } from './plan-rules.ts'
import { explainAll, pagesOf } from './plans.ts'
import { type Seeded, seed } from './seed.ts'
import { tableOf } from './table.ts'

const EXPLAINED_TURNS = 6
const STORE_READS = 60
const FLOOR_READS = 300

/** Reading at the desk while more and more is kept: every list, counts, search, opening a conversation. */
export const desk: Workload = {
  options: { messages: '100000,1000000,10000000', seconds: '60', keep: '' },
  run: async (options: Options, say): Promise<Measured> => {
    const sizes = options.text('messages').split(',').map(Number)
    if (sizes.some((size) => !(size >= 1_000)))
      throw new Error('--messages wants numbers from 1000 on, with commas between.')
    const figures: SizeFigures[] = []
    let machine: object = {}
    for (const messages of sizes) {
      const keep = options.text('keep')
      const house = await openHouse(keep === '' ? {} : { folder: path.join(keep, String(messages)) })
      try {
        machine = machineFacts(house.folder)
        const seeded = await seededHouse(house, messages, say)
        const measured = await measure(house, seeded, options.number('seconds'), say)
        if (typeof measured === 'string') return { kind: 'wrong', because: measured }
        figures.push(measured)
      } finally {
        await house.close()
      }
    }
    const requestsPerSecond = (AGENTS * 1000) / PAUSE_MS
    return {
      kind: 'correct',
      figures: { sizes: figures, agents: AGENTS, requestsPerSecond, ...machine },
      table: tableOf(figures, requestsPerSecond),
    }
  },
}

/** What was kept from an earlier run is taken as it is, brought up to the newest migration. */
async function seededHouse(house: House, messages: number, say: (line: string) => void): Promise<Seeded> {
  const file = path.join(house.folder, 'seeded.json')
  if (existsSync(file)) {
    const store = openStore({ databaseUrl: house.postgres.url })
    await store.migrate()
    await store.close()
    return JSON.parse(readFileSync(file, 'utf8')) as Seeded
  }
  mkdirSync(house.folder, { recursive: true })
  const startedMs = performance.now()
  const seeded = await seed(house.postgres.url, house.settings, messages)
  say(`${seeded.messages} messages made in ${((performance.now() - startedMs) / 1000).toFixed(0)} s`)
  writeFileSync(file, JSON.stringify(seeded))
  return seeded
}

/** Figures, or what was wrong. */
async function measure(
  house: House,
  seeded: Seeded,
  seconds: number,
  say: (line: string) => void,
): Promise<SizeFigures | string> {
  const now = instant(Date.now())
  const read = { databaseUrl: house.postgres.url, connections: 2, plans: 'generic', log: say } as const
  const pool = openPool({ ...read, name: 'bench' })
  const watched = openPool({ ...read, name: 'bench-explained', connections: 1 })
  try {
    const views = postgresViews(pool)
    const targets = await targetsOf(views, now)
    const operations = operationsOf(targets)
    const { faults, pages } = await explained(watched, operations, now)
    if (faults.length > 0) return faults.join('; ')

    const ids = targets.conversations.map(({ conversationId }) => conversationId)
    const floor = await keyFloor(pool, ids, FLOOR_READS)
    const inStore = new Map<string, number[]>()
    for (let turn = 0; turn < STORE_READS; turn++) {
      for (const { name, read: ask } of operations) {
        const startedMs = performance.now()
        await ask(views, agentId(1 + (turn % AGENTS)), now, turn)
        if (turn >= 5) inStore.set(name, [...(inStore.get(name) ?? []), performance.now() - startedMs])
      }
    }

    const { pid } = await house.startServer()
    const atDesk = { port: house.port, tokens: seeded.tokens }
    await oneAgent(atDesk, operations, 3)
    await allAgents(atDesk, operations, 3)
    const ticks = cpuTicks()
    const one = await oneAgent(atDesk, operations, seconds / 2)
    const cpuBefore = [cpuMsOf(pid), cpuMsOf(house.postgres.pid, true)] as const
    const all = await allAgents(atDesk, operations, seconds)
    const cpuAfter = [cpuMsOf(pid), cpuMsOf(house.postgres.pid, true)] as const
    const after = cpuTicks()
    const wrong = [...one.faults, ...all.faults]
    if (wrong.length > 0) return `${wrong.length} wrong answers, such as ${wrong.slice(0, 3).join('; ')}`

    const { rows } = await pool.query<{ size: number }>('select pg_database_size(current_database()) as size')
    const floorP50Ms = percentile(floor, 50)
    const perOperation = operations.map(({ name }): OperationFigures => {
      const store = spreadOf(inStore.get(name))
      const heard = (by: Heard) => spreadOf(by.took.get(name))
      const ratioToFloor = store.p50Ms / floorP50Ms
      return { name, one: heard(one), all: heard(all), store, ratioToFloor, pages: pages.get(name) ?? 0 }
    })
    const everything = ({ took }: Heard) => spreadOf([...took.values()].flat())
    const worst = perOperation.reduce((left, right) => (right.all.p99Ms > left.all.p99Ms ? right : left))
    return {
      messages: seeded.messages,
      conversations: seeded.conversations,
      contacts: seeded.contacts,
      floorP50Ms,
      oneP99Ms: everything(one).p99Ms,
      allP50Ms: everything(all).p50Ms,
      allP99Ms: everything(all).p99Ms,
      productCpuMsPerRequest: (cpuAfter[0] - cpuBefore[0]) / everything(all).count,
      postgresCpuMsPerRequest: (cpuAfter[1] - cpuBefore[1]) / everything(all).count,
      worstOperation: worst.name,
      worstP99Ms: worst.all.p99Ms,
      databaseBytes: rows[0]?.size ?? 0,
      stolenCpuShare: (after.stolen - ticks.stolen) / Math.max(1, after.all - ticks.all),
      operations: perOperation,
    }
  } finally {
    await Promise.all([pool.end(), watched.end()])
  }
}

/** What each operation reads, in pages of 8 KiB, and what is wrong with how. */
async function explained(pool: pg.Pool, operations: readonly Operation[], now: Instant) {
  const faults = new Set<string>()
  const pages = new Map<string, number>()
  let current = ''
  explainAll(pool, (planned) => {
    for (const fault of faultsOf(planned)) faults.add(fault)
    pages.set(current, (pages.get(current) ?? 0) + pagesOf(planned) / EXPLAINED_TURNS)
  })
  const views = postgresViews(pool)
  for (const { name, read } of operations) {
    current = name
    for (let turn = 0; turn < EXPLAINED_TURNS; turn++) await read(views, agentId(1), now, turn)
  }
  return { faults: [...faults], pages }
}

const spreadOf = (times: readonly number[] = []): Spread => ({
  p50Ms: percentile(times, 50),
  p95Ms: percentile(times, 95),
  p99Ms: percentile(times, 99),
  count: times.length,
})

import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Demo } from '#server/config.ts'
import { freePort } from '#tools/free-port.ts'
import { cpuTicks, machineFacts, percentile } from '../machine.ts'
import type { Workload } from '../workload.ts'
import { memoryOfAgents } from './agents.ts'
import { memoryAfter } from './after.ts'
import { type Weights, weighPages } from './pages.ts'
import { type Product, residentBytes, startProduct } from './product.ts'

const MEGABYTE = 1024 * 1024
const KILOBYTE = 1024

/** How soon the product is ready, what it holds in memory, and how much a browser has to load. */
export const footprint: Workload = {
  options: { starts: '5', idleSeconds: '10', agents: '1000', messages: '1000000' },
  run: async (options, say) => {
    const ticks = cpuTicks()
    const folder = mkdtempSync(path.join(process.env['HILO_BENCH_DIR'] ?? os.tmpdir(), 'hilo-footprint-'))
    try {
      const machine = machineFacts(folder)
      const starts = await measureStarts(folder, options.number('starts'), options.number('idleSeconds'), say)
      if (starts.wrong.length > 0) return { kind: 'wrong', because: starts.wrong.join('; ') }
      const agents = await memoryOfAgents(options.number('agents'), say)
      const after = options.number('messages') > 0 ? await memoryAfter(options.number('messages'), say) : {}
      const now = cpuTicks()
      const stolenCpuShare = (now.stolen - ticks.stolen) / Math.max(1, now.all - ticks.all)
      const figures = { ...starts.figures, ...agents, ...after, stolenCpuShare, ...machine }
      return { kind: 'correct', figures }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function measureStarts(folder: string, starts: number, idleSeconds: number, say: (line: string) => void) {
  const env = {
    HILO_DATA: path.join(folder, 'data'),
    PORT: String(await freePort()),
    EMULATOR_PORT: String(await freePort()),
  }
  const wrong: string[] = []
  const check = async (): Promise<void> => {
    const demo = readDemo(env.HILO_DATA)
    const headers = { authorization: `Bearer ${demo.apiKey}` }
    const answer = await fetch(`${demo.url}/api/v1/conversations?limit=1`, { headers })
    const { data } = (await answer.json()) as { data: unknown[] }
    if (answer.status !== 200 || data.length !== 1) wrong.push('a start that said it was ready has no conversations')
  }

  let cold = await startProduct(env)
  if (cold.wasBuilt) {
    say('The clients were built; starting again on an empty folder …')
    await cold.stop()
    rmSync(env.HILO_DATA, { recursive: true, force: true })
    cold = await startProduct(env)
  }
  await check()
  await cold.stop()
  say(`cold ${cold.readyMs.toFixed(0)} ms`)

  const warmMs: number[] = []
  let weights: Weights | null = null
  let memory = { server: 0, emulator: 0, launcher: 0 }
  for (let start = 0; start < starts; start++) {
    const warm = await startProduct(env)
    await check()
    if (warm.wasBuilt) wrong.push('a client was built in the middle')
    warmMs.push(warm.readyMs)
    say(`warm ${warm.readyMs.toFixed(0)} ms`)
    if (start === starts - 1) {
      await pause(idleSeconds * 1000)
      memory = memoryOf(warm)
      weights = await weighPages(readDemo(env.HILO_DATA))
    }
    await warm.stop()
  }
  if (!weights) throw new Error('--starts must be at least 1.')
  const figures = {
    coldStartMs: cold.readyMs,
    warmStartMs: percentile(warmMs, 50),
    warmStartWorstMs: Math.max(...warmMs),
    nodeStartMs: nodeStartMs(),
    idleServerMb: memory.server / MEGABYTE,
    idleEmulatorMb: memory.emulator / MEGABYTE,
    idleLauncherMb: memory.launcher / MEGABYTE,
    bareNodeMb: (await bareNodeBytes()) / MEGABYTE,
    ...weightFigures(weights),
  }
  return { figures, wrong }
}

const readDemo = (dataDir: string): Demo => JSON.parse(readFileSync(path.join(dataDir, 'demo.json'), 'utf8')) as Demo

const memoryOf = ({ pidOf }: Product) => ({
  server: residentBytes(pidOf('dist/server/main.mjs')),
  emulator: residentBytes(pidOf('dist/emulator/main.mjs')),
  launcher: residentBytes(pidOf('tools/start.ts')),
})

const weightFigures = ({ inbox, thread, phone }: Weights) => ({
  inboxFiles: inbox.files,
  inboxRawKb: inbox.rawBytes / KILOBYTE,
  inboxGzipKb: inbox.gzipBytes / KILOBYTE,
  inboxBrotliKb: inbox.brotliBytes / KILOBYTE,
  withThreadGzipKb: thread.gzipBytes / KILOBYTE,
  withThreadBrotliKb: thread.brotliBytes / KILOBYTE,
  phoneGzipKb: phone.gzipBytes / KILOBYTE,
  phoneBrotliKb: phone.brotliBytes / KILOBYTE,
})

/** Floor of a start: Node that does nothing. A warm start needs several of them, one after the other. */
function nodeStartMs(): number {
  const times = Array.from({ length: 7 }, () => {
    const startedMs = performance.now()
    spawnSync(process.execPath, ['-e', '0'])
    return performance.now() - startedMs
  })
  return percentile(times, 50)
}

/** Floor of the memory: Node with an HTTP server that nobody asks. */
async function bareNodeBytes(): Promise<number> {
  const bare = spawn(process.execPath, ['-e', `require('node:http').createServer().listen(0, '127.0.0.1')`])
  try {
    await pause(1_000)
    return residentBytes(bare.pid ?? 0)
  } finally {
    bare.kill()
  }
}

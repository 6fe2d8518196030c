import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../..')
const PATIENCE_MS = 180_000

/** The whole product as `npm start` runs it, without npm's own start. */
export type Product = {
  /** From the start of the first process to the line that says it is ready. */
  readonly readyMs: number
  /** Whether a client had to be built first: then `readyMs` says nothing. */
  readonly wasBuilt: boolean
  /** The process that runs this script of ours. */
  readonly pidOf: (script: string) => number
  readonly stop: () => Promise<void>
}

export async function startProduct(env: Readonly<Record<string, string>>): Promise<Product> {
  const startedMs = performance.now()
  const launcher = spawn(process.execPath, [path.join(ROOT, 'tools/start.mjs')], {
    env: { ...process.env, npm_lifecycle_event: 'start', ...env }, // as under npm, it ends when we are gone
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const readyMs = await new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`Not ready within ${PATIENCE_MS / 1000} s:\n${said}`)), PATIENCE_MS)
    launcher.once('exit', () => reject(new Error(`The product ended while it started:\n${said}`)))
    for (const stream of [launcher.stdout, launcher.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
        if (!said.includes('Hilo is ready')) return
        clearTimeout(late)
        resolve(performance.now() - startedMs)
      })
    }
  })
  launcher.removeAllListeners('exit')
  return {
    readyMs,
    wasBuilt: said.includes('Building'),
    pidOf: (script) => descendantRunning(launcher.pid ?? 0, path.join(ROOT, script)),
    stop: async () => {
      const ended = new Promise((resolve) => launcher.once('exit', resolve))
      launcher.kill('SIGTERM')
      await ended
    },
  }
}

/** Linux only: reads /proc. */
function descendantRunning(ancestor: number, script: string): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
        return [{ pid: Number(name), parent, args: readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0') }]
      } catch {
        return [] // it has just ended
      }
    })
  const isBelow = (pid: number): boolean => {
    const parent = all.find((one) => one.pid === pid)?.parent
    return parent !== undefined && parent > 0 && (parent === ancestor || isBelow(parent))
  }
  const found = all.find(({ pid, args }) => args.includes(script) && isBelow(pid))
  if (!found) throw new Error(`No process runs ${script}.`)
  return found.pid
}

/** What a process holds in memory now, shared libraries included (VmRSS of proc(5)). */
export function residentBytes(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1] ?? 0) * 1024
}

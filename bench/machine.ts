import { closeSync, fdatasyncSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** What the machine is and how it was doing: without it no figure means anything. */
export type MachineFacts = {
  readonly cores: number
  readonly cpuModel: string
  /** Median of a write of 8 KiB made durable. */
  readonly fsyncMs: number
  readonly node: string
}

const FSYNCS = 100

export function machineFacts(folder: string): MachineFacts {
  const file = path.join(folder, 'fsync-probe')
  const handle = openSync(file, 'w')
  const page = Buffer.alloc(8192, 1)
  const times: number[] = []
  for (let each = 0; each < FSYNCS; each++) {
    const startedMs = performance.now()
    writeSync(handle, page, 0, page.length, each * page.length)
    fdatasyncSync(handle)
    times.push(performance.now() - startedMs)
  }
  closeSync(handle)
  rmSync(file)
  const [cpu] = os.cpus()
  return {
    cores: os.cpus().length,
    cpuModel: cpu?.model ?? 'unknown',
    fsyncMs: percentile(times, 50),
    node: process.version,
  }
}

/** The value below which `share` percent of the samples lie, 0–100; 0 of none. */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) return 0
  const sorted = Float64Array.from(samples).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor((share / 100) * sorted.length))] ?? 0
}

/** CPU milliseconds used so far by a process, and by those it started if `withChildren`. Linux only; 0 elsewhere. */
export function cpuMsOf(pid: number | null, withChildren = false): number {
  if (pid === null) return 0
  const own = statOf(pid)
  if (!own) return 0
  if (!withChildren) return own.cpuMs
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
  return children.reduce(
    (sum, child) => sum + (child?.parent === pid ? child.cpuMs : 0),
    own.cpuMs + own.endedChildrenMs,
  )
}

const TICK_MS = 10

/** Fields 4 and 14–17 of /proc/pid/stat (proc(5)); the name before them may hold anything. */
function statOf(pid: number): { parent: number; cpuMs: number; endedChildrenMs: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const at = (index: number) => fields[index] ?? 0
    return { parent: at(1), cpuMs: (at(11) + at(12)) * TICK_MS, endedChildrenMs: (at(13) + at(14)) * TICK_MS }
  } catch {
    return null
  }
}

/** All CPU time and what the host took away, in ticks, since start. */
export function cpuTicks(): { readonly all: number; readonly stolen: number } {
  try {
    const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n')
    const fields = line.trim().split(/\s+/).slice(1, 9).map(Number)
    return { all: fields.reduce((sum, field) => sum + field, 0), stolen: fields[7] ?? 0 }
  } catch {
    return { all: 1, stolen: 0 }
  }
}

import type { FastifyInstance } from 'fastify'
import { type Fields, fieldsOf, isFields } from '../json.ts'
import { type Faults, type GraphFault, graphFaults, noFaults } from '../world/faults.ts'
import type { World } from '../world/world.ts'
import { invalid } from './refusal.ts'

/** `/control/v1/faults`. */
export function faultRoutes(server: FastifyInstance, world: World): void {
  server.get('/control/v1/faults', () => world.faults.get())
  server.put('/control/v1/faults', (request) => {
    world.faults.set({ ...world.faults.get(), ...readFaults(world.faults.get(), fieldsOf(request.body)) })
    return world.faults.get()
  })
  server.delete('/control/v1/faults', () => {
    world.faults.set(noFaults)
    return world.faults.get()
  })
}

type Reader = (value: unknown, before: Faults) => unknown

const share: Reader = (value) => (typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined)
const truth: Reader = (value) => (typeof value === 'boolean' ? value : undefined)
const durationMs: Reader = (value) => (typeof value === 'number' && value >= 0 && value <= 600_000 ? value : undefined)
const oneOf =
  (...words: readonly string[]): Reader =>
  (value) =>
    words.includes(String(value)) ? value : undefined

const readers: Readonly<Record<keyof Faults, Reader>> = {
  duplicate: share,
  drop: share,
  reorder: truth,
  rates: truth,
  delayMs: durationMs,
  statusDelayMs: durationMs,
  nextSend: readNextSend,
  graph: readGraph,
  closedWindow: oneOf('async', 'sync'),
  strangers: oneOf('absent', 'reachable', 'reading'),
  pricingOn: oneOf('both', 'sent', 'delivered'),
}

function readFaults(before: Faults, body: Fields): Partial<Faults> {
  const change: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(body)) {
    if (!Object.hasOwn(readers, name))
      throw invalid(`There is no fault "${name}"; there are ${Object.keys(readers).join(', ')}`)
    const read = readers[name as keyof Faults](value, before)
    if (read === undefined)
      throw invalid(`The fault "${name}" cannot be ${JSON.stringify(value)}; see docs/guide/emulator.md`)
    change[name] = read
  }
  return change
}

function readNextSend(value: unknown): unknown {
  if (!Array.isArray(value)) return undefined
  const entries: Faults['nextSend'][number][] = []
  for (const entry of value) {
    const { code, mode = 'async' } = fieldsOf(entry)
    if (typeof code !== 'number' || (mode !== 'sync' && mode !== 'async')) return undefined
    entries.push({ code, mode })
  }
  return entries
}

function readGraph(value: unknown, before: Faults): Faults['graph'] | undefined {
  if (!isFields(value)) return undefined
  const { latencyMs = before.graph.latencyMs, mode = before.graph.mode } = value
  if (durationMs(latencyMs, before) === undefined || !graphFaults.includes(mode as GraphFault)) return undefined
  return { latencyMs: latencyMs as number, mode: mode as GraphFault }
}

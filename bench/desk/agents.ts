import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { agentId, AGENTS } from './company.ts'
import type { Operation } from './operations.ts'

/** Milliseconds by operation, and what was wrong with answers. */
export type Heard = { readonly took: ReadonlyMap<string, readonly number[]>; readonly faults: readonly string[] }

export type Desk = { readonly port: number; readonly tokens: readonly string[] }

/** Each agent asks for something so often: a click, a page, the counts after a message. */
export const PAUSE_MS = 1_500

/** One agent, one request after the other, each operation in turn. */
export async function oneAgent(desk: Desk, operations: readonly Operation[], seconds: number): Promise<Heard> {
  const { ask, heard } = openDesk(desk)
  const until = performance.now() + seconds * 1000
  for (let turn = 0; performance.now() < until; turn++) {
    for (const operation of operations) await ask(operation, 1, turn, performance.now())
  }
  return heard
}

/**
 * All agents at once. Requests fall due whether or not earlier ones are answered, and time counts from when they were
 * due; what is asked for follows the weights.
 */
export async function allAgents(desk: Desk, operations: readonly Operation[], seconds: number): Promise<Heard> {
  const { ask, heard } = openDesk(desk)
  const deck = operations.flatMap((operation) => Array.from({ length: operation.weight }, () => operation))
  const startMs = performance.now()
  const gapMs = PAUSE_MS / AGENTS
  const underWay: Promise<void>[] = []
  for (let turn = 0; turn * gapMs < seconds * 1000; turn++) {
    const dueMs = startMs + turn * gapMs
    const waitMs = dueMs - performance.now()
    if (waitMs > 0) await pause(waitMs)
    const operation = deck[(turn * 7) % deck.length]
    if (operation) underWay.push(ask(operation, 1 + (turn % AGENTS), turn, dueMs))
  }
  await Promise.all(underWay)
  return heard
}

function openDesk({ port, tokens }: Desk) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })
  const took = new Map<string, number[]>()
  const faults: string[] = []

  async function ask(operation: Operation, number: number, turn: number, dueMs: number): Promise<void> {
    const cookie = `hilo-${port}=${tokens[number - 1]}`
    const { status, body } = await get(agent, port, operation.path(turn), cookie)
    const times = took.get(operation.name) ?? []
    took.set(operation.name, times)
    times.push(performance.now() - dueMs)
    const fault = status === 200 ? operation.fault(JSON.parse(body), agentId(number)) : `answered ${status}: ${body}`
    if (fault !== null) faults.push(`${operation.name}: ${fault}`)
  }
  return { ask, heard: { took, faults } }
}

const get = (agent: http.Agent, port: number, path: string, cookie: string) =>
  new Promise<{ readonly status: number; readonly body: string }>((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path, agent, headers: { cookie } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }))
    })
    request.on('error', reject)
  })

import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { ConversationId } from '#core/account/account.ts'
import { tell } from '../child.ts'
import type { House } from '../house.ts'
import { phoneOf, type Told, toldBy } from '../ingest/events.ts'
import { seed } from '../ingest/seed.ts'
import { conversationsOf, signInAgents } from './agents.ts'
import type { Phase, PhaseResult, Setting } from './generator.ts'

/** A company with agents who are signed in, customers who have written before, and a server. */
export type Stage = {
  readonly house: House
  readonly told: Told
  readonly serverPid: number
  readonly tokens: readonly string[]
  readonly conversations: readonly ConversationId[]
  /** The number of the next message: none is told twice in a run. */
  next: number
}

/** `flags`: of the server's Node. */
export async function prepare(
  house: House,
  agents: number,
  customers: number,
  flags: readonly string[] = [],
): Promise<Stage> {
  const told = toldBy(house, customers)
  await seed(house.postgres.url, house.settings, told)
  const tokens = await signInAgents(house.postgres.url, agents)
  const conversations = await conversationsOf(house.postgres.url, phoneOf(0))
  const { pid } = await house.startServer(flags)
  return { house, told, serverPid: pid, tokens, conversations, next: 0 }
}

/** A process with so many desks open, at the server or at whatever else listens at the port. */
export async function openGenerator(stage: Stage, agents: number, port: number): Promise<ChildProcess> {
  const { house, told, tokens, conversations } = stage
  const generator = fork(path.join(import.meta.dirname, 'generator.ts'), { execArgv: [] })
  const desks = tokens
    .slice(0, agents)
    .map((token) => ({ cookie: `hilo-${house.port}=${token}`, origin: house.settings.url }))
  const setting: Setting = { told, port, desks, conversations }
  await tell(generator, { setting })
  return generator
}

export async function run(stage: Stage, generator: ChildProcess, about: Omit<Phase, 'first'>): Promise<PhaseResult> {
  const phase: Phase = { ...about, first: stage.next }
  stage.next += about.count
  const { result } = await tell<{ result: PhaseResult }>(generator, { phase })
  return result
}
